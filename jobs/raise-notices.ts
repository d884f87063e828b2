import { loadStaff } from '#store/people';
import type { JobContext } from './context';
import { factsAboutRows } from './notices/facts';
import { failedPublications } from './notices/publications';
import { raise } from './notices/raise';
import { askForApproval } from './notices/requests';

/**
 * Raises what people must be told: requests for approval, refusals, failures, texts that wait to be posted by hand, contents that
 * could not be published as planned. Once per thing, occasion and person, however often it runs. Gives the number raised.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const staff = await loadStaff(ctx.payload);
  const asked = await askForApproval(ctx, staff);
  return asked + (await raise(ctx.payload, [...(await factsAboutRows(ctx, staff)), ...(await failedPublications(ctx, staff))]));
};
