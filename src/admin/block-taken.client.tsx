'use client';

import { Button } from '@payloadcms/ui';
import { type FormEvent, useState } from 'react';
import type { Language } from '#domain/content';
import { BLOCK } from '#i18n/block-page';
import { AddressField } from './delivery-forms.client';
import { useDecision } from './use-decision.client';

/** One entry of the block, with the version that was copied. */
export type BlockRow = {
  readonly id: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly facts: string;
  readonly warning: string | undefined;
};

type Props = { readonly rows: readonly BlockRow[]; readonly language: Language };

/** Which entries stand in the newsletter now; what is left unticked waits for the next one. */
export const BlockTaken = ({ rows, language }: Props) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [url, setUrl] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const decide = useDecision('/api/deliveries', language);
  const problem = isEmpty ? BLOCK.nothingTicked[language] : decide.problem;
  const toggle = (id: string) => {
    setEmpty(false);
    setLeft(left.has(id) ? new Set([...left].filter((other) => other !== id)) : new Set([...left, id]));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const taken = rows.filter(({ id }) => !left.has(id)).map(({ id, fingerprint }) => ({ id, fingerprint }));
    setEmpty(taken.length === 0);
    if (taken.length > 0) decide.take('take-over', { rows: taken, url });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="ledger-small">{BLOCK.confirmHint[language]}</p>
      <ul className="block-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <label>
              <input type="checkbox" checked={!left.has(row.id)} onChange={() => toggle(row.id)} />
              <span>{row.title}</span>
            </label>
            <p className="ledger-small">{row.facts}</p>
            {row.warning && <p className="ledger-warning">{row.warning}</p>}
          </li>
        ))}
      </ul>
      <AddressField label={BLOCK.url[language]} hint={BLOCK.urlHint[language]} value={url} onChange={setUrl} />
      {problem && (
        <p className="ledger-problem" role="alert">
          {problem}
        </p>
      )}
      <Button id="take-over" type="submit" size="medium" margin={false} disabled={decide.isBusy}>
        {BLOCK.submit[language]}
      </Button>
    </form>
  );
};
