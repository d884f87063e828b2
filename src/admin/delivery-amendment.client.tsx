'use client';

import { Button } from '@payloadcms/ui';
import type { Language } from '#domain/content';
import { AMENDMENT } from '#i18n/amendment';
import { useDecision } from './use-decision.client';

/** The button by which a person says that a post was seen to. `url`: of the row. */
export const SeenTo = ({ url, language }: { readonly url: string; readonly language: Language }) => {
  const decide = useDecision(url, language);
  return (
    <div className="ledger-actions">
      <Button
        buttonStyle="primary"
        className="decide-seen-to"
        size="medium"
        margin={false}
        disabled={decide.isBusy}
        onClick={() => decide.take('seen-to')}
      >
        {AMENDMENT.button[language]}
      </Button>
    </div>
  );
};
