'use client';

import { Button } from '@payloadcms/ui';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Language } from '#domain/content';
import { completeOwnText, type FixedParts } from '#domain/own-text';
import { excessOf, postLength } from '#domain/post-length';
import type { TextLimits } from '#domain/post-limits';
import { BUTTONS, FORMS, REFUSED } from '#i18n/decisions';
import { COUNTED_BY, lengthInWords, tooLongInWords } from '#i18n/post-card';
import { REMOVAL } from '#i18n/removal';
import type { Words } from '#i18n/words';
import { PostCard, type ShownPost } from './post-card.client';
import type { Decide } from './use-decision.client';
import { useFocusInside } from './use-focus.client';

/** Where an own text begins, how it is counted, and what is added where it is missing (posts only). */
export type OwnText = {
  readonly start: string;
  /** The own text that stands there already; empty where there is none. */
  readonly before: string;
  readonly isStale: boolean;
  readonly limits: TextLimits;
  readonly fixed: FixedParts | undefined;
  /** The post it would stand in, where its channel is on a network. */
  readonly shown: ShownPost | undefined;
};

type Props<Value> = {
  readonly decide: Decide;
  readonly submit: (value: Value) => void;
  readonly close: () => void;
  readonly language: Language;
};

/** The carrier's own words, with a yes or without; `words`: what saves them. Counts as the channel counts. */
export const OwnTextForm = ({ text, submit, ...frame }: OwnTextProps) => {
  const { language } = frame;
  const [value, setValue] = useState(text.start);
  const whole = text.fixed ? completeOwnText(value, text.fixed) : value.trim();
  const excess = excessOf(whole, text.limits);
  return (
    <Frame {...frame} submit={() => submit(value)} isBlocked={value.trim() === '' || excess !== undefined}>
      {text.isStale && <p className="ledger-warning">{FORMS.ownTextStale[language]}</p>}
      <Field
        label={FORMS.ownText[language]}
        hint={(text.fixed ? FORMS.ownTextHint : FORMS.ownTextHintNewsletter)[language]}
        problem={excess && tooLongInWords(excess, text.shown?.network)[language]}
      >
        {(id, described) => (
          <textarea
            id={id}
            aria-describedby={described}
            aria-invalid={excess !== undefined}
            rows={9}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <p className={excess ? 'ledger-count ledger-count--over' : 'ledger-count'} aria-live="polite">
        {lengthInWords(postLength(whole, text.limits), text.limits.textLength)[language]}
        {text.fixed ? ` (${(text.shown ? COUNTED_BY[text.shown.network] : FORMS.withLink)[language]})` : ''}
      </p>
      {text.shown && (
        <PostCard shown={{ ...text.shown, post: { ...text.shown.post, text: whole } }} isCounted={false} language={language} />
      )}
    </Frame>
  );
};

type OwnTextProps = Props<string> & { readonly text: OwnText; readonly words: Words };

/** A no; only with a reason. */
export const DeclineForm = ({ submit, ...frame }: Props<string>) => {
  const { language } = frame;
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = () => (reason.trim() === '' ? setMissing(true) : submit(reason));
  const problem = isMissing ? REFUSED.reason[language] : undefined;
  return (
    <Frame {...frame} submit={send} words={FORMS.reasonSubmit} problem={problem}>
      <ReasonField
        label={FORMS.reason[language]}
        hint={FORMS.reasonHint[language]}
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

type ReasonProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
};

/** Why somebody takes something out; others read it. */
export const ReasonField = ({ value, isMissing, onChange, ...field }: ReasonProps) => (
  <Field {...field}>
    {(id, hint) => (
      <textarea
        id={id}
        aria-describedby={hint}
        aria-invalid={isMissing}
        rows={3}
        maxLength={1_000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

/** Published by hand, with the post's address if somebody likes to give it. */
export const ConfirmForm = ({ submit, ...frame }: Props<string>) => {
  const { language } = frame;
  const [url, setUrl] = useState('');
  return (
    <Frame {...frame} submit={() => submit(url)} words={FORMS.confirmSubmit}>
      <AddressField label={FORMS.url[language]} hint={FORMS.urlHint[language]} value={url} onChange={setUrl} />
    </Frame>
  );
};

/** Asks once more before something that cannot be taken back. */
export const SureForm = ({ what, submit, ...frame }: Props<void> & { readonly what: keyof typeof SURE }) => (
  <Frame {...frame} submit={() => submit()} words={SURE[what].submit} isDangerous={what === 'remove'}>
    <p className="ledger-warning">{SURE[what].warning[frame.language]}</p>
  </Frame>
);

const SURE = {
  resend: { warning: FORMS.resendWarning, submit: FORMS.resendSubmit },
  withdraw: { warning: FORMS.withdrawWarning, submit: FORMS.withdrawSubmit },
  remove: { warning: REMOVAL.warning, submit: REMOVAL.submit },
  withdrawAll: { warning: FORMS.withdrawAllWarning, submit: FORMS.withdrawSubmit },
} as const;

type FrameProps = Omit<Props<void>, 'submit'> & {
  readonly submit: () => void;
  readonly words: Words;
  readonly isBlocked?: boolean;
  /** What it does cannot be undone. */
  readonly isDangerous?: boolean;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
};

/** A small form behind a button: its fields, what is wrong with them, what sends it and what leaves it. */
export const Frame = ({ decide, submit, close, language, words, problem, children, ...how }: FrameProps) => {
  const shown = problem ?? decide.problem;
  const inside = useFocusInside<HTMLFormElement>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form ref={inside} className="ledger-form" onSubmit={onSubmit} noValidate>
      {children}
      {shown && (
        <p className="ledger-problem" role="alert">
          {shown}
        </p>
      )}
      <div className="ledger-buttons">
        <Button
          type="submit"
          size="medium"
          margin={false}
          disabled={decide.isBusy || how.isBlocked === true}
          {...(how.isDangerous ? { className: 'ledger-danger' } : {})}
        >
          {words[language]}
        </Button>
        <Button buttonStyle="secondary" size="medium" margin={false} disabled={decide.isBusy} onClick={close}>
          {BUTTONS.cancel[language]}
        </Button>
      </div>
    </form>
  );
};

type FieldProps = {
  readonly label: string;
  readonly hint: string;
  /** What is wrong with what stands there. */
  readonly problem?: string | undefined;
  readonly children: (id: string, described: string) => ReactNode;
};

type AddressProps = Omit<FieldProps, 'children'> & { readonly value: string; readonly onChange: (value: string) => void };

/** Where something appeared; the server says what is no address. */
export const AddressField = ({ value, onChange, ...field }: AddressProps) => (
  <Field {...field}>
    {(id, hintId) => (
      <input
        id={id}
        aria-describedby={hintId}
        type="text"
        inputMode="url"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

/** One field with its label, a hint and what is wrong with it, by both of which it is described. */
export const Field = ({ label, hint, problem, children }: FieldProps) => {
  const id = useId();
  return (
    <div className="ledger-field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="ledger-small">
        {hint}
      </p>
      {children(id, problem ? `${id}-hint ${id}-problem` : `${id}-hint`)}
      <p id={`${id}-problem`} className="ledger-problem" aria-live="polite">
        {problem}
      </p>
    </div>
  );
};
