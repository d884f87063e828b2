import type { Payload, Where } from 'payload';
import { accountMark } from '#domain/account-mark';
import { accountOwner, type ChannelAccount, type ChannelTrouble } from '#domain/channel';
import { type Instant, toIso } from '#domain/time';
import { idOf } from './pictures';
import { isUnset } from './rows';

/** What a channel signs in with at its provider, sealed as it is kept; undefined when there is no such channel. */
export const loadChannelAccount = async (payload: Payload, id: string): Promise<ChannelAccount | undefined> => {
  const { docs } = await payload.find({
    collection: 'channels',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    showHiddenFields: true,
    select: {
      slug: true,
      organisation: true,
      via: true,
      connectedAt: true,
      sealedKey: true,
      sealedToken: true,
      sealedRefresh: true,
      page: true,
      server: true,
      handle: true,
      region: true,
      eventKey: true,
      dkimSelector: true,
      sealedDkim: true,
    },
  });
  const row = docs[0];
  if (!row) return undefined;
  const owner = accountOwner(idOf(row.organisation) ?? '', row.slug);
  const { dkimSelector: selector, sealedDkim: privateKey } = row;
  const apiKey = row.sealedKey ?? row.sealedToken ?? undefined;
  const dkim = selector && privateKey ? { selector, privateKey } : undefined;
  return {
    ...{ owner, dkim, region: row.region ?? 'eu' },
    ...{ apiKey, mark: accountMark({ ...row, isConnected: Boolean(row.connectedAt), secret: apiKey }) },
    refresh: row.sealedRefresh ?? undefined,
    page: row.page ?? undefined,
    server: row.server || undefined,
    handle: row.handle ?? undefined,
    eventKey: row.eventKey ?? undefined,
  };
};

/** The newsletters that leave through SendGrid, and in which region it keeps them. */
export const loadSendgridNewsletters = async (
  payload: Payload,
): Promise<readonly { readonly newsletter: string; readonly region: 'eu' | 'global' }[]> => {
  const where = { and: [{ via: { equals: 'sendgrid' } }, { active: { equals: true } }] };
  const select = { name: true, region: true } as const;
  const options = {
    collection: 'channels',
    where,
    select,
    depth: 0,
    pagination: false,
    sort: 'name',
    overrideAccess: true,
  } as const;
  return (await payload.find(options)).docs.map(({ name, region }) => ({ newsletter: name, region: region ?? 'eu' }));
};

/** Nothing is posted on a channel before then; false when it rests as long already, or signs in with something else meanwhile than `asked`. */
export const restChannel = async (
  payload: Payload,
  id: string,
  until: Instant,
  asked?: Pick<ChannelAccount, 'apiKey'>,
): Promise<boolean> => {
  const isShorter: Where = { or: [isUnset('restUntil'), { restUntil: { less_than: toIso(until) } }] };
  const where: Where = { and: [{ id: { equals: id } }, isShorter, ...(asked ? [signsInWith(asked.apiKey)] : [])] };
  const data = { restUntil: toIso(until) };
  return Boolean(await payload.db.updateOne({ collection: 'channels', where, data, options: { atomic: true } }));
};

/**
 * Stops a channel whose account its provider refuses, and says why; false when it is stopped already, or signs in with something else
 * meanwhile than what was refused.
 */
export const stopChannel = async (
  payload: Payload,
  id: string,
  trouble: ChannelTrouble,
  refused: Pick<ChannelAccount, 'apiKey'> | undefined,
  now: Instant,
): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, { paused: { not_equals: true } }, signsInWith(refused?.apiKey)] };
  const data = { paused: true, pausedAt: toIso(now), trouble };
  return Boolean(await payload.db.updateOne({ collection: 'channels', where, data, options: { atomic: true } }));
};

/** True while a channel signs in with what it signed in with when its provider was asked. */
export const signsInStillWith = async (
  payload: Payload,
  id: string,
  asked: Pick<ChannelAccount, 'apiKey'> | undefined,
): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, signsInWith(asked?.apiKey)] };
  return (await payload.count({ collection: 'channels', where, overrideAccess: true })).totalDocs > 0;
};

const SECRETS = ['sealedKey', 'sealedToken'] as const;

const signsInWith = (secret: string | undefined): Where =>
  secret === undefined ? { and: SECRETS.map(isUnset) } : { or: SECRETS.map((field) => ({ [field]: { equals: secret } })) };
