import { isBusy } from '#runtime/database';
import { fileTrouble } from '#runtime/database-file';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { run as applyReceipts } from './apply-receipts';
import { run as assembleEditions } from './assemble-editions';
import type { JobContext } from './context';
import { run as dispatchMessages } from './dispatch-messages';
import { run as emptyTrash } from './empty-trash';
import { run as forgetConnections } from './forget-connections';
import { run as forgetMails } from './forget-mails';
import { run as forgetReaders } from './forget-readers';
import { run as forgetSignups } from './forget-signups';
import { run as lapseHandovers } from './lapse-handovers';
import { run as planDeliveries } from './plan-deliveries';
import { run as publishScheduled } from './publish-scheduled';
import { run as raiseNotices } from './raise-notices';
import { run as recoverClaims } from './recover-claims';
import { run as settleApprovals } from './settle-approvals';

/** All jobs in the order of one event's way: what each leaves behind the next one finds in the same round. */
export const JOBS = [
  ['publish-scheduled', publishScheduled],
  ['recover-claims', recoverClaims],
  ['apply-receipts', applyReceipts],
  ['plan-deliveries', planDeliveries],
  ['settle-approvals', settleApprovals],
  ['raise-notices', raiseNotices],
  ['assemble-editions', assembleEditions],
  ['dispatch-messages', dispatchMessages],
  ['lapse-handovers', lapseHandovers],
  ['empty-trash', emptyTrash],
  ['forget-signups', forgetSignups],
  ['forget-readers', forgetReaders],
  ['forget-mails', forgetMails],
  ['forget-connections', forgetConnections],
] as const satisfies readonly (readonly [string, (ctx: JobContext) => Promise<number>])[];

export type JobName = (typeof JOBS)[number][0];

/** How much each job of a round did; a job that failed is missing. */
export type Round = Readonly<Partial<Record<JobName, number>>>;

/**
 * Runs every job once, in order. A job that fails is logged and the others go on; when the database is locked (SQLITE_BUSY)
 * nothing more is written and the error is thrown: the caller reconnects or exits. While the database file is gone none is run.
 */
export const runJobs = async (ctx: JobContext): Promise<Round> => {
  const round: Partial<Record<JobName, number>> = {};
  for (const [name, run] of JOBS) {
    if (fileTrouble(ctx.payload)) break;
    try {
      round[name] = await run(ctx);
    } catch (error) {
      if (isBusy(error)) throw error;
      log('job.failed', { job: name, ...describeError(error) }, 'error');
    }
  }
  return round;
};
