import type { Payload } from 'payload';
import { type AmendmentStand, amendmentStand, holdOf } from '#domain/amendment-stand';
import type { ChannelSettings } from '#domain/channel';
import type { Delivery } from '#domain/delivery';
import { type DispatchStatus, isGoing } from '#domain/dispatch';
import type { PostedBy } from '#domain/posted-by';
import type { Instant } from '#domain/time';
import { AMENDMENT, amendedSentence, FOR_PEOPLE, HELD, underWaySentence } from '#i18n/amendment';
import { momentWithZone } from '#i18n/dates';
import type { Words } from '#i18n/words';
import { amendmentsOf, correctionBeside, lastAmending, sequenceOf } from '#store/amendments';
import { type Attempt, attemptsOf } from '#store/attempts';
import type { Settings } from '#store/settings';

/** How it stands with putting a row's post right. */
export type AmendmentPart = {
  readonly amendment: AmendmentStand | undefined;
  /** Tries to put it right that may have reached the network. */
  readonly amendments: readonly Attempt[];
  /** Of a post that nobody can change, the row that tells on the same channel what is true now. */
  readonly toldBy?: string | undefined;
  /** The one of them that the post says now, if any does for certain. */
  readonly saying: Attempt | undefined;
};

type Asked = {
  readonly channel: ChannelSettings | undefined;
  readonly settings: Pick<Settings, 'paused'>;
  /** How far taking the post away has come: what is about to be gone, or is, nobody puts right. */
  readonly removal: DispatchStatus | undefined;
  readonly postedBy: PostedBy | undefined;
  readonly now: Instant;
};

/** Loads it; what was needless says nothing. */
export const loadAmendment = async (
  payload: Payload,
  row: Delivery,
  { channel, settings, removal, postedBy = 'unknown', now }: Asked,
): Promise<AmendmentPart> => {
  const dispatches = (await amendmentsOf(payload, [row.id])).filter(({ status }) => status !== 'cancelled');
  const newest = [...dispatches].sort((a, b) => sequenceOf(b) - sequenceOf(a))[0];
  if (!newest) return { amendment: undefined, amendments: [], saying: undefined };
  const tries = await attemptsOf(
    payload,
    dispatches.map(({ id }) => id),
  );
  const amendments = tries.filter(({ message }) => message !== undefined);
  const latest = lastAmending(tries);
  const part = { amendments, saying: latest?.stage === 'accepted' ? latest : undefined };
  if (isGoing(removal)) return { ...part, amendment: undefined };
  const last = amendments.filter((one) => one.dispatchId === newest.id && one.stage === 'accepted').at(-1);
  const standing = {
    ...{ row, via: channel?.via, hold: channel && holdOf(channel, settings.paused, now) },
    ...{ postedBy, dispatch: newest, amendedAt: last?.startedAt },
  };
  const amendment = amendmentStand(standing, now);
  const isFixed = amendment?.kind === 'for-people' && amendment.why === 'cannot';
  return { ...part, amendment, toldBy: isFixed ? await correctionBeside(payload, row, sequenceOf(newest)) : undefined };
};

/** How it stands, as people read it. */
export const amendmentInWords = (stand: AmendmentStand): Words => {
  switch (stand.kind) {
    case 'settled':
    case 'unclear':
      return AMENDMENT[stand.kind];
    case 'amended':
      return amendedSentence(inBoth(stand.at));
    case 'held':
      return HELD[stand.by];
    case 'under-way':
    case 'soon-for-people':
      return underWaySentence(stand.kind, stand.until && inBoth(stand.until));
    case 'for-people':
      return FOR_PEOPLE[stand.why];
  }
};

const inBoth = (at: Instant): Words => ({ de: momentWithZone(at, 'de'), en: momentWithZone(at, 'en') });
