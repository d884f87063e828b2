import { z } from 'zod';
import { ACCOUNT_REFUSED, type SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { type Instant, instant, isBefore } from '#domain/time';
import type { Channel } from './channel';
import type { HttpAnswer } from './http';
import { detailOf, isFine, jsonIn, judge } from './judge';
import { checkMastodon } from './mastodon-account';
import { amendMastodon, removeMastodon } from './mastodon-change';
import { acceptedAs, lineOf, MANNERS, type MastodonLine, type MastodonOptions } from './mastodon-line';
import { uploadMedia } from './mastodon-media';
import { isSameText } from './mastodon-text';

/** Mastodon keeps a key for an hour from the moment it published; what is sent late in that hour may arrive after it. */
const KEY_SECONDS = 3_300;

/**
 * Statuses of an account on any server that speaks Mastodon's interface. A repeated key gives the same status for an hour; after that,
 * and first of all, the account's own statuses are read back and compared by their text. Mastodon makes cards of links itself.
 */
export const openMastodon = (options: MastodonOptions): Channel => {
  const line = lineOf(options);
  return {
    via: 'mastodon',
    limits: NETWORK_LIMITS.mastodon,
    repeatable: { seconds: KEY_SECONDS },
    send: async (message, key) => {
      if (message.kind !== 'post') throw new TypeError(`Mastodon takes posts, not a ${message.kind}`);
      if (!line) return { kind: 'rejected', code: ACCOUNT_REFUSED, detail: 'no-key' };
      const media = message.image && (await uploadMedia(line, message.image));
      // Nothing is published yet.
      if (media && 'outcome' in media) return media.outcome;
      const answer = await line.ask({ method: 'POST', path: '/api/v1/statuses', key, json: bodyOf(message, media?.id) });
      const outcome = judge(answer, options.now(), MANNERS);
      return outcome.kind === 'accepted' && saysOtherThan(message, answer) ? { ...outcome, isEarlier: true } : outcome;
    },
    find: async ({ message, since }) => {
      if (message.kind !== 'post') throw new TypeError(`Mastodon takes posts, not a ${message.kind}`);
      return line ? findStatus(line, message, since) : { kind: 'unconfirmed', detail: 'no-key' };
    },
    check: () => checkMastodon(options),
    remove: ({ providerId }) => removeMastodon(options, providerId),
    amend: ({ providerId, post }) => amendMastodon(options, providerId, post),
  };
};

const bodyOf = ({ text, language }: Post, media: string | undefined) => ({
  ...{ status: text, visibility: 'public', language },
  ...(media ? { media_ids: [media] } : {}),
});

/** A key that was known is answered with the status it made, whatever is said under it now. */
const saysOtherThan = ({ text }: Post, answer: HttpAnswer): boolean => {
  const kept = isFine(answer) ? KEPT.safeParse(jsonIn(answer)).data : undefined;
  return kept !== undefined && !isSameText(kept.content, text);
};

const KEPT = z.object({ content: z.string() });

const ACCOUNT = z.object({ id: z.string().min(1) });
const STATUSES = z.array(
  z.object({ id: z.string(), url: z.string().nullish(), content: z.string(), created_at: z.iso.datetime({ offset: true }) }),
);

/** The account's newest status with exactly this text, not older than `since`; clocks may be a minute apart. */
const findStatus = async (line: MastodonLine, { text }: Post, since: Instant): Promise<SendOutcome | undefined> => {
  const account = await read(line, '/api/v1/accounts/verify_credentials', ACCOUNT);
  if ('outcome' in account) return account.outcome;
  const path = `/api/v1/accounts/${encodeURIComponent(account.data.id)}/statuses?limit=40&exclude_reblogs=true`;
  const statuses = await read(line, path, STATUSES);
  if ('outcome' in statuses) return statuses.outcome;
  const earliest = since.subtract({ minutes: 1 });
  const found = statuses.data.find(
    ({ content, created_at: at }) => !isBefore(instant(at), earliest) && isSameText(content, text),
  );
  return found && acceptedAs(found);
};

const read = async <Shape extends z.ZodType>(
  line: MastodonLine,
  path: string,
  shape: Shape,
): Promise<{ readonly data: z.infer<Shape> } | { readonly outcome: SendOutcome }> => {
  const answer = await line.ask({ method: 'GET', path });
  const parsed = isFine(answer) ? shape.safeParse(jsonIn(answer)) : undefined;
  if (parsed?.success) return { data: parsed.data };
  return { outcome: { kind: 'unconfirmed', detail: answer.kind === 'answered' ? detailOf(answer) : answer.detail } };
};
