import {
  type Agreement,
  asksChannel,
  coversContent,
  type Organisations,
  type PromotionClause,
  promotionClauses,
} from './agreement';
import type { ChannelId, ChannelSettings } from './channel';
import { type Content, fingerprintOf, ownersOf } from './content';
import {
  type Delivery,
  type DeliveryChange,
  type DeliveryStatus,
  isUnsent,
  mayReturn,
  type PlannedDelivery,
  type Reason,
} from './delivery';
import { type Ground, ownGround, promotionGround } from './ground';
import { isCrowded, rowsOnChannel } from './ladder';
import { timetableOf } from './schedule';
import { earliest, type Instant, isBefore } from './time';

/** How many other contents a channel already carries by a clause (`code`) in an ISO week (`2027-W02`); caps count them. */
export type WeeklyLoad = (channelId: ChannelId, code: string, week: string) => number;

export type PlanInput = {
  readonly content: Content;
  /** All ledger rows of this content, whatever their status. */
  readonly existing: readonly Delivery[];
  readonly organisations: Organisations;
  readonly channels: readonly ChannelSettings[];
  readonly agreement: Agreement | undefined;
  readonly load: WeeklyLoad;
  /** Nothing leaves earlier than so many minutes after the last change that took effect. */
  readonly coolOffMinutes: number;
  readonly now: Instant;
};

/** One thing to do to the ledger. Every step names the row as it was read, so that it can be a compare-and-set. */
export type PlanStep =
  | { readonly kind: 'add'; readonly row: PlannedDelivery }
  | { readonly kind: 'change'; readonly delivery: Delivery; readonly to: DeliveryStatus; readonly set: DeliveryChange }
  | { readonly kind: 'withdraw'; readonly delivery: Delivery; readonly reason: Reason };

/**
 * What must be done so that the ledger says of this content what agreement, channels and the content itself ask for now.
 * Pure and idempotent: applied to its own result it returns nothing. Rows that left are never touched.
 */
export const planDeliveries = (input: PlanInput): readonly PlanStep[] => {
  const wanted = wantedRows(input);
  const byKey = new Map(input.existing.map((row) => [row.key, row]));
  const kept = new Set(wanted.map((row) => row.key));
  const steps: PlanStep[] = [];
  for (const row of input.existing)
    if (!kept.has(row.key) && isUnsent(row.status))
      steps.push({ kind: 'withdraw', delivery: row, reason: whyNot(row, input, wanted) });
  for (const row of wanted) {
    const delivery = byKey.get(row.key);
    if (!delivery) steps.push({ kind: 'add', row });
    else steps.push(...reconcile(delivery, row));
  }
  return steps;
};

/**
 * True when a row in hand still may be told: its content says what the row says, and planning, which touches no row in hand, would
 * ask for it now. A change that changes nothing of what is told does not count.
 */
export const isStillAsked = (row: Delivery, facts: Omit<PlanInput, 'load' | 'coolOffMinutes'>): boolean => {
  const { content, existing, channels, now } = facts;
  const rows = existing.map((other): Delivery => (other.key === row.key ? { ...row, status: 'ready' } : other));
  const all = wantedRows({
    ...facts,
    content: { ...content, changedAt: earliest(content.changedAt, row.wantedAt) },
    existing: rows,
    channels: channels.filter(({ id }) => id === row.channelId),
    load: () => 0,
    coolOffMinutes: 0,
  });
  const wanted = all.find(({ key }) => key === row.key);
  const others = all.filter(({ key }) => key !== row.key);
  return (
    wanted?.status === 'planned' &&
    !isCrowded(row, others, { existing: rows.filter(({ channelId }) => channelId === row.channelId), now }) &&
    wanted.fingerprint === row.fingerprint &&
    isBefore(now, row.latestAt) &&
    !isBefore(now, wanted.wantedAt)
  );
};

/** The rows that should exist on all channels, in the order of the channels. */
const wantedRows = (input: PlanInput): readonly PlannedDelivery[] => {
  const { content, organisations, channels, agreement, existing, load, now } = input;
  if (!content.live) return [];
  const clauses = promotionClauses(agreement, now).filter((clause) => coversContent(clause, content, organisations));
  const timetable = timetableOf(content, input.coolOffMinutes);
  const fingerprint = fingerprintOf(content);
  return channels
    .filter((channel) => channel.active)
    .flatMap((channel) => {
      const rows = existing.filter((row) => row.channelId === channel.id);
      const grounds = groundsOn(channel, content, clauses, agreement?.id ?? '', organisations);
      if (grounds.length === 0 && rows.length === 0) return [];
      return rowsOnChannel({ content, timetable, fingerprint, channel, grounds, existing: rows, load, now });
    });
};

const groundsOn = (
  channel: ChannelSettings,
  content: Content,
  clauses: readonly PromotionClause[],
  agreementId: string,
  organisations: Organisations,
): readonly Ground[] => {
  if (content.visibility !== 'public') return [];
  if (ownersOf(content).includes(channel.carrier))
    return channel.ownContent && channel.kind !== 'feed' ? [ownGround(content, channel)] : [];
  if (content.doNotPromote) return [];
  return clauses
    .filter((clause) => asksChannel(clause, channel, organisations))
    .map((clause) => promotionGround(clause, agreementId, channel));
};

