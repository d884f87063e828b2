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
