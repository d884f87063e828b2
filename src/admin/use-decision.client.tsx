'use client';

import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Language } from '#domain/content';
import type { AnyDecision } from '#domain/decision';
import type { EditionAct } from '#domain/edition-edit';
import { REFUSED } from '#i18n/decisions';

/** Takes decisions about rows: what is under way, and what the server refused. */
export type Decide = {
  readonly isBusy: boolean;
  /** The server's sentence about what is wrong with the form, until the next try. */
  readonly problem: string | undefined;
  readonly take: (decision: AnyDecision | EditionAct | 'remove' | 'seen-to', body?: Readonly<Record<string, unknown>>) => void;
  readonly forget: () => void;
};

/** What was said of a decision that was taken, or that cannot be taken any more. */
export type Settled = { readonly words: string; readonly isTaken: boolean };

/**
 * Posts decisions to `url/<decision>`, says how it went and shows the row as it stands then; `onDone` hears what was said. With
 * `onSettled` the page stays as it is: whoever gives it says what it hears in the row's place.
 */
export const useDecision = (
  url: string,
  language: Language,
  onDone?: (said: string) => void,
  onSettled?: (settled: Settled) => void,
): Decide => {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const router = useRouter();
  const take: Decide['take'] = async (decision, body = {}) => {
    setBusy(true);
    setProblem(undefined);
    const { status, message } = await post(`${url}/${decision}`, body);
    setBusy(false);
    const words = message ?? REFUSED.failed[language];
    if (status === 400) return setProblem(words);
    const [isTaken, isSettled] = [status === 200, status === 200 || status === 409];
    if (isSettled && onSettled) return onSettled({ words, isTaken });
    (isTaken ? toast.success : toast.error)(words);
    if (isSettled) router.refresh();
    if (isTaken) onDone?.(words);
  };
  return { isBusy, problem, take, forget: () => setProblem(undefined) };
};

type Answer = { readonly status: number; readonly message?: string };

const post = async (url: string, body: unknown): Promise<Answer> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    // What goes wrong inside the server has no German words.
    if (response.status >= 500) return { status: response.status };
    const answer: { message?: string; errors?: { message?: string }[] } = await response.json();
    const message = answer.message ?? answer.errors?.[0]?.message;
    return { status: response.status, ...(message ? { message } : {}) };
  } catch {
    return { status: 0 };
  }
};
