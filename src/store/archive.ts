import type { Payload } from 'payload';
import type { Dispatch } from '#domain/dispatch';
import type { Mail } from '#domain/message';
import { berlinDay } from '#domain/time';
import { firstTold } from './attempts';
import { dispatchesOf } from './dispatches';
import { type Edition, editionsWithSubject } from './editions';

/** Editions of a newsletter that somebody has got, newest first. */
export const loadArchive = async (payload: Payload, channelId: string): Promise<readonly Edition[]> => {
  const editions = await editionsWithSubject(payload, channelId);
  const onTheWay = editions.filter(({ status }) => status !== 'sent').map(({ id }) => id);
  const accepted = (await dispatchesOf(payload, 'edition', onTheWay)).filter(({ status }) => status === 'accepted');
  return editions.filter(({ id, status }) => status === 'sent' || accepted.some(({ subject }) => subject === id));
};

/** The HTML of the edition of a Berlin day as it was sent; undefined where there is none. */
export const loadArchived = async (payload: Payload, channelId: string, day: string): Promise<string | undefined> => {
  const edition = (await loadArchive(payload, channelId)).find(({ slotAt }) => berlinDay(slotAt) === day);
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

const byContents = (a: Dispatch, b: Dispatch): number =>
  (b.rows?.length ?? 0) - (a.rows?.length ?? 0) || ((a.segment ?? '') < (b.segment ?? '') ? -1 : 1);
