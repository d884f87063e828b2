import type { Ladder } from './agreement';
import { atWallTime, MORNING, morningDaysBefore, nextSlot, nextWeek, sendableAt } from './calendar';
import { type ChannelSettings, isNewsletter, type Slot } from './channel';
import type { Content } from './content';
import type { Reason } from './delivery';
import { isCorrection, type Purpose } from './purpose';
import { earliest, type Instant, inBerlin, isBefore, latest } from './time';

/** News is news for so many days: longer than a monthly newsletter can let it wait (35). */
export const NEWS_FRESH_DAYS = 45;

/** Two messages about one thing on one channel are at least so many hours apart; corrections do not wait. */
export const STEP_GAP_HOURS = 48;

/**
 * When a message is wanted (before quiet hours, slots, caps), never before its embargo is over; undefined where the content or
 * the ladder has no such step.
 */
const wantedAt = (purpose: Purpose, content: Content, ladder: Ladder): Instant | undefined => {
  const asked = askedAt(purpose, content, ladder);
  return asked && latest(asked, released(content));
};

const askedAt = (purpose: Purpose, content: Content, ladder: Ladder): Instant | undefined => {
  switch (purpose) {
    case 'announce':
      return content.kind === 'event' && ladder.announceDays !== undefined
        ? morningDaysBefore(content.event.startsAt, ladder.announceDays)
        : content.publishedAt;
    case 'remind':
      return content.kind === 'event' && ladder.remindDays !== undefined
        ? morningDaysBefore(content.event.startsAt, ladder.remindDays)
        : undefined;
    case 'last-call':
      return content.deadline && ladder.lastCallDays !== undefined
        ? morningDaysBefore(content.deadline, ladder.lastCallDays)
        : undefined;
    case 'update':
    case 'cancel':
      return content.changedAt;
  }
};

/** When the message stops making sense: registration ends or the event begins, the news is old. Corrections make sense till the end. */
const latestAt = (purpose: Purpose, content: Content): Instant => {
  const end = content.kind === 'event' ? content.event.startsAt : freshUntil(content);
  return content.deadline && !isCorrection(purpose) ? earliest(content.deadline, end) : end;
};

/** Until when a content is worth planning: an event till it begins, news while it is fresh or its deadline is open. */
const freshUntil = (content: Content): Instant => {
  if (content.kind === 'event') return content.event.startsAt;
  const fresh = released(content).add({ hours: NEWS_FRESH_DAYS * 24 });
  return content.deadline && content.kind === 'call' ? content.deadline : fresh;
};

/** The first moment at or after `from` at which the channel may send: the next slot of a newsletter, else outside quiet hours. */
const firstChance = (channel: ChannelSettings, from: Instant): Instant => {
  const slot = slotOf(channel);
  return slot ? nextSlot(slot, from) : sendableAt(channel.quiet, from);
};

/** Only newsletters have slots; what another kind of channel may have kept from earlier settings does not count. */
const slotOf = ({ kind, slot }: ChannelSettings): Slot | undefined => (isNewsletter(kind) ? slot : undefined);

/** The times of one content, each worked out once: fifty channels ask the same questions, and zone arithmetic is dear. */
export type Timetable = {
  readonly wantedAt: (purpose: Purpose, ladder: Ladder) => Instant | undefined;
  readonly latestAt: (purpose: Purpose) => Instant;
  readonly firstChance: (channel: ChannelSettings, from: Instant) => Instant;
  /** `settledAt` for a message of this purpose. */
  readonly settledAt: (purpose: Purpose) => Instant;
};

/**
 * When the time to think after a content's last change is over for a message (UI: Bedenkzeit): it does not leave earlier. A
 * correction that would then come too late does not wait; `latestAt` is undefined where nothing comes too late so soon.
 */
export const settledAt = (
  { purpose, latestAt }: { readonly purpose: Purpose; readonly latestAt: Instant | undefined },
  { changedAt }: Pick<Content, 'changedAt'>,
  coolOffMinutes: number,
): Instant => {
  const settled = changedAt.add({ minutes: coolOffMinutes });
  return isCorrection(purpose) && latestAt && !isBefore(settled, latestAt) ? changedAt : settled;
};

/** Builds the timetable of a content: `wantedAt`, `latestAt` and `firstChance` with a memory as long as one plan. */
export const timetableOf = (content: Content, coolOffMinutes: number): Timetable => {
  const once = <T>(memory: Map<string, T>, key: string, find: () => T): T => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const found = find();
    memory.set(key, found);
    return found;
  };
  const wanted = new Map<string, Instant | undefined>();
  const ends = new Map<string, Instant>();
  const chances = new Map<string, Instant>();
  return {
    settledAt: (purpose) =>
      settledAt({ purpose, latestAt: once(ends, purpose, () => latestAt(purpose, content)) }, content, coolOffMinutes),
    wantedAt: (purpose, { announceDays, remindDays, lastCallDays }) =>
      once(wanted, [purpose, announceDays, remindDays, lastCallDays].join(), () =>
        wantedAt(purpose, content, { announceDays, remindDays, lastCallDays }),
      ),
    latestAt: (purpose) => once(ends, purpose, () => latestAt(purpose, content)),
    firstChance: (channel, from) =>
      once(chances, [from.epochMilliseconds, ...Object.values(slotOf(channel) ?? channel.quiet)].join(), () =>
        firstChance(channel, from),
      ),
  };
};

/** Due time of a message, or why there is none. */
export type Due = { readonly at: Instant; readonly problem?: Reason };

/** Finds the due time at or after `from`, week by week where the cap is reached (`isFull` at a moment), before `until`. */
export const dueFrom = (
  { firstChance: chance }: Pick<Timetable, 'firstChance'>,
  channel: ChannelSettings,
  { from, until, isFull }: { readonly from: Instant; readonly until: Instant; readonly isFull: (at: Instant) => boolean },
): Due => {
  let at = chance(channel, from);
  if (!isBefore(at, until)) return { at, problem: isNewsletter(channel.kind) ? 'no-slot-before-start' : 'too-late' };
  while (isFull(at)) {
    // A newsletter appears at its slot, be it on Monday at six; a post of a new week waits for the morning.
    at = chance(channel, slotOf(channel) ? nextWeek(at) : morningOf(nextWeek(at)));
    if (!isBefore(at, until)) return { at, problem: 'cap-reached' };
  }
  return { at };
};

const released = (content: Content): Instant =>
  content.embargoUntil ? latest(content.publishedAt, content.embargoUntil) : content.publishedAt;

const morningOf = (midnight: Instant): Instant => atWallTime(inBerlin(midnight).toPlainDate(), MORNING);
