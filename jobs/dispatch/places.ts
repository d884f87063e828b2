import type { Payload } from 'payload';
import type { ChannelSettings } from '#domain/channel';
import { costOf, dearestPost, isSpaced, placeFrom, spentSince } from '#domain/spacing';
import { type Instant, isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import type { ReadyPost } from '#store/deliveries';
import { lastTurn, spentPlaces, takeNextTurn } from '#store/places';
import type { Composed } from './compose';

/** The last turn that was taken on a channel when its places were looked at; undefined where it has no limits. */
export type Turn = { readonly after: number } | undefined;

/**
 * There is no place before then, undefined: never; `isSure`: nothing in hand could still give its place back; `isByCost`: only a post as dear
 * as this one has to wait so long.
 */
export type Wait = { readonly until: Instant | undefined; readonly isSure: boolean; readonly isByCost: boolean };

/** The turn that a post may take now, or how long it has to wait for one. */
export const findTurn = async (payload: Payload, channel: ChannelSettings, cents: number): Promise<Turn | Wait> => {
  const { id, spacing, quiet } = channel;
  if (!isSpaced(spacing)) return undefined;
  // The turn before the places: whoever takes one in between makes ours void.
  const after = await lastTurn(payload, id);
  const at = now();
  const { spent, isInHand } = await spentPlaces(payload, id, spentSince(spacing, at));
  const place = placeFrom({ spacing, quiet, spent, cents }, at);
  if (place && !isBefore(at, place.at)) return { after };
  return { until: place?.at, isSure: !isInHand, isByCost: !place || place.because === 'monthlyCents' };
};

/** The next moment at which a channel with limits has a place for a post; undefined where it has no limits, or never has. */
export const nextPlace = async (payload: Payload, channel: ChannelSettings, at: Instant): Promise<Instant | undefined> => {
  const { id, spacing, quiet, prices } = channel;
  if (!isSpaced(spacing)) return undefined;
  const { spent } = await spentPlaces(payload, id, spentSince(spacing, at));
  return placeFrom({ spacing, quiet, spent, cents: dearestPost(prices) }, at)?.at;
};

/** Takes the turn for a claim that stands; false when somebody else took it, so that our look at the places is out of date. */
export const takeTurn = (payload: Payload, channel: ChannelSettings, { after }: { readonly after: number }): Promise<boolean> =>
  takeNextTurn(payload, channel.id, after);

/** What a post will cost, where posts of its channel have prices. */
export const centsOf = async (compose: () => Promise<Composed>, { prices }: ChannelSettings): Promise<number | undefined> => {
  if (!prices) return undefined;
  const composed = await compose();
  if (composed.kind !== 'message' || composed.message.kind !== 'post') return prices.post;
  const { text, image } = composed.message;
  return costOf(prices, { text, picture: image });
};

/** True when a row's time is over before its channel has a place again, whatever becomes of what is in hand. */
export const isShutOut = ({ latestAt }: Pick<ReadyPost, 'latestAt'>, { until, isSure }: Wait): boolean =>
  isSure && !(until && isBefore(until, latestAt));
