import type { Dispatch, SendOutcome } from '#domain/dispatch';
import type { Channel } from '#runtime/channels';
import { isBusy } from '#runtime/database';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { type Attempt, withWords } from '#store/attempts';
import type { JobContext } from '../context';
import { isAnothers } from './hand-over';

/**
 * What a channel knows of an unclear message, asked before it may be handed over a second time, by whomever; undefined: it does not know
 * it, or knows no way to ask. An outcome that is `unconfirmed` says that the provider could not be read.
 */
export const look = async (
  ctx: JobContext,
  channel: Channel,
  dispatch: Dispatch,
  attempt: Attempt,
): Promise<SendOutcome | undefined> => {
  if (!channel.find) return undefined;
  const { message } = await withWords(ctx.payload, attempt);
  try {
    const found = message && (await channel.find({ key: dispatch.key, message, since: attempt.startedAt }));
    if (found?.kind !== 'accepted') return found;
    return (await isAnothers(ctx, dispatch, found)) ? undefined : { ...found, isEarlier: true };
  } catch (error) {
    if (isBusy(error)) throw error;
    log('channel.threw', { via: channel.via, dispatch: dispatch.id, ...describeError(error) }, 'error');
    return { kind: 'unconfirmed', detail: 'channel-threw' };
  }
};
