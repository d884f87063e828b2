import { z } from 'zod';
import type { CheckOutcome, Postable } from '#domain/connection';
import { isFine, jsonIn, judgeAccount } from './judge';
import { MANNERS, type XAsk } from './x-line';

/** As whom the keys may act, or why X does not say so. */
export type Me = { readonly kind: 'fine'; readonly account: Postable } | Exclude<CheckOutcome, { kind: 'fine' }>;

/** Asks X as whom its keys act (`users/me`). Every answer costs the body a cent or so: ask when somebody wants to know. */
export const readMe = async (ask: XAsk): Promise<Me> => {
  const answer = await ask((api) => api.get('users/me', {}, { fullResponse: true }));
  const me = isFine(answer) ? ME.safeParse(jsonIn(answer)).data?.data : undefined;
  return me ? { kind: 'fine', account: { id: me.id, name: `@${me.username}` } } : judgeAccount(answer, MANNERS);
};

const ME = z.object({ data: z.object({ id: z.string().min(1), username: z.string().min(1).max(50) }) });

/** Whether the account's keys are good, and whose they are; it costs what `readMe` costs. */
export const checkX = async (ask: XAsk): Promise<CheckOutcome> => {
  const me = await readMe(ask);
  return me.kind === 'fine' ? { kind: 'fine', name: me.account.name } : me;
};
