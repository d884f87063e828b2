import { type Instant, Temporal, toIso } from '#domain/time';

/** The moment it is now, in whole milliseconds; the only clock of the product (virtual when one was set). */
export const now = (): Instant => shared().clock?.() ?? Temporal.Now.instant().round('millisecond');

/** Puts a virtual clock in place of the real one for this whole process; `undefined` brings the real one back. */
export const setClock = (clock: (() => Instant) | undefined): void => {
  shared().clock = clock;
};

/** The moment it is now as documents keep it: ISO 8601, UTC, always with milliseconds. */
export const nowIso = (): string => toIso(now());

type Shared = { clock?: (() => Instant) | undefined };

declare global {
  // The config is evaluated three times per process: only globalThis is one place.
  var nordsuedClock: Shared | undefined;
}

const shared = (): Shared => {
  globalThis.nordsuedClock ??= {};
  return globalThis.nordsuedClock;
};
