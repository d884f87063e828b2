import type { Payload } from 'payload';
import { findRow } from './rows';
import { claimTick } from './tick-claims';

/** An id that no other database has and all processes on this one share; made by whichever of them asks first. */
export const loadHouseId = async (payload: Payload): Promise<string> => {
  const read = async (): Promise<string | undefined> => (await findRow(payload, 'tick-claims', { key: { equals: KEY } }))?.id;
  const known = await read();
  if (known !== undefined) return known;
  await claimTick(payload, KEY);
  const made = await read();
  if (made === undefined) throw new Error('the id of the house is gone again');
  return made;
};

const KEY = 'house-id';
