import type { Payload } from 'payload';
import { noLongerTrue, remindAt } from '#domain/handover';
import type { NoticeKind } from '#domain/notice';
import { type Instant, isBefore, toIso } from '#domain/time';
import { dispatchesInTrouble } from '#store/attempts';
import { loadContents } from '#store/contents';
import { deliveriesIn, loadDeliveriesById, rowsOfEdition } from '#store/deliveries';
import type { LedgerRow } from '#store/delivery-row';
import { loadDispatches, lostBatches } from '#store/dispatches';
import { loadEditions } from '#store/editions';
import { openHandovers } from '#store/handovers';
import { type NoticeOpening, noticeKey } from '#store/notices';
import type { Person, Staff } from '#store/people';
import type { JobContext } from '../context';
import { isYetToLook } from '../dispatch/unclear';

/** What happened longer ago is told nobody any more. */
export const NEWS_DAYS = 14;

/** What became of rows lately that people must hear of: refusals, failures, texts that wait to be posted by hand. */
export const factsAboutRows = async (ctx: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => [
  ...(await refusals(ctx, staff)),
  ...(await troubles(ctx, staff)),
  ...(await reminders(ctx, staff)),
];

const refusals = async ({ payload, now }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const recent = { greater_than: toIso(now.subtract({ hours: NEWS_DAYS * 24 })) };
  return (await deliveriesIn(payload, 'declined', { decidedAt: recent })).flatMap((row) =>
    toEach(staff.editorsOf(row.organiser, 'declined'), 'declined', row, row.organiser, row.decidedAt ? toIso(row.decidedAt) : ''),
  );
};

/** Counted from the attempt that went wrong: a row may have been due long before. */
const troubles = async (ctx: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const { payload, now } = ctx;
  const ids = await dispatchesInTrouble(payload, now.subtract({ hours: NEWS_DAYS * 24 }));
  const dispatches = await loadDispatches(payload, ids);
  const subjects = (kind: 'post' | 'edition') => [
    ...new Set(dispatches.filter((one) => one.kind === kind).map(({ subject }) => subject)),
  ];
  const rows = [...(await loadDeliveriesById(payload, subjects('post')))];
  for (const edition of subjects('edition')) rows.push(...(await rowsOfEdition(payload, edition)));
  return [
    ...(await toTell(ctx, rows)).flatMap((row) => toCarrierAndAbove(staff, row, `${row.status}-${row.attempt ?? 0}`)),
    ...(await partlySent(payload, now)).flatMap((row) => toCarrierAndAbove(staff, row, 'partly')),
  ];
};

/** What went wrong, or needs somebody to look; nobody is to look for what we have yet to look for ourselves and often find. */
const toTell = async (ctx: JobContext, rows: readonly LedgerRow[]): Promise<readonly LedgerRow[]> => {
  const told: LedgerRow[] = [];
  for (const row of rows)
    if (row.status === 'failed' || (row.status === 'unconfirmed' && !(await isYetToLook(ctx, row)))) told.push(row);
  return told;
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

const toCarrierAndAbove = (staff: Staff, row: LedgerRow, what: string): readonly NoticeOpening[] =>
  toEach(staff.concerned(row.carrier, 'failed'), 'failed', row, row.carrier, what);

/** Nobody is reminded of a text that is no longer right. */
const reminders = async ({ payload, now }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const due = (await openHandovers(payload)).filter(
    ({ handedAt, askUntil }) => isBefore(now, askUntil) && !isBefore(now, remindAt(handedAt, askUntil)),
  );
  const contents = await loadContents(
    payload,
    due.map(({ row }) => row.content),
  );
  return due
    .filter(({ row }) => !noLongerTrue(row, contents.get(row.content)))
    .flatMap(({ row, askUntil }) =>
      toEach(staff.editorsOf(row.carrier, 'handover-due'), 'handover-due', row, row.carrier, toIso(askUntil)),
    );
};

const toEach = (
  readers: readonly Person[],
  kind: NoticeKind,
  row: LedgerRow,
  organisation: string,
  occasion: string,
): readonly NoticeOpening[] =>
  // The rows of an edition share its fate: one notice for all of them.
  readers.map(({ id: userId }) => ({
    ...{ kind, userId, organisation, deliveryId: row.id },
    key: noticeKey(kind, row.editionId ?? row.id, occasion, userId),
  }));
