import { z } from 'zod';
import type { ChannelLimits } from './channel';

/** What a server takes; servers set their own. */
export type MastodonLimits = ChannelLimits & {
  /** Bytes of one picture. */
  readonly imageBytes: number;
};

/** Those of a Mastodon whose administration changed nothing (docs.joinmastodon.org, entities/Instance). */
export const MASTODON_LIMITS: MastodonLimits = {
  ...{ textLength: 500, linkCost: 23, images: 4, altTextLength: 1_500 },
  imageBytes: 16_777_216,
};

/** What a server says of itself (`/api/v2/instance`); what it leaves out is as in an unchanged Mastodon. */
export const limitsIn = (instance: unknown): MastodonLimits => {
  const { statuses = {}, media_attachments: media = {} } = INSTANCE.safeParse(instance).data?.configuration ?? {};
  return {
    textLength: statuses.max_characters ?? MASTODON_LIMITS.textLength,
    linkCost: statuses.characters_reserved_per_url ?? MASTODON_LIMITS.linkCost,
    images: statuses.max_media_attachments ?? MASTODON_LIMITS.images,
    altTextLength: media.description_limit ?? MASTODON_LIMITS.altTextLength,
    imageBytes: media.image_size_limit ?? MASTODON_LIMITS.imageBytes,
  };
};

/** A figure that is none is as if it were left out. */
const figure = () => z.int().positive().optional().catch(undefined);

const INSTANCE = z.object({
  configuration: z.object({
    statuses: z
      .object({ max_characters: figure(), characters_reserved_per_url: figure(), max_media_attachments: figure() })
      .optional(),
    media_attachments: z.object({ description_limit: figure(), image_size_limit: figure() }).optional(),
  }),
});
