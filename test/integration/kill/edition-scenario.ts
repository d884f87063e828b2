import type { Payload } from 'payload';
import { hashAddress } from '#runtime/address-hash';
import { now } from '#runtime/clock';
import { freezeBatches } from '#store/batches';
import { dispatchesOf } from '#store/dispatches';
import { loadEdition } from '#store/editions';
import { findRows, insertOnce } from '#store/rows';
import { loadSettings } from '#store/settings';
import { dueEdition } from '../../fixtures/newsletter-house';
import type { EditionEvidence } from './edition-verdict';

/** An edition goes out in so many batches of so many people. */
const BATCHES = 20;
const BATCH_SIZE = 5;

/** Its readers. */
export const addReaders = async (payload: Payload, id: string): Promise<void> => {
  for (let i = 0; i < BATCHES * BATCH_SIZE; i++) {
    const email = `leser-${i}@example.org`;
    await insertOnce(payload, 'subscribers', { email, channel: id, key: `${id}/${email}`, language: 'de', status: 'confirmed' });
  }
};

/** A due edition whose people are frozen in batches already; gives its id. */
export const prepareEdition = async (payload: Payload, channelId: string): Promise<string> => {
  const { id } = await dueEdition(payload, channelId);
  const channel = (await loadSettings(payload, now())).channels.find((one) => one.id === channelId);
  if (!channel) throw new Error('no channel');
  await freezeBatches(payload, { id, channel, hash: hashAddress, hasEntries: () => true }, now(), BATCH_SIZE);
  return id;
};

/** True when nothing of the edition is still to come. */
export const isOver = async (payload: Payload, editionId: string): Promise<boolean> =>
  ['sent', 'unconfirmed', 'failed', 'skipped'].includes((await loadEdition(payload, editionId))?.status ?? '');

/** What the database says of it. */
export const readEvidence = async (payload: Payload, editionId: string): Promise<Omit<EditionEvidence, 'accepted'>> => ({
  people: (await findRows(payload, 'subscribers', {})).map(({ id }) => id),
  batches: (await dispatchesOf(payload, 'edition', [editionId])).map(({ status, recipientIds = [] }) => ({
    status,
    people: recipientIds,
  })),
});
