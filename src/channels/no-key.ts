import type { CheckOutcome, Renewal } from '#domain/connection';
import { ACCOUNT_REFUSED, type SendOutcome } from '#domain/dispatch';

/** What a channel answers that has nothing to sign in with, to every question of its port: nothing leaves, and nobody is asked. */
export const NO_KEY = {
  send: { kind: 'rejected', code: ACCOUNT_REFUSED, detail: 'no-key' },
  find: { kind: 'unconfirmed', detail: 'no-key' },
  check: { kind: 'refused', trouble: ACCOUNT_REFUSED, detail: 'no-key' },
  renew: { kind: 'unknown', detail: 'no-key' },
} as const satisfies {
  readonly send: SendOutcome;
  readonly find: SendOutcome;
  readonly check: CheckOutcome;
  readonly renew: Renewal;
};
