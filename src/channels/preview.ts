import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { NETWORK_LIMITS } from '#domain/post-limits';
import type { Instant } from '#domain/time';
import type { Channel } from './channel';
import { exchange } from './http';
import { type Answered, detailOf, jsonIn, judge, retryAfter } from './judge';
import { refuseElsewhere } from './loopback';
import { errorCode, isDiskTrouble, nameFor, writeOnce } from './write-once';

/** What the preview channel needs; without `baseUrl` posts stay in a folder. */
export type PreviewOptions = {
  readonly dataDir: string;
  /** A stand-in provider on this machine; any other address is refused with a TypeError. */
  readonly baseUrl?: string | undefined;
  /** Dates posts and says when to try again. */
  readonly now: () => Instant;
  /** For one exchange with the stand-in, in milliseconds (10,000). */
  readonly timeoutMs?: number | undefined;
};

/** A social network that is none: shows what a post would be. A post is as long as its own network takes; else limits are Mastodon's. */
export const openPreview = (options: PreviewOptions): Channel => {
  const { baseUrl } = options;
  refuseElsewhere('the preview channel', baseUrl);
  return baseUrl === undefined ? previewInFolder(options) : previewAtStandIn(baseUrl, options);
};

const LIMITS = { ...NETWORK_LIMITS.mastodon, images: 1 };

const previewInFolder = ({ dataDir, now }: PreviewOptions): Channel => {
  const fileOf = (key: string) => join(dataDir, 'outbox', 'posts', `${nameFor(key)}.json`);
  return {
    via: 'preview',
    limits: LIMITS,
    repeatable: { seconds: Number.POSITIVE_INFINITY },
    send: async (message, key) => {
      if (message.kind !== 'post') throw new TypeError(`the preview channel takes posts, not a ${message.kind}`);
      try {
        writeOnce(fileOf(key), JSON.stringify({ at: now().toString(), ...bodyOf(message, key) }, null, 2));
      } catch (error) {
        if (!isDiskTrouble(error)) throw error;
        return postpone(now, 60, `outbox-unwritable: ${error.message}`);
      }
      return { kind: 'accepted', providerId: nameFor(key) };
    },
    find: async ({ key }) => {
      try {
        await readFile(fileOf(key));
        return { kind: 'accepted', providerId: nameFor(key) };
      } catch (error) {
        if (!isDiskTrouble(error)) throw error;
        return errorCode(error) === 'ENOENT' ? undefined : { kind: 'unconfirmed', detail: error.message };
      }
    },
  };
};

const previewAtStandIn = (baseUrl: string, { now, timeoutMs = 10_000 }: PreviewOptions): Channel => ({
  via: 'preview',
  limits: LIMITS,
  repeatable: false,
  send: async (message, key) => {
    if (message.kind !== 'post') throw new TypeError(`the preview channel takes posts, not a ${message.kind}`);
    const headers = { 'idempotency-key': key, 'x-caller': String(process.pid) };
    const answer = await exchange({ method: 'POST', url: `${baseUrl}/posts`, headers, json: bodyOf(message, key), timeoutMs });
    return judge(answer, now(), { accepted: readPost, rest: retryAfter, trouble: () => undefined });
  },
  find: async ({ key }) => {
    const answer = await exchange({ method: 'GET', url: `${baseUrl}/posts?key=${encodeURIComponent(key)}`, timeoutMs });
    if (answer.kind !== 'answered') return { kind: 'unconfirmed', detail: answer.detail };
    if (answer.status === 404) return undefined;
    return (answer.status === 200 && readPost(answer)) || { kind: 'unconfirmed', detail: detailOf(answer) };
  },
});

const bodyOf = ({ text, link, image, language }: Post, key: string) => ({ key, text, link, image, language });

const postpone = (now: () => Instant, seconds: number, detail: string): SendOutcome => ({
  kind: 'postponed',
  notBefore: now().add({ seconds }),
  detail,
});

const POSTED = z.object({ id: z.string().min(1), url: z.string().optional() });

const readPost = (answer: Answered): SendOutcome | undefined => {
  const posted = POSTED.safeParse(jsonIn(answer));
  return posted.success ? { kind: 'accepted', providerId: posted.data.id, url: posted.data.url } : undefined;
};
