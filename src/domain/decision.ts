import { type ChannelSettings, REMOVING_VIAS } from './channel';
import type { Delivery, DeliveryStatus } from './delivery';
import type { OrganisationId } from './organisation';
import { isAbove, type Role } from './role';

/** What a person may decide about a ledger row by a button beside it. */
export const DECISIONS = ['approve', 'reword', 'decline', 'confirm', 'resolve', 'retry', 'withdraw'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The same, and what is decided where a block is copied: that it was taken over. */
export type AnyDecision = Decision | 'take-over';

/** From which status each decision can be taken; every one follows an arrow of `ARROWS`, or leaves the row where it is. A yes may come before it is asked for. */
export const DECIDED_FROM: Readonly<Record<AnyDecision, readonly DeliveryStatus[]>> = {
  approve: ['planned', 'awaiting-approval'],
  reword: ['planned', 'ready', 'failed'],
  decline: ['planned', 'awaiting-approval', 'ready', 'handed-over'],
  confirm: ['handed-over'],
  resolve: ['unconfirmed'],
  retry: ['failed'],
  withdraw: ['planned', 'awaiting-approval', 'ready', 'failed'],
  'take-over': ['ready'],
};

/** How somebody who may decide at all stands to a row: above the bodies, editor of the carrier, editor of an organiser. */
export type Standing = { readonly above: boolean; readonly carrier: boolean; readonly organiser: boolean };

/** True when this person may take the decision about some row: the carrier's people all, the organiser's may withdraw. */
export const mayDecide = (decision: AnyDecision, { above, carrier, organiser }: Standing): boolean =>
  above || carrier || (decision === 'withdraw' && organiser);

/**
 * The decisions this person can take about a row now, in the order of the buttons. Nobody approves what asks nobody, but the carrier's
 * people may word it, as they may what they said yes to and what failed; they decline, which gives a reason, and withdraw only where they cannot.
 */
export const openDecisions = (
  row: Pick<Delivery, 'status' | 'approval' | 'editionId'>,
  standing: Standing,
): readonly Decision[] => {
  const canDecline = DECIDED_FROM.decline.includes(row.status);
  return DECISIONS.filter((decision) => DECIDED_FROM[decision].includes(row.status) && mayDecide(decision, standing))
    .filter((decision) => decision !== 'approve' || row.approval.kind !== 'automatic')
    .filter((decision) => decision !== 'reword' || mayBeReworded(row))
    .filter((decision) => decision !== 'withdraw' || standing.above || standing.organiser || !canDecline);
};

/** What asks for a yes is worded with it. The entries of an edition are worded there: its release covers them. */
const mayBeReworded = ({ status, approval, editionId }: Pick<Delivery, 'status' | 'approval' | 'editionId'>): boolean =>
  editionId === undefined && (approval.kind === 'automatic' || status === 'ready' || status === 'failed');

/** True when this person may have the post of a row taken away: it was sent by a way that takes posts away. */
export const mayRemove = (
  viewer: Decider,
  row: Pick<Delivery, 'status' | 'carrier' | 'organiser'>,
  channel: Pick<ChannelSettings, 'via'> | undefined,
): boolean => {
  const { above, carrier } = standingOf(viewer, row);
  return row.status === 'sent' && (above || carrier) && channel !== undefined && REMOVING_VIAS.includes(channel.via);
};

/** True when this person may say that what the post of a row told wrongly is seen to. */
export const maySeeTo = (viewer: Decider, row: Pick<Delivery, 'carrier' | 'organiser'>): boolean => {
  const { above, carrier } = standingOf(viewer, row);
  return above || carrier;
};

/** Somebody who is logged in, as far as deciding goes. */
export type Decider = {
  readonly role: Role;
  readonly organisation?: OrganisationId | undefined;
};

/** How somebody stands to a row; authors decide nothing. */
export const standingOf = (
  { role, organisation }: Decider,
  row: { readonly carrier: OrganisationId; readonly organiser: OrganisationId },
): Standing => {
  const isEditor = role === 'editor' && organisation !== undefined;
  return {
    above: isAbove({ role }),
    carrier: isEditor && organisation === row.carrier,
    organiser: isEditor && organisation === row.organiser,
  };
};
