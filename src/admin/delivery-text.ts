import { type ChannelSettings, isNetwork, isNewsletter } from '#domain/channel';
import type { Content, Language, Picture } from '#domain/content';
import { type Delivery, isOut } from '#domain/delivery';
import type { Post } from '#domain/message';
import { type FixedParts, ownTextOf } from '#domain/own-text';
import type { LeftOut } from '#domain/picture';
import { limitsOf, type PostLimits, type TextLimits, UNLIMITED_TEXT } from '#domain/post-limits';
import { openChannels } from '#runtime/channels';
import type { Env } from '#runtime/env';
import { postIn } from '#store/amendments';
import { type Attempt, leftOf } from '#store/attempts';
import type { Organisations } from '#templates/content-words';
import { entryText } from '#templates/edition-text';
import { entryInWords } from '#templates/edition-words';
import { composePost, fixedPartsOf } from '#templates/post';
import type { ShownPost } from './post-card.client';

/** The words of a ledger row as readers see them: what was sent, else what would be sent now. */
export type DeliveryText = {
  readonly kind: 'post' | 'newsletter' | 'feed';
  readonly language: Language;
  readonly text: string;
  readonly wasSent: boolean;
  /** What was sent was put right at the network since. */
  readonly isAmended: boolean;
  readonly isOwnText: boolean;
  /** Why the network does not have its picture, where it was sent. */
  readonly leftOut?: LeftOut | undefined;
  /** A post as its network shows it; undefined for all else, and where its channel is gone. */
  readonly shown: ShownPost | undefined;
  /** For counting the characters of an own text. */
  readonly limits: TextLimits;
  /** What is added to an own text of a post where it is missing. */
  readonly fixed: FixedParts | undefined;
};

type Input = {
  readonly delivery: Delivery;
  readonly content: Content | undefined;
  readonly channel: ChannelSettings | undefined;
  readonly organisations: Organisations;
  readonly attempts: readonly Attempt[];
  readonly env: Pick<Env, 'dataDir' | 'smtpUrl' | 'publicUrl'>;
};

/** The text to show; what was sent needs no content any more. Undefined when there is neither. */
export const textOf = (input: Input): DeliveryText | undefined => {
  const { delivery, content, channel } = input;
  const sent = isOut(delivery.status) ? sentMessage(input.attempts) : undefined;
  if (sent) return asSent(input, sent);
  if (!content || !channel) return undefined;
  return channel.kind === 'feed' || isNewsletter(channel.kind)
    ? asEntry(input, content, channel)
    : asPost(input, content, channel);
};

const asSent = (input: Input, { post, isAmended }: Sent): DeliveryText => ({
  ...common(input.delivery, 'post'),
  language: post.language,
  text: post.text,
  wasSent: true,
  isAmended,
  leftOut: post.image?.leftOut,
  shown: input.channel && shownPost(input, input.channel, post, input.content?.picture),
  limits: UNLIMITED_TEXT,
  fixed: undefined,
});

const asPost = (input: Input, content: Content, channel: ChannelSettings): DeliveryText => {
  const { delivery, organisations, env } = input;
  const limits = limitsFor(channel, env);
  const told = { delivery, content, organisations, channel, publicUrl: env.publicUrl, limits };
  const post = composePost(told);
  return {
    ...common(delivery, 'post'),
    language: post.language,
    text: post.text,
    shown: shownPost(input, channel, post, content.picture),
    limits,
    fixed: fixedPartsOf(told),
  };
};

/** What a channel takes, as far as that is known without signing in. */
export const limitsFor = (channel: ChannelSettings, env: Input['env']): PostLimits => {
  // The preview of an address override says nothing about limits; leaving it out keeps its warning to the start.
  const adapter = openChannels({ dataDir: env.dataDir, smtpUrl: env.smtpUrl })(channel.via);
  return limitsOf(channel, adapter.limits);
};

/** A post as its network shows it; undefined for channels that are none. */
export const shownPost = (
  { organisations, env }: Pick<Input, 'organisations' | 'env'>,
  channel: ChannelSettings,
  post: Post,
  picture: Picture | undefined,
): ShownPost | undefined => {
  if (!isNetwork(channel.kind)) return undefined;
  const carrier = organisations.get(channel.carrier);
  return {
    network: channel.kind,
    carrier: carrier?.name ?? channel.name,
    account: channel.accountName ?? (channel.kind === 'linkedin' ? undefined : carrier?.handles?.[channel.kind]),
    post,
    picture: post.image && !post.image.leftOut && picture ? { ...picture, alt: post.image.alt } : undefined,
    limits: limitsFor(channel, env),
  };
};

const asEntry = ({ delivery, organisations, env }: Input, content: Content, channel: ChannelSettings): DeliveryText => {
  const { language } = channel;
  const entry = entryInWords({ delivery, content, organisations, publicUrl: env.publicUrl, language, withPicture: false });
  return {
    ...common(delivery, channel.kind === 'feed' ? 'feed' : 'newsletter'),
    language,
    text: entryText(entry),
    shown: undefined,
    limits: UNLIMITED_TEXT,
    fixed: undefined,
  };
};

const common = (delivery: Delivery, kind: DeliveryText['kind']) => ({
  kind,
  wasSent: false,
  isAmended: false,
  isOwnText: kind !== 'feed' && ownTextOf(delivery) !== undefined,
});

/** The post as it was amended, else the one that left, else the last that may have; mails name people and links of theirs, so they are not shown. */
const sentMessage = (attempts: readonly Attempt[]): Sent | undefined => {
  const posts = attempts.filter(({ message }) => postIn(message));
  const last = posts.at(-1)?.message;
  const isAmended = last?.kind === 'amendment';
  const post = postIn(isAmended ? last : (leftOf(posts)?.message ?? last));
  return post && { post, isAmended };
};

type Sent = { readonly post: Post; readonly isAmended: boolean };
