import { isQuiet } from '#domain/calendar';
import { sendsEditions } from '#domain/channel';
import { type Dispatch, type SendOutcome, troubleOf } from '#domain/dispatch';
import type { EditionEntry } from '#domain/edition';
import { addressHasher } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import type { Claim } from '#store/attempts';
import { BATCH_SIZE } from '#store/batches';
import { holdBatches, loadDispatch, moveDispatch } from '#store/dispatches';
import { type Edition, loadEdition } from '#store/editions';
import { isStopped, type Settings } from '#store/settings';
import { loadSubscribers } from '#store/subscribers';
import { openSuppressions, type Suppressed } from '#store/suppressions';
import type { JobContext } from '../context';
import { addressTo } from './compose';
import { findWords, firstWords, type Leaving, rightEntries, type Told } from './edition-words';
import { claim, dropClaim, handOver } from './hand-over';
import { type Way, wayOut } from './way-out';

/** What became of a batch's turn: it was handed over, or not; `rest`: its provider takes nothing more of its channel for now. */
export type Turn = 'handed' | 'idle' | 'rest';

/** What one round knows of an edition that is on its way out, and asks for only once. */
export type Known = {
  /** By segment, what the first of its people were told; with batches from before segments, `undefined` is one. */
  readonly told: Map<string | undefined, Told>;
  /** From the first batch on that may have left: from then on the edition is fixed. */
  leaving?: OnItsWay;
};

type OnItsWay = Leaving & { readonly way: Way; readonly suppressed: Suppressed };

/** Takes a batch in hand and hands it over to those of its people who still are to get it; `known` learns what it says. */
export const dispatchBatch = async (ctx: JobContext, settings: Settings, dispatch: Dispatch, known: Known): Promise<Turn> => {
  const leaving = known.leaving ?? (await findLeaving(ctx, settings, dispatch));
  if (typeof leaving === 'string') return leaving;
  const { edition, channel, way } = leaving;
  if (isQuiet(channel.quiet, now())) return 'rest';
  const found = known.told.get(dispatch.segment) ?? (await findWords(ctx, dispatch, known.leaving !== undefined));
  if (found === 'wait') return 'idle';
  const told = 'mail' in found ? found : undefined;
  // Not read yet: a batch never goes to more people than its edition.
  const most = Math.min(edition.recipients ?? BATCH_SIZE, BATCH_SIZE);
  const claimed = await claim(ctx, dispatch, { people: most, rows: told?.rows });
  if (!claimed) return 'idle';
  const people = await loadSubscribers(ctx.payload, claimed.dispatch.recipientIds ?? [], leaving.suppressed);
  const words = async () => ('mail' in found ? found : firstWords(ctx, settings, { ...found, ...leaving }, claimed));
  const said = people.length > 0 ? await words() : undefined;
  if (!said) return dropBatch(ctx, claimed, edition);
  const outcome = await handOver(ctx, claimed, way, addressTo(ctx, said.mail, people), told?.attemptId);
  if (outcome && mayHaveLeft(outcome)) {
    known.told.set(dispatch.segment, said);
    known.leaving = leaving;
  }
  return outcome ? pace(ctx, dispatch, outcome) : 'idle';
};

/** The edition of a batch and its way out, or what becomes of the batch's turn without them. */
const findLeaving = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<OnItsWay | Turn> => {
  const edition = await loadEdition(ctx.payload, dispatch.subject);
  // Frozen, but the edition is not sealed yet: whoever seals it is still at it, or the next tick is.
  if (edition && edition.recipients === undefined && edition.status !== 'skipped') return 'idle';
  const channel = settings.channels.find(({ id }) => id === edition?.channelId);
  if (!edition || edition.status === 'skipped' || !sendsEditions(channel)) return cancelBatch(ctx, dispatch);
  if (isStopped(settings, channel)) return 'rest';
  // Who was suppressed before its slot is in none of its batches.
  const suppressed = await openSuppressions(ctx.payload, addressHasher(), { since: edition.slotAt });
  let entries: Promise<readonly EditionEntry[]> | undefined;
  return {
    ...{ edition, channel, suppressed, way: await wayOut(ctx, channel) },
    entries: () => (entries ??= rightEntries(ctx, settings, edition)),
  };
};

/** A batch in hand of which nothing leaves: none of its people gets it any more, or nothing is to be told. */
const dropBatch = async (ctx: JobContext, claimed: Claim, edition: Edition): Promise<Turn> => {
  // Somebody stopped its channel meanwhile, so that the edition was opened again: its people wait for it.
  const left = await loadEdition(ctx.payload, edition.id);
  const isReopened = left && (left.recipients === undefined || left.version !== edition.version);
  await dropClaim(ctx, claimed, isReopened ? 'due' : 'cancelled');
  return 'idle';
};

const mayHaveLeft = ({ kind }: SendOutcome): boolean => kind === 'accepted' || kind === 'unconfirmed';

/**
 * A provider that takes no more of the channel for now gets none of the other batches either: they wait as long as the one it has not
 * taken, or until it takes more. Written down, so that other processes keep to it from their next round on, and so does this one after a
 * crash.
 */
const pace = async (ctx: JobContext, { id, subject }: Dispatch, outcome: SendOutcome): Promise<Turn> => {
  if (troubleOf(outcome)) return 'rest';
  if ((outcome.kind !== 'postponed' && outcome.kind !== 'accepted') || !outcome.restUntil) return 'handed';
  const settled = outcome.kind === 'postponed' ? await loadDispatch(ctx.payload, id) : undefined;
  await holdBatches(ctx.payload, subject, settled?.notBefore ?? outcome.restUntil);
  return 'rest';
};

/** Nothing of this batch may leave any more: its channel sends no editions any more, or the edition fell out. */
const cancelBatch = async (ctx: JobContext, dispatch: Dispatch): Promise<Turn> => {
  if (await moveDispatch(ctx.payload, dispatch, ['due'], 'cancelled')) log('dispatch.cancelled', { dispatch: dispatch.id });
  return 'idle';
};
