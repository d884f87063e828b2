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

/** Works off a list with so many hands at once; after an error nobody begins anything more, and it is thrown when all hands rest. */
export const inLanes = async <T>(all: readonly T[], lanes: number, work: (one: T) => Promise<void>): Promise<void> => {
  const queue = all[Symbol.iterator]();
  let isFailed = false;
  const lane = async (): Promise<void> => {
    for (const one of queue) {
      if (isFailed) return;
      try {
        await work(one);
      } catch (error) {
        isFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
};
