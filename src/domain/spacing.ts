import { addressesIn } from './addresses-in-text';
import { atWallTime, MORNING, sendableAt } from './calendar';
import type { Prices, QuietHours, Spacing } from './channel';
import type { Delivery } from './delivery';
import { isCorrection, type Purpose } from './purpose';
import { berlinDay, compareInstants, type Instant, inBerlin, isBefore, latest } from './time';

/** X, August 2026, in US cents (docs.x.com, Pricing). */
export const X_PRICES: Prices = { post: 1.5, linkPost: 20, pictureText: 0.5 };

/** A post that left, may have left or is in somebody's hand. */
export type SpentPlace = { readonly at: Instant; readonly cents: number };

/** The rule that makes a post wait. */
export type SpacingRule = keyof Spacing;

/** The earliest moment for a post; `because`: the rule that asked for the last wait, undefined where none did. */
export type Place = { readonly at: Instant; readonly because?: SpacingRule | undefined };

/** What `placeFrom` looks at: all places spent since `spentSince`, and what the next post costs. */
export type PlaceInput = {
  readonly spacing: Spacing;
  readonly quiet: QuietHours;
  readonly spent: readonly SpentPlace[];
  readonly cents: number;
};

/**
 * The earliest moment at or after `from` at which a channel has a place for its next post, outside quiet hours. What waits for another day
 * or month leaves in its morning. Undefined when no month has room for what it costs.
 */
export const placeFrom = (input: PlaceInput, from: Instant): Place | undefined => placeAfter(sumUp(input.spent), input, from);

const placeAfter = (sums: Sums, { spacing, quiet, cents }: Asked, from: Instant): Place | undefined => {
  if (spacing.monthlyCents !== undefined && cents > spacing.monthlyCents) return undefined;
  let place: Place = { at: sendableAt(quiet, from) };
  // Every step goes forward, past one of the places spent at most: it ends.
  for (let step = 0; step <= 3 * sums.count + 3; step++) {
    const wait = waitAt(sums, spacing, cents, place.at);
    if (!wait) return place;
    place = { at: sendableAt(quiet, wait.at), because: wait.because };
  }
  return place;
};

/**
 * The place of a post that waits behind so many others, each as dear as itself; `because`: the rule that made it wait last. `at` is
 * undefined when it never has one.
 */
export const placeInLine = (
  input: PlaceInput,
  ahead: number,
  from: Instant,
): { readonly at: Instant | undefined; readonly because?: SpacingRule | undefined } => {
  const sums = sumUp(input.spent);
  let because: SpacingRule | undefined;
  let at = from;
  for (let number = 0; number <= ahead; number++) {
    const place = placeAfter(sums, input, at);
    if (!place) return { at: undefined, because: 'monthlyCents' };
    because = place.because ?? because;
    at = place.at;
    add(sums, { at, cents: input.cents });
  }
  return { at, because };
};

/** Rows in the order in which they take their turn: corrections, then last calls, then by due time. */
export const inTurn = <Row extends Pick<Delivery, 'id' | 'purpose' | 'dueAt'>>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => rankOf(a.purpose) - rankOf(b.purpose) || compareInstants(a.dueAt, b.dueAt) || (a.id < b.id ? -1 : 1));

const rankOf = (purpose: Purpose): number => {
  if (isCorrection(purpose)) return 0;
  return purpose === 'last-call' ? 1 : 2;
};

/** True when any rule holds. */
export const isSpaced = ({ perDay, gapMinutes, monthlyCents }: Spacing): boolean =>
  perDay !== undefined || gapMinutes !== undefined || monthlyCents !== undefined;

/** From when on places spent count for a post at `now`: its day, its month, and the gap before it. */
export const spentSince = ({ monthlyCents, gapMinutes = 0 }: Spacing, now: Instant): Instant => {
  const day = dayOf(now);
  const begin = atWallTime(monthlyCents === undefined ? day : day.with({ day: 1 }), '00:00');
  const gap = now.subtract({ minutes: gapMinutes });
  return isBefore(gap, begin) ? gap : begin;
};

/**
 * What a post costs, rather too much than too little: X makes a link of `hessen.de` too, and what only looks like one (`Kassel.Das`,
 * `http://localhost`) counts as well.
 */
export const costOf = (prices: Prices | undefined, { text, picture }: Priced): number => {
  if (!prices) return 0;
  const hasLink = /https?:\/\/\S/i.test(text) || addressesIn(text).length > 0;
  return (hasLink ? prices.linkPost : prices.post) + (picture?.alt ? prices.pictureText : 0);
};

/** What the price of a post depends on. */
export type Priced = { readonly text: string; readonly picture?: { readonly alt: string } | undefined };

/** What the dearest post costs; 0 where posts cost nothing. */
export const dearestPost = (prices: Prices | undefined): number => (prices ? prices.linkPost + prices.pictureText : 0);

type Asked = Omit<PlaceInput, 'spent'>;

/** Places spent as the rules ask for them: a line of hundreds adds to it, and the calendar is slow. */
type Sums = {
  count: number;
  last: Instant | undefined;
  readonly postsOfDay: Map<string, number>;
  readonly centsOfMonth: Map<string, number>;
};

const sumUp = (spent: readonly SpentPlace[]): Sums => {
  const sums: Sums = { count: 0, last: undefined, postsOfDay: new Map(), centsOfMonth: new Map() };
  for (const one of spent) add(sums, one);
  return sums;
};

const add = (sums: Sums, { at, cents }: SpentPlace): void => {
  const day = berlinDay(at);
  sums.count += 1;
  sums.last = sums.last ? latest(sums.last, at) : at;
  sums.postsOfDay.set(day, (sums.postsOfDay.get(day) ?? 0) + 1);
  sums.centsOfMonth.set(monthOf(day), (sums.centsOfMonth.get(monthOf(day)) ?? 0) + cents);
};

const waitAt = (
  { last, postsOfDay, centsOfMonth }: Sums,
  { perDay, gapMinutes, monthlyCents }: Spacing,
  cents: number,
  at: Instant,
): (Place & { because: SpacingRule }) | undefined => {
  const gapEnds = gapMinutes !== undefined && last?.add({ minutes: gapMinutes });
  if (gapEnds && isBefore(at, gapEnds)) return { at: gapEnds, because: 'gapMinutes' };
  const day = berlinDay(at);
  if (perDay !== undefined && (postsOfDay.get(day) ?? 0) >= perDay)
    return { at: atWallTime(dayOf(at).add({ days: 1 }), MORNING), because: 'perDay' };
  const cost = (centsOfMonth.get(monthOf(day)) ?? 0) + cents;
  // Tenths of a cent do not add up exactly.
  if (monthlyCents !== undefined && cost > monthlyCents + 0.001)
    return { at: atWallTime(dayOf(at).with({ day: 1 }).add({ months: 1 }), MORNING), because: 'monthlyCents' };
  return undefined;
};

const dayOf = (at: Instant) => inBerlin(at).toPlainDate();

const monthOf = (day: string): string => day.slice(0, 7);
