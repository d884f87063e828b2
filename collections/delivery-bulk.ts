import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { DECIDED_FROM, openDecisions, standingOf } from '#domain/decision';
import { type BulkResult, bulkInWords, REFUSED } from '#i18n/decisions';
import { now } from '#runtime/clock';
import { approve, type Decider, decline } from '#store/decisions';
import { loadDelivery } from '#store/deliveries';
import type { LedgerRow } from '#store/delivery-row';
import { type Viewer, viewerOf } from './access';
import { type Answer, invalid, readBody, reason, respond } from './decision-answers';

/**
 * `POST /api/deliveries/approve` and `/decline`: one yes or no about several rows, `{ rows: [{ id, fingerprint }], reason }`. Each
 * row takes the way of a single decision; the message counts what became of them and names those that stayed as they were.
 * 403 and 409 where none was moved.
 */
export const deliveryBulk: Omit<Endpoint, 'root'>[] = (['approve', 'decline'] as const).map((decision) => ({
  path: `/${decision}`,
  method: 'post',
  handler: async (req) => respond(req, await answer(req, decision)),
}));

type Together = 'approve' | 'decline';

const answer = async (req: PayloadRequest, decision: Together): Promise<Answer> => {
  const viewer = viewerOf(req.user);
  if (!viewer) return { status: 401, words: REFUSED.login };
  if (viewer.role === 'author') return { status: 403, words: REFUSED.forbidden };
  const parsed = SCHEMAS[decision].safeParse(await readBody(req));
  if (!parsed.success) return invalid(parsed.error.issues[0]);
  const { rows, ...no } = parsed.data;
  const results: { result: BulkResult; name: string }[] = [];
  // One after the other: rows of one content are planned anew between two decisions.
  for (const asked of rows) results.push(await decideOne(req, viewer, decision, { ...asked, ...no }));
  return { status: statusOf(results.map(({ result }) => result)), words: bulkInWords(results) };
};

const rows = z
  .array(z.object({ id: z.string().min(1).max(100), fingerprint: z.string().min(1).max(100) }), 'rows')
  .min(1, 'rows')
  .max(100, 'rows');

const SCHEMAS = {
  approve: z.object({ rows }),
  decline: z.object({ rows, reason }),
};

type Asked = { readonly id: string; readonly fingerprint: string; readonly reason?: string | undefined };

const decideOne = async (
  req: PayloadRequest,
  viewer: Viewer,
  decision: Together,
  asked: Asked,
): Promise<{ readonly result: BulkResult; readonly name: string }> => {
  const row = await loadDelivery(req.payload, asked.id);
  if (!row) return { result: 'missing', name: '' };
  const result =
    obstacle(decision, viewer, row) ?? (await take(req, { user: viewer.id, now: now(), seen: row }, decision, asked));
  return { result, name: await nameOf(req, asked.id) };
};

/** How people know a row: its content and its channel. */
const nameOf = async (req: PayloadRequest, id: string): Promise<string> => {
  const select = { contentTitle: true, channelName: true } as const;
  const row = await req.payload.findByID({ collection: 'deliveries', id, depth: 0, select, disableErrors: true });
  return row ? `${row.contentTitle ?? ''}, ${row.channelName ?? ''}` : '';
};

const obstacle = (decision: Together, viewer: Viewer, row: LedgerRow): BulkResult | undefined => {
  const standing = standingOf(viewer, row);
  if (openDecisions(row, standing).includes(decision)) return undefined;
  if (!(standing.above || standing.carrier)) return 'forbidden';
  return DECIDED_FROM[decision].includes(row.status) ? 'needless' : 'decided';
};

const take = async (req: PayloadRequest, by: Decider, decision: Together, asked: Asked): Promise<BulkResult> => {
  const { kind, status } =
    decision === 'approve'
      ? await approve(req.payload, asked.id, { ...by, fingerprint: asked.fingerprint })
      : await decline(req.payload, asked.id, { ...by, reason: asked.reason ?? '' });
  if (kind === 'done') return decision === 'approve' ? 'approved' : 'declined';
  return status && DECIDED_FROM[decision].includes(status) ? 'changed' : 'decided';
};

const statusOf = (results: readonly BulkResult[]): number => {
  if (results.some((result) => result === 'approved' || result === 'declined')) return 200;
  return results.every((result) => result === 'forbidden') ? 403 : 409;
};
