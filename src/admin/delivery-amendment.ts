import type { Payload } from 'payload';
import { AMENDING_VIAS, type ChannelSettings } from '#domain/channel';
import type { Delivery } from '#domain/delivery';
import type { Dispatch } from '#domain/dispatch';
import type { Instant } from '#domain/time';
import { AMENDMENT, amendedSentence, FOR_PEOPLE, type ForPeople } from '#i18n/amendment';
import { momentWithZone } from '#i18n/dates';
import type { Words } from '#i18n/words';
import { amendmentsOf, sequenceOf } from '#store/amendments';
import { type Attempt, attemptsOf } from '#store/attempts';
import { findPosted } from '#store/removals';

/** How it stands with putting a row's post right. */
export type AmendmentPart = {
  readonly amendment: AmendmentStand | undefined;
  /** Tries to put it right that may have reached the network. */
  readonly amendments: readonly Attempt[];
};

type AmendmentStand =
  | { readonly kind: 'under-way' | 'settled' }
  | { readonly kind: 'amended'; readonly at: Instant }
  | { readonly kind: 'for-people'; readonly why: ForPeople };

/** Loads it; what was needless says nothing. */
export const loadAmendment = async (
  payload: Payload,
  row: Delivery,
  channel: ChannelSettings | undefined,
): Promise<AmendmentPart> => {
  const dispatches = (await amendmentsOf(payload, [row.id])).filter(({ status }) => status !== 'cancelled');
  const newest = [...dispatches].sort((a, b) => sequenceOf(b) - sequenceOf(a))[0];
  if (!newest) return { amendment: undefined, amendments: [] };
  const tries = await attemptsOf(
    payload,
    dispatches.map(({ id }) => id),
  );
  const amendments = tries.filter(({ message }) => message !== undefined);
  return { amendment: await standOf(payload, row, channel, newest, amendments), amendments };
};

const standOf = async (
  payload: Payload,
  row: Delivery,
  channel: ChannelSettings | undefined,
  { id, status }: Dispatch,
  amendments: readonly Attempt[],
): Promise<AmendmentStand> => {
  if (status === 'handed-over') return { kind: 'for-people', why: await whyPeople(payload, row, channel) };
  if (status !== 'accepted') return { kind: 'under-way' };
  const last = amendments.filter((one) => one.dispatchId === id && one.stage === 'accepted').at(-1);
  return last ? { kind: 'amended', at: last.startedAt } : { kind: 'settled' };
};

const whyPeople = async (payload: Payload, row: Delivery, channel: ChannelSettings | undefined): Promise<ForPeople> => {
  if (!(await findPosted(payload, row.id))) return 'by-hand';
  if (channel && !AMENDING_VIAS.includes(channel.via)) return 'cannot';
  return row.ownText && !row.ownTextStale ? 'own-text' : 'refused';
};

/** How it stands, as people read it. */
export const amendmentInWords = (stand: AmendmentStand): Words => {
  switch (stand.kind) {
    case 'under-way':
      return AMENDMENT.underWay;
    case 'settled':
      return AMENDMENT.settled;
    case 'amended':
      return { de: amendedSentence(momentWithZone(stand.at, 'de')).de, en: amendedSentence(momentWithZone(stand.at, 'en')).en };
    case 'for-people':
      return FOR_PEOPLE[stand.why];
  }
};
