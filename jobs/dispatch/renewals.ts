import { endsWithinADay, renewAgainAt, renewsAt } from '#domain/access';
import type { ChannelAccount, ChannelSettings } from '#domain/channel';
import type { Access, Renewal, SealedAccess } from '#domain/connection';
import { earliest, type Instant, isBefore } from '#domain/time';
import type { Channel } from '#runtime/channels';
import { now } from '#runtime/clock';
import { isBusy } from '#runtime/database';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { sealAccess } from '#runtime/seal-access';
import { openSecret } from '#runtime/secrets';
import { claimRenewal, dropRenewal, keepRenewed, putOffRenewal } from '#store/channel-access';
import { loadChannelAccount, stopChannel } from '#store/channel-accounts';
import { loadSettings } from '#store/settings';
import type { JobContext } from '../context';
import { inLanes, LANES } from './shuffle';

/** Longer than any network takes to answer. */
const LEASE_SECONDS = 120;

/**
 * Renews the accesses of channels before they end, where their network lets it go by itself; several at once, so that one that hangs holds
 * up no other. Each is claimed first: a network may take what renews an access only once. Gives the number renewed.
 */
export const renewAccesses = async (ctx: JobContext): Promise<number> => {
  const { channels } = await loadSettings(ctx.payload, ctx.now);
  const due = channels.filter((channel) => isDue(renewsAt(channel), ctx.now));
  let count = 0;
  await inLanes(
    () => due.shift(),
    LANES,
    async (channel) => {
      if (await renew(ctx, channel)) count += 1;
    },
  );
  return count;
};

const isDue = (at: Instant | undefined, now: Instant): boolean => at !== undefined && !isBefore(now, at);

/** What is renewed, by what; `used` is sealed. */
type Claimed = { readonly channel: ChannelSettings; readonly account: ChannelAccount; readonly used: string };

const renew = async (ctx: JobContext, channel: ChannelSettings): Promise<boolean> => {
  const account = await loadChannelAccount(ctx.payload, channel.id);
  const used = account?.refresh;
  if (!account || !used) return false;
  const at = now();
  if (!(await claimRenewal(ctx.payload, channel.id, used, at, at.add({ seconds: LEASE_SECONDS })))) return false;
  return settle(ctx, { channel, account, used }, await askNetwork(ctx.channel(channel.via, account), channel));
};

/** A channel that throws leaves open what became of it. */
const askNetwork = async (way: Channel, { id, via }: ChannelSettings): Promise<Renewal> => {
  try {
    return (await way.renew?.()) ?? { kind: 'unknown', detail: 'no-way' };
  } catch (error) {
    if (isBusy(error)) throw error;
    log('channel.threw', { via, channel: id, ...describeError(error) }, 'error');
    return { kind: 'unknown', detail: 'channel-threw' };
  }
};

/**
 * A process that dies before this leaves the claim behind: after its lease the same is tried again. Where the network has taken it
 * already that is refused, so that a lost access is never lost in silence.
 */
const settle = async ({ payload }: JobContext, claimed: Claimed, renewal: Renewal): Promise<boolean> => {
  const [at, { channel, used }] = [now(), claimed];
  if (renewal.kind === 'renewed') {
    const access = nextAccess(claimed, renewal.access, at);
    const isKept = await keepRenewed(payload, channel.id, used, access, at, renewAgainAt(access.until, at));
    log(isKept ? 'access.renewed' : 'access.overtaken', { channel: channel.id }, isKept ? 'info' : 'warn');
    return isKept;
  }
  const { kind, detail } = renewal;
  if (kind === 'refused') await giveUp(payload, claimed, at);
  else await putOffRenewal(payload, channel.id, used, renewAgainAt(channel.accessUntil, at));
  const event = kind === 'refused' ? 'access.renewal-refused' : 'access.not-renewed';
  log(event, { channel: channel.id, detail }, kind === 'unknown' ? 'warn' : 'error');
  return false;
};

/** Its people must sign in again: they are told from now on when the access ends, and what ends soon goes on no longer. */
const giveUp = async (
  payload: JobContext['payload'],
  { channel: { id, accessUntil }, account, used }: Claimed,
  at: Instant,
): Promise<void> => {
  // First forgotten, and only by whom it is still the same: somebody may have connected the channel anew meanwhile.
  const isDropped = await dropRenewal(payload, id, used);
  if (isDropped && endsWithinADay(accessUntil, at)) await stopChannel(payload, id, 'account-refused', account, at);
};

/** The next access; what renews it may stay the same, and then ends no later than before. */
const nextAccess = ({ channel: { via, renewal }, account, used }: Claimed, access: Access, at: Instant): SealedAccess => {
  const { owner } = account;
  const sealed = sealAccess(access, via, owner, at);
  const isSame = !access.refresh || access.refresh.token === openSecret(used, owner);
  if (!isSame) return sealed;
  const [first, ...rest] = [sealed.refresh?.until, renewal?.until].filter((end) => end !== undefined);
  return { ...sealed, refresh: { token: used, until: first && earliest(first, ...rest) } };
};
