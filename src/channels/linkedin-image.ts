import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Post } from '#domain/message';
import type { LeftOut } from '#domain/picture';
import { type Answered, isFine, jsonIn, judgePicture } from './judge';
import { type LinkedinLine, MANNERS } from './linkedin-line';
import { isLoopbackUrl } from './loopback';
import { type Bringing, fitPicture, PICTURE_LIMITS } from './picture';

/** Brings a picture to LinkedIn before its post; gives its URN there. */
export const uploadImage = async (
  line: LinkedinLine,
  author: string,
  { url }: NonNullable<Post['image']>,
): Promise<Bringing<string>> => {
  const file = await line.options.pictureOf(url);
  const picture = file && (await fitPicture(file, PICTURE_LIMITS));
  if (!picture) return { leftOut: 'gone' };
  const begun = await line.ask({
    method: 'POST',
    path: '/rest/images?action=initializeUpload',
    json: { initializeUploadRequest: { owner: author } },
  });
  if (!isFine(begun)) return judgePicture(begun, line.options.now(), MANNERS);
  const place = placeIn(begun, line);
  if (!place) return { leftOut: 'refused' };
  const sent = await line.bring(place.uploadUrl, picture);
  // Where pictures are kept says nothing of the account.
  if (!isFine(sent)) return judgePicture(sent, line.options.now(), { ...MANNERS, trouble: () => undefined });
  const leftOut = await lookAt(line, place.image);
  return leftOut ? { leftOut } : { picture: place.image };
};

const BEGUN = z.object({ value: z.object({ uploadUrl: z.url(), image: z.string().startsWith('urn:li:image:') }) });

/** Where the bytes go: to LinkedIn alone, whatever an answer names. */
const placeIn = (answer: Answered, { options }: LinkedinLine): z.infer<typeof BEGUN>['value'] | undefined => {
  const value = BEGUN.safeParse(jsonIn(answer)).data?.value;
  if (!value) return undefined;
  const { protocol, hostname } = new URL(value.uploadUrl);
  const isTheirs = protocol === 'https:' && /(^|\.)linkedin\.com$/.test(hostname);
  return isTheirs || (options.baseUrl !== undefined && isLoopbackUrl(value.uploadUrl)) ? value : undefined;
};

const IMAGE = z.object({ status: z.string() });
const LOOKS = 5;

/** LinkedIn looks at a picture before it shows it; undefined once it does. */
const lookAt = async (line: LinkedinLine, urn: string): Promise<LeftOut | undefined> => {
  for (let look = 0; look < LOOKS; look++) {
    const answer = await line.ask({ method: 'GET', path: `/rest/images/${encodeURIComponent(urn)}`, quickly: true });
    if (!isFine(answer)) return 'stuck';
    const status = IMAGE.safeParse(jsonIn(answer)).data?.status;
    if (status === 'AVAILABLE') return undefined;
    if (status === 'PROCESSING_FAILED') return 'refused';
    await pause(line.options.pauseMs ?? 1_000);
  }
  return 'stuck';
};
