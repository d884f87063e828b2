import type { SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import type { HttpAnswer } from './http';
import { judgeChange } from './judge';
import { acceptedAs, type LinkedinLine, MANNERS } from './linkedin-line';
import { littleText } from './linkedin-text';

/**
 * Gives a post another text; picture and card stay, for LinkedIn changes texts alone (Posts API, Update Posts). Saying it twice changes nothing
 * more. A post that is gone is rejected as `gone`.
 */
export const amendPost = async (line: LinkedinLine, urn: string, { text, mentions }: Post): Promise<SendOutcome> => {
  const json = { patch: { $set: { commentary: littleText(text, mentions) } } };
  const answer = await line.ask({ method: 'POST', path: pathOf(urn), json, call: 'PARTIAL_UPDATE' });
  if (isGone(answer)) return { kind: 'rejected', code: 'gone', detail: '' };
  return judgeChange(answer, line.options.now(), { ...MANNERS, accepted: () => acceptedAs(urn) });
};

/** Takes a post away for good; one that is gone already counts as taken away. */
export const removePost = async (line: LinkedinLine, urn: string): Promise<SendOutcome> => {
  const answer = await line.ask({ method: 'DELETE', path: pathOf(urn), call: 'DELETE' });
  const gone: SendOutcome = { kind: 'accepted', providerId: urn };
  return isGone(answer) ? gone : judgeChange(answer, line.options.now(), { ...MANNERS, accepted: () => gone });
};

const pathOf = (urn: string): string => `/rest/posts/${encodeURIComponent(urn)}`;

const isGone = (answer: HttpAnswer): boolean => answer.kind === 'answered' && (answer.status === 404 || answer.status === 410);
