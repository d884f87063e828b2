import { type Instant, readInstant } from '#domain/time';

/** Until when the time to think runs after the last change that took effect; undefined where nothing is published. */
export const settlesFrom = (changedAt: unknown, isPublished: boolean, minutes: number): Instant | undefined =>
  isPublished && minutes > 0 && typeof changedAt === 'string' ? readInstant(changedAt)?.add({ minutes }) : undefined;
