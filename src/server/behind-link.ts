import type { Response } from 'express';
import { now } from '#runtime/clock';
import { verifyToken } from '#runtime/secrets';
import { notFoundPage } from '#templates/pages';
import { sendPage } from './pages';

/**
 * What a link of our mails is about; undefined after the answer that says why there is nothing: `gone` for what we made it for and
 * do not have any more, `expired` for a link whose time is over. Who comes with half a link is told no more than that it is none.
 */
export const behindLink = async <T>(
  { purpose, token }: { readonly purpose: string; readonly token: string },
  load: (id: string) => Promise<T | undefined>,
  response: Response,
  gone: (response: Response) => void,
  expired = gone,
): Promise<T | undefined> => {
  const verdict = verifyToken(purpose, token, now());
  const found = 'subject' in verdict ? await load(verdict.subject) : undefined;
  if (found !== undefined) return found;
  if ('subject' in verdict) gone(response);
  else if (verdict.problem === 'expired') expired(response);
  else sendPage(response, notFoundPage(), 404);
  return undefined;
};
