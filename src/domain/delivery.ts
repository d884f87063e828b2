import type { ApprovalRule } from './agreement';
import type { ChannelId } from './channel';
import type { OrganisationId } from './organisation';
import type { Purpose } from './purpose';
import type { Instant } from './time';

/** What *we* did with a row. What the provider says is an outcome of an attempt, never this. */
export const DELIVERY_STATUSES = [
  'planned',
  'awaiting-approval',
  'ready',
  'sending',
  'sent',
  'handed-over',
  'unconfirmed',
  'failed',
  'declined',
  'missed',
  'withdrawn',
] as const;

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Every allowed move of a ledger row; each is one compare-and-set, so that whoever comes second changes nothing. */
const ARROWS: Readonly<Record<DeliveryStatus, readonly DeliveryStatus[]>> = {
  planned: ['awaiting-approval', 'ready', 'declined', 'missed', 'withdrawn'],
  'awaiting-approval': ['planned', 'ready', 'declined', 'missed', 'withdrawn'],
  ready: ['planned', 'sending', 'sent', 'declined', 'missed', 'withdrawn'],
  sending: ['ready', 'sent', 'handed-over', 'unconfirmed', 'failed'],
  'handed-over': ['sent', 'missed', 'declined'],
  unconfirmed: ['sent', 'handed-over', 'failed', 'ready'],
  failed: ['ready', 'withdrawn'],
  withdrawn: ['planned'],
  missed: ['planned'],
  declined: [],
  sent: [],
};

/** True when a row may go from one status to the other. */
export const canMove = (from: DeliveryStatus, to: DeliveryStatus): boolean => ARROWS[from].includes(to);

/** Nothing has left yet and nobody is sending it: planning may still move or withdraw the row. */
export const UNSENT_STATUSES = ['planned', 'awaiting-approval', 'ready'] as const satisfies readonly DeliveryStatus[];

/** True for `UNSENT_STATUSES`. */
export const isUnsent = (status: DeliveryStatus): boolean => UNSENT_STATUSES.some((unsent) => unsent === status);

/** Readers may have been told by this row; corrections follow it. */
export const isOut = (status: DeliveryStatus): boolean =>
  status === 'sending' || status === 'sent' || status === 'handed-over' || status === 'unconfirmed';

/** Readers may have been told by this row, or may be yet. */
export const mayStillTell = (status: DeliveryStatus): boolean => isOut(status) || isUnsent(status);

/** Something that counts for readers has changed since the row was told. Taken back before anybody heard of it, nothing has. */
export const isOvertaken = (
  row: Pick<Delivery, 'sequence' | 'fingerprint'>,
  now: Pick<Delivery, 'sequence' | 'fingerprint'>,
): boolean => row.sequence < now.sequence && row.fingerprint !== now.fingerprint;

/**
 * True when a row that ended may come back as `wanted`. A person's withdrawal stands, and so does what a person was handed; an
 * approval nobody gave in time is asked for again when the times are others; where there was no time, there may be one now.
 */
export const mayReturn = (row: Delivery, wanted: Pick<PlannedDelivery, 'wantedAt' | 'latestAt'>): boolean => {
  if (row.status === 'withdrawn') return row.reason !== 'withdrawn-by-person';
  if (row.status !== 'missed' || row.reason === 'not-confirmed-in-time') return false;
  const isOtherTime = !row.wantedAt.equals(wanted.wantedAt) || !row.latestAt.equals(wanted.latestAt);
  return isOtherTime || row.reason !== 'no-approval-in-time';
};

/** When readers were told by a row, or will be. */
export const toldAt = (row: Pick<Delivery, 'sentAt' | 'dueAt'>): Instant => row.sentAt ?? row.dueAt;

/** Why a row was missed, withdrawn, failed or given to a person; the German words are in i18n. */
export type Reason =
  | 'no-slot-before-start'
  | 'too-late'
  | 'no-approval-in-time'
  | 'not-confirmed-in-time'
  | 'not-taken-over'
  | 'cap-reached'
  | 'no-place'
  | 'content-withdrawn'
  | 'no-longer-agreed'
  | 'channel-inactive'
  | 'event-cancelled'
  | 'event-postponed'
  | 'sold-out'
  | 'date-changed'
  | 'superseded'
  | 'announcement-declined'
  | 'rejected'
  | 'not-reachable'
  | 'lease-expired'
  | 'by-hand-for-now'
  | 'withdrawn-by-person';

/** A clause (with its text as it stood), or the organisation's own content on its own channel. */
export type Because =
  | {
      readonly kind: 'clause';
      readonly agreementId: string;
      readonly code: string;
      readonly text: string;
      readonly agreed: boolean;
    }
  | { readonly kind: 'own-channel' };

/** What planning decides about a row; the rest of a row is what became of it. */
export type PlannedDelivery = {
  readonly key: string;
  /** `contentKey` of the content. */
  readonly content: string;
  readonly organiser: OrganisationId;
  readonly channelId: ChannelId;
  readonly carrier: OrganisationId;
  readonly purpose: Purpose;
  /** 0; for corrections the content's sequence. */
  readonly occasion: number;
  readonly because: Because;
  /** Codes of the other clauses that this row fulfils too. */
  readonly alsoFulfils: readonly string[];
  readonly approval: ApprovalRule;
  /** The moment the rule asks for, before quiet hours, slots and caps; moves only when the content or the clause does. */
  readonly wantedAt: Instant;
  readonly dueAt: Instant;
  /** After this the message makes no sense any more. */
  readonly latestAt: Instant;
  readonly status: 'planned' | 'missed';
  readonly reason?: Reason | undefined;
  /** What a yes to this row covers (`fingerprintOf`). */
  readonly fingerprint: string;
  /** The content's sequence that this row tells. */
  readonly sequence: number;
};

/** A ledger row (UI: Ausspielung): content × channel × purpose × occasion, with what became of it. */
export type Delivery = Omit<PlannedDelivery, 'status'> & {
  readonly id: string;
  readonly status: DeliveryStatus;
  /** The carrier's own wording, kept when the content changes, then marked stale. */
  readonly ownText?: string | undefined;
  readonly ownTextStale: boolean;
  /** When a notice about this row was accepted for a reachable person; silence counts from here. */
  readonly noticedAt?: Instant | undefined;
  /** When a person, or silence, decided about this version; a yes that outlasts a row's way back. */
  readonly decidedAt?: Instant | undefined;
  readonly editionId?: string | undefined;
  readonly sentAt?: Instant | undefined;
  readonly askUntil?: Instant | undefined;
  readonly url?: string | undefined;
};

/** What may change on a row that has not left; a property that is present and undefined clears the field. */
export type DeliveryChange = Partial<
  Pick<
    Delivery,
    | 'organiser'
    | 'carrier'
    | 'because'
    | 'alsoFulfils'
    | 'approval'
    | 'wantedAt'
    | 'dueAt'
    | 'latestAt'
    | 'fingerprint'
    | 'sequence'
    | 'reason'
    | 'ownText'
    | 'ownTextStale'
    | 'noticedAt'
    | 'decidedAt'
    | 'editionId'
    | 'askUntil'
    | 'sentAt'
    | 'url'
  >
>;

/** The unique key of a row. The clause is not part of it: a channel tells a thing once, whatever asks for it. */
export const deliveryKey = (content: string, channelSlug: string, purpose: Purpose, occasion: number): string =>
  [content, channelSlug, purpose, occasion].join(':');
