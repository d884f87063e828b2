import type { Payload } from 'payload';
import type { Preferences } from '#domain/segment';
import type { HashAddress } from '#domain/suppression';
import { preferencesData, readPreferences } from './preferences-row';
import { compareAndSet, findRow, findRows, type Row } from './rows';
import { subscriberKey } from './subscribers';
import { openSuppressions } from './suppressions';

/** One newsletter of a person, with what they want of it. */
export type OwnSubscription = {
  readonly id: string;
  readonly channel: string;
  /** They get it: they said yes, have not left, and are not suppressed since. */
  readonly isConfirmed: boolean;
  readonly preferences: Preferences;
};

/** All newsletters of one person, those they left included as long as we know of them. */
export type Reader = { readonly email: string; readonly subscriptions: readonly OwnSubscription[] };

/** The person behind a subscription with all that belong to the same address; undefined when it is gone. */
export const loadReader = async (payload: Payload, subscriptionId: string, hash: HashAddress): Promise<Reader | undefined> => {
  const row = await findRow(payload, 'subscribers', { id: { equals: subscriptionId } });
  if (!row) return undefined;
  const rows = await subscriptionsOf(payload, row.email);
  const suppressed = await (await openSuppressions(payload, hash))(rows);
  return { email: row.email, subscriptions: rows.map((one) => readOwn(one, !suppressed.has(one))) };
};

/** The rows of an address, whatever case it was typed in. */
export const subscriptionsOf = async (payload: Payload, email: string): Promise<readonly Row<'subscribers'>[]> => {
  const { docs } = await payload.find({ collection: 'channels', depth: 0, limit: 0, pagination: false, select: { slug: true } });
  const keys = docs.map(({ id }) => subscriberKey(id, email));
  return findRows(payload, 'subscribers', { key: { in: keys } }, { sort: 'key' });
};

/** Writes down what somebody wants of a newsletter they get; false when they left it meanwhile. */
export const savePreferences = async (payload: Payload, id: string, preferences: Preferences): Promise<boolean> => {
  const isIn = [{ status: { equals: 'confirmed' } }];
  return (await compareAndSet(payload, 'subscribers', id, isIn, preferencesData(preferences))) !== undefined;
};

const readOwn = (row: Row<'subscribers'>, isWrittenTo: boolean): OwnSubscription => ({
  id: row.id,
  channel: row.channel,
  isConfirmed: row.status === 'confirmed' && isWrittenTo,
  preferences: readPreferences(row),
});
