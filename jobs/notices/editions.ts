import { sendsEditions } from '#domain/channel';
import { closesAt, newsletterOf } from '#domain/newsletter';
import { isBefore } from '#domain/time';
import { rowsOfEdition } from '#store/deliveries';
import { editionsIn } from '#store/editions';
import { editionKey, type NoticeOpening } from '#store/notices';
import type { Staff } from '#store/people';
import { loadSettings } from '#store/settings';
import type { JobContext } from '../context';

/**
 * Editions that were closed for editing, told to the editors of their newsletter, or to those above where none of them can be
 * reached; an edition with nothing in it is nothing to look at.
 */
export const editionsToEdit = async ({ payload, now }: JobContext, staff: Staff): Promise<readonly NoticeOpening[]> => {
  const open = await editionsIn(payload, ['open']);
  if (open.length === 0) return [];
  const { channels } = await loadSettings(payload, now);
  const openings: NoticeOpening[] = [];
  for (const { id, channelId, slotAt } of open) {
    const channel = channels.find((one) => one.id === channelId);
    if (!sendsEditions(channel)) continue;
    const newsletter = newsletterOf(channel);
    if (newsletter.leadHours === 0 || isBefore(now, closesAt(newsletter, slotAt))) continue;
    if ((await rowsOfEdition(payload, id)).length === 0) continue;
    const editors = staff.editorsOf(channel.carrier, 'edition-ready');
    for (const { id: userId } of editors.length > 0 ? editors : staff.above('edition-ready'))
      openings.push({
        ...{ kind: 'edition-ready', userId, organisation: channel.carrier },
        key: editionKey('edition-ready', id, '', userId),
      });
  }
  return openings;
};
