import { loadStaff } from '#store/people';
import type { JobContext } from './context';
import { accessesThatEnd } from './notices/access';
import { raiseDigests } from './notices/digests';
import { editionsToEdit } from './notices/editions';
import { factsAboutRows } from './notices/facts';
import { failedPublications } from './notices/publications';
import { raise } from './notices/raise';
import { askForApproval } from './notices/requests';
import { channelsThatStopped } from './notices/stops';
import { versionsThatEnd } from './notices/versions';

/**
 * Raises what people must be told: requests for approval, refusals, failures, texts that wait to be posted by hand, contents that
 * could not be published as planned, editions to look at, channels that stopped, accounts whose access ends, an interface that ends, the
 * overview in the morning. Once per thing, occasion and person, however often it runs. Gives the number raised.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const staff = await loadStaff(ctx.payload);
  const asked = await askForApproval(ctx, staff);
  const news = await raise(ctx.payload, [
    ...(await factsAboutRows(ctx, staff)),
    ...(await failedPublications(ctx, staff)),
    ...(await editionsToEdit(ctx, staff)),
    ...(await channelsThatStopped(ctx, staff)),
    ...(await accessesThatEnd(ctx, staff)),
    ...(await versionsThatEnd(ctx, staff)),
  ]);
  return asked + news + (await raiseDigests(ctx));
};
