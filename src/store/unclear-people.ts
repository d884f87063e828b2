import type { Payload } from 'payload';
import { FOUND_BY_RECEIPTS } from '#domain/receipt';
import { currentAttempts } from './attempts';
import { dispatchesOf } from './dispatches';
import { peopleTold } from './receipts';
import { findFields, inChunks } from './rows';

/** Ids of the people of an edition of whom nobody knows whether they got it. */
export const unclearPeople = async (payload: Payload, edition: string): Promise<readonly string[]> => {
  const batches = await dispatchesOf(payload, 'edition', [edition]);
  const attempts = await currentAttempts(payload, batches, ['handing', 'unconfirmed', 'accepted']);
  const unclear: string[] = [];
  for (const { id, key, channelId = '', recipientIds = [] } of batches) {
    const attempt = attempts.get(id);
    const isFound = attempt?.outcome?.kind === 'accepted' && attempt.outcome.providerId === FOUND_BY_RECEIPTS;
    if (!attempt || (attempt.stage === 'accepted' && !isFound)) continue;
    const told = await peopleTold(payload, { channelId, dispatchKey: key, attempt: attempt.number });
    unclear.push(...recipientIds.filter((person) => !told.has(person)));
  }
  return unclear;
};

/** Addresses of people by their ids, in the order of the alphabet; for the eyes of their own house. */
export const addressesOf = async (payload: Payload, ids: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const chunk of inChunks(ids, 500))
    found.push(...(await findFields(payload, 'subscribers', { id: { in: [...chunk] } }, ['email'])).map(({ email }) => email));
  return found.sort();
};
