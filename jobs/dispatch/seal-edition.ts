import type { ChannelSettings } from '#domain/channel';
import { contentRef, fingerprintOf } from '#domain/content';
import { isTooFew, makeEdition } from '#domain/edition-making';
import { newsletterOf } from '#domain/newsletter';
import { settledAt } from '#domain/schedule';
import { entriesFor, segmentOf } from '#domain/segment';
import { isBefore } from '#domain/time';
import { addressHasher } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { freezeBatches } from '#store/batches';
import { loadContents, putBackInLine, readStand } from '#store/contents';
import { leaveEdition, loadDeliveriesById, moveDelivery, rowsOfEdition } from '#store/deliveries';
import type { LedgerRow } from '#store/delivery-row';
import { type Edition, sealEdition, skipEdition } from '#store/editions';
import type { Settings } from '#store/settings';
import { stillAsked } from '#store/still-asked';
import { hasReaders } from '#store/subscribers';
import type { JobContext } from '../context';
import { isHeldBack } from './hold-edition';

/**
 * For so many minutes a closed edition waits for contents that changed in the last moment: for planning to look at them again, and
 * for their time to think to be over. What is not ready then takes the next edition.
 */
export const waitMinutes = ({ coolOffMinutes }: Pick<Settings, 'coolOffMinutes'>): number => Math.max(10, coolOffMinutes);

/**
 * Fixes what a closed edition consists of: takes its rows in hand, freezes its people in batches, then seals it, after which
 * batches may leave. An edition without people who want any of it, or with too few rows, falls out and its rows take the next; one
 * that may not leave yet waits. Repeatable after a crash anywhere, and by two at once. Gives 1 when the edition moved on.
 */
export const sealEditionRows = async (ctx: JobContext, settings: Settings, edition: Edition): Promise<number> => {
  const rows = (await rowsOfEdition(ctx.payload, edition.id)).filter(({ status }) => status === 'ready' || status === 'sending');
  const ready = rows.filter((row) => row.status === 'ready');
  const stale = await staleRows(ctx, settings, ready);
  if (stale.length > 0 && isBefore(ctx.now, edition.slotAt.add({ minutes: waitMinutes(settings) }))) return 0;
  const channel = settings.channels.find(({ id }) => id === edition.channelId);
  const right = rows.filter((row) => !stale.includes(row));
  const verdict = channel ? await judge(ctx, settings, edition, channel, right) : 'skip';
  if (verdict === 'wait') return 0;
  if (!channel || verdict === 'skip') return skip(ctx, edition);
  for (const row of ready) if (!verdict.has(row.id)) await leaveEdition(ctx.payload, row.id, edition.id);
  const taken = await takeRows(
    ctx,
    edition,
    right.filter(({ id }) => verdict.has(id)),
  );
  if (taken.length === 0) return skip(ctx, edition);
  const hasEntries = await readersOf(ctx, settings, taken);
  const recipients = await freezeBatches(ctx.payload, { id: edition.id, channel, hash: addressHasher(), hasEntries }, ctx.now);
  if (recipients === 0) return skip(ctx, edition);
  const isSealed = await sealEdition(ctx.payload, edition, recipients, taken);
  if (isSealed) log('edition.sealed', { edition: edition.id, recipients, rows: taken.length });
  return isSealed ? 1 : 0;
};

/** Tells of a segment whether its people get any of these rows; looked at once for each. */
const readersOf = async (ctx: JobContext, { organisations }: Settings, ids: readonly string[]) => {
  const rows = await loadDeliveriesById(ctx.payload, ids);
  const contents = await loadContents(ctx.payload, [...new Set(rows.map((row) => row.content))]);
  const entries = rows.flatMap((delivery) => {
    const content = contents.get(delivery.content);
    return content ? [{ delivery, content }] : [];
  });
  const known = new Map<string, boolean>();
  return (segment: string): boolean => {
    const hasEntries = known.get(segment) ?? entriesFor(entries, segmentOf(segment), organisations).length > 0;
    known.set(segment, hasEntries);
    return hasEntries;
  };
};

/** The ids of the rows that leave with the edition; or that it falls out, or has to wait. */
const judge = async (
  ctx: JobContext,
  settings: Settings,
  edition: Edition,
  channel: ChannelSettings,
  rows: readonly LedgerRow[],
): Promise<ReadonlySet<string> | 'skip' | 'wait'> => {
  const entries = await stillAsked(ctx.payload, settings, rows, now);
  if (entries.length === 0 || !(await hasReaders(ctx.payload, channel.id))) return 'skip';
  const newsletter = newsletterOf(channel);
  const { sections } = makeEdition(entries, settings.organisations, edition.edits, newsletter);
  const leaving = sections.flatMap((section) => section.entries.map(({ delivery }) => delivery));
  if (isTooFew(leaving, newsletter)) {
    log('edition.too-few', { edition: edition.id, rows: leaving.length, minimum: newsletter.minimumItems });
    return 'skip';
  }
  if (await isHeldBack(ctx, settings, edition, channel, sections)) return 'wait';
  return new Set(leaving.map(({ id }) => id));
};

/** Rows that no longer say what the content says (these are put back in line), or whose content may still be taken back. */
const staleRows = async (ctx: JobContext, settings: Settings, rows: readonly LedgerRow[]): Promise<readonly LedgerRow[]> => {
  const contents = await loadContents(
    ctx.payload,
    rows.map((row) => row.content),
  );
  const stale: LedgerRow[] = [];
  for (const row of rows) {
    const content = contents.get(row.content);
    const stand = content && (await readStand(ctx.payload, content, settings.basis, now()));
    const isRight = content?.live && fingerprintOf(content) === row.fingerprint;
    const isSettled = content && !isBefore(now(), settledAt(row, content, settings.coolOffMinutes));
    if (isRight && isSettled && stand?.isPlanned && stand.planRevision === content.planRevision) continue;
    stale.push(row);
    const ref = contentRef(row.content);
    if (!isRight && ref) await putBackInLine(ctx.payload, ref);
  }
  return stale;
};

/** Takes rows in hand for the edition; gives the ids of those that are, whoever took them: a process before a crash, or beside us. */
const takeRows = async (ctx: JobContext, edition: Edition, rows: readonly LedgerRow[]): Promise<readonly string[]> => {
  for (const row of rows) {
    if (row.status !== 'ready') continue;
    const conditions = [{ editionId: { equals: edition.id } }, { fingerprint: { equals: row.fingerprint } }];
    const set = { dispatchId: undefined, attempt: undefined, reason: undefined };
    await moveDelivery(ctx.payload, row.id, 'ready', 'sending', set, conditions);
  }
  const inHand = (await rowsOfEdition(ctx.payload, edition.id)).filter((row) => row.status === 'sending');
  return inHand.map(({ id }) => id).filter((id) => rows.some((row) => row.id === id));
};

/** Rows taken in hand before are released by the next look at strays. */
const skip = async (ctx: JobContext, edition: Edition): Promise<number> => {
  if (!(await skipEdition(ctx.payload, edition.id))) return 0;
  log('edition.skipped', { edition: edition.id });
  return 1;
};
