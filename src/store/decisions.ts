import type { Payload, Where } from 'payload';
import type { ChannelSettings } from '#domain/channel';
import { contentRef } from '#domain/content';
import { DECIDED_FROM } from '#domain/decision';
import type { Delivery, DeliveryStatus } from '#domain/delivery';
import { wordedAnew } from '#domain/own-text';
import type { Instant } from '#domain/time';
import { triesOf } from './attempts';
import { loadContent, putBackInLine } from './contents';
import { changeRow, loadDelivery, moveDelivery, rowsOfEdition } from './deliveries';
import type { DeliverySet } from './delivery-row';
import { dispatchesOf, moveDispatch } from './dispatches';
import { finishEdition } from './editions';
import { mayBeThere } from './own-texts';
import { isStill, isUnset } from './rows';

/** What became of a person's decision; `status` is the row's afterwards, undefined when there is no such row. */
export type Decision =
  | { readonly kind: 'done'; readonly status: DeliveryStatus }
  | { readonly kind: 'not-possible'; readonly status: DeliveryStatus | undefined }
  /** The text must stay as it is: it may have left already, or stands in an edition. */
  | { readonly kind: 'text-stays'; readonly status: DeliveryStatus };

/** Whose row it was when it was found that the person may decide: when planning names somebody else since, nothing is decided. */
type Seen = { readonly seen?: Pick<Delivery, 'carrier' | 'organiser'> | undefined };

/** Who decides (user id), and when. */
export type Decider = Seen & { readonly user: string; readonly now: Instant };

/**
 * The carrier's yes, with its own wording if it wants one and no earlier try may have left in other words. With `fingerprint` only to the
 * version that was looked at.
 */
export const approve = async (
  payload: Payload,
  id: string,
  {
    user,
    now,
    seen,
    ownText,
    fingerprint,
  }: Decider & { readonly ownText?: string | undefined; readonly fingerprint?: string | undefined },
): Promise<Decision> => {
  const row = ownText === undefined ? undefined : await loadDelivery(payload, id);
  if (row && DECIDED_FROM.approve.includes(row.status) && (await mayBeThere(payload, id)))
    return { kind: 'text-stays', status: row.status };
  return decide(payload, id, DECIDED_FROM.approve, 'ready', {
    set: {
      decidedBy: user,
      decidedAt: now,
      ...(ownText === undefined ? {} : { ownText: ownText || undefined, ownTextStale: false }),
    },
    seen,
    fingerprint,
  });
};

/**
 * The carrier's own wording of what leaves without being asked about, was said yes to, or failed and is tried again with it; as long as
 * nobody has it in hand, and no earlier try may have left with the words it has. `fingerprint`: the version it was
 * written for (`wordedAnew`). `before`: the own text that was looked at; whoever comes second changes nothing.
 */
export const reword = async (
  payload: Payload,
  id: string,
  { user, now, seen, ownText, fingerprint, before }: Rewording,
): Promise<Decision> => {
  const row = await loadDelivery(payload, id);
  if (!row || !DECIDED_FROM.reword.includes(row.status)) return refused(row);
  if (row.editionId !== undefined || (await mayBeThere(payload, id))) return { kind: 'text-stays', status: row.status };
  const worded = wordedAnew(row, await loadContent(payload, row.content));
  if (!isSameVersion(worded, fingerprint)) return refused(row);
  const version = { fingerprint: worded.fingerprint, sequence: worded.sequence };
  return decide(payload, id, DECIDED_FROM.reword, 'ready', {
    set: { decidedBy: user, decidedAt: now, reason: undefined, ownText, ownTextStale: false, ...version },
    seen,
    fingerprint: row.fingerprint,
    // No try between looking for earlier ones and now.
    when: [
      isUnset('editionId'),
      ...[isStill('dispatchId', row.dispatchId), isStill('attempt', row.attempt)],
      isStill('ownText', before === undefined ? row.ownText : before || undefined),
    ],
  });
};

type Rewording = Decider & {
  readonly ownText: string;
  readonly fingerprint?: string | undefined;
  readonly before?: string | undefined;
};

/**
 * The carrier's no, with its reason; possible until the message leaves, and while a person still has it to post. The content is
 * planned anew: what a channel declined to announce it does not remind of.
 */
export const decline = async (
  payload: Payload,
  id: string,
  { user, now, seen, reason }: Decider & { readonly reason: string },
): Promise<Decision> => {
  // In line before and after: a crash between the steps heals, and so does a plan that was made between them.
  await planAnew(payload, id);
  const decision = await decide(payload, id, DECIDED_FROM.decline, 'declined', {
    set: { decidedBy: user, decidedAt: now, declineReason: reason, editionId: undefined },
    seen,
  });
  if (decision.kind === 'done') await planAnew(payload, id);
  return decision;
};

/** Somebody posted by hand what was handed over; `user` is unknown where the link of the mail was used. */
export const confirmHandover = (
  payload: Payload,
  id: string,
  now: Instant,
  { user, seen, url }: Seen & { readonly user?: string | undefined; readonly url?: string | undefined } = {},
): Promise<Decision> =>
  decide(payload, id, DECIDED_FROM.confirm, 'sent', {
    set: { sentAt: now, ...(user ? { decidedBy: user, decidedAt: now } : {}), ...(url ? { url } : {}) },
    seen,
  });

/**
 * A person took the message over into a newsletter that its body sends itself (`url`: its web version); only the version that was
 * copied, and only what is due on one of these newsletters: everything else says itself that it left.
 */
