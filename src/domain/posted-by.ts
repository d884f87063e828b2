import { type DeliveryStatus, isUnsent } from './delivery';
import type { Stop } from './stop';

/** Who made the post of a row: we, with the account or the way that its channel has now or with another one, or a person; `unknown`: somebody only saw it there. */
export type PostedBy = 'us' | 'us-elsewhere' | 'person' | 'unknown';

/** True when we made the post of a row, may have, or will, as things stand; `postedBy`: of one that was sent. */
export const isOurPost = (status: DeliveryStatus, stop: Stop | undefined, postedBy: PostedBy | undefined): boolean => {
  if (status === 'sent') return postedBy !== 'person';
  return status === 'sending' || status === 'unconfirmed' || (isUnsent(status) && stop !== 'by-hand');
};
