import { endingAccess } from '#domain/access';
import { channelUrl } from '#domain/addresses';
import { accessKey, type Notice, subjectOf } from '#store/notices';
import type { Person } from '#store/people';
import type { Settings } from '#store/settings';
import { composeAccessNotice } from '#templates/access-notice';
import type { JobContext } from '../context';
import { type Composed, guarded, toPerson } from './compose';

/** The mail about an access that ends; undefined when it was renewed meanwhile, or a later mail says more. */
export const accessMail = async (
  ctx: JobContext,
  notice: Notice,
  person: Person,
  { channels }: Settings,
): Promise<Composed | undefined> => {
  const channel = channels.find(({ id }) => id === subjectOf(notice));
  const ending = channel && endingAccess(channel, ctx.now);
  if (!channel || !ending || accessKey(channel.id, ending, person.id) !== notice.key) return undefined;
  return guarded(async () => {
    const url = channelUrl(channel.id, ctx.publicUrl);
    const words = await composeAccessNotice({ channel: channel.name, ...ending, url, language: person.language });
    return toPerson(person, { from: ctx.mailFrom, ...words });
  });
};
