import type { Payload } from 'payload';
import type { Preferences } from '#domain/segment';
import { preferencesData, readPreferences } from './preferences-row';
import { compareAndSet, findRow, findRows, type Row } from './rows';
import { subscriberKey } from './subscribers';

/** One newsletter of a person, with what they want of it. */
export type OwnSubscription = {
  readonly id: string;
  readonly channel: string;
  readonly isConfirmed: boolean;
  readonly preferences: Preferences;
};

/** All newsletters of one person, those they left included as long as we know of them. */
export type Reader = { readonly email: string; readonly subscriptions: readonly OwnSubscription[] };

/** The person behind a subscription with all that belong to the same address; undefined when it is gone. */
export const loadReader = async (payload: Payload, subscriptionId: string): Promise<Reader | undefined> => {
  const row = await findRow(payload, 'subscribers', { id: { equals: subscriptionId } });
  return row && { email: row.email, subscriptions: (await subscriptionsOf(payload, row.email)).map(readOwn) };
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

const readOwn = (row: Row<'subscribers'>): OwnSubscription => ({
  id: row.id,
  channel: row.channel,
  isConfirmed: row.status === 'confirmed',
  preferences: readPreferences(row),
});
