// What Mastodon's stand-in (mastodon.ts) answers with: its entities (docs.joinmastodon.org/entities), and the HTML that a Mastodon makes
// of a text (lib/text_formatter of Mastodon 4: paragraphs, links in three pieces, hashtags, mentions without their server).

/** A status as it is kept. */
export type MastodonStatus = {
  readonly id: string;
  readonly key: string | undefined;
  readonly text: string;
  readonly language: string;
  readonly visibility: string;
  readonly media: readonly MastodonMedia[];
  readonly createdAt: string;
  readonly editedAt?: string;
};

export type MastodonMedia = { readonly id: string; readonly bytes: Buffer; readonly description: string; readonly focus: string };

export const ACCOUNT_ID = '109300000000000001';
const USERNAME = 'nordsued';
export const LIMITS = { characters: 500, url: 23, media: 4, description: 1_500, imageBytes: 16_777_216 } as const;

/** Those of a server that takes little. */
export const NARROW = { description: 20, imageBytes: 4_000 } as const;

/** How long a description and how heavy a picture may be. */
export type MediaLimits = { readonly description: number; readonly imageBytes: number };

/** How a Mastodon counts: signs as people see them, an address for 23, of somebody on another server the name alone. */
export const lengthOf = (text: string): number => {
  const counted = text.replace(URLS, 'x'.repeat(LIMITS.url)).replace(MENTIONS, '$1');
  return [...new Intl.Segmenter('de').segment(counted)].length;
};

export const statusEntity = (status: MastodonStatus, url: string): object => ({
  ...{ id: status.id, uri: `${url}/users/${USERNAME}/statuses/${status.id}`, url: `${url}/@${USERNAME}/${status.id}` },
  ...{ created_at: status.createdAt, edited_at: status.editedAt ?? null, content: htmlOf(status.text, url) },
  ...{ visibility: status.visibility, language: status.language, sensitive: false, spoiler_text: '' },
  ...{ in_reply_to_id: null, in_reply_to_account_id: null, reblog: null, card: null, poll: null, application: null },
  ...{ reblogs_count: 0, favourites_count: 0, replies_count: 0, mentions: [], tags: [], emojis: [] },
  ...{ media_attachments: status.media.map((one) => mediaEntity(one, url)), account: accountEntity(url) },
});

/** `isReady`: else it has no address yet. */
export const mediaEntity = ({ id, description, focus }: MastodonMedia, url: string, isReady = true): object => {
  const [x = 0, y = 0] = focus.split(',').map(Number);
  return {
    ...{
      id,
      type: 'image',
      url: isReady ? `${url}/media/${id}.jpg` : null,
      preview_url: isReady ? `${url}/media/${id}.jpg` : null,
    },
    ...{ remote_url: null, description, blurhash: null, meta: { focus: { x, y } } },
  };
};

const accountEntity = (url: string): object => ({
  ...{ id: ACCOUNT_ID, username: USERNAME, acct: USERNAME, display_name: 'Nordsüd', uri: `${url}/users/${USERNAME}` },
  ...{ url: `${url}/@${USERNAME}`, locked: false, bot: false, group: false, indexable: false, discoverable: true },
  ...{ note: '', avatar: `${url}/a.png`, avatar_static: `${url}/a.png`, header: `${url}/h.png`, header_static: `${url}/h.png` },
  ...{ created_at: '2026-01-01T00:00:00.000Z', last_status_at: null, emojis: [], fields: [] },
  ...{ followers_count: 0, following_count: 0, statuses_count: 0 },
});

/** Of `verify_credentials` alone. */
export const credentialEntity = (url: string): object => ({
  ...accountEntity(url),
  source: {
    ...{ privacy: 'public', sensitive: false, language: 'de', note: '', fields: [], follow_requests_count: 0 },
    ...{ attribution_domains: [], hide_collections: false, discoverable: true, indexable: false, quote_policy: 'public' },
  },
  role: { id: '-99', name: '', permissions: '0', color: '', highlighted: false },
});

export const instanceEntity = (url: string, { description, imageBytes }: MediaLimits): object => ({
  ...{ domain: new URL(url).hostname, title: 'Stellvertreter', version: '4.4.0', source_url: url, description: '' },
  ...{ usage: { users: { active_month: 1 } }, thumbnail: { url: `${url}/t.png` }, icon: [], languages: ['de'], rules: [] },
  configuration: {
    urls: { streaming: url, status: null, about: null, privacy_policy: null, terms_of_service: null },
    vapid: { public_key: '' },
    accounts: { max_featured_tags: 10, max_pinned_statuses: 4 },
    statuses: {
      ...{ max_characters: LIMITS.characters, max_media_attachments: LIMITS.media, characters_reserved_per_url: LIMITS.url },
    },
    media_attachments: {
      ...{ description_limit: description, image_size_limit: imageBytes, image_matrix_limit: 33_177_600 },
      ...{ video_size_limit: 103_809_024, video_frame_rate_limit: 120, video_matrix_limit: 8_294_400 },
      supported_mime_types: ['image/jpeg', 'image/png'],
    },
    polls: { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2_629_746 },
    translation: { enabled: false },
    ...{ limited_federation: false, timelines_access: TIMELINES },
  },
  registrations: { enabled: false, approval_required: false, reason_required: null, message: null, min_age: null, url: null },
  ...{ api_versions: { mastodon: 6 }, contact: { email: 'a@example.org', account: null } },
});

const TIMELINES = {
  live_feeds: { local: 'public', remote: 'public' },
  hashtag_feeds: { local: 'public', remote: 'public' },
  trending_link_feeds: { local: 'public', remote: 'public' },
};

const URLS = /https?:\/\/[^\s<>"„“()]+[^\s<>"„“().,;:!?]/g;
const MENTIONS = /(@\w+)@[\w.-]+\w/g;

const htmlOf = (text: string, url: string): string => {
  const paragraphs = text.trim().split(/\n{2,}/);
  return paragraphs
    .map(
      (paragraph) =>
        `<p>${paragraph
          .split('\n')
          .map((line) => lineOf(line, url))
          .join('<br />')}</p>`,
    )
    .join('');
};

const lineOf = (line: string, url: string): string => {
  const pieces = line.split(new RegExp(`(${URLS.source})`));
  return pieces.map((piece, index) => (index % 2 === 1 ? linkOf(piece) : wordsOf(piece, url))).join('');
};

const linkOf = (address: string): string => {
  const [begin = ''] = /^https?:\/\/(?:www\.)?/.exec(address) ?? [];
  const [shown, rest] = [address.slice(begin.length, begin.length + 30), address.slice(begin.length + 30)];
  const spans = [`<span class="invisible">${begin}</span>`, `<span class="${rest ? 'ellipsis' : ''}">${escaped(shown)}</span>`];
  const href = escaped(address);
  return `<a href="${href}" rel="nofollow noopener" translate="no">${spans.join('')}<span class="invisible">${escaped(rest)}</span></a>`;
};

const wordsOf = (words: string, url: string): string =>
  escaped(words)
    .replace(
      MENTIONS,
      (whole, name: string) =>
        `<span class="h-card"><a href="${url}/${whole}" class="u-url mention">@<span>${name.slice(1)}</span></a></span>`,
    )
    .replace(
      /(^|[\s(„])#([\p{L}\p{M}\p{N}_]+)/gu,
      (_, before: string, tag: string) =>
        `${before}<a href="${url}/tags/${tag}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`,
    );

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
