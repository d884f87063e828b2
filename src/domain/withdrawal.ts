/**
 * By which way a consent ended: the link of a mail, the mail provider (its button, or a complaint), the page of choices, a deletion, or
 * because the address could not be written to any more.
 */
export const WITHDRAWAL_ROUTES = ['link', 'mail-provider', 'preferences', 'erasure', 'suppression'] as const;
export type WithdrawalRoute = (typeof WITHDRAWAL_ROUTES)[number];
