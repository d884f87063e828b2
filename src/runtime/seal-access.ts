import { ACCESS_DAYS } from '#domain/access';
import type { ChannelVia } from '#domain/channel';
import type { Access, SealedAccess } from '#domain/connection';
import type { Instant } from '#domain/time';
import { sealSecret } from './secrets';

/** An access as it is kept for its owner, with the moments at which it ends; networks say so in seconds, or in their documentation. */
export const sealAccess = ({ token, seconds, refresh }: Access, via: ChannelVia, owner: string, at: Instant): SealedAccess => {
  const days = ACCESS_DAYS[via];
  const lasts = seconds ?? (days && days * 86_400);
  return {
    token: sealSecret(token, owner),
    until: lasts ? at.add({ seconds: lasts }) : undefined,
    refresh: refresh && {
      token: sealSecret(refresh.token, owner),
      until: refresh.seconds ? at.add({ seconds: refresh.seconds }) : undefined,
    },
  };
};
