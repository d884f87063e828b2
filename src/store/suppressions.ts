import type { Payload, Where } from 'payload';
import type { ChannelId } from '#domain/channel';
import {
  EVERYWHERE,
  type HashAddress,
  hashesOf,
  isLifted,
  type SuppressionReason,
  type SuppressionScope,
} from '#domain/suppression';
import { compareInstants, type Instant, latest, toIso } from '#domain/time';
import { fromIso, fromIsoRequired } from './instants';
import { compareAndSet, findFields, findRow, inChunks, insertOnce, type Row } from './rows';

/** Which address is not to be written to, and why; `addressHash` is that of the address in this very scope. */
export type Suppression = {
  readonly addressHash: string;
  readonly scope: SuppressionScope;
  readonly reason: SuppressionReason;
};

/**
 * Suppresses an address from the moment `at` on, when it happened, not when we heard of it: a yes after it counts. Doing it again
 * changes nothing, a later moment replaces an earlier one. True when something changed.
 */
export const suppress = async (payload: Payload, { addressHash, scope, reason }: Suppression, at: Instant): Promise<boolean> => {
  const key = `${reason}/${addressHash}`;
  const suppressedAt = toIso(at);
  if (await insertOnce(payload, 'suppressions', { key, addressHash, scope, reason, suppressedAt })) return true;
  const row = await findRow(payload, 'suppressions', { key: { equals: key } });
  const isOlder = [{ suppressedAt: { less_than: suppressedAt } }];
  return row !== undefined && (await compareAndSet(payload, 'suppressions', row.id, isOlder, { suppressedAt })) !== undefined;
};

/** Of hashes of addresses those that are suppressed, with the last moment they were. */
export const suppressedAmong = async (payload: Payload, hashes: readonly string[]): Promise<ReadonlyMap<string, Instant>> => {
  const found = new Map<string, Instant>();
  for (const chunk of inChunks(hashes, 1000)) {
    const where = { addressHash: { in: [...chunk] } };
    lastMoments(found, await findFields(payload, 'suppressions', where, ['addressHash', 'suppressedAt']));
  }
  return found;
};

/** So many are read whole instead of being asked for one by one. */
const FEW = 5_000;

/** Which of some subscriptions are suppressed, and by which moment: not those whose person said yes after it. */
export type Suppressed = <S extends Subscription>(subscriptions: readonly S[]) => Promise<ReadonlyMap<S, Instant>>;
type Subscription = Pick<Row<'subscribers'>, 'email' | 'channel' | 'confirmedAt'>;

/**
 * Looks up what is suppressed once, to ask for many subscriptions page by page. `of`: one newsletter, else all of them; `since`: only
 * what became known after it is looked at.
 */
export const openSuppressions = async (
  payload: Payload,
  hash: HashAddress,
  { of, since }: { readonly of?: ChannelId | undefined; readonly since?: Instant | undefined } = {},
): Promise<Suppressed> => {
  const all = await suppressedIn(payload, of, since);
  return async (subscriptions) => {
    if (all?.size === 0) return new Map();
    const hashed = subscriptions.map((one) => ({ one, hashes: hashesOf(one.email, one.channel, hash) }));
    const moments =
      all ??
      (await suppressedAmong(
        payload,
        hashed.flatMap(({ hashes }) => hashes),
      ));
    const found = hashed.flatMap(({ one, hashes }) => {
      const [first, ...rest] = hashes.flatMap((hashOfOne) => moments.get(hashOfOne) ?? []);
      const at = first && latest(first, ...rest);
      return at && !isLifted(at, fromIso(one.confirmedAt)) ? [[one, at] as const] : [];
    });
    return new Map(found);
  };
};

/** Clocks of two machines are as far apart at most, by far. */
const CLOCKS_APART = { minutes: 5 };

/** All that are suppressed for a newsletter or anywhere, as far as nobody knew of it before `since`; undefined when they are too many. */
const suppressedIn = async (
  payload: Payload,
  channel: ChannelId | undefined,
  since: Instant | undefined,
): Promise<ReadonlyMap<string, Instant> | undefined> => {
  const after = since && { greater_than: toIso(since.subtract(CLOCKS_APART)) };
  // When it happened may lie long before we heard of it, also of one that was known from earlier.
  const isNew: Where[] = after ? [{ or: [{ updatedAt: after }, { suppressedAt: after }] }] : [];
  const isOf: Where[] = channel === undefined ? [] : [{ scope: { in: [channel, EVERYWHERE] } }];
  const where = { and: [...isOf, ...isNew] };
  const rows = await findFields(payload, 'suppressions', where, ['addressHash', 'suppressedAt'], { limit: FEW + 1 });
  return rows.length > FEW ? undefined : lastMoments(new Map(), rows);
};

/** Adds to each hash the last moment at which it was suppressed. */
const lastMoments = (
  found: Map<string, Instant>,
  rows: readonly Pick<Row<'suppressions'>, 'addressHash' | 'suppressedAt'>[],
): ReadonlyMap<string, Instant> => {
  for (const row of rows) {
    const at = fromIsoRequired(row.suppressedAt, 'suppressedAt');
    const before = found.get(row.addressHash);
    if (!before || compareInstants(before, at) < 0) found.set(row.addressHash, at);
  }
  return found;
};
