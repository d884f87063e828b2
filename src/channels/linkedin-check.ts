import type { CheckOutcome } from '#domain/connection';
import { ACCOUNT_REFUSED } from '#domain/dispatch';
import { isFine, judgeAccount } from './judge';
import { type LinkedinLine, MANNERS } from './linkedin-line';
import { namedPages, pagesOf } from './linkedin-pages';

/**
 * Whether the token is good and its person may post as the page. A token without the right to ask for roles is asked for the page's
 * own posts instead, which LinkedIn shows to those alone who may also write them.
 */
export const checkPage = async (line: LinkedinLine, author: string): Promise<CheckOutcome> => {
  const page = author.slice(author.lastIndexOf(':') + 1);
  const found = await pagesOf(line.ask);
  if ('answer' in found) {
    const mayNotAsk = found.answer.kind === 'answered' && found.answer.status === 403;
    return mayNotAsk ? readOwnPosts(line, author) : judgeAccount(found.answer, MANNERS);
  }
  if (!found.pages.includes(page)) return { kind: 'refused', trouble: ACCOUNT_REFUSED, detail: 'no-role' };
  const [{ name } = { name: page }] = await namedPages(line.ask, [page]);
  return { kind: 'fine', name: name === page ? undefined : name };
};

const readOwnPosts = async ({ ask }: LinkedinLine, author: string): Promise<CheckOutcome> => {
  const path = `/rest/posts?author=${encodeURIComponent(author)}&q=author&count=1`;
  const answer = await ask({ method: 'GET', path, call: 'FINDER' });
  return isFine(answer) ? { kind: 'fine' } : judgeAccount(answer, MANNERS);
};
