import type { Payload } from 'payload';
import type { DispatchStatus } from '#domain/dispatch';
import { type Instant, isBefore } from '#domain/time';
import { log } from '#runtime/log';
import { changeUnsent, deliveriesIn, loadDeliveriesById } from '#store/deliveries';
import type { LedgerRow } from '#store/delivery-row';
import { dispatchesOf, lostBatches, moveDispatch } from '#store/dispatches';
import { loadEditions } from '#store/editions';
import { toIso } from '#store/instants';
import { addNotice, approvalKey, type Notice, type NoticeKind, noticesAbout } from '#store/notices';
import { coordinators, editorsOf, type Person } from '#store/people';
import { isUnset } from '#store/rows';
import type { JobContext } from './context';

/** What happened longer ago is told nobody any more. */
const NEWS_DAYS = 14;

/** A reminder goes out so many hours before we stop asking whether a text was posted by hand. */
const REMIND_HOURS = 24;

/** Where nobody could be asked for approval, we try again after so many hours. */
const ASK_AGAIN_HOURS = 24;

/**
 * Raises what people must be told: requests for approval, refusals, failures, texts that wait to be posted by hand. Once per row,
 * occasion and person, however often it runs. Gives the number of notices raised.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const waiting = await deliveriesIn(ctx.payload, 'awaiting-approval');
  const asked = await raise(
    ctx,
    waiting.map((row) => ({ row, kind: 'approval', whose: row.carrier, keyFor: (userId) => approvalKey(row, userId) })),
  );
  await countReached(ctx, waiting);
  return asked + (await raise(ctx, await occasions(ctx)));
};

/** A fact about a row that the editors of one organisation must hear of, and coordination too where `above`. */
type Occasion = {
  readonly row: LedgerRow;
  readonly kind: NoticeKind;
  readonly whose: string;
  readonly above?: boolean;
  readonly keyFor: (userId: string) => string;
};

const occasions = async ({ payload, now }: JobContext): Promise<readonly Occasion[]> => {
  const recent = { greater_than: toIso(now.subtract({ hours: NEWS_DAYS * 24 })) };
  const soon = toIso(now.add({ hours: REMIND_HOURS }));
  const declined = await deliveriesIn(payload, 'declined', { decidedAt: recent });
  const failed = await deliveriesIn(payload, 'failed', { dueAt: recent });
  const unclear = await deliveriesIn(payload, 'unconfirmed', { dueAt: recent });
  const unposted = await deliveriesIn(payload, 'handed-over', { askUntil: { greater_than: toIso(now), less_than_equal: soon } });
  return [
    ...declined.map((row) => occasion('declined', row, row.organiser, row.decidedAt ? toIso(row.decidedAt) : '')),
    ...[...failed, ...unclear].map((row) => ({ ...occasion('failed', row, row.carrier, troubleOf(row)), above: true })),
    ...(await partlySent(payload, now)).map((row) => ({ ...occasion('failed', row, row.carrier, 'partly'), above: true })),
    ...unposted.map((row) => occasion('handover-due', row, row.carrier, row.askUntil ? toIso(row.askUntil) : '')),
  ];
};

/** A row of each edition that some got and others did not, or perhaps not: the row itself counts as sent. */
const partlySent = async (payload: Payload, now: Instant): Promise<readonly LedgerRow[]> => {
  const lost = await lostBatches(payload, now.subtract({ hours: NEWS_DAYS * 24 }));
  const editions = [...(await loadEditions(payload, [...new Set(lost.map(({ subject }) => subject))])).values()];
  const partly = editions.filter(({ status, accepted }) => status === 'sent' && accepted);
  return loadDeliveriesById(
    payload,
    partly.flatMap(({ rows }) => rows.slice(0, 1)),
  );
};

const occasion = (kind: NoticeKind, row: LedgerRow, whose: string, what: string): Occasion => ({
  row,
  kind,
  whose,
  // The rows of an edition share its fate: one notice for all of them.
  keyFor: (userId) => [kind, row.editionId ?? row.id, what, userId].join('/'),
});

const troubleOf = (row: LedgerRow): string => `${row.status}-${row.attempt ?? 0}`;

const raise = async (ctx: JobContext, all: readonly Occasion[]): Promise<number> => {
  if (all.length === 0) return 0;
  const people = await editorsOf(ctx.payload, [...new Set(all.map(({ whose }) => whose))]);
  const above = all.some((one) => one.above) ? await coordinators(ctx.payload) : [];
  const raised = new Set(
    (
      await noticesAbout(
        ctx.payload,
        all.map(({ row }) => row.id),
      )
    ).map(({ key }) => key),
  );
  let count = 0;
  for (const one of all) {
    const readers = readersOf(one, people, above);
    if (readers.length === 0) log('notice.nobody', { kind: one.kind, delivery: one.row.id }, 'debug');
    for (const { id: userId } of readers) {
      const key = one.keyFor(userId);
      if (raised.has(key)) continue;
      raised.add(key);
      const opening = { key, kind: one.kind, userId, deliveryId: one.row.id, organisation: one.whose };
      if (await addNotice(ctx.payload, opening)) count += 1;
    }
  }
  return count;
};

const readersOf = (one: Occasion, people: readonly Person[], above: readonly Person[]): readonly Person[] => {
  const editors = people.filter((person) => person.organisation === one.whose);
  const others = one.above ? above.filter((person) => !editors.some(({ id }) => id === person.id)) : [];
  return [...editors, ...others];
};

/**
 * A row that came back to where it was asked about before: who was reached then is reached now and the hours begin anew. Where
 * nobody was reached, the request is sent after all, or once more.
 */
const countReached = async (ctx: JobContext, waiting: readonly LedgerRow[]): Promise<void> => {
  const unnoticed = waiting.filter((row) => !row.noticedAt);
  const notices = await noticesAbout(
    ctx.payload,
    unnoticed.map((row) => row.id),
  );
  for (const row of unnoticed) {
    const about = notices.filter((notice) => notice.key === approvalKey(row, notice.userId));
    if (about.some((notice) => notice.status === 'accepted'))
      await changeUnsent(ctx.payload, row.id, 'awaiting-approval', { noticedAt: ctx.now }, [
        isUnset('noticedAt'),
        { fingerprint: { equals: row.fingerprint } },
      ]);
    else
      await askAgain(
        ctx,
        about.filter((notice) => notice.status === 'failed'),
      );
  }
};

/**
 * Requests that had become pointless are sent after all; those that were refused or have an unknown fate once more a day later:
 * a second mail to an editor does less harm than a row nobody knows of.
 */
const askAgain = async (ctx: JobContext, unheard: readonly Notice[]): Promise<void> => {
  const dispatches = await dispatchesOf(
    ctx.payload,
    'notice',
    unheard.map((notice) => notice.id),
  );
  const dayAgo = ctx.now.subtract({ hours: ASK_AGAIN_HOURS });
  for (const dispatch of dispatches)
    if (dispatch.status === 'cancelled' || (isUnheard(dispatch.status) && !isBefore(dayAgo, dispatch.notBefore)))
      await moveDispatch(ctx.payload, dispatch, [dispatch.status], 'due', { notBefore: ctx.now });
};

const isUnheard = (status: DispatchStatus): boolean => status === 'failed' || status === 'unconfirmed';
