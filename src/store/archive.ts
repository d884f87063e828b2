import type { Payload } from 'payload';
import { type EditionDay, editionDay } from '#domain/addresses';
import type { Dispatch } from '#domain/dispatch';
import type { Mail } from '#domain/message';
import { berlinDay, type Instant, inBerlin, isBefore } from '#domain/time';
import { firstTold } from './attempts';
import { dispatchesOf } from './dispatches';
import { type Edition, editionsWithSubject } from './editions';

/** An edition that somebody has got, with its number of its day. */
export type ArchivedEdition = Edition & EditionDay;

/** Editions of a newsletter that somebody has got, newest first. */
export const loadArchive = async (payload: Payload, channelId: string): Promise<readonly ArchivedEdition[]> => {
  return archivedOf(payload, await editionsWithSubject(payload, channelId));
};

/**
 * The number an edition has, or will have, of those of its day: a newsletter whose slot was moved may send two. Whatever was put into
 * words counts, got or not: its mails, which may leave late, name the address already.
 */
export const loadNumberOfDay = async (payload: Payload, edition: Edition): Promise<number> =>
  numberOfDay(
    edition,
    await editionsWithSubject(payload, edition.channelId, { from: startOfDay(edition), before: edition.slotAt }),
  );

/** The HTML of the edition that an address names by its Berlin day as it was sent; undefined where there is none. */
export const loadArchived = async (payload: Payload, channelId: string, day: string): Promise<string | undefined> => {
  const edition = (await loadArchive(payload, channelId)).find((one) => editionDay(one) === day);
  return edition && (await loadSentMail(payload, edition.id))?.html;
};

/** The mail of an edition as those got it who read most of it; of several the German one. Undefined while nothing has left. */
export const loadSentMail = async (payload: Payload, editionId: string): Promise<Mail | undefined> => {
  const batches = [...(await dispatchesOf(payload, 'edition', [editionId]))].sort(byContents);
  for (const batch of batches) {
    const message = (await firstTold(payload, [batch]))?.message;
    if (message?.kind === 'mail') return message;
  }
  return undefined;
};

const archivedOf = async (payload: Payload, editions: readonly Edition[]): Promise<readonly ArchivedEdition[]> => {
  const onTheWay = editions.filter(({ status }) => status !== 'sent').map(({ id }) => id);
  const accepted = (await dispatchesOf(payload, 'edition', onTheWay)).filter(({ status }) => status === 'accepted');
  const archived = editions.filter(({ id, status }) => status === 'sent' || accepted.some(({ subject }) => subject === id));
  return archived.map((edition) => ({ ...edition, ofDay: numberOfDay(edition, editions) }));
};

const startOfDay = ({ slotAt }: Edition): Instant => inBerlin(slotAt).startOfDay().toInstant();

const numberOfDay = ({ slotAt }: Edition, worded: readonly Edition[]): number =>
  1 + worded.filter((one) => berlinDay(one.slotAt) === berlinDay(slotAt) && isBefore(one.slotAt, slotAt)).length;

const byContents = (a: Dispatch, b: Dispatch): number =>
  (b.rows?.length ?? 0) - (a.rows?.length ?? 0) || ((a.segment ?? '') < (b.segment ?? '') ? -1 : 1);
