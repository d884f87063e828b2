import type { ChannelId } from './channel';
import type { Dispatch, Refusal } from './dispatch';
import { earliest, type Instant, isBefore, latest } from './time';

/**
 * What a provider told us about one mail to one person, later or in its answer. `blocked`: refused for our sake, the mailbox may well exist.
 * `unreached`: the mailbox is full or was not reached to the end. `dropped`: it did not even try, because it has the address on a list
 * of its own.
 */
export const RECEIPT_KINDS = [
  'processed',
  'delivered',
  'deferred',
  'bounced',
  'blocked',
  'unreached',
  'dropped',
  'complained',
  'unsubscribed',
] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** On which of its lists a provider has an address that it dropped a mail to. */
export const DROP_LISTS = ['bounced', 'complained', 'unsubscribed', 'other'] as const;
export type DropList = (typeof DROP_LISTS)[number];

/** One of them. Of the person it holds an id of ours, never the address. */
export type Receipt = {
  /** The provider and its own id of the event: the same event, however often it comes, has the same. */
  readonly key: string;
  readonly channelId: ChannelId;
  readonly kind: ReceiptKind;
  readonly list?: DropList | undefined;
  readonly dispatchKey: string;
  readonly attempt: number;
  readonly subscriberId: string;
  /** When it happened, not when we heard of it. */
  readonly at: Instant;
};

/** What a receipt means for the person: `suppress` because the mailbox does not exist, `complaint` and `leave` by their own will. */
export type ReceiptEffect = 'suppress' | 'complaint' | 'leave';

/**
 * The effect of a single receipt; undefined where it only counts. The reason for a block or a delay lies with us, a mailbox that was
 * not reached once says nothing of the person. Every event says the same whenever it comes, so that order and repetition change nothing.
 */
export const effectOf = ({ kind, list }: Pick<Receipt, 'kind' | 'list'>): ReceiptEffect | undefined => {
  switch (kind === 'dropped' ? list : kind) {
    case 'bounced':
      return 'suppress';
    case 'complained':
      return 'complaint';
    case 'unsubscribed':
      return 'leave';
    default:
      return undefined;
  }
};

/** Nobody has that mailbox, its domain is none, or it was closed. */
const GONE: ReadonlySet<string> = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4']);

/** The mailbox is full or closed for now, or its host does not answer. A busy server (421, 451, 452, 4.3.x, 4.5.x) says nothing of it. */
const OUT_OF_REACH: ReadonlySet<string> = new Set(['5.2.2', '4.2.1', '4.2.2', '4.4.1', '4.4.4', '4.4.7', '450']);

/** What a mail server's code says of the mailbox. Policy (x.7.x) and all that is not clear lie with us, not with the person. */
export const kindOfRefusal = (code: string): 'bounced' | 'unreached' | 'blocked' => {
  if (GONE.has(code)) return 'bounced';
  return OUT_OF_REACH.has(code) ? 'unreached' : 'blocked';
};

/** From how many editions on, over how many days, a mailbox that was not reached counts as one that does not exist. */
const UNREACHED = { editions: 5, days: 14 };

/** True when these moments, one per edition that did not reach a mailbox, are many and far enough apart to give it up. */
export const isGivenUp = (moments: readonly Instant[]): boolean => {
  const [first, ...rest] = moments;
  if (!first || moments.length < UNREACHED.editions) return false;
  return !isBefore(latest(first, ...rest), earliest(first, ...rest).add({ hours: UNREACHED.days * 24 }));
};

const ANSWERED = 'answer/';

/** The receipts of those of an edition's batch who were refused when it was handed over: one per person, however often it is tried. */
export const receiptsOf = (
  { kind, key, channelId }: Pick<Dispatch, 'kind' | 'key' | 'channelId'>,
  attempt: number,
  refusals: readonly Refusal[],
  at: Instant,
): readonly Receipt[] =>
  kind === 'edition' && channelId
    ? refusals.map(({ recipientId, code }) => ({
        ...{ key: `${ANSWERED}${key}/${recipientId}`, channelId, kind: kindOfRefusal(code) },
        ...{ dispatchKey: key, attempt, subscriberId: recipientId, at },
      }))
    : [];

/** True when it came later than the answer to the batch, so that its provider certainly has the batch. */
export const isLaterThanAnswer = ({ key }: Pick<Receipt, 'key'>): boolean => !key.startsWith(ANSWERED);

/** What an edition's list shows of its receipts, without any person: the name of the sum, and the kinds it counts. */
export const FIGURES = {
  delivered: ['delivered'],
  bounced: ['bounced', 'blocked', 'unreached', 'dropped'],
  complained: ['complained'],
  left: ['unsubscribed'],
} as const satisfies Readonly<Record<string, readonly ReceiptKind[]>>;
export type Figure = keyof typeof FIGURES;

/** In the place of a provider's id of a message: its answer was lost, its receipts tell that it has the mail. */
export const FOUND_BY_RECEIPTS = 'found-by-receipts';

/** Receipts are kept for so many days: long enough for whoever asks what became of an issue. */
export const RECEIPT_DAYS = 90;
