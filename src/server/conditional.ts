import type { Request, Response } from 'express';
import type { Instant } from '#domain/time';

/** A rendered text with what tells versions of it apart: a strong ETag over its bytes, and since when it reads like this. */
export type Rendered = { readonly body: Buffer; readonly etag: string; readonly lastModified: Instant };

/** Answers GET and HEAD with the text, or 304 when the reader has it already (If-None-Match before If-Modified-Since, RFC 9110 §13). */
export const sendRendered = (request: Request, response: Response, { body, etag, lastModified }: Rendered): void => {
  response.set({ ETag: etag, 'Last-Modified': httpDate(lastModified) });
  if (hasAlready(request, etag, lastModified)) {
    response.removeHeader('Content-Type');
    response.status(304).end();
    return;
  }
  response.set('Content-Length', String(body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
};

const hasAlready = (request: Request, etag: string, lastModified: Instant): boolean => {
  const known = request.get('If-None-Match');
  if (known !== undefined) return known.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
  const since = Date.parse(request.get('If-Modified-Since') ?? '');
  return Math.floor(lastModified.epochMilliseconds / 1000) * 1000 <= since;
};

/** RFC 9110 §5.6.7, whole seconds: `Sun, 10 Jan 2027 17:00:00 GMT`. */
const httpDate = (at: Instant): string => new Date(at.epochMilliseconds).toUTCString();
