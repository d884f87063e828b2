import { endsWithinADay, isInVain, isToRenew, nextTry, renewAgainAt } from '#domain/access';
import type { ChannelAccount, ChannelSettings } from '#domain/channel';
import type { Access, Renewal, SealedAccess } from '#domain/connection';
import { earliest, type Instant } from '#domain/time';
import { now } from '#runtime/clock';
import { isBusy } from '#runtime/database';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { sealAccess } from '#runtime/seal-access';
import { openSecret } from '#runtime/secrets';
import { claimRenewal, dropRenewal, keepRenewed, putOffRenewal } from '#store/channel-access';
import { loadChannelAccount, stopChannel } from '#store/channel-accounts';
import type { JobContext } from '../context';

/** Longer than any network takes to answer. */
const LEASE_SECONDS = 120;

/** What is renewed, by what, at the how manieth try; `used` is sealed. */
type Claimed = {
  readonly channel: ChannelSettings;
  readonly account: ChannelAccount;
  readonly used: string;
  readonly tries: number;
};

/** Renews it, claimed first: a network may take what renews an access only once. True when there is a new one. */
export const renewAccess = async (ctx: JobContext, channel: ChannelSettings): Promise<boolean> => {
  const at = now();
  const account = isToRenew(channel, at) ? await loadChannelAccount(ctx.payload, channel.id) : undefined;
  const used = account?.refresh;
  if (!account || !used) return false;
  const claimed = { channel, account, used, tries: nextTry(channel, at) };
  if (!(await claimRenewal(ctx.payload, channel.id, claimed, at, at.add({ seconds: LEASE_SECONDS })))) return false;
  return settle(ctx, claimed, await askNetwork(ctx, claimed));
};

type Answer = { readonly kind: 'renewed'; readonly access: SealedAccess } | Exclude<Renewal, { readonly kind: 'renewed' }>;

/** A channel that throws, or gives what cannot be kept, leaves open what became of it. */
const askNetwork = async (ctx: JobContext, claimed: Claimed): Promise<Answer> => {
  const { id, via } = claimed.channel;
  try {
    const renewal = (await ctx.channel(via, claimed.account).renew?.()) ?? { kind: 'unknown', detail: 'no-way' };
    return renewal.kind === 'renewed' ? { ...renewal, access: nextAccess(claimed, renewal.access, now()) } : renewal;
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
const settle = async ({ payload }: JobContext, claimed: Claimed, answer: Answer): Promise<boolean> => {
  const [at, { channel, account, used }] = [now(), claimed];
  if (answer.kind === 'renewed') {
    const { access } = answer;
    const isKept = await keepRenewed(payload, channel.id, used, access, at, renewAgainAt(access.until, at));
    log(isKept ? 'access.renewed' : 'access.overtaken', { channel: channel.id }, isKept ? 'info' : 'warn');
    return isKept;
  }
  const { kind, detail } = answer;
  if (kind === 'refused') await giveUp(payload, claimed, at);
  else {
    await putOffRenewal(payload, channel.id, used, renewAgainAt(channel.accessUntil, at));
    if (isInVain(claimed.tries)) await stopChannel(payload, channel.id, 'account-refused', account, at);
  }
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
  // Stopped first: what hopes for a renewal no more would post by the access that is over. Both only where nobody connected it anew meanwhile.
  if (endsWithinADay(accessUntil, at)) await stopChannel(payload, id, 'account-refused', account, at);
  await dropRenewal(payload, id, used);
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
