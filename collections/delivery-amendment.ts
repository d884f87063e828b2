import type { Endpoint, PayloadRequest } from 'payload';
import { maySeeTo } from '#domain/decision';
import { AMENDMENT } from '#i18n/amendment';
import { seenTo } from '#store/see-to';
import { type Answer, aboutRow, respond } from './decision-answers';

/** `POST /api/deliveries/:id/seen-to`: a person has put a row's post right, or leaves it as it is; answers as the decisions do. */
export const deliveryAmendment: Omit<Endpoint, 'root'> = {
  path: '/:id/seen-to',
  method: 'post',
  handler: async (req) => respond(req, await answer(req)),
};

const answer = (req: PayloadRequest): Promise<Answer> =>
  aboutRow(req, async (viewer, row) => {
    if (!maySeeTo(viewer, row)) return { status: 403, words: AMENDMENT.forbidden };
    return (await seenTo(req.payload, row.id))
      ? { status: 200, words: AMENDMENT.done }
      : { status: 409, words: AMENDMENT.nothing };
  });
