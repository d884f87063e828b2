import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { isFine, jsonIn, judgePicture } from './judge';
import { fitPicture, PICTURE_LIMITS } from './picture';
import { MANNERS, type XLine } from './x-line';

const BROUGHT = z.object({ id: z.string().min(1) });

/**
 * Brings a picture and its description to X before its post. A picture that is gone or that X does not want, or not with its description,
 * is left out: the post says what it has to say without it. `outcome`: the account is refused, or nothing can be brought now; then nothing
 * was published.
 */
export const uploadImage = async (
  line: XLine,
  { url, alt }: NonNullable<Post['image']>,
): Promise<{ readonly id: string } | { readonly outcome: SendOutcome } | undefined> => {
  const file = await line.options.pictureOf(url);
  const picture = file && (await fitPicture(file, PICTURE_LIMITS));
  if (!picture) return undefined;
  const brought = await line.ask(async (api) => {
    const kind = { media_type: 'image/jpeg', media_category: 'tweet_image' } as const;
    return { data: { id: await api.uploadMedia(Buffer.from(picture.bytes), kind) } };
  }, 'slowly');
  if (!isFine(brought)) return judgePicture(brought, line.options.now(), MANNERS);
  const id = BROUGHT.safeParse(jsonIn(brought)).data?.id;
  if (!id || alt === '') return id ? { id } : undefined;
  const described = await line.ask(async (api) => ({ data: await api.createMediaMetadata(id, { alt_text: { text: alt } }) }));
  return isFine(described) ? { id } : judgePicture(described, line.options.now(), MANNERS);
};
