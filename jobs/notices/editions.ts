import { type ChannelSettings, sendsEditions } from '#domain/channel';
import { closesAt, newsletterOf } from '#domain/newsletter';
import { type Instant, isBefore } from '#domain/time';
import { rowsOfEdition } from '#store/deliveries';
import { type Edition, editionsIn } from '#store/editions';
import { editionKey, type NoticeOpening } from '#store/notices';
import type { Staff } from '#store/people';
import { loadSettings } from '#store/settings';
import type { JobContext } from '../context';

/**
 * Editions that were closed for editing, and those that do not leave as they are, told to the editors of their newsletter, or to
 * those above where none of them can be reached; an edition with nothing in it is nothing to look at.
 */
export const editionsToEdit = async ({ payload, now }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const inHand = await editionsIn(payload, ['open', 'closed']);
  if (inHand.length === 0) return [];
  const { channels } = await loadSettings(payload, now);
  const openings: NoticeOpening[] = [];
  for (const edition of inHand) {
    const channel = channels.find(({ id }) => id === edition.channelId);
    if (!sendsEditions(channel) || !isToEdit(edition, channel, now)) continue;
    if ((await rowsOfEdition(payload, edition.id)).length === 0) continue;
    for (const { id: userId } of staff.answering(channel.carrier, 'edition-ready'))
      openings.push({
        ...{ kind: 'edition-ready', userId, organisation: channel.carrier },
        key: editionKey('edition-ready', edition.id, edition.waitsFor ?? '', userId),
      });
  }
  return openings;
};

const isToEdit = (edition: Edition, channel: ChannelSettings, now: Instant): boolean => {
  if (edition.waitsFor) return edition.recipients === undefined;
  const newsletter = newsletterOf(channel);
  return edition.status === 'open' && newsletter.leadHours > 0 && !isBefore(now, closesAt(newsletter, edition.slotAt));
};
