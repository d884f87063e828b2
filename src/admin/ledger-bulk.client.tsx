'use client';

import { Button, useListQuery, useSelection } from '@payloadcms/ui';
import { useState } from 'react';
import type { Language } from '#domain/content';
import { BULK, BUTTONS, chosenInWords } from '#i18n/decisions';
import { DeclineForm } from './delivery-forms.client';
import { useDecision } from './use-decision.client';

type Props = {
  /** Of the collection: `/api/deliveries`. */
  readonly url: string;
  readonly language: Language;
};

/** One yes or no about all rows that are ticked; what became of them stays to be read. */
export const LedgerBulk = ({ url, language }: Props) => {
  const { selectedIDs, toggleAll } = useSelection();
  const { data } = useListQuery();
  const [said, setSaid] = useState('');
  const [isDeclining, setDeclining] = useState(false);
  const decide = useDecision(url, language, (message) => {
    setSaid(message);
    setDeclining(false);
    toggleAll();
  });
  // With the version that is shown: a yes covers this one only.
  const rows = (data?.docs ?? [])
    .filter(({ id }) => selectedIDs.includes(id))
    .map(({ id, fingerprint }) => ({ id, fingerprint }));
  return (
    <section className="ledger-bulk" aria-label={BULK.label[language]}>
      {rows.length === 0 ? (
        <p className="ledger-small">{BULK.hint[language]}</p>
      ) : isDeclining ? (
        <DeclineForm
          decide={decide}
          submit={(reason) => decide.take('decline', { rows, reason })}
          close={() => setDeclining(false)}
          language={language}
        />
      ) : (
        <div className="ledger-buttons">
          <strong>{chosenInWords(rows.length)[language]}</strong>
          <Button
            id="bulk-approve"
            size="medium"
            margin={false}
            disabled={decide.isBusy}
            onClick={() => decide.take('approve', { rows })}
          >
            {BUTTONS.approve[language]}
          </Button>
          <Button id="bulk-decline" buttonStyle="secondary" size="medium" margin={false} onClick={() => setDeclining(true)}>
            {BUTTONS.decline[language]}
          </Button>
        </div>
      )}
      <p className="ledger-said" aria-live="polite">
        {said}
      </p>
    </section>
  );
};
