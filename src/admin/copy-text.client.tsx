'use client';

import { Button, toast } from '@payloadcms/ui';
import type { Language } from '#domain/content';
import { BUTTONS, REFUSED } from '#i18n/decisions';
import { LEDGER_PAGE } from '#i18n/ledger-page';

/** Puts a text into the clipboard. */
export const CopyText = ({ text, language }: { readonly text: string; readonly language: Language }) => {
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => toast.success(LEDGER_PAGE.copied[language]),
      () => toast.error(REFUSED.failed[language]),
    );
  };
  return (
    <Button margin={false} buttonStyle="secondary" onClick={copy} size="medium">
      {BUTTONS.copy[language]}
    </Button>
  );
};
