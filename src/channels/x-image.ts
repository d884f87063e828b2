import { z } from 'zod';
import type { Post } from '#domain/message';
import { isFine, jsonIn, judgePicture } from './judge';
import { type Bringing, fitPicture } from './picture';
import { MANNERS, type XLine } from './x-line';

/** X takes pictures of up to 5 MB. (Media best practices) */
const LIMITS = { side: 2_400, bytes: 5_000_000 } as const;

const BROUGHT = z.object({ id: z.string().min(1) });

/** Brings a picture and its description to X before its post, not one without the other; gives its number there. */
export const uploadImage = async (line: XLine, { url, alt }: NonNullable<Post['image']>): Promise<Bringing<string>> => {
  const file = await line.options.pictureOf(url);
  const picture = file && (await fitPicture(file, LIMITS));
  if (!picture) return { leftOut: 'gone' };
  const brought = await line.ask(async (api) => {
    const kind = { media_type: 'image/jpeg', media_category: 'tweet_image' } as const;
    return { data: { id: await api.uploadMedia(Buffer.from(picture.bytes), kind) } };
  }, 'slowly');
  if (!isFine(brought)) return judgePicture(brought, line.options.now(), MANNERS);
  const id = BROUGHT.safeParse(jsonIn(brought)).data?.id;
  if (!id) return { leftOut: 'refused' };
  if (alt === '') return { picture: id };
  const described = await line.ask(async (api) => ({ data: await api.createMediaMetadata(id, { alt_text: { text: alt } }) }));
  return isFine(described) ? { picture: id } : judgePicture(described, line.options.now(), MANNERS);
};
