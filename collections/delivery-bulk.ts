import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { ChannelSettings } from '#domain/channel';
import { type AnyDecision, DECIDED_FROM, mayDecide, openDecisions, standingOf } from '#domain/decision';
import { type BulkResult, bulkInWords, REFUSED } from '#i18n/decisions';
import { now } from '#runtime/clock';
import { blockChannels } from '#store/block';
import { approve, type Decider, type Decision, decline, takeOver, withdraw } from '#store/decisions';
import { loadDelivery } from '#store/deliveries';
import type { LedgerRow } from '#store/delivery-row';
import { loadSettings } from '#store/settings';
import { type Viewer, viewerOf } from './access';
import { type Answer, invalid, readBody, reason, respond, webAddress } from './decision-answers';

/**
 * `POST /api/deliveries/approve`, `/decline`, `/withdraw` and `/take-over`: one decision about several rows, `{ rows: [{ id, fingerprint }] }` with
 * `reason` or `url`. Each row takes the way of a single decision; the message counts what became of them and names those that stayed
 * as they were. 403 and 409 where none was moved.
 */
export const deliveryBulk: Omit<Endpoint, 'root'>[] = (['approve', 'decline', 'withdraw', 'take-over'] as const).map(
  (together) => ({
    path: `/${together}`,
    method: 'post',
    handler: async (req) => respond(req, await answer(req, together)),
  }),
);

type Together = Extract<AnyDecision, 'approve' | 'decline' | 'withdraw' | 'take-over'>;

const answer = async (req: PayloadRequest, together: Together): Promise<Answer> => {
  const viewer = viewerOf(req.user);
  if (!viewer) return { status: 401, words: REFUSED.login };
  if (viewer.role === 'author') return { status: 403, words: REFUSED.forbidden };
  const parsed = BODIES[together].safeParse(await readBody(req));
  if (!parsed.success) return invalid(parsed.error.issues[0]);
  const { rows, ...more } = parsed.data;
  const blocks = together === 'take-over' ? blockChannels(await loadSettings(req.payload, now()), undefined) : [];
  const results: { result: BulkResult; name: string }[] = [];
  // One after the other: rows of one content are planned anew between two decisions.
  for (const asked of rows) results.push(await decideOne(req, viewer, together, { ...asked, ...more, blocks }));
  return { status: statusOf(results.map(({ result }) => result)), words: bulkInWords(results) };
};

const rows = z
  .array(z.object({ id: z.string().min(1).max(100), fingerprint: z.string().min(1).max(100) }), 'rows')
  .min(1, 'rows')
  .max(100, 'rows');

const BODIES = {
  approve: z.object({ rows }),
  decline: z.object({ rows, reason }),
  withdraw: z.object({ rows }),
  'take-over': z.object({ rows, url: webAddress.optional() }),
};

type Asked = {
  readonly id: string;
  readonly fingerprint: string;
  readonly reason?: string | undefined;
  readonly url?: string | undefined;
  /** The newsletters that people fill with a block; none where that does not matter. */
  readonly blocks: readonly ChannelSettings[];
};

const decideOne = async (
  req: PayloadRequest,
  viewer: Viewer,
  together: Together,
  asked: Asked,
): Promise<{ readonly result: BulkResult; readonly name: string }> => {
  const row = await loadDelivery(req.payload, asked.id);
  if (!row) return { result: 'missing', name: '' };
  const by = { user: viewer.id, now: now(), seen: row };
  const result = obstacle(together, viewer, row, asked) ?? (await take(req, by, together, asked));
  return { result, name: await nameOf(req, asked.id) };
};

/** How people know a row: its content and its channel. */
const nameOf = async (req: PayloadRequest, id: string): Promise<string> => {
  const select = { contentTitle: true, channelName: true } as const;
  const row = await req.payload.findByID({ collection: 'deliveries', id, depth: 0, select, disableErrors: true });
  return row ? `${row.contentTitle ?? ''}, ${row.channelName ?? ''}` : '';
};

const isFrom = (together: Together, { status }: Pick<LedgerRow, 'status'>): boolean => DECIDED_FROM[together].includes(status);

const obstacle = (together: Together, viewer: Viewer, row: LedgerRow, { blocks }: Asked): BulkResult | undefined => {
  const standing = standingOf(viewer, row);
  if (!mayDecide(together, standing)) return 'forbidden';
  if (!isFrom(together, row)) return 'decided';
  if (together === 'take-over') return blocks.some(({ id }) => id === row.channelId) ? undefined : 'elsewhere';
  return openDecisions(row, standing).includes(together) ? undefined : 'needless';
};

const DONE = {
  approve: 'approved',
  decline: 'declined',
  withdraw: 'withdrawn',
  'take-over': 'taken-over',
} as const satisfies Record<Together, BulkResult>;

const take = async (req: PayloadRequest, by: Decider, together: Together, asked: Asked): Promise<BulkResult> => {
  const { kind, status } = await STEPS[together](req, by, asked);
  if (kind === 'done') return DONE[together];
  return status && isFrom(together, { status }) ? 'changed' : 'decided';
};

const STEPS: Readonly<Record<Together, (req: PayloadRequest, by: Decider, asked: Asked) => Promise<Decision>>> = {
  approve: ({ payload }, by, { id, fingerprint }) => approve(payload, id, { ...by, fingerprint }),
  decline: ({ payload }, by, { id, reason: why = '' }) => decline(payload, id, { ...by, reason: why }),
  withdraw: ({ payload }, by, { id }) => withdraw(payload, id, by),
  'take-over': ({ payload }, by, { id, fingerprint, url, blocks }) =>
    takeOver(payload, id, { ...by, fingerprint, blocks, url: url || undefined }),
};

const statusOf = (results: readonly BulkResult[]): number => {
  if (results.some((result) => Object.values(DONE).some((done) => done === result))) return 200;
  return results.every((result) => result === 'forbidden') ? 403 : 409;
};
