import { effectOf, FOUND_BY_RECEIPTS, isGivenUp, isLaterThanAnswer, RECEIPT_DAYS, type ReceiptEffect } from '#domain/receipt';
import { scopeOf } from '#domain/suppression';
import { type Instant, isBefore } from '#domain/time';
import { hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { log } from '#runtime/log';
import { type Attempt, findAttempt, raiseAttempt } from '#store/attempts';
import { findDispatch } from '#store/dispatches';
import {
  forgetReceipts,
  freshReceipts,
  type KeptReceipt,
  markApplied,
  peopleTold,
  sumUpEdition,
  unreachedMoments,
} from '#store/receipts';
import { loadReader } from '#store/subscribers';
import { unsubscribe } from '#store/subscriptions';
import { suppress } from '#store/suppressions';
import type { JobContext } from './context';
import { conclude } from './dispatch/hand-over';
import { settleEdition } from './dispatch/settle-edition';

/** Receipts looked at in one round. */
const LIMIT = 1_000;

/**
 * Does what providers' receipts ask for: nobody is written to whose mailbox does not exist or is not reached any more, who complained
 * or left; batches of unknown fate that a provider tells of were accepted; editions show their figures. Each step is safe to repeat, the
 * mark comes last. Gives the number of receipts.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const receipts = await freshReceipts(ctx.payload, LIMIT);
  for (const receipt of receipts) await apply(ctx, receipt);
  const editions = new Map<string, string>();
  const bettered = new Set<string>();
  for (const about of attemptsIn(receipts)) {
    const { edition, isBettered } = await learn(ctx, about);
    if (edition) editions.set(edition, about.channelId);
    if (edition && isBettered) bettered.add(edition);
  }
  for (const edition of bettered) await settleEdition(ctx.payload, edition, now());
  for (const [edition, channel] of editions) await sumUpEdition(ctx.payload, edition, channel);
  await markApplied(ctx.payload, receipts, now());
  await forgetReceipts(ctx.payload, ctx.now.subtract({ hours: RECEIPT_DAYS * 24 }));
  return receipts.length;
};

/** What a receipt means for its person; one who said yes after it happened is not concerned, nor one of another channel. */
const apply = async ({ payload }: JobContext, receipt: KeptReceipt): Promise<void> => {
  const alone = effectOf(receipt);
  const reader = alone || receipt.kind === 'unreached' ? await loadReader(payload, receipt.subscriberId) : undefined;
  if (!reader || reader.channelId !== receipt.channelId) return;
  if (reader.confirmedAt && isBefore(receipt.at, reader.confirmedAt)) return;
  const effect = alone ?? (await repeatedly(payload, receipt, reader.confirmedAt));
  if (!effect) return;
  if (effect !== 'leave') {
    const reason = effect === 'suppress' ? 'hard-bounce' : 'complaint';
    const scope = scopeOf(reason, receipt.channelId);
    await suppress(payload, { addressHash: hashAddress(reader.email, scope), scope, reason }, receipt.at);
  }
  if (effect !== 'suppress') await unsubscribe(payload, reader.id, hashAddress, now(), 'mail-provider');
  log('receipt.applied', { effect, subscriber: reader.id, channel: receipt.channelId });
};

/** One mailbox that was not reached says nothing; edition after edition it does, whoever tells us of it in whatever order. */
const repeatedly = async (
  payload: JobContext['payload'],
  receipt: KeptReceipt,
  since: Instant | undefined,
): Promise<ReceiptEffect | undefined> => (isGivenUp(await unreachedMoments(payload, receipt, since)) ? 'suppress' : undefined);

/** Which attempt of which channel's dispatch receipts are about. */
type About = Pick<KeptReceipt, 'key' | 'channelId' | 'dispatchKey' | 'attempt'>;

/** Every attempt the receipts are about, once. */
const attemptsIn = (receipts: readonly KeptReceipt[]): Iterable<About> =>
  new Map(receipts.map((receipt) => [`${receipt.channelId}/${receipt.dispatchKey}#${receipt.attempt}`, receipt])).values();

/** The edition that receipts are about; `isBettered`: of one of its batches more is known by them than its answer said. */
type Learnt = { readonly edition?: string; readonly isBettered?: boolean };

/**
 * A provider that tells of people of a batch has it, whatever its answer was; it counts those it told of. Nothing where the provider
 * tells of nothing of that channel.
 */
const learn = async (ctx: JobContext, about: About): Promise<Learnt> => {
  const dispatch = await findDispatch(ctx.payload, about.dispatchKey);
  if (dispatch?.kind !== 'edition' || dispatch.channelId !== about.channelId) return {};
  const edition = dispatch.subject;
  // Who was refused when the batch was handed over says nothing of the others.
  const attempt = isLaterThanAnswer(about) ? await findAttempt(ctx.payload, dispatch.id, about.attempt) : undefined;
  if (!attempt || !isBetteredByReceipts(attempt)) return { edition };
  const told = (await peopleTold(ctx.payload, about)).size;
  const outcome = { kind: 'accepted', providerId: FOUND_BY_RECEIPTS, accepted: told } as const;
  if (isFound(attempt)) await raiseAttempt(ctx.payload, attempt, told);
  else await conclude(ctx, { dispatch, attempt }, outcome);
  // Also when a crash came between this and the edition the last time.
  return { edition, isBettered: true };
};

const isBetteredByReceipts = (attempt: Attempt): boolean =>
  attempt.stage === 'unconfirmed' || attempt.stage === 'handing' || isFound(attempt);

const isFound = ({ outcome }: Attempt): boolean => outcome?.kind === 'accepted' && outcome.providerId === FOUND_BY_RECEIPTS;
