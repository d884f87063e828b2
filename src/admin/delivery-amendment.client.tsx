'use client';

import { Button } from '@payloadcms/ui';
import { useRef } from 'react';
import type { Language } from '#domain/content';
import { AMENDMENT } from '#i18n/amendment';
import { useDecision } from './use-decision.client';
import { focusHeading } from './use-focus.client';

/** The button by which a person says that a post was seen to. `url`: of the row. */
export const SeenTo = ({ url, language }: { readonly url: string; readonly language: Language }) => {
  const around = useRef<HTMLDivElement>(null);
  const decide = useDecision(url, language, () => focusHeading(around.current));
  return (
    <div ref={around} className="ledger-actions">
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
