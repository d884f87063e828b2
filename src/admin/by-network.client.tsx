'use client';

import { FieldDescription, FieldLabel, useFormFields, useTranslation } from '@payloadcms/ui';
import type { Words } from '#i18n/words';

type ByNetwork = { readonly path: string; readonly words: Readonly<Record<string, Words | undefined>> };

/** The name of a field of a channel that each network calls otherwise; `words` by the way the channel leaves. */
export const ByNetworkLabel = ({ path, words }: ByNetwork) => <FieldLabel path={path} label={useWords(words) ?? ''} />;

/** The hint of such a field: of the one network alone. */
export const ByNetworkHint = ({ path, words }: ByNetwork) => {
  const said = useWords(words);
  return said === undefined ? null : <FieldDescription path={path} description={said} />;
};

const useWords = (words: ByNetwork['words']): string | undefined => {
  const { i18n } = useTranslation();
  const via = useFormFields(([fields]) => fields.via?.value);
  return words[String(via)]?.[i18n.language === 'en' ? 'en' : 'de'];
};
