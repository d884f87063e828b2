import type { Delivery } from './delivery';
import { type Instant, isBefore } from './time';

/** What was decided about a row last, as far as the row itself tells: `again` is any yes after a first try. */
export type Decided = 'approved' | 'reworded' | 'again' | 'declined' | 'withdrawn' | 'confirmed';

/** Reads it from how the row stands; undefined where nothing was decided. `firstTry`: when it was first transmitted, if ever. */
export const decidedAs = (row: Row, firstTry: Instant | undefined): Decided | undefined => {
  const { status, reason, approval, sentAt, decidedAt } = row;
  if (!decidedAt) return undefined;
  if (status === 'declined') return 'declined';
  if (reason === 'withdrawn-by-person') return 'withdrawn';
  // A yes comes before the message leaves; only a person who saw it out speaks later.
  if (status === 'sent' && sentAt && !isBefore(decidedAt, sentAt)) return 'confirmed';
  if (firstTry && isBefore(firstTry, decidedAt)) return 'again';
  return approval.kind === 'automatic' ? 'reworded' : 'approved';
};

type Row = Pick<Delivery, 'status' | 'reason' | 'approval' | 'sentAt' | 'decidedAt'>;
