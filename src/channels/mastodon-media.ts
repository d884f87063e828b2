import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Post } from '#domain/message';
import { cutToFit } from '#domain/text';
import { isFine, jsonIn, judgePicture } from './judge';
import { readLimits } from './mastodon-limits';
import { MANNERS, type MastodonLine } from './mastodon-line';
import { type Bringing, fitPicture, PICTURE_LIMITS, type PictureFile } from './picture';

/** Brings a picture with its description to the server before its post; gives its number there. */
export const uploadMedia = async (line: MastodonLine, { url, alt }: NonNullable<Post['image']>): Promise<Bringing<string>> => {
  const { pictureOf, now } = line.options;
  const file = await pictureOf(url);
  if (!file) return { leftOut: 'gone' };
  const limits = await readLimits(line);
  const picture = await fitPicture(file, { ...PICTURE_LIMITS, bytes: Math.min(PICTURE_LIMITS.bytes, limits.imageBytes) });
  if (!picture) return { leftOut: 'gone' };
  const description = cutToFit(alt, (shorter) => [...shorter].length <= limits.altTextLength);
  const answer = await line.ask({ method: 'POST', path: '/api/v2/media', file: await formOf(picture, description) });
  if (!isFine(answer)) return judgePicture(answer, now(), MANNERS);
  const media = MEDIA.safeParse(jsonIn(answer)).data;
  if (!media) return { leftOut: 'refused' };
  return answer.status === 200 || (await isReady(line, media.id)) ? { picture: media.id } : { leftOut: 'stuck' };
};

const MEDIA = z.object({ id: z.string().min(1) });

/** Our pictures are cut around what matters, so that it is their middle. */
const MIDDLE = '0.0,0.0';

const formOf = async ({ type, bytes }: PictureFile, description: string) => {
  const form = new FormData();
  form.set('file', new Blob([bytes.slice()], { type }), 'bild.jpg');
  form.set('description', description);
  form.set('focus', MIDDLE);
  const body = new Response(form);
  return { type: body.headers.get('content-type') ?? '', bytes: new Uint8Array(await body.arrayBuffer()) };
};

const LOOKS = 5;

/** 206: the server still works on it, and would refuse a status that names it. */
const isReady = async (line: MastodonLine, id: string): Promise<boolean> => {
  for (let look = 0; look < LOOKS; look++) {
    const answer = await line.ask({ method: 'GET', path: `/api/v1/media/${encodeURIComponent(id)}`, quickly: true });
    if (!isFine(answer)) return false;
    if (answer.status === 200) return true;
    await pause(line.options.pauseMs ?? 1_000);
  }
  return false;
};
