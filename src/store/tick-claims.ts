import type { Payload } from 'payload';
import { findRow, insertOnce } from './rows';

/** True for exactly one of all processes that ask for the same key. */
export const claimTick = async (payload: Payload, key: string): Promise<boolean> =>
  (await insertOnce(payload, 'tick-claims', { key })) !== undefined;

/** True when somebody has claimed that key. */
export const isTickClaimed = async (payload: Payload, key: string): Promise<boolean> =>
  (await findRow(payload, 'tick-claims', { key: { equals: key } })) !== undefined;
