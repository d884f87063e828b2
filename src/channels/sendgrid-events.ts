import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { ChannelId } from '#domain/channel';
import { type DropList, kindOfRefusal, type Receipt, type ReceiptKind } from '#domain/receipt';
import { type Instant, Temporal } from '#domain/time';
import { PERSON_ARGS } from './sendgrid-mail';

/** A POST of SendGrid's Event Webhook as it came in; `body` are the very bytes, which are what was signed. */
export type EventPost = {
  readonly body: Uint8Array;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
};

/** By what a POST is judged. */
export type EventCheck = {
  /** Of this channel at SendGrid: SPKI in DER, base64. */
  readonly publicKey: string;
  readonly channelId: ChannelId;
  readonly now: Instant;
  /** How old, or how far ahead of our clock, its timestamp may be. */
  readonly toleranceSeconds: number;
};

/** Why a POST is none of SendGrid's for this channel, or too old. */
export type EventFault = 'not-signed' | 'wrong-signature' | 'wrong-time' | 'not-events';

/**
 * Checks the signature (ECDSA P-256 over timestamp and raw bytes) and reads the events about mails of ours; events about others, and of
 * kinds that we never asked for, are left out.
 */
export const readEvents = (
  post: EventPost,
  check: EventCheck,
): { readonly receipts: readonly Receipt[] } | { readonly fault: EventFault } => {
  const { signature, timestamp, body } = post;
  if (!signature || !timestamp) return { fault: 'not-signed' };
  if (!isSigned(Buffer.concat([Buffer.from(timestamp), body]), signature, check.publicKey)) return { fault: 'wrong-signature' };
  const age = Math.abs(Number(timestamp) - check.now.epochMilliseconds / 1000);
  if (!(age <= check.toleranceSeconds)) return { fault: 'wrong-time' };
  const events = parseEvents(body);
  if (!events) return { fault: 'not-events' };
  return { receipts: events.flatMap((event) => receiptOf(event, check.channelId) ?? []) };
};

/** Node throws for keys and signatures that are none: whoever sends them is no more SendGrid than with a wrong one. */
const isSigned = (signed: Buffer, signature: string, publicKey: string): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ec' && verify('sha256', signed, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
};

const EVENT = z.object({
  event: z.string(),
  sg_event_id: z.string().min(1).max(200),
  timestamp: z.number(),
  type: z.string().optional(),
  reason: z.string().optional(),
  status: z.string().optional(),
  [PERSON_ARGS.dispatch]: z.string().min(1).max(200),
  [PERSON_ARGS.attempt]: z.coerce.number().int().positive(),
  [PERSON_ARGS.subscriber]: z.string().min(1).max(100),
});
type Event = z.infer<typeof EVENT>;

/** Events of ours; undefined when it is no list at all. */
const parseEvents = (body: Uint8Array): readonly Event[] | undefined => {
  try {
    const list: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return Array.isArray(list) ? list.flatMap((one) => EVENT.safeParse(one).data ?? []) : undefined;
  } catch {
    return undefined;
  }
};

const receiptOf = (event: Event, channelId: ChannelId): Receipt | undefined => {
  const kind = kindOf(event);
  return (
    kind && {
      key: `sendgrid/${event.sg_event_id}`,
      channelId,
      kind,
      // The reason itself can name the address, so that it stays out.
      list: kind === 'dropped' ? listOf(event.reason ?? '') : undefined,
      dispatchKey: event[PERSON_ARGS.dispatch],
      attempt: event[PERSON_ARGS.attempt],
      subscriberId: event[PERSON_ARGS.subscriber],
      at: Temporal.Instant.fromEpochMilliseconds(Math.round(event.timestamp * 1000)),
    }
  );
};

/** What it calls blocked it would try again with the next mail: here its code tells a full mailbox from what lies with us. */
const kindOf = ({ event, type, status = '' }: Event): ReceiptKind | undefined => {
  if (event !== 'bounce') return KINDS[event];
  if (type !== 'blocked') return 'bounced';
  return kindOfRefusal(status) === 'unreached' ? 'unreached' : 'blocked';
};

const KINDS: Readonly<Partial<Record<string, ReceiptKind>>> = {
  processed: 'processed',
  delivered: 'delivered',
  deferred: 'deferred',
  dropped: 'dropped',
  spamreport: 'complained',
  unsubscribe: 'unsubscribed',
  group_unsubscribe: 'unsubscribed',
};

const listOf = (reason: string): DropList => {
  if (/bounced address/i.test(reason)) return 'bounced';
  if (/spam reporting address/i.test(reason)) return 'complained';
  return /unsubscribed address/i.test(reason) ? 'unsubscribed' : 'other';
};
