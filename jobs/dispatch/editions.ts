import type { Dispatch } from '#domain/dispatch';
import { isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import { dueDispatches } from '#store/dispatches';
import type { Settings } from '#store/settings';
import type { JobContext } from '../context';
import { dispatchBatch, type Known } from './edition-batch';
import { settleEdition } from './settle-edition';
import { inLanes } from './shuffle';

/** Batches looked at in one tick, and in hand at once. */
const LIMIT = 500;
const LANES = 3;

/** So long a round hands over batches at most; whatever else waits goes between two rounds, and the next one follows at once. */
const ROUND_SECONDS = 5;

/** An edition on its way out, as far as one round knows it. */
type Line = {
  readonly edition: string;
  /** Its batches that wait, in their order. */
  waiting: readonly Dispatch[];
  readonly inHand: Set<Dispatch>;
  readonly known: Known;
};

/** Sends batches of sealed editions, one of each edition in turn; gives the number of batches handed over. */
export const dispatchEditions = async (ctx: JobContext, settings: Settings): Promise<number> => {
  const end = now().add({ seconds: ROUND_SECONDS });
  const lines = linesOf(await dueDispatches(ctx.payload, 'edition', ctx.now, LIMIT));
  let handed = 0;
  const next = () => (handed === 0 || isBefore(now(), end) ? takeTurn(lines) : undefined);
  await inLanes(next, LANES, async ({ line, batch }) => {
    line.inHand.add(batch);
    const turn = await dispatchBatch(ctx, settings, batch, line.known).finally(() => line.inHand.delete(batch));
    if (turn === 'handed') handed += 1;
    if (turn === 'rest') line.waiting = [];
  });
  for (const { edition } of lines) await settleEdition(ctx.payload, edition, now());
  return handed;
};

const linesOf = (due: readonly Dispatch[]): Line[] => {
  const sorted = [...due].sort((a, b) => (a.key < b.key ? -1 : 1));
  return [...new Set(sorted.map(({ subject }) => subject))].map((edition) => ({
    edition,
    waiting: sorted.filter(({ subject }) => subject === edition),
    inHand: new Set(),
    known: { told: new Map() },
  }));
};

/** The next batch that may be taken in hand; its edition goes behind the others. Undefined while all wait for words. */
const takeTurn = (lines: Line[]): { readonly line: Line; readonly batch: Dispatch } | undefined => {
  for (const [index, line] of lines.entries()) {
    const batch = line.waiting.find((one) => hasWords(line, one));
    if (!batch) continue;
    line.waiting = line.waiting.filter((one) => one !== batch);
    lines.push(...lines.splice(index, 1));
    return { line, batch };
  }
  return undefined;
};

/** The first batch of an edition fixes its rows, the first of a segment its words: until they have, the others wait. */
const hasWords = ({ known: { told }, inHand }: Line, { segment }: Dispatch): boolean =>
  told.has(segment) || (told.size === 0 ? inHand.size === 0 : ![...inHand].some((other) => other.segment === segment));
