import { HANDOVER_TOKEN, handoverUrl, pageUrl, preferencesUrl, READER_TOKEN, unsubscribeUrl } from '#domain/addresses';
import type { Organisations } from '#domain/agreement';
import type { ChannelSettings } from '#domain/channel';
import type { Content } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import type { Section } from '#domain/edition';
import type { Mail, Message, Post, Recipient } from '#domain/message';
import { newsletterOf } from '#domain/newsletter';
import { limitsOf, type PostLimits } from '#domain/post-limits';
import { earliest, toIso } from '#domain/time';
import { now } from '#runtime/clock';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { signToken, tokenSigner } from '#runtime/secrets';
import { loadNumberOfDay } from '#store/archive';
import type { Edition } from '#store/editions';
import type { Person } from '#store/people';
import type { Subscriber } from '#store/subscribers';
import { PREFERENCES, UNSUBSCRIBE } from '#templates/edition-text';
import { composeHandover } from '#templates/handover.tsx';
import { composeEdition } from '#templates/newsletter.tsx';
import { composePost } from '#templates/post';
import type { JobContext } from '../context';

/** A message ready to leave, or why there is none: a code and a line for the attempt. */
export type Composed =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'refusal'; readonly code: string; readonly detail: string };

/** What a message about one row is made of. */
export type SingleInput = {
  readonly row: Delivery;
  readonly content: Content;
  readonly channel: ChannelSettings;
  readonly organisations: Organisations;
  /** Of the adapter it leaves by. */
  readonly limits: PostLimits;
  /** When a post says that it was put together: where an earlier try may have left, as that said; else now. */
  readonly at?: string | undefined;
  /** An earlier try may have left. */
  readonly isUnsure?: boolean | undefined;
};

/** A person who got a text by mail is asked for so many days whether it was posted, never longer than it makes sense. */
const HANDOVER_DAYS = 7;

/** The message of a row that leaves on its own: post, feed entry, or ready text for a person. */
export const composeSingle = async (ctx: JobContext, input: SingleInput): Promise<Composed> =>
  guarded(async () => {
    switch (input.channel.via) {
      case 'preview':
      case 'linkedin':
      case 'mastodon':
      case 'bluesky':
      case 'x':
        return message(postOf(ctx, input));
      case 'feed':
        return message({ kind: 'feed-entry', url: pageUrl(input.content, ctx.publicUrl) });
      case 'manual':
        return handoverOf(ctx, input);
      case 'outbox':
      case 'sendgrid':
      case 'block':
        return refusal('wrong-way', 'newsletters leave as editions or blocks');
    }
  });

/** The post of a row that has left, with what is true now. */
export const composeAmended = async (ctx: JobContext, input: SingleInput, providerId: string): Promise<Composed> =>
  guarded(async () => message({ kind: 'amendment', providerId, post: postOf(ctx, input) }));

/** What the mail of an edition is made of. */
export type EditionInput = {
  readonly edition: Edition;
  readonly channel: ChannelSettings;
  readonly sections: readonly Section[];
  readonly organisations: Organisations;
};

/** The mail of an edition, to nobody yet. */
export const composeEditionMail = async (ctx: JobContext, input: EditionInput): Promise<Composed> =>
  guarded(async () => {
    const { channel } = input;
    if (channel.via !== 'outbox' && channel.via !== 'sendgrid')
      return refusal('wrong-way', `newsletters cannot leave through ${channel.via}`);
    const { replyTo } = newsletterOf(channel);
    const edition = { ...input.edition, ofDay: await loadNumberOfDay(ctx.payload, input.edition) };
    const mail: Mail = {
      kind: 'mail',
      from: channel.sender ?? ctx.mailFrom,
      ...(replyTo ? { replyTo } : {}),
      ...(await composeEdition({ ...input, edition, publicUrl: ctx.publicUrl })),
      listId: `${channel.name.replace(/[<>"\r\n]/g, ' ')} <${channel.slug}.${new URL(ctx.publicUrl).hostname}>`,
      recipients: [],
    };
    return message(mail);
  });

/** The same mail to these people; everybody has links of their own. */
export const addressTo = (ctx: JobContext, mail: Mail, subscribers: readonly Subscriber[]): Mail => {
  const tokenOf = tokenSigner(READER_TOKEN);
  const recipientOf = ({ id, email }: Subscriber): Recipient => {
    const token = tokenOf(id);
    const url = unsubscribeUrl(token, ctx.publicUrl);
    const replace = { [UNSUBSCRIBE]: url, [PREFERENCES]: preferencesUrl(token, ctx.publicUrl) };
    return { id, address: email, replace, unsubscribeUrl: url };
  };
  return { ...mail, recipients: subscribers.map(recipientOf) };
};

/** A mail to one of the people of the house; `replace`: what stands for marks in it. */
export const toPerson = (
  { id, email }: Person,
  mail: Omit<Mail, 'kind' | 'recipients'>,
  replace: Recipient['replace'] = {},
): Composed => message({ ...mail, kind: 'mail', recipients: [{ id, address: email, replace }] });

/** A message as composed, or the refusal that a fault of ours in a template becomes: it must not be tried for ever. */
export const guarded = async (compose: () => Promise<Composed>): Promise<Composed> => {
  try {
    return await compose();
  } catch (error) {
    log('compose.failed', describeError(error), 'error');
    return refusal('not-composed', error instanceof Error ? error.name : 'unknown');
  }
};

const message = (composed: Message): Composed => ({ kind: 'message', message: composed });

const refusal = (code: string, detail: string): Composed => ({ kind: 'refusal', code, detail });

const postOf = (ctx: JobContext, { row, content, channel, organisations, limits, at }: SingleInput): Post => ({
  ...composePost({
    ...{ delivery: row, content, organisations, channel },
    publicUrl: ctx.publicUrl,
    limits: limitsOf(channel, limits),
  }),
  at: at ?? toIso(now()),
});

const handoverOf = async (ctx: JobContext, input: SingleInput): Promise<Composed> => {
  const { row, channel } = input;
  const owner = channel.ownerEmail;
  if (!owner) return refusal('no-owner', 'the channel names nobody to hand the text to');
  const askUntil = earliest(row.latestAt, now().add({ hours: HANDOVER_DAYS * 24 }));
  const token = signToken({ purpose: HANDOVER_TOKEN, subject: row.id, expires: askUntil });
  const confirmUrl = handoverUrl(token, ctx.publicUrl);
  const { subject, html, text, post } = await composeHandover({
    ...input,
    limits: limitsOf(channel, input.limits),
    delivery: row,
    publicUrl: ctx.publicUrl,
    confirmUrl,
    askUntil,
  });
  const mail: Mail = {
    kind: 'mail',
    from: ctx.mailFrom,
    ...{ subject, html, text },
    recipients: [{ id: channel.id, address: owner, replace: {} }],
  };
  return message({ kind: 'handover', mail, post, askUntil: toIso(askUntil) });
};
