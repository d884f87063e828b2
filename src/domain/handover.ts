import { type Content, fingerprintOf } from './content';
import { type Delivery, isOvertaken } from './delivery';
import { type Instant, latest } from './time';

const REMIND_HOURS = 24;

/**
 * When a person who was handed a text is reminded: a day before we stop asking whether it was posted, and where we ask for a short
 * time only, not before half of it is over.
 */
export const remindAt = (handedAt: Instant, askUntil: Instant): Instant => {
  const halfTime = Math.round(handedAt.until(askUntil).total('milliseconds') / 2);
  return latest(askUntil.subtract({ hours: REMIND_HOURS }), handedAt.add({ milliseconds: halfTime }));
};

/** Why a text that lies with a person must not be posted any more. */
export type NoLongerTrue = 'unpublished' | 'cancelled' | 'changed';

/**
 * What happened to the content since a text was handed to a person; undefined while it may be posted. The row stays with the person,
 * who may have posted the text without saying so: we only ask whether that happened. Undefined content is gone, or not public.
 */
export const noLongerTrue = (
  row: Pick<Delivery, 'status' | 'sequence' | 'fingerprint'>,
  content: Content | undefined,
): NoLongerTrue | undefined => {
  if (row.status !== 'handed-over') return undefined;
  if (!content?.live || content.visibility !== 'public') return 'unpublished';
  if (!isOvertaken(row, { sequence: content.sequence, fingerprint: fingerprintOf(content) })) return undefined;
  return content.kind === 'event' && content.event.status === 'cancelled' ? 'cancelled' : 'changed';
};