const whyNot = (row: Delivery, { content, existing, channels, now }: PlanInput, wanted: readonly PlannedDelivery[]): Reason => {
  if (!content.live || content.visibility !== 'public') return 'content-withdrawn';
  if (!channels.some((channel) => channel.id === row.channelId && channel.active)) return 'channel-inactive';
  if (row.occasion > 0 && row.occasion < content.sequence) return 'superseded';
  if (content.kind === 'event' && content.event.status === 'cancelled') return 'event-cancelled';
  if (content.kind === 'event' && content.event.status === 'postponed') return 'event-postponed';
  if (content.kind === 'event' && content.event.soldOut) return 'sold-out';
  const beside = existing.filter((other) => other.channelId === row.channelId);
  const announced = beside.find((other) => other.purpose === 'announce');
  if (announced?.status === 'declined') return 'announcement-declined';
  const ahead = wanted.filter((other) => other.channelId === row.channelId);
  if (isCrowded(row, ahead, { existing: beside, now })) return 'superseded';
  const isStillCarried = ahead.some((other) => other.purpose === 'announce');
  return isStillCarried ? 'date-changed' : 'no-longer-agreed';
};

/** What an existing row needs to become the wanted one; nothing for rows that left or that a person decided on. */
const reconcile = (delivery: Delivery, row: PlannedDelivery): readonly PlanStep[] => {
  if (isUnsent(delivery.status)) return bringUpToDate(delivery, row);
  if (!mayReturn(delivery, row) || row.status === 'missed') return [];
  return [
    {
      kind: 'change',
      delivery,
      to: 'planned',
      set: { ...factsOf(row), ...FORGET, ...yesAfter(delivery, row), ...flagOwnText(delivery, row), reason: undefined },
    },
  ];
};

const bringUpToDate = (delivery: Delivery, row: PlannedDelivery): readonly PlanStep[] => {
  if (row.status === 'missed')
    return [{ kind: 'change', delivery, to: 'missed', set: { ...factsOf(row), reason: row.reason, editionId: undefined } }];
  const isOtherRule = hasOtherRule(delivery, row);
  const isOther = isOtherYes(delivery, row);
  const asksAgain = delivery.status !== 'planned' && (isOtherRule || (isOther && row.approval.kind !== 'automatic'));
  if (!isOther && !isOtherRule && sameFacts(delivery, row)) return [];
  const set: DeliveryChange = {
    ...factsOf(row),
    ...(asksAgain ? FORGET : {}),
    ...yesAfter(delivery, row),
    ...flagOwnText(delivery, row),
    ...(delivery.dueAt.equals(row.dueAt) ? {} : { editionId: undefined }),
  };
  return [{ kind: 'change', delivery, to: asksAgain ? 'planned' : delivery.status, set }];
};

/** Who was told, and the edition it was meant for, belong to the version that is gone. */
const FORGET = { noticedAt: undefined, editionId: undefined } as const satisfies DeliveryChange;

/** What a yes, and a carrier's own wording, holds for: one version, in one name. */
const isOtherYes = (delivery: Delivery, row: PlannedDelivery): boolean =>
  delivery.fingerprint !== row.fingerprint || delivery.carrier !== row.carrier;

const hasOtherRule = (delivery: Delivery, row: PlannedDelivery): boolean =>
  JSON.stringify(delivery.approval) !== JSON.stringify(row.approval);

/** A yes to something else is none; one to the same version is not asked for twice. */
const yesAfter = (delivery: Delivery, row: PlannedDelivery): DeliveryChange =>
  delivery.decidedAt && (isOtherYes(delivery, row) || hasOtherRule(delivery, row)) ? { decidedAt: undefined } : {};

const flagOwnText = (delivery: Delivery, row: PlannedDelivery): DeliveryChange =>
  delivery.ownText && isOtherYes(delivery, row) ? { ownTextStale: true } : {};

const factsOf = (row: PlannedDelivery): DeliveryChange => ({
  organiser: row.organiser,
  carrier: row.carrier,
  because: row.because,
  alsoFulfils: row.alsoFulfils,
  approval: row.approval,
  wantedAt: row.wantedAt,
  dueAt: row.dueAt,
  latestAt: row.latestAt,
  fingerprint: row.fingerprint,
  sequence: row.sequence,
});

const sameFacts = (a: Delivery, b: PlannedDelivery): boolean =>
  a.organiser === b.organiser &&
  a.wantedAt.equals(b.wantedAt) &&
  a.dueAt.equals(b.dueAt) &&
  a.latestAt.equals(b.latestAt) &&
  a.sequence === b.sequence &&
  a.alsoFulfils.join() === b.alsoFulfils.join() &&
  JSON.stringify(a.because) === JSON.stringify(b.because);
