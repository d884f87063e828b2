import type { Payload, Where } from 'payload';
import type { ChannelId } from '#domain/channel';
import { FIGURES, type Figure, type Receipt, type ReceiptKind } from '#domain/receipt';
import { type Instant, toIso } from '#domain/time';
import { fromIsoRequired } from './instants';
import { compareAndSet, findFields, findRows, inChunks, insertOnce, isUnset, type Row } from './rows';

/** A receipt as it is kept. */
export type KeptReceipt = Receipt & { readonly id: string };

/**
 * Keeps receipts, each once however often it comes; gives how many are new, or `late` when the signal came before all were kept. What
 * was kept until then need not be written when they are told again, so that telling them often enough keeps all.
 */
export const keepReceipts = async (
  payload: Payload,
  receipts: readonly Receipt[],
  late?: AbortSignal,
): Promise<number | 'late'> => {
  let added = 0;
  for (const chunk of inChunks(await unknownOf(payload, receipts), 20)) {
    if (late?.aborted) return 'late';
    const rows = await Promise.all(chunk.map((receipt) => insertOnce(payload, 'receipts', dataOf(receipt))));
    added += rows.filter((row) => row !== undefined).length;
  }
  return added;
};

/** Receipts that no job has looked at, so many at most, oldest first. */
export const freshReceipts = async (payload: Payload, limit: number): Promise<readonly KeptReceipt[]> =>
  (await findRows(payload, 'receipts', isUnset('appliedAt'), { sort: 'createdAt', limit })).map(readReceipt);

/** Writes down that a job has done what they ask for; the last step, so that a crash before repeats it. */
export const markApplied = async (payload: Payload, receipts: readonly KeptReceipt[], now: Instant): Promise<void> => {
  for (const chunk of inChunks(receipts, 500)) {
    const where: Where = { and: [{ id: { in: chunk.map(({ id }) => id) } }, isUnset('appliedAt')] };
    await payload.db.updateMany({ collection: 'receipts', where, data: { appliedAt: toIso(now) }, returning: false });
  }
};

/** Ids of the people of whom a provider told anything about this attempt: it certainly had their mail. */
export const peopleTold = async (
  payload: Payload,
  { channelId, dispatchKey, attempt }: Pick<Receipt, 'channelId' | 'dispatchKey' | 'attempt'>,
): Promise<ReadonlySet<string>> => {
  const where: Where = {
    and: [{ dispatchKey: { equals: dispatchKey } }, { attempt: { equals: attempt } }, { channel: { equals: channelId } }],
  };
  return new Set((await findFields(payload, 'receipts', where, ['subscriber'])).map(({ subscriber }) => subscriber));
};

/**
 * When mailbox and mails of a subscription did not come together since then, once per batch; a mail that arrived ends what was before it.
 */
export const unreachedMoments = async (
  payload: Payload,
  { subscriberId, channelId }: Pick<Receipt, 'subscriberId' | 'channelId'>,
  since: Instant | undefined,
): Promise<readonly Instant[]> => {
  const ofThem: Where[] = [{ subscriber: { equals: subscriberId } }, { channel: { equals: channelId } }];
  const of = (kind: ReceiptKind, after: string | undefined) => ({
    and: [...ofThem, { kind: { equals: kind } }, ...(after ? [{ at: { greater_than: after } }] : [])],
  });
  const start = since && toIso(since);
  const [arrived] = await findFields(payload, 'receipts', of('delivered', start), ['at'], { sort: '-at', limit: 1 });
  const fields = ['at', 'dispatchKey'] as const;
  const rows = await findFields(payload, 'receipts', of('unreached', arrived?.at ?? start), fields, { sort: 'at' });
  return [...new Map(rows.map(({ dispatchKey, at }) => [dispatchKey, fromIsoRequired(at, 'at')])).values()];
};

/** Counts the receipts of an edition into its row; a figure never falls, also when old receipts are gone. */
export const sumUpEdition = async (payload: Payload, edition: string, channel: ChannelId): Promise<void> => {
  for (const [figure, kinds] of Object.entries(FIGURES) as [Figure, readonly string[]][]) {
    const where: Where = {
      and: [{ edition: { equals: edition } }, { kind: { in: [...kinds] } }, { channel: { equals: channel } }],
    };
    const { totalDocs } = await payload.db.count({ collection: 'receipts', where });
    const isHigher: Where = { or: [isUnset(figure), { [figure]: { less_than: totalDocs } }] };
    if (totalDocs > 0) await compareAndSet(payload, 'editions', edition, [isHigher], { [figure]: totalDocs });
  }
};

/** Forgets receipts of events before then. */
export const forgetReceipts = async (payload: Payload, before: Instant): Promise<void> => {
  await payload.db.deleteMany({ collection: 'receipts', where: { at: { less_than: toIso(before) } } });
};

/** Those that are not kept yet, each once. */
const unknownOf = async (payload: Payload, receipts: readonly Receipt[]): Promise<readonly Receipt[]> => {
  const unknown = new Map(receipts.map((receipt) => [receipt.key, receipt]));
  for (const keys of inChunks([...unknown.keys()], 500))
    for (const { key } of await findFields(payload, 'receipts', { key: { in: [...keys] } }, ['key'])) unknown.delete(key);
  return [...unknown.values()];
};

const dataOf = ({ key, channelId, kind, list, dispatchKey, attempt, subscriberId, at }: Receipt) => ({
  ...{ key, channel: channelId, kind, list: list ?? null, dispatchKey, attempt, subscriber: subscriberId, at: toIso(at) },
  edition: /^edition\/([^/]+)\//.exec(dispatchKey)?.[1] ?? null,
});

const readReceipt = (row: Row<'receipts'>): KeptReceipt => ({
  id: row.id,
  key: row.key,
  channelId: row.channel,
  kind: row.kind,
  list: row.list ?? undefined,
  dispatchKey: row.dispatchKey,
  attempt: row.attempt,
  subscriberId: row.subscriber,
  at: fromIsoRequired(row.at, 'at'),
});
