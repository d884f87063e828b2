import type { Payload } from 'payload';
import type { SignIns } from '#runtime/sign-ins';

/** What the public part of the web site is made of; no Next in it, so that it can be tried without a build. */
export type SiteContext = {
  readonly payload: Payload;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** How long a rendered feed or list of contents is served before we look for changes, in seconds. */
  readonly keptSeconds: number;
  /** How many proxies in front of us are ours: the address they name is the reader's. None unless said. */
  readonly proxyHops?: number;
  /** How long a provider that tells us something waits for its answer. */
  readonly hookSeconds?: number;
  /** Where the people of a channel may sign in at its network. */
  readonly signIns?: SignIns;
  /** Under `npm run dev`. */
  readonly isDevelopment?: boolean;
  /** Whether the ticks of this process still run; absent where it runs none. */
  readonly isTicking?: (() => boolean) | undefined;
};
