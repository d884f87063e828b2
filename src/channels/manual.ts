import { UNLIMITED_TEXT } from '#domain/post-limits';
import { instant } from '#domain/time';
import type { Channel } from './channel';

/**
 * A body without a token for us: a person gets ready text by mail and posts it by hand. Accepted mail means handed over, never sent;
 * all other outcomes are those of the `outbox` given. Takes handovers only.
 */
export const openManual = (outbox: Channel): Channel => ({
  via: 'manual',
  limits: { ...UNLIMITED_TEXT, images: 1, altTextLength: 1_000 },
  repeatable: outbox.repeatable,
  send: async (message, key) => {
    if (message.kind !== 'handover') throw new TypeError(`a manual channel takes handovers, not a ${message.kind}`);
    const askUntil = instant(message.askUntil);
    const outcome = await outbox.send(message.mail, key);
    return outcome.kind === 'accepted' ? { kind: 'handed-over', askUntil } : outcome;
  },
});
