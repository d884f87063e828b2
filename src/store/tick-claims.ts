import type { Payload } from 'payload';
import { insertOnce } from './rows';

/** True for exactly one of all processes that ask for the same key. */
export const claimTick = async (payload: Payload, key: string): Promise<boolean> =>
  (await insertOnce(payload, 'tick-claims', { key })) !== undefined;
