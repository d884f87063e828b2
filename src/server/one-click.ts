import express, { type Request, type RequestHandler } from 'express';

/**
 * Reads what comes with a POST that leaves, whatever it is. What cannot be read (too large, of an unknown encoding) is as good as nothing:
 * it keeps nobody from leaving.
 */
export const readLeaving: RequestHandler = (request, response, next) => readBytes(request, response, () => next());

const readBytes = express.raw({ type: () => true, limit: '4kb' });

/** True for the POST of a mail program whose button was pressed (RFC 8058, section 3.2), as a form of either kind; after `readLeaving`. */
export const isOneClick = async (request: Request): Promise<boolean> => {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) return false;
  const form = await readForm(body, request.get('Content-Type') ?? '').catch(() => undefined);
  return form?.get('List-Unsubscribe') === 'One-Click';
};

const readForm = async (body: Buffer, type: string): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
