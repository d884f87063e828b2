import type { Payload } from 'payload';
import type { PersonalData } from '#domain/personal-data';
import { SIGNUP_SCOPES } from '#domain/signup';
import { EVERYWHERE, type HashAddress } from '#domain/suppression';
import type { Instant } from '#domain/time';
import { dispatchesOf } from './dispatches';
import { subscriptionsOf } from './preferences';
import { readPreferences } from './preferences-row';
import { findRows, inChunks, type Row } from './rows';
import type { Settings } from './settings';
import { signupsOf } from './signups';

/** Loads all that is kept about an address; `hash` gives what stands for the address where it is not kept itself. */
export const loadPersonalData = async (
  payload: Payload,
  settings: Pick<Settings, 'channels' | 'organisations'>,
  email: string,
  hash: HashAddress,
  now: Instant,
): Promise<PersonalData> => {
  const rows = await subscriptionsOf(payload, email);
  const hashes = settings.channels.map(({ id }) => hash(email, id));
  const elsewhere = [EVERYWHERE, SIGNUP_SCOPES.newsletters].map((scope) => hash(email, scope));
  const nameOf = (channel: string): string => settings.channels.find(({ id }) => id === channel)?.name ?? '';
  return {
    address: email,
    subscriptions: rows.map((row) => subscriptionOf(row, settings)),
    consents: (await findRows(payload, 'consents', { addressHash: { in: hashes } }, { sort: 'confirmedAt' })).map(consentOf),
    requests: (await signupsOf(payload, email, hash, now)).map(({ kind, choices, requestedAt, expiresAt }) => ({
      ...{ kind, newsletters: choices.map(({ newsletter }) => newsletter) },
      ...{ requestedAt: requestedAt.toString(), expiresAt: expiresAt.toString() },
    })),
    editions: await editionsOf(payload, rows),
    receipts: (await receiptsAbout(payload, rows)).map(({ channel, kind, at }) => ({ newsletter: nameOf(channel), kind, at })),
    suppressions: (await findRows(payload, 'suppressions', { addressHash: { in: [...hashes, ...elsewhere] } })).map(
      ({ scope, reason, suppressedAt }) => ({
        newsletter: scope === EVERYWHERE ? undefined : nameOf(scope),
        ...{ reason, since: suppressedAt },
      }),
    ),
  };
};

const subscriptionOf = (
  row: Row<'subscribers'>,
  { channels, organisations }: Pick<Settings, 'channels' | 'organisations'>,
): PersonalData['subscriptions'][number] => {
  const channel = channels.find(({ id }) => id === row.channel);
  return {
    newsletter: channel?.name ?? '',
    organisation: organisations.get(channel?.carrier ?? '')?.name ?? '',
    status: row.status,
    confirmedAt: row.confirmedAt ?? undefined,
    unsubscribedAt: row.unsubscribedAt ?? undefined,
    preferences: readPreferences(row),
  };
};

const consentOf = (row: Row<'consents'>): PersonalData['consents'][number] => ({
  newsletter: row.newsletter,
  organisation: row.organisation,
  text: row.text,
  form: row.formUrl,
  source: row.source ?? undefined,
  requestedAt: row.requestedAt,
  mailedAt: row.mailedAt ?? undefined,
  confirmedAt: row.confirmedAt,
  withdrawnAt: row.withdrawnAt ?? undefined,
  withdrawnBy: row.withdrawnBy ?? undefined,
});

/** What a provider told of these subscriptions, oldest first; it knows them by their ids. */
const receiptsAbout = (payload: Payload, rows: readonly Row<'subscribers'>[]): Promise<readonly Row<'receipts'>[]> =>
  findRows(payload, 'receipts', { subscriber: { in: rows.map(({ id }) => id) } }, { sort: 'at' });

/** Editions that were handed over for one of these subscriptions, oldest first; a batch knows its people by id alone. */
const editionsOf = async (payload: Payload, rows: readonly Row<'subscribers'>[]): Promise<PersonalData['editions']> => {
  const ids = rows.map(({ id }) => id);
  const where = { and: [{ channel: { in: rows.map(({ channel }) => channel) } }, { recipients: { exists: true } }] };
  const editions = ids.length > 0 ? await findRows(payload, 'editions', where, { sort: 'slotAt' }) : [];
  const got = new Map<string, boolean>();
  // A few at a time: each has batches of a thousand people.
  for (const chunk of inChunks(editions, 10))
    for (const { subject, status, recipientIds } of await dispatchesOf(
      payload,
      'edition',
      chunk.map(({ id }) => id),
    ))
      if ((status === 'accepted' || status === 'unconfirmed') && recipientIds?.some((id) => ids.includes(id)))
        got.set(subject, status === 'accepted');
  return editions.flatMap(({ id, channelName, slotAt, sentAt }) => {
    const isCertain = got.get(id);
    return isCertain === undefined ? [] : [{ newsletter: channelName ?? '', at: sentAt ?? slotAt, isCertain }];
  });
};
