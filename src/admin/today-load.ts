import type { Payload, PayloadRequest } from 'payload';
import { type DaysLeft, endingAccess } from '#domain/access';
import { type ChannelSettings, isRefusedCheck, lacksAccess, type RefusedCheck } from '#domain/channel';
import { type EndingVersion, endingVersion } from '#domain/interface-version';
import type { RightsRequest } from '#domain/rights-request';
import { isAbove } from '#domain/role';
import { type Stopped, stopOn } from '#domain/stop';
import type { Instant } from '#domain/time';
import type { StoppedChannel } from '#i18n/channel-stop';
import { readEnv } from '#runtime/env';
import { linkedinVersion } from '#runtime/linkedin-version';
import { blockChannels, type WaitingBlock, waitingBlocks } from '#store/block';
import { type Edition, editionsInHand } from '#store/editions';
import { rowsWithLostText } from '#store/own-texts';
import { openRightsRequests } from '#store/rights-requests';
import { rowsToSeeTo } from '#store/see-to';
import { loadSettings, stoppedIn } from '#store/settings';
import {
  type DraftLine,
  type ListExcerpt,
  loadAwaiting,
  loadDrafts,
  loadTroubles,
  loadUnasked,
  loadUpcoming,
} from '#store/today';
import type { Viewer } from './viewer';

/** Lines that each list shows; the rest is one click away. */
const SHOWN = 8;

/** The lists of the start page. */
export type TodayLists = {
  readonly awaiting: ListExcerpt;
  readonly blocks: readonly WaitingBlock[];
  /** Editions of the own newsletters (of all for those above), the next of each, and any that does not leave as it is. */
  readonly editions: readonly Edition[];
  readonly troubles: ListExcerpt;
  /** Channels that stopped by themselves. */
  readonly stuck: readonly StuckChannel[];
  /** Channels that nobody has connected with their account yet. */
  readonly unconnected: readonly Pick<ChannelSettings, 'id' | 'name' | 'via'>[];
  /** Channels whose access to their account ends soon, or has ended. */
  readonly ending: readonly EndingAccess[];
  /** The version of LinkedIn's interface, where channels leave by it and it ends soon. */
  readonly version: EndingVersion | undefined;
  /** Running channels that their network refused when they were checked last. */
  readonly refused: readonly RefusedChannel[];
  /** Requests about people's own data that editors of their body, or those above, have to answer. */
  readonly rights: readonly RightsRequest[];
  readonly upcoming: ListExcerpt;
  readonly drafts: readonly DraftLine[];
  /** A house that has no channel yet beside its feeds. */
  readonly isFresh: boolean;
  /** Ids of the rows that nobody could be asked about. */
  readonly unasked: readonly string[];
  /** Ids of the rows whose posts people have to see to. */
  readonly toSeeTo: readonly string[];
  /** Ids of the rows that leave without the text their carrier wrote. */
  readonly lostTexts: readonly string[];
};

/** `isByHand`: what is due on it goes to people meanwhile. */
export type StuckChannel = Pick<ChannelSettings, 'id' | 'check'> & StoppedChannel & { readonly isByHand: boolean };
type RefusedChannel = { readonly id: string; readonly name: string; readonly at: Instant; readonly kind: RefusedCheck };
type EndingAccess = { readonly id: string; readonly name: string; readonly until: Instant; readonly days: DaysLeft };

/** Authors decide nothing, so that they see no list of what waits for a decision. */
export const decidesRows = ({ role }: Pick<Viewer, 'role'>): boolean => role !== 'author';

/**
 * Editors see what is theirs to act on, those above everything; somebody without an organisation has nothing. What waits to be copied
 * into a newsletter is for the own body, whoever stands above too.
 */
export const loadTodayLists = async (
  payload: Payload,
  user: PayloadRequest['user'],
  viewer: Viewer,
  at: Instant,
): Promise<TodayLists> => {
  const organisation = isAbove(viewer) ? undefined : (viewer.organisation ?? 'none');
  const carried = { organisation, as: 'carrier' } as const;
  const [unasked, toSeeTo, lostTexts, settings] = await Promise.all([
    loadUnasked(payload, carried),
    rowsToSeeTo(payload, organisation),
    rowsWithLostText(payload, organisation),
    loadSettings(payload, at),
  ]);
  const leaving = {
    whose: { organisation, as: 'any' },
    until: at.add({ hours: 7 * 24 }),
    blocks: blockChannels(settings, undefined),
    beside: decidesRows(viewer) ? carried : undefined,
  } as const;
  const carriedHere = settings.channels.filter(({ carrier }) => organisation === undefined || carrier === organisation);
  const [awaiting, blocks, editions, troubles, rights, upcoming, drafts] = await Promise.all([
    loadAwaiting(payload, carried, SHOWN),
    viewer.organisation ? waitingBlocks(payload, settings, viewer.organisation, at) : [],
    editionsInHand(
      payload,
      carriedHere.map(({ id }) => id),
    ),
    loadTroubles(payload, carried, [...toSeeTo, ...lostTexts, ...unasked], SHOWN),
    decidesRows(viewer) ? openRightsRequests(payload, organisation) : [],
    loadUpcoming(payload, leaving, SHOWN),
    loadDrafts(payload, user, organisation, SHOWN),
  ]);
  return {
    ...{ awaiting, blocks, editions, troubles, rights, upcoming, drafts, unasked, toSeeTo, lostTexts },
    isFresh: settings.channels.every(({ kind }) => kind === 'feed'),
    ...troublesOf(carriedHere, stoppedIn(settings), at),
  };
};

/** What is wrong with channels themselves, or soon will be. */
const troublesOf = (
  channels: readonly ChannelSettings[],
  stopped: Stopped,
  at: Instant,
): Pick<TodayLists, 'stuck' | 'unconnected' | 'ending' | 'version' | 'refused'> => ({
  stuck: channels.flatMap((channel) => {
    const { id, active, paused, trouble } = channel;
    return active && paused && trouble ? [{ ...channel, trouble, isByHand: stopOn(id, stopped) === 'by-hand' }] : [];
  }),
  unconnected: channels.filter((channel) => lacksAccess(channel) && !channel.trouble),
  ending: channels.flatMap((channel) => {
    const end = endingAccess(channel, at);
    return end ? [{ id: channel.id, name: channel.name, ...end }] : [];
  }),
  version: endingVersion('linkedin', linkedinVersion(readEnv()).until, channels, at),
  refused: channels.flatMap(({ id, name, active, trouble, check }) =>
    active && !trouble && check && isRefusedCheck(check.kind) ? [{ id, name, at: check.at, kind: check.kind }] : [],
  ),
});
