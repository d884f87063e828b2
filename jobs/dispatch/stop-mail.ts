import { channelUrl } from '#domain/addresses';
import { stopOn } from '#domain/stop';
import { type Notice, stopKey, subjectOf } from '#store/notices';
import type { Person } from '#store/people';
import { type Settings, stoppedIn } from '#store/settings';
import { composeStopNotice } from '#templates/stop-notice';
import type { JobContext } from '../context';
import { type Composed, guarded, toPerson } from './compose';

/** The mail about a channel that stopped by itself; undefined when it goes on meanwhile, or stopped again since. */
export const stopMail = async (
  ctx: JobContext,
  notice: Notice,
  person: Person,
  settings: Settings,
): Promise<Composed | undefined> => {
  const channel = settings.channels.find(({ id }) => id === subjectOf(notice));
  if (!channel?.active || !channel.trouble || !channel.pausedAt) return undefined;
  if (stopKey(channel.id, channel.pausedAt, person.id) !== notice.key) return undefined;
  const { trouble } = channel;
  return guarded(async () => {
    const url = channelUrl(channel.id, ctx.publicUrl);
    const isByHand = stopOn(channel.id, stoppedIn(settings)) === 'by-hand';
    const words = await composeStopNotice({ channel: { ...channel, trouble }, isByHand, url, language: person.language });
    return toPerson(person, { from: ctx.mailFrom, ...words });
  });
};
