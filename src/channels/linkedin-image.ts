import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { type Answered, isFine, jsonIn, judgePicture } from './judge';
import { type LinkedinLine, MANNERS } from './linkedin-line';
import { isLoopbackUrl } from './loopback';
import { fitPicture, PICTURE_LIMITS } from './picture';

/**
 * Brings a picture to LinkedIn before its post. A picture that is gone or that LinkedIn does not want is left out: the post says what it
 * has to say without it. `outcome`: the account is refused, or nothing can be brought now; then nothing was published.
 */
export const uploadImage = async (
  line: LinkedinLine,
  author: string,
  { url }: NonNullable<Post['image']>,
): Promise<{ readonly urn: string } | { readonly outcome: SendOutcome } | undefined> => {
  const { pictureOf, now } = line.options;
  const file = await pictureOf(url);
  const picture = file && (await fitPicture(file, PICTURE_LIMITS));
  if (!picture) return undefined;
  const begun = await line.ask({
    method: 'POST',
    path: '/rest/images?action=initializeUpload',
    json: { initializeUploadRequest: { owner: author } },
  });
  if (!isFine(begun)) return judgePicture(begun, now(), MANNERS);
  const place = placeIn(begun, line);
  if (!place) return undefined;
  const sent = await line.bring(place.uploadUrl, picture);
  // Where pictures are kept says nothing of the account.
  if (!isFine(sent)) return judgePicture(sent, now(), { ...MANNERS, trouble: () => undefined });
  return (await isReady(line, place.image)) ? { urn: place.image } : undefined;
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

/** LinkedIn looks at a picture before it shows it. */
const isReady = async (line: LinkedinLine, urn: string): Promise<boolean> => {
  for (let look = 0; look < LOOKS; look++) {
    const answer = await line.ask({ method: 'GET', path: `/rest/images/${encodeURIComponent(urn)}`, quickly: true });
    if (!isFine(answer)) return false;
    const status = IMAGE.safeParse(jsonIn(answer)).data?.status;
    if (status === 'AVAILABLE') return true;
    if (status === 'PROCESSING_FAILED') return false;
    await pause(line.options.pauseMs ?? 1_000);
  }
  return false;
};
