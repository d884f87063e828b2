'use client';

import { useConfig, useForm } from '@payloadcms/ui';
import { useState } from 'react';
import { CHECK_KINDS } from '#domain/channel';
import type { Language } from '#domain/content';
import { instant } from '#domain/time';
import { CONNECTING } from '#i18n/connection';
import type { Said as SaidOfAccount } from './account-health.client';

/** What the server said last. */
type Said = SaidOfAccount & { readonly message?: string | undefined };

/** What one can ask about the account of a channel. */
type Act = 'check' | 'connect' | 'go-on';

/** Asks the server about the account of a channel; signing in leads away from here. */
export const useConnection = (id: string, language: Language) => {
  const { config } = useConfig();
  const { dispatchFields } = useForm();
  const [said, setSaid] = useState<Said>({});
  const [isBusy, setBusy] = useState(false);
  const url = `${config.routes.api}/channels/${id}`;
  const goOn = (): void => {
    for (const [path, value] of [
      ['paused', false],
      ['trouble', null],
    ] as const)
      dispatchFields({ type: 'UPDATE', path, value, initialValue: value });
  };
  const ask = async (act: Act): Promise<void> => {
    setBusy(true);
    const answer = act === 'go-on' ? await send('PATCH', url, { paused: false }) : await send('POST', `${url}/${act}`, {});
    if (answer?.url) return window.location.assign(answer.url);
    setBusy(false);
    if (!answer) return setSaid({ ...said, message: CONNECTING.failed[language] });
    if (act === 'go-on' && answer.isDone) goOn();
    setSaid(
      act === 'go-on' && answer.isDone ? { ...said, mayGoOn: false, message: CONNECTING.goesOn[language] } : saidIn(answer, said),
    );
  };
  return { said, isBusy, ask };
};

type Answer = {
  readonly isDone: boolean;
  readonly message?: string | undefined;
  readonly url?: string;
  readonly kind?: string;
  readonly at?: string;
  readonly mayGoOn?: boolean;
};

const saidIn = ({ message, kind, at, mayGoOn = false }: Answer, before: Said): Said => {
  const known = CHECK_KINDS.find((one) => one === kind);
  return { message, mayGoOn, checked: known && at ? { at: instant(at), kind: known } : before.checked };
};

const send = async (method: string, url: string, body: object): Promise<Answer | undefined> => {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(url, { method, credentials: 'same-origin', headers, body: JSON.stringify(body) });
    // What goes wrong inside the server has no words for editors.
    if (response.status >= 500 && response.status !== 503) return undefined;
    const answer: Omit<Answer, 'isDone'> & { errors?: { message?: string }[] } = await response.json();
    return { ...answer, isDone: response.ok, message: answer.message ?? answer.errors?.[0]?.message };
  } catch {
    return undefined;
  }
};
