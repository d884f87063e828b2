import { type Content, type EventContent, fingerprintOf } from './content';
import { type Delivery, isOut } from './delivery';
import type { DispatchStatus } from './dispatch';
import { correctionWanted } from './ladder';
import type { Purpose } from './purpose';
import { timetableOf } from './schedule';
import { type Instant, isBefore, latest } from './time';

type Told = Pick<Delivery, 'sequence' | 'fingerprint'>;
type Asked = {
  /** It was amended before, or may have been: then a change that was taken back counts, too. */
  readonly isAmended: boolean;
  readonly coolOffMinutes: number;
};

/**
 * From when on the post of a row is amended: what it tells of an event has changed since, and its readers may know. Undefined where there
 * is nothing to put right.
 */
export const amendsFrom = (told: Told, content: Content, { isAmended, coolOffMinutes }: Asked): Instant | undefined => {
  if (content.kind !== 'event' || !content.live || told.sequence >= content.sequence) return undefined;
  if (!isAmended && told.fingerprint === fingerprintOf(content)) return undefined;
  const timetable = timetableOf(content, coolOffMinutes);
  const wanted = correctionWanted(timetable, content, told);
  return wanted && latest(wanted, timetable.settledAt('update'));
};

/** What is known of a post that may have to be amended for the version `sequence` of its event. */
export type Amending = {
  readonly row: Told & Pick<Delivery, 'status'>;
  readonly content: Content | undefined;
  readonly sequence: number;
  /** The other amendments of the same post. */
  readonly others: readonly { readonly sequence: number; readonly status: DispatchStatus }[];
  readonly isTakenAway: boolean;
  /** Its network is not to be asked for now. */
  readonly isHeld: boolean;
  readonly coolOffMinutes: number;
};

/** Whether it still is to be amended, and may be now; `until`: not to be looked at before. */
export type AmendmentTurn =
  | { readonly kind: 'needless' }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'now'; readonly content: EventContent };

/** What has to wait comes up again after so many minutes. */
const WAIT_MINUTES = 10;

/** The turn of an amendment at a moment. */
export const amendmentTurn = (asked: Amending, now: Instant): AmendmentTurn => {
  const { row, content, sequence, others, coolOffMinutes } = asked;
  if (content?.kind !== 'event' || !isBefore(now, content.event.endsAt)) return NEEDLESS;
  const from = amendsFrom(row, content, { isAmended: others.length > 0, coolOffMinutes });
  const isReplaced = others.some((other) => other.sequence > sequence);
  if (!from || isReplaced || !isOut(row.status) || asked.isTakenAway) return NEEDLESS;
  if (isBefore(now, from)) return { kind: 'wait', until: from };
  // Whoever was handed its text reads there that it is true no longer, and says in the end whether it was posted.
  const isInHand = row.status !== 'sent' || others.some(({ status }) => status === 'sending');
  // Of a version that nobody has planned yet another amendment comes.
  if (isInHand || content.sequence !== sequence || asked.isHeld)
    return { kind: 'wait', until: now.add({ minutes: WAIT_MINUTES }) };
  return { kind: 'now', content };
};

const NEEDLESS = { kind: 'needless' } as const;

/** As what an earlier post is told anew: that an event was off is no cancellation any more when it is on again. */
export const purposeAmended = (purpose: Purpose, { event }: EventContent): Purpose =>
  purpose === 'cancel' && event.status !== 'cancelled' ? 'update' : purpose;
