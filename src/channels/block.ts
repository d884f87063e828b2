import { UNLIMITED_TEXT } from '#domain/post-limits';
import type { Channel } from './channel';

/**
 * A body that sends its newsletter with a tool of its own: people copy what is due out of the admin and say so. Nothing may be handed
 * to this channel.
 */
export const openBlock = (): Channel => ({
  via: 'block',
  limits: { ...UNLIMITED_TEXT, images: 1, altTextLength: 1_000 },
  repeatable: false,
  send: async ({ kind }) => {
    throw new TypeError(`a block is copied by people; it takes no ${kind}`);
  },
});
