import type { Endpoint, PayloadRequest } from 'payload';
import { mayRemove } from '#domain/decision';
import { REFUSED } from '#i18n/decisions';
import { REMOVAL } from '#i18n/removal';
import { now } from '#runtime/clock';
import { loadDelivery } from '#store/deliveries';
import { askRemoval, findPosted } from '#store/removals';
import { loadSettings } from '#store/settings';
import { viewerOf } from './access';
import { type Answer, respond } from './decision-answers';

/** `POST /api/deliveries/:id/remove`: has the post of a row that was sent taken away at its network; answers as the decisions do. */
export const deliveryRemoval: Omit<Endpoint, 'root'> = {
  path: '/:id/remove',
  method: 'post',
  handler: async (req) => respond(req, await answer(req)),
};

const answer = async (req: PayloadRequest): Promise<Answer> => {
  const viewer = viewerOf(req.user);
  if (!viewer) return { status: 401, words: REFUSED.login };
  const row = await loadDelivery(req.payload, String(req.routeParams?.id ?? ''));
  if (!row) return { status: 404, words: REFUSED.missing };
  const at = now();
  const channel = (await loadSettings(req.payload, at)).channels.find(({ id }) => id === row.channelId);
  if (!mayRemove(viewer, row, channel)) return { status: 403, words: REMOVAL.forbidden };
  if (!(await findPosted(req.payload, row.id))) return { status: 409, words: REMOVAL.byHand };
  const isAsked = await askRemoval(req.payload, row.id, row.channelId, at);
  return isAsked ? { status: 200, words: REMOVAL.done } : { status: 409, words: REMOVAL.already };
};
