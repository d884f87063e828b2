import { type ChannelSettings, isNetwork } from './channel';
import type { NetworkKind } from './network';

/**
 * What a network counts as one character. `utf-16`: units, as JavaScript does. `graphemes`: what readers see as one. `mastodon`: the
 * same, but an address with its scheme is 23 and a mention goes without its server. `x`: by weight, see `weightedLength`.
 */
export type Counting = 'utf-16' | 'graphemes' | 'mastodon' | 'x';

/** How long a text may be; null = as long as it likes. */
export type TextLimits = {
  readonly counting: Counting;
  readonly textLength: number | null;
  /** In UTF-8, beside the other limit. */
  readonly byteLength: number | null;
};

/** What a post may be; `altTextLength` in graphemes. */
export type PostLimits = TextLimits & { readonly images: number; readonly altTextLength: number };

/** For what is no post. */
export const UNLIMITED_TEXT = { counting: 'graphemes', textLength: null, byteLength: null } as const satisfies TextLimits;

/**
 * What each network takes. LinkedIn says 3,000 characters without saying of which kind, so the smallest; an instance of Mastodon may allow
 * more or fewer (`max_characters`); Bluesky's two limits are those of app.bsky.feed.post.
 */
export const NETWORK_LIMITS: Readonly<Record<NetworkKind, PostLimits>> = {
  linkedin: { counting: 'utf-16', textLength: 3_000, byteLength: null, images: 1, altTextLength: 4_086 },
  mastodon: { counting: 'mastodon', textLength: 500, byteLength: null, images: 4, altTextLength: 1_500 },
  bluesky: { counting: 'graphemes', textLength: 300, byteLength: 3_000, images: 4, altTextLength: 2_000 },
  x: { counting: 'x', textLength: 280, byteLength: null, images: 4, altTextLength: 1_000 },
};

/**
 * The limits of a channel's messages: those of its adapter, save where that only shows or hands over what is for a network, with the length
 * that its account's own server allows.
 */
export const limitsOf = (
  { kind, via, textLength }: Pick<ChannelSettings, 'kind' | 'via' | 'textLength'>,
  ofAdapter: PostLimits,
): PostLimits => {
  const limits = isNetwork(kind) && via !== kind ? NETWORK_LIMITS[kind] : ofAdapter;
  return textLength === undefined ? limits : { ...limits, textLength };
};
