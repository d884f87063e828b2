// What X's documentation says requests look like (X API v2, openapi.json 2.167): every field by name, no other.
import { z } from 'zod';

const NUMBER = z.string().regex(/^\d{1,19}$/);

/** POST /2/tweets, as far as posts of ours could use it. */
export const POST_BODY = z
  .strictObject({
    text: z.string().min(1).optional(),
    media: z
      .strictObject({ media_ids: z.array(NUMBER).min(1).max(4), tagged_user_ids: z.array(NUMBER).max(10).optional() })
      .optional(),
    reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
    made_with_ai: z.boolean().optional(),
    paid_partnership: z.boolean().optional(),
    nullcast: z.boolean().optional(),
  })
  .refine(({ text, media }) => text !== undefined || media !== undefined, 'text or media');

/** POST /2/media/upload/initialize, pictures alone. */
export const INITIALIZE_BODY = z.strictObject({
  media_type: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
  media_category: z.enum(['tweet_image', 'tweet_gif']),
  total_bytes: z.int().min(1).max(5_242_880),
  additional_owners: z.array(NUMBER).optional(),
  shared: z.boolean().optional(),
});

/** POST /2/media/metadata, the description alone. */
export const METADATA_BODY = z.strictObject({
  id: NUMBER,
  metadata: z.strictObject({ alt_text: z.strictObject({ text: z.string().min(1).max(1_000) }) }),
});

/** GET /2/users/:id/tweets. */
export const TIMELINE_QUERY = z.strictObject({
  max_results: z.coerce.number().int().min(5).max(100).optional(),
  exclude: z
    .string()
    .regex(/^(retweets|replies)(,(retweets|replies))?$/)
    .optional(),
  'tweet.fields': z
    .string()
    .regex(/^[a-z_]+(,[a-z_]+)*$/)
    .optional(),
  start_time: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    .optional(),
  end_time: z.string().optional(),
  since_id: NUMBER.optional(),
  pagination_token: z.string().optional(),
});

/** POST /2/oauth2/token, as a form. */
export const TOKEN_FORM = z.discriminatedUnion('grant_type', [
  z.strictObject({
    grant_type: z.literal('authorization_code'),
    code: z.string().min(1),
    redirect_uri: z.url(),
    client_id: z.string().min(1).optional(),
    code_verifier: z.string().regex(/^[\w.~-]{43,128}$/),
  }),
  z.strictObject({ grant_type: z.literal('refresh_token'), refresh_token: z.string().min(1), client_id: z.string().optional() }),
]);

/** GET /i/oauth2/authorize. */
export const AUTHORISE_QUERY = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.string().min(1),
  redirect_uri: z.url(),
  scope: z.string().min(1),
  state: z.string().min(1).max(500),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
});
