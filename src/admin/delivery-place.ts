import type { Payload } from 'payload';
import { type ChannelSettings, fallsBack } from '#domain/channel';
import type { Delivery } from '#domain/delivery';
import { dearestPost, inTurn, isSpaced, placeInLine, type SpacingRule, spentSince } from '#domain/spacing';
import { type Instant, isBefore, latest } from '#domain/time';
import { readyPosts } from '#store/deliveries';
import { spentPlaces } from '#store/places';

/** Since when at the earliest a due row may leave, undefined: not before it is over; and what makes it wait: a rule of its channel with its limit, or a rest. */
export type WaitingPlace = {
  readonly at: Instant | undefined;
  readonly because: { readonly rule: SpacingRule; readonly limit: number } | 'rest';
};

/** Longer lines are not worked through: what stands behind so many rows is told the place of the last of them. */
const LONGEST_LINE = 300;

/** What a due row waits for on its channel; undefined where it leaves shortly. */
export const loadPlace = async (
  payload: Payload,
  { id, status, dueAt, latestAt }: Delivery,
  channel: ChannelSettings | undefined,
  now: Instant,
): Promise<WaitingPlace | undefined> => {
  if (status !== 'ready' || isBefore(now, dueAt) || !channel || fallsBack(channel)) return undefined;
  const { spacing, quiet, prices, restUntil } = channel;
  const from = restUntil ? latest(now, restUntil) : now;
  const rests = isBefore(now, from) ? ({ at: from, because: 'rest' } as const) : undefined;
  if (!isSpaced(spacing)) return rests;
  const line = inTurn(await readyPosts(payload, channel.id, now, LONGEST_LINE));
  const ahead = line.findIndex((row) => row.id === id);
  const { spent } = await spentPlaces(payload, channel.id, spentSince(spacing, now));
  const input = { spacing, quiet, spent, cents: dearestPost(prices) };
  const place = placeInLine(input, ahead < 0 ? line.length : ahead, from);
  const limit = place.because && spacing[place.because];
  const at = place.at && isBefore(place.at, latestAt) ? place.at : undefined;
  return place.because && limit ? { at, because: { rule: place.because, limit } } : rests;
};
