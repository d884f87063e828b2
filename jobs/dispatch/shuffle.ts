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

/** Works off a list with so many hands at once; an error stops the list after what is in hand has ended. */
export const inLanes = async <T>(all: readonly T[], lanes: number, work: (one: T) => Promise<void>): Promise<void> => {
  const queue = all[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const one of queue) await work(one);
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
};
