import { type Content, type EventContent, fingerprintOf } from './content';
import type { Delivery } from './delivery';
import { correctionWanted } from './ladder';
import type { Purpose } from './purpose';
import { timetableOf } from './schedule';
import { type Instant, latest } from './time';

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

/** As what an earlier post is told anew: that an event was off is no cancellation any more when it is on again. */
export const purposeAmended = (purpose: Purpose, { event }: EventContent): Purpose =>
  purpose === 'cancel' && event.status !== 'cancelled' ? 'update' : purpose;
