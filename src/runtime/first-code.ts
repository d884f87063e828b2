import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isLoopbackUrl } from '#channels/loopback';
import type { Env } from './env';

/**
 * Whether the first account needs the code from the console: as soon as others than the person at this machine can reach the
 * admin, on another address or by a proxy that PUBLIC_URL names.
 */
export const asksFirstCode = ({ host, publicUrl }: Pick<Env, 'host' | 'publicUrl'>): boolean =>
  !isLoopbackUrl(`http://${host.includes(':') ? `[${host}]` : host}`) || !isLoopbackUrl(publicUrl);

/** Makes the code of this process: 130 bits in groups of five, without letters that look like digits. An earlier one is void. */
export const makeFirstCode = (): string => {
  const code = Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
  shared().code = hashOf(code);
  return code.replace(/.{5}(?=.)/g, '$&-');
};

/** Is that the code on the console? Case, spaces and hyphens do not matter; false while there is none. */
export const isFirstCode = (given: unknown): boolean => {
  const { code } = shared();
  return code !== undefined && typeof given === 'string' && timingSafeEqual(code, hashOf(plain(given)));
};

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

type Shared = { code?: Buffer };

declare global {
  // The config is evaluated three times per process: only globalThis is one place.
  var nordsuedFirstCode: Shared | undefined;
}

const shared = (): Shared => {
  globalThis.nordsuedFirstCode ??= {};
  return globalThis.nordsuedFirstCode;
};
