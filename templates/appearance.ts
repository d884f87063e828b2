import { type ChannelSettings, isNewsletter } from '#domain/channel';
import type { Delivery } from '#domain/delivery';
import { entryText } from './edition-text';
import { entryInWords } from './edition-words';
import { composePost, type PostInput } from './post';

/** What one ledger row is told about, with the limits of the adapter that will send it. */
export type AppearanceInput = Omit<PostInput, 'delivery' | 'channel'> & {
  readonly delivery: Pick<Delivery, 'key' | 'purpose' | 'ownText' | 'ownTextStale' | 'dueAt'>;
  readonly channel: Pick<ChannelSettings, 'carrier' | 'language' | 'kind'>;
};

/** The exact text of a row as readers will see it: a post, or an entry of a newsletter or feed in its plain version. */
export const textAsItAppears = (input: AppearanceInput): string =>
  isNewsletter(input.channel.kind) || input.channel.kind === 'feed'
    ? entryText(entryInWords({ ...input, language: input.channel.language, withPicture: false }))
    : composePost(input).text;
