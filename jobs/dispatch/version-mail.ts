import { channelsUrl } from '#domain/addresses';
import { endingVersion } from '#domain/interface-version';
import { type Notice, versionKey } from '#store/notices';
import type { Person } from '#store/people';
import type { Settings } from '#store/settings';
import { composeVersionNotice } from '#templates/version-notice';
import type { JobContext } from '../context';
import { type Composed, guarded, toPerson } from './compose';

/** The mail about a version of LinkedIn's interface that ends; undefined when there is a newer one meanwhile, or a later mail says more. */
export const versionMail = async (
  ctx: JobContext,
  notice: Notice,
  person: Person,
  { channels }: Settings,
): Promise<Composed | undefined> => {
  const ending = endingVersion('linkedin', ctx.channel('linkedin').interfaceUntil, channels, ctx.now);
  if (!ending || versionKey('linkedin', ending, person.id) !== notice.key) return undefined;
  return guarded(async () => {
    const words = await composeVersionNotice({ ...ending, url: channelsUrl(ctx.publicUrl), language: person.language });
    return toPerson(person, { from: ctx.mailFrom, ...words });
  });
};
