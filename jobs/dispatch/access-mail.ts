import { daysLeft } from '#domain/access';
import { channelUrl } from '#domain/addresses';
import { toIso } from '#domain/time';
import { type Notice, occasionOf, subjectOf } from '#store/notices';
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
  const until = channel?.accessUntil;
  const days = daysLeft(until, ctx.now);
  if (!channel?.active || !until || days === undefined || occasionOf(notice) !== `${toIso(until)}-${days}`) return undefined;
  return guarded(async () => {
    const url = channelUrl(channel.id, ctx.publicUrl);
    const words = await composeAccessNotice({ channel: channel.name, until, days, url, language: person.language });
    return toPerson(person, { from: ctx.mailFrom, ...words });
  });
};
