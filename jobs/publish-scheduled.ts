import { toIso } from '#domain/time';
import { log } from '#runtime/log';
import { freeStuckPublications, isPublicationDue } from '#store/scheduled';
import { claimTick } from '#store/tick-claims';
import type { JobContext } from './context';

/** A publication begun so long ago and not ended was cut off. */
const STUCK_MINUTES = 10;

/** Publications done in one go. */
const LIMIT = 100;

/**
 * Lets Payload do the publishing that editors scheduled. Its queue may run a job twice with two runners, so only the process that
 * claims the minute runs it. Gives 1 when it ran.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const stuck = await freeStuckPublications(ctx.payload, ctx.now.subtract({ minutes: STUCK_MINUTES }));
  if (stuck > 0) log('publication.freed', { count: stuck }, 'warn');
  if (!(await isPublicationDue(ctx.payload, ctx.now))) return 0;
  if (!(await claimTick(ctx.payload, `publish-scheduled/${toIso(ctx.now).slice(0, 16)}`))) return 0;
  const { jobStatus = {} } = await ctx.payload.jobs.run({ queue: 'default', limit: LIMIT, silent: true });
  for (const [publication, { status }] of Object.entries(jobStatus))
    if (status !== 'success') log('publication.failed', { publication, status }, 'warn');
  log('publication.ran');
  return 1;
};
