import type { ReceiptKind } from './receipt';
import type { Preferences } from './segment';
import type { SignupKind } from './signup';
import type { SuppressionReason } from './suppression';
import type { WithdrawalRoute } from './withdrawal';

type Text = string | undefined;

/** All that is kept about an address (Art. 15 GDPR); moments are ISO instants, what is not known is missing. */
export type PersonalData = {
  readonly address: string;
  readonly subscriptions: readonly {
    readonly newsletter: string;
    readonly organisation: string;
    readonly status: 'confirmed' | 'unsubscribed';
    readonly confirmedAt: Text;
    readonly unsubscribedAt: Text;
    readonly preferences: Preferences;
  }[];
  readonly consents: readonly (Readonly<Record<'newsletter' | 'organisation' | 'text' | 'form' | 'requestedAt', string>> &
    Readonly<Record<'mailedAt' | 'withdrawnAt' | 'source', Text>> & {
      readonly confirmedAt: string;
      readonly withdrawnBy: WithdrawalRoute | undefined;
    })[];
  readonly requests: readonly {
    readonly kind: SignupKind;
    readonly newsletters: readonly string[];
    readonly requestedAt: string;
    readonly expiresAt: string;
  }[];
  readonly editions: readonly { readonly newsletter: string; readonly at: string; readonly isCertain: boolean }[];
  /** What a provider told us of mails to them. */
  readonly receipts: readonly { readonly newsletter: string; readonly kind: ReceiptKind; readonly at: string }[];
  /** `newsletter` is missing where all are meant. */
  readonly suppressions: readonly {
    readonly newsletter: Text;
    readonly reason: SuppressionReason;
    readonly since: string;
  }[];
};
