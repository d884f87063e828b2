import { hashText } from '#domain/content';

/**
 * The same things in an order of one's own: several processes that work off one list begin at different places and seldom meet.
 * The same owner gets the same order.
 */
export const inOwnOrder = (ids: readonly string[], owner: string): readonly string[] =>
  ids
    .map((id) => ({ id, rank: hashText(`${owner} ${id}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ id }) => id);

/** The same things by what they belong to, in their order. */
export const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
};

/** Channels worked for at once: each has one question or message in hand, so that a slow one holds up nobody but itself. */
export const LANES = 8;

/**
 * Works with so many hands at once on whatever `next` gives, until it gives nothing while all hands rest: what it holds back may wait
 * for something in hand. After an error nobody begins anything more, and it is thrown when all hands rest.
 */
export const inLanes = async <T>(next: () => T | undefined, lanes: number, work: (one: T) => Promise<void>): Promise<void> => {
  const hands = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const take = (one: T): void => {
    const hand = work(one)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => hands.delete(hand));
    hands.add(hand);
  };
  for (;;) {
    const one = failures.length === 0 && hands.size < lanes ? next() : undefined;
    if (one !== undefined) take(one);
    else if (hands.size > 0) await Promise.race(hands);
    else break;
  }
  if (failures.length > 0) throw failures[0];
};
