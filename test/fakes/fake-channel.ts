// A channel in memory for tests of what surrounds channels. Passes the contract (test/contracts). Left out: the network.
import type { Channel } from '#channels/channel';
import type { ChannelVia } from '#domain/channel';
import type { SendOutcome } from '#domain/dispatch';
import type { Message } from '#domain/message';
import { NETWORK_LIMITS } from '#domain/post-limits';

export type FakeChannel = Channel & {
  /** Everything it took, in order; also what it took and then answered as unconfirmed. */
  readonly sent: readonly { readonly key: string; readonly message: Message }[];
  /** The outcome of the next `send`, instead of accepted. */
  readonly answerNext: (outcome: SendOutcome) => void;
};

const KINDS = {
  outbox: 'mail',
  sendgrid: 'mail',
  linkedin: 'post',
  mastodon: 'post',
  bluesky: 'post',
  x: 'post',
  preview: 'post',
  feed: 'feed-entry',
  manual: 'handover',
  block: undefined,
} as const;

/** Opens one with the limits of Mastodon; `repeatable` as given. */
export const openFakeChannel = (via: ChannelVia = 'preview', repeatable: Channel['repeatable'] = false): FakeChannel => {
  const sent: { key: string; message: Message }[] = [];
  const answers: SendOutcome[] = [];
  const take = (key: string, message: Message): void => {
    if (repeatable && sent.some((entry) => entry.key === key)) return;
    sent.push({ key, message });
  };
  return {
    via,
    limits: { ...NETWORK_LIMITS.mastodon, images: 1 },
    repeatable,
    send: async (message, key) => {
      if (message.kind !== KINDS[via]) throw new TypeError(`${via} takes no ${message.kind}`);
      const answer = answers.shift() ?? { kind: 'accepted', providerId: key };
      if (answer.kind === 'accepted' || answer.kind === 'handed-over' || answer.kind === 'unconfirmed') take(key, message);
      return answer;
    },
    find: async ({ key }) => (sent.some((entry) => entry.key === key) ? { kind: 'accepted', providerId: key } : undefined),
    sent,
    answerNext: (outcome) => {
      answers.push(outcome);
    },
  };
};
