'use client';

import { FieldDescription, FieldLabel, useFormFields, useTranslation } from '@payloadcms/ui';
import { CHANNEL_VIAS } from '#domain/channel';
import type { Language } from '#domain/content';
import { ACCOUNT, PASTED_ACCESS } from '#i18n/admin-account';

/** The name of what is pasted as the access of a channel, as its network calls it. */
export const PastedAccessLabel = ({ path = 'token' }: { readonly path?: string }) => {
  const { words, language } = usePasted();
  return <FieldLabel path={path} label={(words?.label ?? ACCOUNT.token)[language]} />;
};

/** Where one finds it there. */
export const PastedAccessHint = ({ path = 'token' }: { readonly path?: string }) => {
  const { words, language } = usePasted();
  return words && <FieldDescription path={path} description={words.hint[language]} />;
};

const usePasted = () => {
  const { i18n } = useTranslation();
  const chosen = useFormFields(([fields]) => fields.via?.value);
  const via = CHANNEL_VIAS.find((one) => one === chosen);
  const language: Language = i18n.language === 'en' ? 'en' : 'de';
  return { words: via && PASTED_ACCESS[via], language };
};
