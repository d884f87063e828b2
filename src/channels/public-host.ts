import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Which addresses may be asked: those that anybody on the internet reaches, and for tests this machine too. */
export type Reach = { readonly loopback?: boolean };

/**
 * Whether a host that strangers named may be connected to, as far as its name says: addresses are judged, names only when they are
 * resolved, by `publicLookup`. Both together keep requests out of private networks (SSRF).
 */
export const isPublicHost = (hostname: string, reach: Reach = {}): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 || isAllowed(host, reach);
};

/** Judges what a name resolves to at the very moment it is connected to, so that a second answer cannot lead elsewhere. */
export const publicLookup =
  (reach: Reach = {}): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error('no address'), '', 4);
      if (!addresses.every(({ address }) => isAllowed(address, reach))) return callback(new Error(NOT_PUBLIC), '', 4);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });

/** Why a host was not asked. */
export const NOT_PUBLIC = 'not-public';

const isAllowed = (address: string, { loopback = false }: Reach): boolean => {
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (loopback && range === 'loopback');
};
