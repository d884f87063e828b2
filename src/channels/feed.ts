import { UNLIMITED_TEXT } from '#domain/post-limits';
import type { Channel } from './channel';

/** A feed "sends" by becoming visible: the ledger's row does it, nothing is transmitted. Takes feed entries only. */
export const openFeed = (): Channel => ({
  via: 'feed',
  limits: { ...UNLIMITED_TEXT, images: 1, altTextLength: 1_000 },
  repeatable: { seconds: Number.POSITIVE_INFINITY },
  send: async (message, key) => {
    if (message.kind !== 'feed-entry') throw new TypeError(`a feed takes feed entries, not a ${message.kind}`);
    return { kind: 'accepted', providerId: key, url: message.url };
  },
});
