import type { Payload, Where } from 'payload';
import type { ChannelTrouble, ChannelVia, CheckKind } from '#domain/channel';
import { CHECK_PAUSE_SECONDS, type CheckOutcome, checkKindOf, type Postable, type SealedAccess } from '#domain/connection';
import { type Instant, toIso } from '#domain/time';
import { fromIso } from './instants';
import { idOf } from './pictures';
import { isUnset } from './rows';

/** How the access of a channel to its account stands; the secrets themselves are read by `loadChannelAccount`. */
export type ChannelAccess = {
  readonly via: ChannelVia;
  readonly name: string;
  readonly slug: string;
  readonly organisation: string;
  readonly paused: boolean;
  readonly page?: string | undefined;
  /** On networks of many servers, the one its account is on. */
  readonly server?: string | undefined;
  readonly trouble?: ChannelTrouble | undefined;
  readonly accountName?: string | undefined;
  /** There is a token, pasted or given. */
  readonly hasToken: boolean;
  readonly check?: { readonly at: Instant; readonly kind: CheckKind } | undefined;
  readonly accessUntil?: Instant | undefined;
  /** It is renewed by itself. */
  readonly renewal?: { readonly until?: Instant | undefined } | undefined;
};

/** Loads it; undefined when there is no such channel. */
export const loadChannelAccess = async (payload: Payload, id: string): Promise<ChannelAccess | undefined> => {
  const row = await payload.findByID({ collection: 'channels', id, depth: 0, disableErrors: true, overrideAccess: true });
  if (!row) return undefined;
  const checkedAt = fromIso(row.checkedAt);
  return {
    hasToken: Boolean(row.tokenSince),
    check: checkedAt && row.checkedAs ? { at: checkedAt, kind: row.checkedAs } : undefined,
    ...{ via: row.via, name: row.name, slug: row.slug, organisation: idOf(row.organisation) ?? '', paused: row.paused === true },
    page: row.page ?? undefined,
    server: row.server || undefined,
    trouble: row.trouble ?? undefined,
    accountName: row.accountName ?? undefined,
    accessUntil: fromIso(row.accessUntil),
    renewal: row.refreshSince ? { until: fromIso(row.refreshUntil) } : undefined,
  };
};

/** True for one of all who want to check a channel in the same seconds. */
export const claimCheck = (payload: Payload, id: string, now: Instant): Promise<boolean> =>
  change(payload, id, [isOver('checkNotBefore', now)], { checkNotBefore: toIso(now.add({ seconds: CHECK_PAUSE_SECONDS })) });

/** Writes down what a check of that sealed key said; false when there was none, or another one stands there meanwhile. */
export const noteCheck = async (
  payload: Payload,
  id: string,
  sealedToken: string | undefined,
  outcome: CheckOutcome,
  now: Instant,
): Promise<boolean> => {
  const kind = checkKindOf(outcome);
  if (!kind) return false;
  return change(payload, id, [sealedToken ? { sealedToken: { equals: sealedToken } } : isUnset('sealedToken')], {
    ...{ checkedAt: toIso(now), checkedAs: kind },
    ...(outcome.kind === 'fine' && outcome.name ? { accountName: outcome.name } : {}),
    ...(outcome.kind === 'fine' && outcome.textLength ? { textLength: outcome.textLength } : {}),
  });
};

/** What somebody brings back from a network, for the channel as it was then. */
type Connected = {
  readonly access: SealedAccess;
  readonly account: Postable;
  readonly textLength?: number | undefined;
  readonly before: ChannelAccess;
};

/**
 * Puts the access and account somebody signed in with in place of what stood there; a channel that its provider refused goes on. False
 * when it is no more the channel it was `before`: the access is sealed for its organisation, and good on its server alone.
 */
export const connectChannel = (
  payload: Payload,
  id: string,
  { access, account, textLength, before }: Connected,
  now: Instant,
): Promise<boolean> => {
  const { organisation, via, server } = before;
  const isSame: Where[] = [{ organisation: { equals: organisation } }, { via: { equals: via } }];
  return change(payload, id, [...isSame, ...(server ? [{ server: { equals: server } }] : [])], {
    ...dataOf(access, now),
    ...{ page: account.id, accountName: account.name, connectedAt: toIso(now), checkedAt: toIso(now), checkedAs: 'fine' },
    textLength: textLength ?? null,
    // What the account before had to rest for is not this one's.
    restUntil: null,
    ...(before.trouble ? { trouble: null, paused: false, pausedAt: null } : {}),
  });
};

/** By which sealed refresh token, and the how manieth try it is of an access that is over. */
type RenewalTry = { readonly used: string; readonly tries: number };

/** True for one of all processes that want to renew with that; the others keep off until the lease is over. */
export const claimRenewal = (
  payload: Payload,
  id: string,
  { used, tries }: RenewalTry,
  now: Instant,
  leaseUntil: Instant,
): Promise<boolean> =>
  change(payload, id, [asUsed(used), isOver('renewNotBefore', now)], {
    renewNotBefore: toIso(leaseUntil),
    renewTries: tries,
  });

/**
 * Keeps what a renewal with that sealed refresh token brought, however late, to be renewed not before then; false when another
 * connection was made meanwhile.
 */
export const keepRenewed = (
  payload: Payload,
  id: string,
  sealedRefresh: string,
  access: SealedAccess,
  now: Instant,
  notBefore: Instant,
): Promise<boolean> => change(payload, id, [asUsed(sealedRefresh)], { ...dataOf(access, now), renewNotBefore: toIso(notBefore) });

/** Tries it again then. */
export const putOffRenewal = (payload: Payload, id: string, sealedRefresh: string, until: Instant): Promise<boolean> =>
  change(payload, id, [asUsed(sealedRefresh)], { renewNotBefore: toIso(until) });

/** Forgets a refresh token that is good no more: from now on people are told when the access ends. */
export const dropRenewal = (payload: Payload, id: string, sealedRefresh: string): Promise<boolean> =>
  change(payload, id, [asUsed(sealedRefresh)], {
    ...{ sealedRefresh: null, refreshSince: null, refreshUntil: null, renewNotBefore: null, renewTries: null },
  });

const dataOf = ({ token, until, refresh }: SealedAccess, now: Instant) => ({
  ...{ sealedToken: token, tokenSince: toIso(now), accessUntil: until ? toIso(until) : null },
  ...{ sealedRefresh: refresh?.token ?? null, refreshSince: refresh ? toIso(now) : null },
  ...{ refreshUntil: refresh?.until ? toIso(refresh.until) : null },
  ...{ renewNotBefore: null, renewTries: null },
});

const asUsed = (sealedRefresh: string): Where => ({ sealedRefresh: { equals: sealedRefresh } });
const isOver = (field: string, now: Instant): Where => ({ or: [isUnset(field), { [field]: { less_than_equal: toIso(now) } }] });

/** One compare-and-set on the channel; a save in the admin writes none of these back. */
const change = async (
  payload: Payload,
  id: string,
  expected: readonly Where[],
  data: Record<string, unknown>,
): Promise<boolean> => {
  const where = { and: [{ id: { equals: id } }, ...expected] };
  return Boolean(await payload.db.updateOne({ collection: 'channels', where, data, options: { atomic: true } }));
};
