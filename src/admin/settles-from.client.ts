import { settledAt } from '#domain/schedule';
import { type Instant, readInstant } from '#domain/time';

/** What the form holds; each as the fields have it. */
export type Settling = {
  readonly changedAt: unknown;
  readonly startsAt?: unknown;
  readonly kind?: unknown;
  readonly deadline?: unknown;
};

/**
 * Until when nothing at all leaves after the last change that took effect; undefined where nothing is published. Of all messages a
 * correction waits the shortest.
 */
export const settlesFrom = (form: Settling, isPublished: boolean, minutes: number): Instant | undefined => {
  const changedAt = read(form.changedAt);
  if (!isPublished || minutes <= 0 || !changedAt) return undefined;
  const latestAt = read(form.startsAt) ?? (form.kind === 'call' ? read(form.deadline) : undefined);
  return settledAt({ purpose: 'update', latestAt }, { changedAt }, minutes);
};

const read = (value: unknown): Instant | undefined => (typeof value === 'string' ? readInstant(value) : undefined);
