import type { Endpoint, Payload, PayloadRequest } from 'payload';
import { z } from 'zod';
import { DECIDED_FROM, DECISIONS, type Decision, mayDecide, standingOf } from '#domain/decision';
import type { Delivery, DeliveryStatus } from '#domain/delivery';
import { isBefore } from '#domain/time';
import { DECIDED, decidedAlready, REFUSED } from '#i18n/decisions';
import { STATUS_WORDS, type Words } from '#i18n/words';
import { now } from '#runtime/clock';
import {
  approve,
  confirmHandover,
  type Decider,
  decline,
  resolveUnconfirmed,
  retryFailed,
  reword,
  withdraw,
} from '#store/decisions';
import { type Answer, aboutRow, invalid, readBody, reason, respond, text, webAddress } from './decision-answers';

/**
 * `POST /api/deliveries/:id/<decision>`: what the buttons of a ledger row do. JSON in, `{ message }` out; refused with
 * `{ errors: [{ message, field? }] }` and 400, 401, 403, 404 or 409 (somebody was quicker). Payload takes a cookie only from an
 * allowed Origin, so that other sites cannot press a button.
 */
export const deliveryActions: Omit<Endpoint, 'root'>[] = DECISIONS.map((decision) => ({
  path: `/:id/${decision}`,
  method: 'post',
  handler: async (req) => {
    return respond(req, await answer(req, decision));
  },
}));

type Context = Decider & { readonly payload: Payload; readonly id: string; readonly seen: Delivery };
type Outcome = { readonly kind: 'done' | 'not-possible' | 'text-stays'; readonly status: DeliveryStatus | undefined };

const answer = (req: PayloadRequest, decision: Decision): Promise<Answer> =>
  aboutRow(req, async (viewer, row) => {
    if (!mayDecide(decision, standingOf(viewer, row))) return { status: 403, words: REFUSED.forbidden };
    const context = { payload: req.payload, id: row.id, user: viewer.id, now: now(), seen: row };
    return STEPS[decision](context, await readBody(req));
  });

/** One decision: checks the body, takes the step, says what happened. Issues of the schema name words of `REFUSED`. */
const step =
  <Body>(
    decision: Decision,
    schema: z.ZodType<Body>,
    take: (context: Context, body: Body) => Promise<Outcome>,
    done: (body: Body, context: Context) => Words,
  ) =>
  async (context: Context, body: unknown): Promise<Answer> => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) return invalid(parsed.error.issues[0]);
    const { kind, status } = await take(context, parsed.data);
    if (kind === 'text-stays') return { status: 409, words: REFUSED.textStays };
    return kind === 'done' ? { status: 200, words: done(parsed.data, context) } : tooLate(decision, status);
  };

const tooLate = (decision: Decision, status: DeliveryStatus | undefined): Answer => {
  if (!status) return { status: 404, words: REFUSED.missing };
  const isStillOpen = DECIDED_FROM[decision].includes(status);
  return { status: 409, words: isStillOpen ? REFUSED.changed : decidedAlready(STATUS_WORDS[status]) };
};

const nothing = z.object({});
const ownText = text(5_000, 'ownText', 'ownText');
const version = z.string().max(100).optional();

const STEPS: Readonly<Record<Decision, (context: Context, body: unknown) => Promise<Answer>>> = {
  approve: step(
    'approve',
    z.object({ ownText: ownText.optional(), fingerprint: version }),
    ({ payload, id, ...by }, body) => approve(payload, id, { ...by, ...body }),
    (_body, { now: at, seen }) => (isBefore(at, seen.dueAt) ? DECIDED.approve : DECIDED.approveDue),
  ),
  reword: step(
    'reword',
    z.object({ ownText, fingerprint: version, before: z.string().max(5_000).optional() }),
    ({ payload, id, ...by }, body) => reword(payload, id, { ...by, ...body }),
    () => DECIDED.reword,
  ),
  decline: step(
    'decline',
    z.object({ reason }),
    ({ payload, id, ...by }, body) => decline(payload, id, { ...by, ...body }),
    () => DECIDED.decline,
  ),
  confirm: step(
    'confirm',
    z.object({ url: webAddress.optional() }),
    ({ payload, id, now: at, ...by }, { url }) => confirmHandover(payload, id, at, { ...by, url: url || undefined }),
    () => DECIDED.confirm,
  ),
  resolve: step(
    'resolve',
    z.object({ wasSent: z.boolean() }),
    ({ payload, id, ...by }, { wasSent }) => resolveUnconfirmed(payload, id, { ...by, wasSent }),
    ({ wasSent }) => (wasSent ? DECIDED.published : DECIDED.resend),
  ),
  retry: step(
    'retry',
    nothing,
    ({ payload, id, ...by }) => retryFailed(payload, id, by),
    () => DECIDED.retry,
  ),
  withdraw: step(
    'withdraw',
    nothing,
    ({ payload, id, ...by }) => withdraw(payload, id, by),
    () => DECIDED.withdraw,
  ),
};
