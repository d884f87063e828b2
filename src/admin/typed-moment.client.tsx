'use client';

import { useField, useTranslation } from '@payloadcms/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { atWallTime } from '#domain/calendar';
import { type Temporal, toIso } from '#domain/time';
import { readTypedMoment } from '#domain/typed-moment';
import { TYPED_MOMENT } from '#i18n/typed-moment';

/** Below the input of a field of the form: it holds the instant of what was typed. */
export const TypedMomentField = ({ path, readOnly }: { readonly path: string; readonly readOnly?: boolean }) => {
  const { disabled, setValue } = useField<string>({ path });
  if (readOnly || disabled) return null;
  const take = (meant: Temporal.PlainDateTime) => {
    setValue(toIso(atWallTime(meant.toPlainDate(), meant.toPlainTime().toString())));
  };
  return <TypedMoment onMoment={take} />;
};

/**
 * Beside the input of a date picker: shows how to type a moment, hands over what was typed in a shorter form when the input is
 * left, and says so when it cannot be read. The picker itself tells nobody what it ignores.
 */
export const TypedMoment = ({ onMoment }: { readonly onMoment: (meant: Temporal.PlainDateTime) => void }) => {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const [misread, setMisread] = useState<string>();
  const hintId = useId();
  const hint = useRef<HTMLParagraphElement>(null);
  const take = useRef(onMoment);
  useEffect(() => {
    take.current = onMoment;
  }, [onMoment]);
  useEffect(() => {
    const around = hint.current?.parentElement;
    around?.querySelector('input')?.setAttribute('aria-describedby', hintId);
    return around ? followInput(around, (typed) => settle(typed, take.current, setMisread)) : undefined;
  }, [hintId]);
  return (
    <>
      <p className="field-description" id={hintId} ref={hint}>
        {TYPED_MOMENT.example[language]}
      </p>
      <p className="typed-moment-misread" role="alert">
        {misread === undefined ? '' : TYPED_MOMENT.misread[language].replace('{typed}', misread)}
      </p>
    </>
  );
};

const settle = (typed: string, take: (meant: Temporal.PlainDateTime) => void, say: (misread: string | undefined) => void) => {
  const meant = readTypedMoment(typed);
  if (meant) take(meant);
  say(meant || typed.trim() === '' ? undefined : typed.trim());
};

/** Calls back with what was typed into the text input within, once it is left or confirmed; returns how to stop that. */
const followInput = (around: HTMLElement, onLeave: (typed: string) => void): (() => void) => {
  const listening = new AbortController();
  const { signal } = listening;
  let typed: string | undefined;
  const leave = () => {
    if (typed !== undefined) onLeave(typed);
    typed = undefined;
  };
  const note = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && target.closest('.react-datepicker__input-container')) typed = target.value;
  };
  around.addEventListener('input', note, { signal });
  around.addEventListener('focusout', leave, { signal });
  around.addEventListener('keydown', (event) => event.key === 'Enter' && leave(), { signal });
  return () => listening.abort();
};
