import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { cutText } from '#domain/text';
import { type Instant, instant, isBefore } from '#domain/time';
import type { Channel } from './channel';
import type { HttpAnswer } from './http';
import { detailOf, isFine, jsonIn, judge } from './judge';
import { amendPost, removePost } from './linkedin-change';
import { checkPage } from './linkedin-check';
import { uploadImage } from './linkedin-image';
import { acceptedAs, type LinkedinLine, type LinkedinOptions, lineOf, MANNERS } from './linkedin-line';
import { isSameText, littleText } from './linkedin-text';
import { renewAccess } from './linkedin-token';
import { refuseElsewhere } from './loopback';
import { NO_KEY } from './no-key';
import { type Bringing, toldWithout } from './picture';

/**
 * Posts of an organisation's page through LinkedIn's Posts API. It knows no idempotency: after a lost answer the page's own posts are
 * read back and compared by their text. The link stands in the text and, with title and picture, as a card: LinkedIn reads no links.
 */
export const openLinkedin = (options: LinkedinOptions): Channel => {
  const { author, token, baseUrl, now } = options;
  refuseElsewhere('LinkedIn', baseUrl);
  return {
    via: 'linkedin',
    limits: NETWORK_LIMITS.linkedin,
    interfaceUntil: options.versionUntil,
    repeatable: false,
    send: async (message) => {
      if (message.kind !== 'post') throw new TypeError(`LinkedIn takes posts, not a ${message.kind}`);
      if (!author || !token) return NO_KEY.send;
      const line = lineOf(options, token);
      const brought: Bringing<string> = message.image ? await uploadImage(line, author, message.image) : {};
      // Nothing is published yet.
      if ('outcome' in brought) return brought.outcome;
      const answer = await line.ask({ method: 'POST', path: '/rest/posts', json: bodyOf(message, author, brought.picture) });
      return isDuplicate(answer)
        ? duplicateOf(await findPost(line, author, message, now().subtract({ hours: 24 })))
        : toldWithout(judge(answer, now(), MANNERS), brought);
    },
    find: async ({ message, since }) => {
      if (message.kind !== 'post') throw new TypeError(`LinkedIn takes posts, not a ${message.kind}`);
      if (!author || !token) return NO_KEY.find;
      return findPost(lineOf(options, token), author, message, since);
    },
    check: async () => (author && token ? checkPage(lineOf(options, token), author) : NO_KEY.check),
    renew: async () => (options.renewal ? renewAccess(options, options.renewal) : NO_KEY.renew),
    remove: async ({ providerId }) => (author && token ? removePost(lineOf(options, token), providerId) : NO_KEY.send),
    amend: async ({ providerId, post }) => (author && token ? amendPost(lineOf(options, token), providerId, post) : NO_KEY.send),
  };
};

const bodyOf = ({ text, link, card, image, mentions }: Post, author: string, urn: string | undefined) => ({
  author,
  commentary: littleText(text, mentions),
  visibility: 'PUBLIC',
  distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
  lifecycleState: 'PUBLISHED',
  isReshareDisabledByAuthor: false,
  ...contentOf(link, card, urn, image?.alt),
});

/** Titles and descriptions of cards as long as LinkedIn takes them. */
const CARD = { title: 400, text: 4_086 } as const;

const contentOf = (link: string | undefined, card: Post['card'], urn: string | undefined, alt: string | undefined): object => {
  if (link && card) {
    const described = card.text === '' ? {} : { description: cutText(card.text, CARD.text) };
    const pictured = urn ? { thumbnail: urn, ...(alt ? { thumbnailAltText: alt } : {}) } : {};
    return { content: { article: { source: link, title: cutText(card.title, CARD.title), ...described, ...pictured } } };
  }
  return urn ? { content: { media: { id: urn, ...(alt ? { altText: alt } : {}) } } } : {};
};

const isDuplicate = (answer: HttpAnswer): boolean =>
  answer.kind === 'answered' && (answer.status === 409 || (answer.status === 422 && /duplicate/i.test(answer.body)));

/** Who is told of a double has it there already: by an answer that was lost, or by hand. */
const duplicateOf = (found: SendOutcome | undefined): SendOutcome => found ?? { kind: 'rejected', code: 'duplicate', detail: '' };

const PAGE = z.object({
  elements: z.array(z.object({ id: z.string(), commentary: z.string().optional(), createdAt: z.number().optional() })),
});

/** The page's newest post with exactly this text, not older than `since`; clocks may be a minute apart. */
const findPost = async (line: LinkedinLine, author: string, post: Post, since: Instant): Promise<SendOutcome | undefined> => {
  const path = `/rest/posts?author=${encodeURIComponent(author)}&q=author&count=50&sortBy=CREATED`;
  const answer = await line.ask({ method: 'GET', path, call: 'FINDER' });
  const page = isFine(answer) ? PAGE.safeParse(jsonIn(answer)).data : undefined;
  if (!page) return { kind: 'unconfirmed', detail: answer.kind === 'answered' ? detailOf(answer) : answer.detail };
  const earliest = since.subtract({ minutes: 1 });
  const found = page.elements.find(
    ({ commentary, createdAt }) =>
      commentary !== undefined &&
      isSameText(commentary, post.text) &&
      createdAt !== undefined &&
      !isBefore(instant(new Date(createdAt).toISOString()), earliest),
  );
  return found && acceptedAs(found.id);
};
