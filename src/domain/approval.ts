import { type ChannelSettings, departureOf } from './channel';
import type { Content } from './content';
import type { Delivery } from './delivery';
import { settledAt } from './schedule';
import { type Instant, isBefore, latest } from './time';

/** People are asked this many days before a message is due, not months ahead. */
export const ASK_DAYS_AHEAD = 14;

/**
 * What becomes of a planned row now: it asks for approval (`askAt`, see `askFrom`; undefined while its content is gone), it is ready
 * (nobody is asked, or said yes before), too late, or waits.
 */
export const ripen = (
  delivery: Delivery,
  askAt: Instant | undefined,
  now: Instant,
): 'awaiting-approval' | 'ready' | 'missed' | undefined => {
  if (!isBefore(now, delivery.latestAt)) return 'missed';
  if (delivery.approval.kind === 'automatic' || delivery.decidedAt) return 'ready';
  return askAt && !isBefore(now, askAt) ? 'awaiting-approval' : undefined;
};

/**
 * Why a row is missed that was ready and did not leave: that it was too late says nothing of a block, which was there to be taken, nor of
 * a network that took nothing.
 */
export const whyMissed = (
  channel: Pick<ChannelSettings, 'kind' | 'via' | 'restUntil'> | undefined,
  { latestAt }: Pick<Delivery, 'latestAt'>,
): 'not-taken-over' | 'not-reachable' | 'too-late' => {
  if (channel && departureOf(channel) === 'block') return 'not-taken-over';
  return channel?.restUntil && !isBefore(channel.restUntil, latestAt) ? 'not-reachable' : 'too-late';
};

/**
 * What silence means for a row that waits: a yes once the hours of its clause have passed since a notice was accepted for a
 * reachable person, a miss when the message makes no sense any more. Nobody noticed, no yes.
 */
export const decideSilence = (delivery: Delivery, now: Instant): 'ready' | 'missed' | undefined => {
  if (!isBefore(now, delivery.latestAt)) return 'missed';
  const until = silenceEnds(delivery);
  return until && !isBefore(now, until) ? 'ready' : undefined;
};

/** When silence will count as yes; undefined where it never does or nobody has been reached yet. */
export const silenceEnds = (delivery: Delivery): Instant | undefined =>
  delivery.approval.kind === 'silence' && delivery.noticedAt
    ? delivery.noticedAt.add({ hours: delivery.approval.hours })
    : undefined;

/** When people are asked about a planned row: not months ahead, and once about all that its editors change within their time to think. */
export const askFrom = (
  delivery: Pick<Delivery, 'dueAt' | 'purpose' | 'latestAt'>,
  content: Pick<Content, 'changedAt'>,
  coolOffMinutes: number,
): Instant => latest(delivery.dueAt.subtract({ hours: ASK_DAYS_AHEAD * 24 }), settledAt(delivery, content, coolOffMinutes));
