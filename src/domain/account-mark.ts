import type { ChannelVia } from './channel';
import { hashText } from './content';

/** What one account is told from another by; `secret`: as it is kept, sealed. */
export type Marked = {
  readonly via: ChannelVia;
  readonly server?: string | null | undefined;
  readonly handle?: string | null | undefined;
  readonly page?: string | null | undefined;
  /** Its network named the page or account when its people signed in there. */
  readonly isConnected: boolean;
  readonly secret?: string | undefined;
};

/** False where a post was made with another account, or by another way, than its channel has now: there it is not. */
export const isOfAccount = (post: string | undefined, channel: string | undefined): boolean =>
  post === undefined || post === channel;

/**
 * By what an attempt remembers its account, without naming it: the name the network knows it by, which outlasts every renewal, else the
 * secret that was entered.
 */
export const accountMark = ({ via, server, handle, page, isConnected, secret }: Marked): string => {
  const isNamed = via === 'linkedin' || isConnected;
  const name = (via === 'bluesky' && handle) || (isNamed && page) || secret;
  return hashText(JSON.stringify([via, server || '', name ?? '']));
};
