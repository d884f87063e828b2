import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { type Instant, instant, isBefore } from '#domain/time';
import type { Channel } from './channel';
import type { HttpAnswer } from './http';
import { type Answered, detailOf, isFine, jsonIn, judge, judgeChange } from './judge';
import { refuseElsewhere } from './loopback';
import { NO_KEY } from './no-key';
import { type Bringing, toldWithout } from './picture';
import { checkX, readMe } from './x-account';
import { uploadImage } from './x-image';
import { acceptedAs, lineOf, MANNERS, readXSecret, userIn, type XLine, type XOptions } from './x-line';
import { renewXAccess } from './x-sign-in';
import { isSameText } from './x-text';

/**
 * Posts of an account through X's API v2. It knows no idempotency: after a lost answer the account's own posts are read back and compared
 * by their text. Every post, picture text and reading back costs the body money.
 */
export const openX = (options: XOptions): Channel => {
  const { baseUrl } = options;
  refuseElsewhere('X', baseUrl);
  const keys = readXSecret(options.secret);
  const line = keys && lineOf(options, keys);
  const me = line && rememberMe(line, userIn(keys));
  return {
    via: 'x',
    limits: NETWORK_LIMITS.x,
    repeatable: false,
    send: async (message) => {
      if (message.kind !== 'post') throw new TypeError(`X takes posts, not a ${message.kind}`);
      if (!line || !me) return NO_KEY.send;
      const brought: Bringing<string> = message.image ? await uploadImage(line, message.image) : {};
      // Nothing is published yet.
      if ('outcome' in brought) return brought.outcome;
      const answer = await line.ask((api) => api.post('tweets', bodyOf(message, brought.picture), { fullResponse: true }));
      if (!isDuplicate(answer)) return toldWithout(judge(answer, options.now(), MANNERS), brought);
      // Who is told of a double has it there already: by an answer that was lost, or by hand.
      const found = await findPost(line, me, message, options.now().subtract({ hours: 24 }));
      return found ?? { kind: 'rejected', code: 'duplicate', detail: '' };
    },
    find: async ({ message, since }) => {
      if (message.kind !== 'post') throw new TypeError(`X takes posts, not a ${message.kind}`);
      if (!line || !me) return NO_KEY.find;
      return findPost(line, me, message, since);
    },
    check: async () => (line ? checkX(line.ask) : NO_KEY.check),
    renew: async () => (options.renewal ? renewXAccess(options, options.renewal) : NO_KEY.renew),
    remove: async ({ providerId }) => (line ? removePost(line, providerId) : NO_KEY.send),
  };
};

/** A post that is gone already was taken away by others. */
const removePost = async (line: XLine, id: string): Promise<SendOutcome> => {
  const answer = await line.ask((api) => api.delete('tweets/:id', undefined, { params: { id }, fullResponse: true }));
  const gone: SendOutcome = { kind: 'accepted', providerId: id };
  if (answer.kind === 'answered' && answer.status === 404) return gone;
  const accepted = (said: Answered) => (DELETED.safeParse(jsonIn(said)).success ? gone : undefined);
  return judgeChange(answer, line.options.now(), { ...MANNERS, accepted });
};

const DELETED = z.object({ data: z.object({ deleted: z.literal(true) }) });

const bodyOf = ({ text }: Post, picture: string | undefined): Record<string, unknown> => ({
  text,
  ...(picture ? { media: { media_ids: [picture] } } : {}),
});

const isDuplicate = (answer: HttpAnswer): boolean =>
  answer.kind === 'answered' && answer.status === 403 && /duplicate content/i.test(answer.body);

type Me = () => Promise<{ readonly id: string } | { readonly outcome: SendOutcome }>;

/** Who the account is, where its keys do not say so asked once: the question costs money. */
const rememberMe = ({ ask }: XLine, named: string | undefined): Me => {
  let known = named;
  return async () => {
    if (known) return { id: known };
    const me = await readMe(ask);
    if (me.kind !== 'fine') return { outcome: { kind: 'unconfirmed', detail: me.detail } };
    known = me.account.id;
    return { id: known };
  };
};

const unread = (answer: HttpAnswer): SendOutcome => ({
  kind: 'unconfirmed',
  detail: answer.kind === 'answered' ? detailOf(answer) : answer.detail,
});

const PAGE = z.object({
  meta: z.object({ result_count: z.number() }),
  data: z
    .array(
      z.object({
        ...{ id: z.string(), text: z.string(), created_at: z.iso.datetime() },
        entities: z
          .object({
            urls: z
              .array(z.object({ url: z.string(), expanded_url: z.string().optional(), media_key: z.string().optional() }))
              .optional(),
          })
          .optional(),
      }),
    )
    .default([]),
});

/** The account's newest post with exactly this text, not older than `since`; clocks may be a minute apart. */
const findPost = async (line: XLine, me: Me, post: Post, since: Instant): Promise<SendOutcome | undefined> => {
  const asked = await me();
  if ('outcome' in asked) return asked.outcome;
  const earliest = since.subtract({ minutes: 1 });
  const query = {
    ...{ max_results: 50, exclude: 'retweets,replies', 'tweet.fields': 'created_at,entities' },
    start_time: earliest.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString(),
  };
  const answer = await line.ask((api) => api.get('users/:id/tweets', query, { params: { id: asked.id }, fullResponse: true }));
  const page = isFine(answer) ? PAGE.safeParse(jsonIn(answer)).data : undefined;
  if (!page) return unread(answer);
  const found = page.data.find((read) => isSameText(post.text, read) && !isBefore(instant(read.created_at), earliest));
  return found && acceptedAs(found.id);
};
