import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import type { HttpAnswer } from './http';
import { isFine, jsonIn, judgeChange } from './judge';
import { lineOf, MANNERS, type MastodonLine, type MastodonOptions } from './mastodon-line';
import { NO_KEY } from './no-key';

/**
 * Gives a status that is there another text and language; readers see that it was edited, and its pictures stay. Saying it twice
 * changes nothing more. A status that is gone is rejected as `gone`.
 */
export const amendMastodon = (options: MastodonOptions, id: string, { text, language }: Post): Promise<SendOutcome> =>
  onLine(options, async (line) => {
    const path = pathOf(id);
    const before = await line.ask({ method: 'GET', path });
    if (isGone(before)) return GONE;
    const media = isFine(before) ? STATUS.safeParse(jsonIn(before)).data?.media_attachments : undefined;
    // Without them Mastodon would take the pictures away; nothing was changed yet.
    if (!media) return judgeChange(before, options.now(), { ...MANNERS, accepted: () => undefined });
    const json = { status: text, language, media_ids: media.map((one) => one.id) };
    const answer = await line.ask({ method: 'PUT', path, json });
    return isGone(answer) ? GONE : judgeChange(answer, options.now(), MANNERS);
  });

/** Takes a status away for good; one that is gone already counts as taken away. */
export const removeMastodon = (options: MastodonOptions, id: string): Promise<SendOutcome> =>
  onLine(options, async (line) => {
    const answer = await line.ask({ method: 'DELETE', path: pathOf(id) });
    const taken: SendOutcome = { kind: 'accepted', providerId: id };
    return isGone(answer) ? taken : judgeChange(answer, options.now(), { ...MANNERS, accepted: () => taken });
  });

const onLine = async (options: MastodonOptions, act: (line: MastodonLine) => Promise<SendOutcome>): Promise<SendOutcome> => {
  const line = lineOf(options);
  return line ? act(line) : NO_KEY.send;
};

const STATUS = z.object({ media_attachments: z.array(z.object({ id: z.string() })) });

const GONE: SendOutcome = { kind: 'rejected', code: 'gone', detail: '' };

const pathOf = (id: string): string => `/api/v1/statuses/${encodeURIComponent(id)}`;

/** Mastodon says so in JSON; else it is no such server. */
const isGone = (answer: HttpAnswer): boolean =>
  answer.kind === 'answered' && (answer.status === 404 || answer.status === 410) && !MANNERS.trouble?.(answer);
