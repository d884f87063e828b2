import type { Endpoint, PayloadRequest } from 'payload';
import { maySeeTo } from '#domain/decision';
import { AMENDMENT } from '#i18n/amendment';
import { REFUSED } from '#i18n/decisions';
import { seenTo } from '#store/amendments';
import { loadDelivery } from '#store/deliveries';
import { viewerOf } from './access';
import { type Answer, respond } from './decision-answers';

/** `POST /api/deliveries/:id/seen-to`: a person has put a row's post right, or leaves it as it is; answers as the decisions do. */
export const deliveryAmendment: Omit<Endpoint, 'root'> = {
  path: '/:id/seen-to',
  method: 'post',
  handler: async (req) => respond(req, await answer(req)),
};

const answer = async (req: PayloadRequest): Promise<Answer> => {
  const viewer = viewerOf(req.user);
  if (!viewer) return { status: 401, words: REFUSED.login };
  const row = await loadDelivery(req.payload, String(req.routeParams?.id ?? ''));
  if (!row) return { status: 404, words: REFUSED.missing };
  if (!maySeeTo(viewer, row)) return { status: 403, words: AMENDMENT.forbidden };
  return (await seenTo(req.payload, row.id)) ? { status: 200, words: AMENDMENT.done } : { status: 409, words: AMENDMENT.nothing };
};
