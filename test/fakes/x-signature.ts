// The signature of OAuth 1.0a as RFC 5849 §3.4 and X's page "Creating a signature" have it, computed anew from what came over the line.
import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type FourKeys = {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
};

/** True when the request is signed with these keys. Bodies of JSON and of several parts are not signed. */
export const isSigned = (request: IncomingMessage, keys: FourKeys): boolean => {
  const { authorization = '', host } = request.headers;
  if (!authorization.startsWith('OAuth ')) return false;
  const given = new Map(
    [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]),
  );
  if (given.get('oauth_consumer_key') !== keys.appKey || given.get('oauth_token') !== keys.accessToken) return false;
  if (given.get('oauth_signature_method') !== 'HMAC-SHA1' || given.get('oauth_version') !== '1.0') return false;
  if (!given.get('oauth_nonce') || !/^\d{10}$/.test(given.get('oauth_timestamp') ?? '')) return false;
  const { origin, pathname, searchParams } = new URL(request.url ?? '/', `https://${host}`);
  const signed = [...given].filter(([name]) => name !== 'oauth_signature');
  const pairs = [...signed, ...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const base = [request.method ?? '', `${origin}${pathname}`, pairs.join('&')].map(encoded).join('&');
  const key = `${encoded(keys.appSecret)}&${encoded(keys.accessSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64') === given.get('oauth_signature');
};

/** Percent-encoding of RFC 3986: more than JavaScript's own. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
