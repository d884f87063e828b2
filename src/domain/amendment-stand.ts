import { isResting } from './access';
import { AMENDING_VIAS, type ChannelSettings, REMOVING_VIAS } from './channel';
import { type Delivery, isOut } from './delivery';
import type { DispatchStatus } from './dispatch';
import { ownTextOf } from './own-text';
import type { PostedBy } from './posted-by';
import { type Instant, isBefore } from './time';

/** What keeps a network from being asked for now: people, its refusing of the channel, or that it takes nothing. */
export type Hold = 'stopped' | 'trouble' | 'rest';

/** Why a person has to see to a post. */
export type ForPeople = 'own-text' | 'cannot' | 'no-way' | 'by-hand' | 'unknown' | 'refused';

/** What is known of a post that is to be put right, or was. */
export type Standing = {
  readonly row: Pick<Delivery, 'status' | 'ownText' | 'ownTextStale'>;
  /** Of its channel as it is now; undefined where that is gone. */
  readonly via: ChannelSettings['via'] | undefined;
  readonly hold: Hold | undefined;
  readonly postedBy: PostedBy;
  readonly dispatch: { readonly status: DispatchStatus; readonly notBefore: Instant };
  /** When the network was last told, where this amendment did that. */
  readonly amendedAt: Instant | undefined;
};

/** How it stands with putting a post right. `until`: not before then; undefined: in a moment. */
export type AmendmentStand =
  | { readonly kind: 'settled' | 'unclear' }
  | { readonly kind: 'amended'; readonly at: Instant }
  | { readonly kind: 'held'; readonly by: Hold }
  | { readonly kind: 'under-way' | 'soon-for-people'; readonly until: Instant | undefined }
  | { readonly kind: 'for-people'; readonly why: ForPeople };

/** How it stands at a moment; undefined where the row's own stand says all there is to say. */
export const amendmentStand = (standing: Standing, now: Instant): AmendmentStand | undefined => {
  const { row, dispatch, amendedAt, hold } = standing;
  if (dispatch.status === 'handed-over') return { kind: 'for-people', why: leftToPeople(standing) ?? 'refused' };
  if (dispatch.status === 'accepted') return amendedAt ? { kind: 'amended', at: amendedAt } : { kind: 'settled' };
  // Whoever was handed the text reads beside it that it is true no longer.
  if (!isOut(row.status) || row.status === 'handed-over') return undefined;
  if (row.status !== 'sent') return { kind: 'unclear' };
  const why = leftToPeople(standing);
  if (!why && hold) return { kind: 'held', by: hold };
  const until = isBefore(now, dispatch.notBefore) ? dispatch.notBefore : undefined;
  return { kind: why ? 'soon-for-people' : 'under-way', until };
};

/** What keeps the network of a channel from being asked; undefined where it may be. */
export const holdOf = (channel: ChannelSettings, isAllStopped: boolean, now: Instant): Hold | undefined => {
  if (channel.trouble) return 'trouble';
  if (isAllStopped || channel.paused) return 'stopped';
  return isResting(channel, now) ? 'rest' : undefined;
};

/** Why nobody but a person puts this post right; undefined where its network is asked. */
export const leftToPeople = ({ row, via, postedBy }: Pick<Standing, 'row' | 'via' | 'postedBy'>): ForPeople | undefined => {
  if (postedBy === 'person') return 'by-hand';
  if (postedBy === 'unknown') return 'unknown';
  if (!via || postedBy === 'us-elsewhere' || !REMOVING_VIAS.includes(via)) return 'no-way';
  if (!AMENDING_VIAS.includes(via)) return 'cannot';
  return ownTextOf(row) ? 'own-text' : undefined;
};
