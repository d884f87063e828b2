import { isToRenew } from '#domain/access';
import type { Dispatch } from '#domain/dispatch';
import { inTurn } from '#domain/spacing';
import { type Instant, isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import type { Attempt } from '#store/attempts';
import { type ReadyPost, readyPosts } from '#store/deliveries';
import { loadSettings, type Settings } from '#store/settings';
import type { JobContext } from '../context';
import { amendmentsByChannel, dispatchAmendment } from './amendments';
import { dispatchChunk, isOpen } from './posts';
import { dispatchRemoval, removalsByChannel } from './removals';
import { renewAccess } from './renewals';
import { inLanes, inOwnOrder, LANES } from './shuffle';
import { learnTruth, unclearByChannel } from './unclear';

/** Rows of a channel looked at in one tick. */
const LIMIT = 2_000;

/** So long a round begins new messages and questions; whatever else waits goes between two rounds, and the next one follows at once. */
const ROUND_SECONDS = 20;

/**
 * What waits on a channel, in the order in which it is done: its access is renewed, which all else needs, messages of unknown fate are asked
 * after, posts leave in their turn, others are taken away or amended.
 */
type Line = {
  readonly channel: string;
  readonly isEnding: boolean;
  readonly unclear: readonly Attempt[];
  readonly waiting: readonly ReadyPost[];
  readonly removals: readonly Dispatch[];
  readonly amendments: readonly Dispatch[];
};

/** Works off all lines, each step by step; gives the number of messages handed over. */
export const dispatchLines = async (ctx: JobContext, settings: Settings): Promise<number> => {
  const end = now().add({ seconds: ROUND_SECONDS });
  const lines = await openLines(ctx, settings);
  let handed = 0;
  let begun = 0;
  const next = () => (begun === 0 || isBefore(now(), end) ? lines.shift() : undefined);
  await inLanes(next, LANES, async (line) => {
    begun += 1;
    const step = await takeStep(ctx, line, end);
    handed += step.handed;
    if (isAnythingLeft(step.line)) lines.push(step.line);
  });
  return handed;
};

/** Several processes begin with different channels, and so seldom meet. */
const openLines = async (ctx: JobContext, settings: Settings): Promise<Line[]> => {
  const unclear = await unclearByChannel(ctx);
  const removals = await removalsByChannel(ctx);
  const amendments = await amendmentsByChannel(ctx);
  const ending = settings.channels.filter((channel) => isToRenew(channel, ctx.now)).map(({ id }) => id);
  // A channel that rests for want of an access may be open when that is renewed.
  const open = [...ending, ...settings.channels.filter((channel) => isOpen(settings, channel)).map(({ id }) => id)];
  const lines: Line[] = [];
  for (const channel of inOwnOrder(
    [...new Set([...open, ...unclear.keys(), ...removals.keys(), ...amendments.keys()])],
    ctx.owner,
  )) {
    const waiting = open.includes(channel) ? inTurn(await readyPosts(ctx.payload, channel, ctx.now, LIMIT)) : [];
    const line = {
      ...{ channel, isEnding: ending.includes(channel), waiting, unclear: unclear.get(channel) ?? [] },
      ...{ removals: removals.get(channel) ?? [], amendments: amendments.get(channel) ?? [] },
    };
    if (isAnythingLeft(line)) lines.push(line);
  }
  return lines;
};

const isAnythingLeft = ({ isEnding, unclear, waiting, removals, amendments }: Line): boolean =>
  isEnding || unclear.length + waiting.length + removals.length + amendments.length > 0;

/** What was done of a line, and what is left of it in this round. */
type Step = { readonly handed: number; readonly line: Line };

/** One step; settings are read anew, because others change them. */
const takeStep = async (ctx: JobContext, line: Line, end: Instant): Promise<Step> => {
  const settings = await loadSettings(ctx.payload, now());
  if (line.isEnding) {
    const channel = settings.channels.find(({ id }) => id === line.channel);
    if (channel) await renewAccess(ctx, channel);
    return { handed: 0, line: { ...line, isEnding: false } };
  }
  const [attempt, ...unclear] = line.unclear;
  if (attempt) {
    // Who did not answer to one question would not answer to the next.
    const isRead = await learnTruth(ctx, settings, attempt);
    return { handed: 0, line: { ...line, unclear: isRead ? unclear : [] } };
  }
  if (line.waiting.length > 0) {
    const { handed, waiting } = await dispatchChunk(ctx, settings, line, end);
    return { handed, line: { ...line, waiting } };
  }
  const [removal, ...removals] = line.removals;
  const [amendment, ...amendments] = line.amendments;
  const outcome = removal
    ? await dispatchRemoval(ctx, settings, removal)
    : amendment && (await dispatchAmendment(ctx, settings, amendment));
  // Whoever does not answer to one would not answer to the next: what is unclear is tried again.
  const isSilent = outcome?.kind === 'postponed' || outcome?.kind === 'unconfirmed';
  const left = removal ? { removals } : { amendments };
  return { handed: outcome ? 1 : 0, line: { ...line, ...(isSilent ? { removals: [], amendments: [] } : left) } };
};
