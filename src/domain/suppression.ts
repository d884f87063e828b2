import type { ChannelId } from './channel';
import { type Instant, isBefore } from './time';

/**
 * Why an address is not written to: its person had everything deleted, has left or objected, its mailbox does not exist or was out of
 * reach time and again (`hard-bounce`), or its person called a newsletter unwanted to their mail provider. `unanswered` counts the mails
 * that asked for a click and got none; it holds against more of them alone.
 */
export type SuppressionReason = 'erased' | 'objection' | 'hard-bounce' | 'complaint' | 'unanswered';
export const SUPPRESSION_REASONS = [
  'erased',
  'objection',
  'hard-bounce',
  'complaint',
  'unanswered',
] as const satisfies readonly SuppressionReason[];

/** One newsletter, or all of them. */
export type SuppressionScope = ChannelId | typeof EVERYWHERE;
export const EVERYWHERE = 'everywhere';

/** How far a reason goes: who leaves, leaves one newsletter; the other reasons hold whoever writes. */
export const scopeOf = (reason: SuppressionReason, channel: ChannelId): SuppressionScope =>
  reason === 'objection' ? channel : EVERYWHERE;

/** What stands for an address in a scope: another text in each, of no use without our key. */
export type HashAddress = (address: string, scope: SuppressionScope) => string;

/** Under what an address may be suppressed for a newsletter. */
export const hashesOf = (address: string, channel: ChannelId, hash: HashAddress): readonly string[] => [
  hash(address, channel),
  hash(address, EVERYWHERE),
];

/** True when the person said yes after it: only they can, by the click in a mail that reached them. */
export const isLifted = (suppressedAt: Instant, confirmedAt: Instant | undefined): boolean =>
  confirmedAt !== undefined && isBefore(suppressedAt, confirmedAt);
