import type { Renewal, SignInBeginning, SignInOutcome } from '#domain/connection';

/** Where the network sends the person back to, with which sign that it is the same one. */
export type Return = { readonly redirectUri: string; readonly state: string };

/**
 * The side of a network where a person gives a channel leave to post. `memo` is kept sealed between the two steps: a verifier, or
 * the application that was registered at a server. Neither throws for what the network does.
 */
export type SignIn = {
  /** `server`: where the account is, on networks of many servers. */
  readonly begin: (back: Return, server?: string) => Promise<SignInBeginning>;
  /** Turns what the person came back with into an access, and asks as whom it may post. */
  readonly finish: (answer: SignInAnswer) => Promise<SignInOutcome>;
};

/** What a sign-in comes to that brought no access: a code is good once, so that nobody asks with it again. */
export const withoutAccess = ({ kind, detail }: Exclude<Renewal, { kind: 'renewed' }>): SignInOutcome => ({
  kind: kind === 'unknown' ? 'unknown' : 'refused',
  detail,
});

/** What is at hand when somebody comes back. */
export type SignInAnswer = {
  readonly code: string;
  readonly redirectUri: string;
  readonly memo?: string | undefined;
  readonly server?: string | undefined;
};
