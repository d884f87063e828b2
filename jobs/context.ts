import type { Payload } from 'payload';
import type { Instant } from '#domain/time';
import type { ChannelOf } from '#runtime/channels';
import { now } from '#runtime/clock';
import type { Env } from '#runtime/env';

/** What a job is given. `now` is the tick's moment: what is due at it is due. Acts are dated by the clock, as they happen. */
export type JobContext = {
  readonly payload: Payload;
  readonly now: Instant;
  readonly channel: ChannelOf;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** `Name <address>`, for mails to editors and newsletters without a sender of their own. */
  readonly mailFrom: string;
  readonly leaseSeconds: number;
  /** Names this process in claims. */
  readonly owner: string;
};

/** The context of one round of jobs, at the present moment of the clock. */
export const jobContext = (
  payload: Payload,
  env: Pick<Env, 'publicUrl' | 'mailFrom' | 'leaseSeconds'>,
  channel: ChannelOf,
  owner: string,
): JobContext => ({
  payload,
  channel,
  owner,
  now: now(),
  publicUrl: env.publicUrl,
  mailFrom: env.mailFrom,
  leaseSeconds: env.leaseSeconds,
});
