'use client';

import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import type { Language } from '#domain/content';
import { BUTTONS } from '#i18n/decisions';
import { SureForm } from './delivery-forms.client';
import { useDecision } from './use-decision.client';

type Props = {
  /** What is withdrawn, with the versions that are shown. */
  readonly rows: readonly { readonly id: string; readonly fingerprint: string }[];
  readonly language: Language;
};

/** Takes back at once everything about a content that has not left. */
export const WithdrawAll = ({ rows, language }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const decide = useDecision('/api/deliveries', language, () => setOpen(false));
  return (
    <div className="ledger-actions">
      {isOpen ? (
        <SureForm
          what="withdrawAll"
          decide={decide}
          submit={() => decide.take('withdraw', { rows })}
          close={() => setOpen(false)}
          language={language}
        />
      ) : (
        <Button className="decide-withdrawAll" buttonStyle="secondary" size="medium" margin={false} onClick={() => setOpen(true)}>
          {BUTTONS.withdrawAll[language]}
        </Button>
      )}
    </div>
  );
};
