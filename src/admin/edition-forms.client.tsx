'use client';

import { useState } from 'react';
import type { Language } from '#domain/content';
import { REFUSED } from '#i18n/decisions';
import { EDITION_PAGE } from '#i18n/edition-page';
import { Field, Frame, ReasonField } from './delivery-forms.client';
import { useDecision } from './use-decision.client';
import type { useEdition } from './use-edition.client';

/** One entry as people work on it. */
export type EntryLine = {
  readonly id: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly facts: string;
  readonly isPinned: boolean;
  /** Corrections stand on top anyway. */
  readonly canPin: boolean;
  readonly canWait: boolean;
  readonly teaser: string;
  readonly isTeaserStale: boolean;
};

type Props = {
  readonly line: EntryLine;
  readonly edition: ReturnType<typeof useEdition>;
  readonly close: () => void;
  readonly language: Language;
};

/** Other words for one entry, in this edition alone. */
export const TeaserForm = ({ line, edition, close, language }: Props) => {
  const [text, setText] = useState(line.teaser);
  const submit = () => edition.make({ kind: 'teaser', row: line.id, text, fingerprint: line.fingerprint });
  return (
    <Frame decide={edition.decide} submit={submit} close={close} language={language} words={EDITION_PAGE.save}>
      <Field label={EDITION_PAGE.teaserLabel[language]} hint={EDITION_PAGE.teaserHint[language]}>
        {(id, hint) => (
          <textarea
            id={id}
            aria-describedby={hint}
            rows={4}
            maxLength={5_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Frame>
  );
};

/** Takes an entry out, with the reason: until the next edition, or for good in the ledger. */
export const DropForm = ({ line, edition, close, language, isForGood }: Props & { readonly isForGood: boolean }) => {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const ledger = useDecision(`/api/deliveries/${line.id}`, language, close);
  const submit = () => {
    if (reason.trim() === '') return setMissing(true);
    if (isForGood) ledger.take('decline', { reason });
    else edition.make({ kind: 'put-off', row: line.id, reason });
  };
  const what = isForGood ? 'decline' : 'putOff';
  return (
    <Frame
      decide={isForGood ? ledger : edition.decide}
      submit={submit}
      close={close}
      language={language}
      words={EDITION_PAGE[what]}
      problem={isMissing ? REFUSED.reason[language] : undefined}
    >
      {!isForGood && !line.canWait && <p className="ledger-warning">{EDITION_PAGE.putOffTooLate[language]}</p>}
      <ReasonField
        label={EDITION_PAGE.reason[language]}
        hint={EDITION_PAGE[`${what}Hint`][language]}
        value={reason}
        isMissing={isMissing}
        onChange={(text) => {
          setReason(text);
          setMissing(false);
        }}
      />
    </Frame>
  );
};
