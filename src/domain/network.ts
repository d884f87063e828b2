/** The social networks on which messages are posts. */
export const NETWORKS = ['linkedin', 'mastodon', 'bluesky', 'x'] as const;
export type NetworkKind = (typeof NETWORKS)[number];
