import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopbackUrl } from '#channels/loopback';
import type { Env } from './env';
import { sealingBytes } from './secrets';

/**
 * Whether the first account needs the code from the console: as soon as others than the person at this machine can reach the
 * admin, on another address or by a proxy that PUBLIC_URL names.
 */
export const asksFirstCode = ({ host, publicUrl }: Pick<Env, 'host' | 'publicUrl'>): boolean =>
  !isLoopbackUrl(`http://${host.includes(':') ? `[${host}]` : host}`) || !isLoopbackUrl(publicUrl);

/**
 * The code of a house, by the id of its database: 130 bits in groups of five, without letters that look like digits. It comes from
 * SECRETS_KEY, so that all processes show the same one and take it, and is kept nowhere.
 */
export const firstCodeOf = (houseId: string): string => codeOf(houseId).replace(/.{5}(?=.)/g, '$&-');

/** Is that the code on the console? Case, spaces and hyphens do not matter. */
export const isFirstCode = (given: unknown, houseId: string): boolean =>
  typeof given === 'string' && timingSafeEqual(hashOf(codeOf(houseId)), hashOf(plain(given)));

const codeOf = (houseId: string): string =>
  Array.from(sealingBytes('first-code', houseId).subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');

/** Crockford's 32 letters: O is read as 0, I and L as 1. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

const plain = (given: string): string =>
  given
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

// Hashes have one length, so that comparing them tells nothing about the code.
const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest();
