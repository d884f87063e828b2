import { z } from 'zod';
import { NETWORK_LIMITS, type PostLimits } from '#domain/post-limits';
import { isFine, jsonIn } from './judge';
import type { MastodonLine } from './mastodon-line';

/** What a server takes; servers set their own. */
export type MastodonLimits = PostLimits & {
  /** Bytes of one picture. */
  readonly imageBytes: number;
};

/** Those of a Mastodon whose administration changed nothing (docs.joinmastodon.org, entities/Instance). */
export const MASTODON_LIMITS: MastodonLimits = { ...NETWORK_LIMITS.mastodon, imageBytes: 16_777_216 };

/** What a server takes as it says now; as an unchanged Mastodon where it says nothing. */
export const readLimits = async ({ ask }: MastodonLine): Promise<MastodonLimits> => limitsIn(await readInstance(ask));

/** What a server says of itself; undefined where it does not answer so. */
export const readInstance = async (ask: MastodonLine['ask']): Promise<unknown> => {
  const answer = await ask({ method: 'GET', path: '/api/v2/instance', quickly: true });
  return isFine(answer) ? jsonIn(answer) : undefined;
};

/** What a server says of itself (`/api/v2/instance`); what it leaves out is as in an unchanged Mastodon. */
export const limitsIn = (instance: unknown): MastodonLimits => {
  const { statuses = {}, media_attachments: media = {} } = INSTANCE.safeParse(instance).data?.configuration ?? {};
  return {
    ...MASTODON_LIMITS,
    textLength: statuses.max_characters ?? MASTODON_LIMITS.textLength,
    images: statuses.max_media_attachments ?? MASTODON_LIMITS.images,
    altTextLength: media.description_limit ?? MASTODON_LIMITS.altTextLength,
    imageBytes: media.image_size_limit ?? MASTODON_LIMITS.imageBytes,
  };
};

/** A figure that is none is as if it were left out. */
const figure = () => z.int().positive().optional().catch(undefined);

const INSTANCE = z.object({
  configuration: z.object({
    statuses: z.object({ max_characters: figure(), max_media_attachments: figure() }).optional(),
    media_attachments: z.object({ description_limit: figure(), image_size_limit: figure() }).optional(),
  }),
});
