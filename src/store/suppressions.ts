import type { Payload } from 'payload';
import { EVERYWHERE, type HashAddress, isLifted, type SuppressionReason, type SuppressionScope } from '#domain/suppression';
import { compareInstants, type Instant, toIso } from '#domain/time';
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
    for (const row of await findFields(payload, 'suppressions', where, ['addressHash', 'suppressedAt'])) {
      const at = fromIsoRequired(row.suppressedAt, 'suppressedAt');
      const before = found.get(row.addressHash);
      if (!before || compareInstants(before, at) < 0) found.set(row.addressHash, at);
    }
  }
  return found;
};

/** Of subscriptions those whose person may be written to: not suppressed, or only before they said yes. */
export const withoutSuppressed = async <S extends Pick<Row<'subscribers'>, 'email' | 'channel' | 'confirmedAt'>>(
  payload: Payload,
  subscriptions: readonly S[],
  hash: HashAddress,
): Promise<readonly S[]> => {
  const hashed = subscriptions.map((one) => ({ one, hashes: hashesOf(one.email, one.channel, hash) }));
  const suppressed = await suppressedAmong(
    payload,
    hashed.flatMap(({ hashes }) => hashes),
  );
  const isFree = (confirmedAt: Instant | undefined, hashes: readonly string[]): boolean =>
    hashes.every((one) => {
      const at = suppressed.get(one);
      return !at || isLifted(at, confirmedAt);
    });
  return hashed.filter(({ one, hashes }) => isFree(fromIso(one.confirmedAt), hashes)).map(({ one }) => one);
};

/** Under what an address may be suppressed for a newsletter. */
const hashesOf = (email: string, channel: string, hash: HashAddress): readonly string[] => [
  hash(email, channel),
  hash(email, EVERYWHERE),
];
