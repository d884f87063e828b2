import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
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
import { NO_KEY } from './no-key';
import { type Bringing, type Brought, toldWithout } from './picture';

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
      if (!line) return NO_KEY.send;
      const brought: Bringing<string> = message.image ? await uploadMedia(line, message.image) : {};
      // Nothing is published yet.
      if ('outcome' in brought) return brought.outcome;
      const answer = await line.ask({ method: 'POST', path: '/api/v1/statuses', key, json: bodyOf(message, brought.picture) });
      const outcome = judge(answer, options.now(), MANNERS);
      if (outcome.kind === 'accepted' && isOtherThan(message, brought, answer)) return { ...outcome, isEarlier: true };
      return toldWithout(outcome, brought);
    },
    find: async ({ message, since }) => {
      if (message.kind !== 'post') throw new TypeError(`Mastodon takes posts, not a ${message.kind}`);
      return line ? findStatus(line, message, since) : NO_KEY.find;
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

/** A key that was known is answered with the status it made, whatever is said under it now, and with or without a picture. */
const isOtherThan = ({ text }: Post, { picture }: Brought<string>, answer: HttpAnswer): boolean => {
  const kept = isFine(answer) ? KEPT.safeParse(jsonIn(answer)).data : undefined;
  if (!kept) return false;
  const isPictured = kept.media_attachments.length > 0;
  return !isSameText(kept.content, text) || isPictured !== (picture !== undefined);
};

const KEPT = z.object({ content: z.string(), media_attachments: z.array(z.unknown()) });

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
