import { type Request, type RequestHandler, type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { executeAuthStrategies, type Payload } from 'payload';
import { COMMON } from '#i18n/admin';
import { TROUBLE } from '#i18n/site';
import { refuse } from './refuse';

/** At most so many POSTs per address and minute; behind a proxy that is not named everybody has its address, so not too few. */
export const limitPosts = (perMinute: number): RequestHandler => limit(perMinute, ({ method }) => method !== 'POST');

/**
 * For `/api`: so many writes per address and minute by whoever is not logged in. Where passwords are tried and mails are asked for
 * everybody is counted, each of these for itself, so that who uses up one can still use the other.
 */
export const limitApi = (payload: Payload, perMinute: number): RequestHandler => {
  const router = Router();
  for (const path of ACCOUNTS) router.post(path, limitPosts(perMinute), (_request, _response, next) => next('router'));
  router.use(limit(perMinute, async (request) => READS.includes(request.method) || isLoggedIn(payload, request)));
  return router;
};

/**
 * At most 2 MB per body, for uploads what Payload takes (`uploadBytes`) and the form around it; 413 beyond, before anybody keeps it
 * in memory. What comes without a length is counted as it arrives.
 */
export const limitBodies =
  (uploadBytes: number): RequestHandler =>
  (request, response, next) => {
    const isUpload = /^\/api\/(?:media|documents)(?:[/?]|$)/.test(request.originalUrl);
    const bytes = isUpload ? uploadBytes + BODY_BYTES : BODY_BYTES;
    const tooLarge = (): void => refuse(request, response, 413, isUpload ? COMMON.uploadTooLarge.de : TROUBLE.tooLarge);
    if (Number(request.get('Content-Length') ?? 0) > bytes) return tooLarge();
    if (request.get('Transfer-Encoding') !== undefined) countBody(request, response, bytes, tooLarge);
    next();
  };

const ACCOUNTS = ['/users/login', '/users/forgot-password', '/users/reset-password', '/users/first-register'];

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

const BODY_BYTES = 2_000_000;

const limit = (perMinute: number, skip: (request: Request) => boolean | Promise<boolean>): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    skip,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: (request, response) => refuse(request, response, 429, TROUBLE.tooMany),
  });

/** By a session that Payload takes: a cookie that merely looks like one counts for nothing. */
const isLoggedIn = async (payload: Payload, request: Request): Promise<boolean> => {
  const headers = new Headers();
  for (const name of ['authorization', 'cookie', 'origin', 'sec-fetch-site']) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  return (await executeAuthStrategies({ headers, payload })).user !== null;
};

/**
 * Stands where Node hands the body over, so that whoever reads it afterwards, in whatever way, gets no more than `most` bytes. The
 * rest is thrown away until the sender has finished and listens to the answer; then the reader learns that the request broke off.
 */
const countBody = (request: Request, response: Response, most: number, tooLarge: () => void): void => {
  const push = request.push.bind(request);
  let bytes = 0;
  const end = (): void => {
    if (response.headersSent) {
      request.destroy();
      return;
    }
    response.set('Connection', 'close').once('close', () => request.destroy());
    tooLarge();
  };
  request.push = (chunk: Buffer | null, encoding) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= most) return push(chunk, encoding);
    if (chunk === null) end();
    return true;
  };
};
