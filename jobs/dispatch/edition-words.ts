import type { ChannelSettings } from '#domain/channel';
import type { Dispatch } from '#domain/dispatch';
import type { EditionEntry } from '#domain/edition';
import { editedSections } from '#domain/edition-making';
import type { Mail } from '#domain/message';
import { entriesFor, segmentOf } from '#domain/segment';
import { now } from '#runtime/clock';
import { type Claim, firstTold } from '#store/attempts';
import { loadDeliveriesById } from '#store/deliveries';
import { batchesOf, loadDispatch, moveDispatch } from '#store/dispatches';
import { type Edition, fixContents } from '#store/editions';
import type { Settings } from '#store/settings';
import { stillAsked } from '#store/still-asked';
import type { JobContext } from '../context';
import { composeEditionMail } from './compose';
import { refuse } from './hand-over';

/** What the people of a segment are told: the mail to nobody yet, the ledger rows in it, and the attempt that holds its words. */
export type Told = { readonly mail: Mail; readonly attemptId: string; readonly rows?: readonly string[] | undefined };

/** The batches of a segment of which nothing may have left yet; with those of all others, where nothing has of them either (`isFirst`). */
type Untold = { readonly batches: readonly Dispatch[]; readonly isFirst: boolean };

/**
 * What the segment of a batch was told. All batches of a segment say the same, and of an edition the first one fixes the rows for all:
 * as long as nothing of it may have left, only the first batch that has not failed may say it, then the first of each segment; the
 * others `wait` for its words. `isLeaving`: something may have left for certain.
 */
export const findWords = async (
  { payload }: JobContext,
  dispatch: Dispatch,
  isLeaving: boolean,
): Promise<Told | Untold | 'wait'> => {
  const same = await batchesOf(payload, dispatch.subject, dispatch);
  const told = await firstTold(payload, same);
  if (told?.message?.kind === 'mail')
    return { mail: told.message, attemptId: told.wordsOf ?? told.id, rows: (await loadDispatch(payload, told.dispatchId))?.rows };
  const all = isLeaving ? same : await batchesOf(payload, dispatch.subject);
  const isFirst = !isLeaving && !(await firstTold(payload, all));
  const batches = isFirst ? all : same;
  return isLeading(dispatch, batches) ? { batches, isFirst } : 'wait';
};

const isLeading = (dispatch: Dispatch, batches: readonly Dispatch[]): boolean =>
  batches.find(({ status }) => status !== 'failed' && status !== 'cancelled')?.id === dispatch.id;

/** An edition that leaves, by which channel, and its rows that still are right, looked at once. */
export type Leaving = {
  readonly edition: Edition;
  readonly channel: ChannelSettings;
  readonly entries: () => Promise<readonly EditionEntry[]>;
};

/**
 * The mail of a segment that was told nothing yet. What is no longer right is not in it; as long as nothing has left, it is not in
 * the edition from now on, nor is what no segment wants. Undefined when nothing is to be told, or the claim was taken away.
 */
export const firstWords = async (
  ctx: JobContext,
  { organisations }: Settings,
  { edition, channel, batches, isFirst, entries: rightOnes }: Untold & Leaving,
  claimed: Claim,
): Promise<Told | undefined> => {
  const all = await rightOnes();
  const readBy = ({ segment }: Dispatch) => (segment === undefined ? all : entriesFor(all, segmentOf(segment), organisations));
  const entries = readBy(claimed.dispatch);
  const rows = idsOf(entries);
  if (entries.length === 0 || !(await noteRows(ctx, claimed, rows))) return undefined;
  const { segment } = claimed.dispatch;
  const language = segment === undefined ? channel.language : segmentOf(segment).language;
  const sections = editedSections(entries, organisations, edition.edits);
  const composed = await composeEditionMail(ctx, { edition, channel: { ...channel, language }, sections, organisations });
  if (composed.kind === 'refusal') await refuse(ctx, claimed, composed.code, composed.detail);
  if (composed.kind === 'refusal' || composed.message.kind !== 'mail') return undefined;
  const mail = composed.message;
  const told = new Set(isFirst ? batches.flatMap((batch) => idsOf(readBy(batch))) : []);
  const isFixed = !isFirst || (await fixContents(ctx.payload, edition, mail.subject, [...told]));
  return isFixed ? { mail, attemptId: claimed.attempt.id, rows } : undefined;
};

const idsOf = (entries: readonly EditionEntry[]): readonly string[] => entries.map(({ delivery }) => delivery.id);

/** Writes down which rows a batch tells, before it may leave: they are sent by it. */
const noteRows = async (ctx: JobContext, { dispatch }: Claim, rows: readonly string[]): Promise<boolean> =>
  (await moveDispatch(ctx.payload, dispatch, ['sending'], 'sending', { rows })) !== undefined;

/** The rows the edition was sealed with that still are right. */
export const rightEntries = async (ctx: JobContext, settings: Settings, edition: Edition): Promise<readonly EditionEntry[]> => {
  const rows = await loadDeliveriesById(ctx.payload, edition.rows);
  return stillAsked(
    ctx.payload,
    settings,
    // What another segment was told is sent already.
    rows.filter(({ status, editionId }) => (status === 'sending' || status === 'sent') && editionId === edition.id),
    now,
  );
};
