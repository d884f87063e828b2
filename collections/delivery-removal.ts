import type { Endpoint, PayloadRequest } from 'payload';
import { mayRemove } from '#domain/decision';
import { REMOVAL } from '#i18n/removal';
import { now } from '#runtime/clock';
import { askRemoval, findPostedBy } from '#store/removals';
import { loadSettings } from '#store/settings';
import { type Answer, aboutRow, respond } from './decision-answers';

/** `POST /api/deliveries/:id/remove`: has the post of a row that was sent taken away at its network; answers as the decisions do. */
export const deliveryRemoval: Omit<Endpoint, 'root'> = {
  path: '/:id/remove',
  method: 'post',
  handler: async (req) => respond(req, await answer(req)),
};

const answer = (req: PayloadRequest): Promise<Answer> =>
  aboutRow(req, async (viewer, row) => {
    const at = now();
    const channel = (await loadSettings(req.payload, at)).channels.find(({ id }) => id === row.channelId);
    if (!mayRemove(viewer, row, channel)) return { status: 403, words: REMOVAL.forbidden };
    const postedBy = await findPostedBy(req.payload, row);
    if (postedBy !== 'us') return { status: 409, words: postedBy === 'us-elsewhere' ? REMOVAL.elsewhere : REMOVAL.byHand };
    const isAsked = await askRemoval(req.payload, row.id, row.channelId, at);
    return isAsked ? { status: 200, words: REMOVAL.done } : { status: 409, words: REMOVAL.already };
  });
