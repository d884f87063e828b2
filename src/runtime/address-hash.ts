import { createHash, createHmac } from 'node:crypto';
import { readEnv } from './env';

/**
 * Stands for an address where the address itself may not be kept: the same for the same address in any case of letters, of no use
 * without our key, and another one in each `scope` (such as an organisation), so that two lists cannot be compared.
 */
export const hashAddress = (address: string, scope: string): string => {
  const { secretsKey } = readEnv();
  if (secretsKey === undefined) throw new Error('ensureSecrets comes before the first address');
  const key = createHmac('sha256', secretsKey).update('address').digest();
  return createHmac('sha256', key).update(`${scope}\n${address.toLowerCase()}`).digest('base64url');
};

/** SHA-256 of a text as hex: what proves later that it was this one. */
export const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');