export const takeOver = (
  payload: Payload,
  id: string,
  { user, now, seen, fingerprint, url, blocks }: TakingOver,
): Promise<Decision> =>
  decide(payload, id, DECIDED_FROM['take-over'], 'sent', {
    set: { sentAt: now, decidedBy: user, decidedAt: now, ...(url ? { url } : {}) },
    seen,
    fingerprint,
    when: [{ channel: { in: blocks.map(({ id: block }) => block) } }],
  });

type TakingOver = Decider & {
  readonly fingerprint: string;
  readonly url?: string | undefined;
  /** The newsletters that people fill with a block. */
  readonly blocks: readonly Pick<ChannelSettings, 'id'>[];
};

/** Takes a message that has not left out of the plan for good. */
export const withdraw = (payload: Payload, id: string, { user, now, seen }: Decider): Promise<Decision> =>
  decide(payload, id, DECIDED_FROM.withdraw, 'withdrawn', {
    set: { decidedBy: user, decidedAt: now, reason: 'withdrawn-by-person', editionId: undefined },
    seen,
  });

/** Tries again what the provider refused. */
export const retryFailed = (payload: Payload, id: string, { user, now, seen }: Decider): Promise<Decision> =>
  decide(payload, id, DECIDED_FROM.retry, 'ready', {
    set: { decidedBy: user, decidedAt: now, reason: undefined, editionId: undefined },
    seen,
  });

/**
 * A person looked and knows what became of an unconfirmed message: it went out when it was last tried, or it did not and leaves
 * again. All rows of an edition share its fate.
 */
export const resolveUnconfirmed = async (
  payload: Payload,
  id: string,
  { user, now, seen, wasSent }: Decider & { readonly wasSent: boolean },
): Promise<Decision> => {
  const delivery = await loadDelivery(payload, id);
  const by = { decidedBy: user, decidedAt: now, reason: undefined };
  const sentAt = (delivery && (await lastUnclear(payload, delivery))) ?? now;
  const set: DeliverySet = wasSent ? { ...by, sentAt } : { ...by, editionId: undefined };
  const decision = await decide(payload, id, DECIDED_FROM.resolve, wasSent ? 'sent' : 'ready', { set, seen });
  if (decision.kind === 'done' && delivery?.editionId) await resolveEdition(payload, delivery.editionId, set, wasSent, sentAt);
  if (decision.kind === 'done' && wasSent) await closeUnclear(payload, id);
  return decision;
};

/** What a person knows the fate of nobody asks after any more. */
const closeUnclear = async (payload: Payload, id: string): Promise<void> => {
  for (const dispatch of await dispatchesOf(payload, 'post', [id]))
    await moveDispatch(payload, dispatch, ['unconfirmed'], 'cancelled');
};

const resolveEdition = async (
  payload: Payload,
  editionId: string,
  set: DeliverySet,
  wasSent: boolean,
  sentAt: Instant,
): Promise<void> => {
  for (const row of await rowsOfEdition(payload, editionId))
    if (row.status === 'unconfirmed') await moveDelivery(payload, row.id, 'unconfirmed', wasSent ? 'sent' : 'ready', set);
  await finishEdition(payload, editionId, ['unconfirmed'], wasSent ? 'sent' : 'failed', {
    accepted: 0,
    ...(wasSent ? { sentAt } : {}),
  });
};

/** When the last try began of which nobody knows whether it reached anybody; an edition has many messages. */
const lastUnclear = async (payload: Payload, { id, editionId }: Delivery): Promise<Instant | undefined> => {
  const dispatches = await dispatchesOf(payload, editionId ? 'edition' : 'post', [editionId ?? id]);
  return (await triesOf(payload, dispatches)).findLast(({ stage }) => stage === 'unconfirmed')?.startedAt;
};

const planAnew = async (payload: Payload, id: string): Promise<void> => {
  const ref = contentRef((await loadDelivery(payload, id))?.content ?? '');
  if (ref) await putBackInLine(payload, ref);
};

type Move = Seen & {
  readonly set: DeliverySet;
  readonly fingerprint?: string | undefined;
  /** What else must be so. */
  readonly when?: readonly Where[];
};

const decide = async (
  payload: Payload,
  id: string,
  from: readonly DeliveryStatus[],
  to: DeliveryStatus,
  { set, seen, fingerprint, when = [] }: Move,
): Promise<Decision> => {
  const delivery = await loadDelivery(payload, id);
  if (!delivery || !from.includes(delivery.status) || !isSameVersion(delivery, fingerprint)) return refused(delivery);
  const { carrier, organiser } = seen ?? delivery;
  const conditions: Where[] = [
    { fingerprint: { equals: fingerprint ?? delivery.fingerprint } },
    { carrier: { equals: carrier } },
    { organiser: { equals: organiser } },
    ...when,
  ];
  const moved =
    delivery.status === to
      ? await changeRow(payload, id, to, set, conditions)
      : await moveDelivery(payload, id, delivery.status, to, set, conditions);
  return moved ? { kind: 'done', status: to } : refused(await loadDelivery(payload, id));
};

const isSameVersion = (delivery: Delivery, fingerprint: string | undefined): boolean =>
  fingerprint === undefined || fingerprint === delivery.fingerprint;

const refused = (delivery: Delivery | undefined): Decision => ({ kind: 'not-possible', status: delivery?.status });
