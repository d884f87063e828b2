import { createHash, createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { knownSecretsKey } from './env';

/**
 * Stands for an address where the address itself may not be kept: the same for the same address in any case of letters and either
 * spelling of its domain, of no use without our key, and another one in each `scope` (such as an organisation), so that two lists cannot be compared.
 */
export const hashAddress = (address: string, scope: string): string => addressHasher()(address, scope);

/** The same for very many addresses: the key is made once. */
export const addressHasher = (): ((address: string, scope: string) => string) => {
  const secretsKey = knownSecretsKey();
  if (secretsKey === undefined) throw new Error('ensureSecrets comes before the first address');
  const key = createHmac('sha256', secretsKey).update('address').digest();
  return (address, scope) =>
    createHmac('sha256', key)
      .update(`${scope}\n${plainAddress(address)}`)
      .digest('base64url');
};

/** An address as it is compared: in small letters, its domain in ASCII. */
export const plainAddress = (address: string): string => {
  const entered = address.trim().toLowerCase();
  const at = entered.lastIndexOf('@');
  const host = domainToASCII(entered.slice(at + 1));
  return at < 0 || host === '' ? entered : `${entered.slice(0, at)}@${host}`;
};

/** An address as mail programs take it: the domain in ASCII and small letters, the part before it as typed; undefined for what is none. */
export const readAddress = (typed: string): string | undefined => {
  const entered = typed.trim();
  const at = entered.lastIndexOf('@');
  const address = `${entered.slice(0, Math.max(at, 0))}@${domainToASCII(entered.slice(at + 1))}`;
  return z.email().max(254).safeParse(address).success ? address : undefined;
};

/** SHA-256 of a text as hex: what proves later that it was this one. */
export const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');
