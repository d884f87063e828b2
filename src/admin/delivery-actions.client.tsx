'use client';

import { Button } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '#domain/content';
import type { Decision } from '#domain/decision';
import { BUTTONS, FORMS } from '#i18n/decisions';
import { ConfirmForm, DeclineForm, type OwnText, OwnTextForm, SureForm } from './delivery-forms.client';
import { type Decide, type Settled, useDecision } from './use-decision.client';
import { focusHeading, useFocusBack } from './use-focus.client';
import { useKeptHeight } from './use-kept-height.client';

type Props = {
  /** Of the row: `/api/deliveries/<id>`. */
  readonly url: string;
  readonly open: readonly Decision[];
  /** Of the version that is shown: a yes covers this one only. */
  readonly fingerprint: string;
  /** Where an own text begins; undefined where there can be none. */
  readonly text: OwnText | undefined;
  readonly language: Language;
  /** Rows stand below, which must not move up under the pointer: what was decided is said in place of the buttons. */
  readonly stays?: boolean;
};

type Form = 'approveOwn' | 'reword' | 'decline' | 'confirm' | 'resend' | 'withdraw';

/** The buttons that apply to a row and a person, and the small forms behind some of them. */
export const DeliveryActions = (props: Props) => {
  const [form, setForm] = useState<Form>();
  const [settled, setSettled] = useState<Settled>();
  const around = useFocusBack(form);
  useKeptHeight(around, props.stays === true);
  const decided = () => {
    focusHeading(around.current);
    setForm(undefined);
  };
  const decide = useDecision(props.url, props.language, decided, props.stays ? setSettled : undefined);
  const show = (next: Form | undefined) => {
    decide.forget();
    setForm(next);
  };
  return (
    <div ref={around} className="ledger-actions">
      {settled && <WhatWasSaid settled={settled} />}
      {!settled && form === undefined && <Buttons {...props} decide={decide} show={show} />}
      {!settled && form !== undefined && <OpenForm {...props} form={form} decide={decide} close={() => show(undefined)} />}
    </div>
  );
};

/** Has the focus of the button that was pressed, so that it is read out; when the page is left, it is loaded anew the next time. */
const WhatWasSaid = ({ settled: { words, isTaken } }: { readonly settled: Settled }) => {
  const line = useRef<HTMLParagraphElement>(null);
  const router = useRouter();
  useEffect(() => {
    line.current?.focus({ preventScroll: true });
    return () => router.refresh();
  }, [router]);
  return (
    <p ref={line} tabIndex={-1} className="ledger-decided">
      {isTaken && <span aria-hidden="true">✓ </span>}
      {words}
    </p>
  );
};

type ButtonsProps = Props & { readonly decide: Decide; readonly show: (form: Form) => void };

const Buttons = ({ open, text, language, fingerprint, decide, show }: ButtonsProps) => {
  const { isBusy, take } = decide;
  const can = (decision: Decision) => open.includes(decision);
  const all: readonly [visible: boolean, name: keyof typeof BUTTONS, press: () => void][] = [
    [can('approve'), 'approve', () => take('approve', { fingerprint })],
    [can('approve') && text !== undefined, 'approveOwn', () => show('approveOwn')],
    [can('retry'), 'retry', () => take('retry')],
    [can('reword') && text !== undefined, 'reword', () => show('reword')],
    [can('confirm'), 'confirm', () => show('confirm')],
    [can('resolve'), 'published', () => take('resolve', { wasSent: true })],
    [can('resolve'), 'resend', () => show('resend')],
    [can('decline'), 'decline', () => show('decline')],
    [can('withdraw'), 'withdraw', () => show('withdraw')],
  ];
  const shown = all.filter(([visible]) => visible);
  return (
    <div className="ledger-buttons">
      {shown.map(([, name, press], index) => (
        <Button
          key={name}
          className={`decide-${name}`}
          buttonStyle={index === 0 && !REGRETTED.includes(name) ? 'primary' : 'secondary'}
          size="medium"
          margin={false}
          disabled={isBusy}
          onClick={press}
        >
          {BUTTONS[name === 'reword' && text?.before ? 'rewordAgain' : name][language]}
        </Button>
      ))}
    </div>
  );
};

/** Never the button that catches the eye. */
const REGRETTED: readonly (keyof typeof BUTTONS)[] = ['reword', 'decline', 'withdraw'];

type OpenFormProps = Props & { readonly form: Form; readonly decide: Decide; readonly close: () => void };

const OpenForm = ({ form, open, text, fingerprint, decide, close, language }: OpenFormProps) => {
  const { take } = decide;
  const common = { decide, close, language };
  switch (form) {
    case 'approveOwn':
      return (
        text && (
          <OwnTextForm
            {...common}
            text={text}
            words={FORMS.ownTextSubmit}
            submit={(ownText) => take('approve', { ownText, fingerprint })}
          />
        )
      );
    case 'reword':
      return (
        text && (
          <OwnTextForm
            {...common}
            text={text}
            words={open.includes('retry') ? FORMS.retrySubmit : FORMS.rewordSubmit}
            submit={(ownText) => take('reword', { ownText, fingerprint, before: text.before })}
          />
        )
      );
    case 'decline':
      return <DeclineForm {...common} submit={(reason) => take('decline', { reason })} />;
    case 'confirm':
      return <ConfirmForm {...common} submit={(url) => take('confirm', { url })} />;
    case 'resend':
      return <SureForm {...common} what="resend" submit={() => take('resolve', { wasSent: false })} />;
    case 'withdraw':
      return <SureForm {...common} what="withdraw" submit={() => take('withdraw')} />;
  }
};
