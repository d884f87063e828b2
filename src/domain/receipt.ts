import type { ChannelId } from './channel';
import type { Instant } from './time';

/**
 * What a provider told us later about one mail to one person. `blocked`: refused this time, the mailbox exists. `dropped`: it did not
 * even try, because it has the address on a list of its own.
 */
export const RECEIPT_KINDS = [
  'processed',
  'delivered',
  'deferred',
  'bounced',
  'blocked',
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
 * The effect of a receipt; undefined where it only counts. The reason for a block or a delay lies with us or in a full mailbox, which
 * says nothing of the person. Every event says the same whenever it comes, so that order and repetition change nothing.
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

/** What an edition's list shows of its receipts, without any person: the name of the sum, and the kinds it counts. */
export const FIGURES = {
  delivered: ['delivered'],
  bounced: ['bounced', 'blocked', 'dropped'],
  complained: ['complained'],
  left: ['unsubscribed'],
} as const satisfies Readonly<Record<string, readonly ReceiptKind[]>>;
export type Figure = keyof typeof FIGURES;

/** In the place of a provider's id of a message: its answer was lost, its receipts tell that it has the mail. */
export const FOUND_BY_RECEIPTS = 'found-by-receipts';

/** Receipts are kept for so many days: long enough for whoever asks what became of an issue. */
export const RECEIPT_DAYS = 90;
