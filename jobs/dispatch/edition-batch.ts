import { isQuiet } from '#domain/calendar';
import { sendsEditions } from '#domain/channel';
import { type Dispatch, isAccountRefused, type SendOutcome } from '#domain/dispatch';
import { addressHasher } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { holdBatches, loadDispatch, moveDispatch } from '#store/dispatches';
import { loadEdition } from '#store/editions';
import { isStopped, type Settings } from '#store/settings';
import { loadSubscribers } from '#store/subscribers';
import type { JobContext } from '../context';
import { addressTo } from './compose';
import { findWords, firstWords, type Told } from './edition-words';
import { claim, dropClaim, handOver } from './hand-over';
import { settleEdition } from './settle-edition';
import { wayOut } from './way-out';

/** What became of a batch's turn: it was handed over, or not; `rest`: its provider takes nothing more of its channel for now. */
export type Turn = 'handed' | 'idle' | 'rest';

/**
 * Takes a batch in hand and hands it over to those of its people who still are to get it. `known`: by segment, what its people were
 * told, as far as this round knows; it learns what this batch says.
 */
export const dispatchBatch = async (
  ctx: JobContext,
  settings: Settings,
  dispatch: Dispatch,
  known: Map<string | undefined, Told>,
): Promise<Turn> => {
  const { segment } = dispatch;
  const edition = await loadEdition(ctx.payload, dispatch.subject);
  // Frozen, but the edition is not sealed yet: whoever seals it is still at it, or the next tick is.
  if (edition && edition.recipients === undefined && edition.status !== 'skipped') return 'idle';
  const channel = settings.channels.find(({ id }) => id === edition?.channelId);
  if (!edition || edition.status === 'skipped' || !sendsEditions(channel)) return cancelBatch(ctx, dispatch);
  if (isQuiet(channel.quiet, now()) || isStopped(settings, channel)) return 'rest';
  const found = known.get(segment) ?? (await findWords(ctx, dispatch));
  if (found === 'wait') return 'idle';
  const told = 'mail' in found ? found : undefined;
  const whole = await loadDispatch(ctx.payload, dispatch.id);
  const claimed = whole?.status === 'due' ? await claim(ctx, whole, told?.rows) : undefined;
  if (!claimed) return 'idle';
  const people = await loadSubscribers(ctx.payload, claimed.dispatch.recipientIds ?? [], addressHasher());
  const words = async () => ('mail' in found ? found : firstWords(ctx, settings, { ...found, edition, channel }, claimed));
  const said = people.length > 0 ? await words() : undefined;
  if (said) {
    const mail = addressTo(ctx, said.mail, people);
    const outcome = await handOver(ctx, claimed, await wayOut(ctx, channel), mail, told?.attemptId);
    if (outcome && mayHaveLeft(outcome)) known.set(segment, said);
    return outcome ? pace(ctx, dispatch, outcome) : 'idle';
  }
  // Somebody stopped its channel meanwhile, so that the edition was opened again: its people wait for it.
  const left = await loadEdition(ctx.payload, edition.id);
  const isReopened = left && (left.recipients === undefined || left.version !== edition.version);
  await dropClaim(ctx, claimed, isReopened ? 'due' : 'cancelled');
  await settleEdition(ctx.payload, edition.id, now());
  return 'idle';
};

const mayHaveLeft = ({ kind }: SendOutcome): boolean => kind === 'accepted' || kind === 'unconfirmed';

/**
 * A provider that takes no more of the channel for now gets none of the other batches either: they wait as long as the one it has not
 * taken, or until it takes more. Written down, so that other processes keep to it, and so does this one after a crash.
 */
const pace = async (ctx: JobContext, { id, subject }: Dispatch, outcome: SendOutcome): Promise<Turn> => {
  if (isAccountRefused(outcome)) return 'rest';
  if ((outcome.kind !== 'postponed' && outcome.kind !== 'accepted') || !outcome.restUntil) return 'handed';
  const settled = outcome.kind === 'postponed' ? await loadDispatch(ctx.payload, id) : undefined;
  await holdBatches(ctx.payload, subject, settled?.notBefore ?? outcome.restUntil);
  return 'rest';
};

/** Nothing of this batch may leave any more: its channel sends no editions any more, or the edition fell out. */
const cancelBatch = async (ctx: JobContext, dispatch: Dispatch): Promise<Turn> => {
  if (await moveDispatch(ctx.payload, dispatch, ['due'], 'cancelled')) log('dispatch.cancelled', { dispatch: dispatch.id });
  await settleEdition(ctx.payload, dispatch.subject, now());
  return 'idle';
};
