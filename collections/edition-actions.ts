import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { decideOnEdition, type EditionAct } from '#domain/edition-edit';
import { isAbove } from '#domain/role';
import { toIso } from '#domain/time';
import { REFUSED } from '#i18n/decisions';
import { EDITION_SAID, stoppedInWords } from '#i18n/edition-answers';
import { now } from '#runtime/clock';
import { stopEdition } from '#store/edition-stop';
import { approveEdition, decideEdition, type Edition, loadEdition } from '#store/editions';
import { addNotice, editionKey } from '#store/notices';
import { loadCarrier } from '#store/settings';
import { type Viewer, viewerOf } from './access';
import { type Answer, invalid, readBody, reason, respond } from './decision-answers';

/**
 * `POST /api/editions/:id/decide`, `/approve`, `/test` and `/stop`: what the buttons of an edition's page do, for the editors of its
 * newsletter and those above. JSON in, `{ message }` out; refused as for the rows of the ledger. 409: somebody else was quicker.
 */
export const editionActions: Omit<Endpoint, 'root'>[] = (['decide', 'approve', 'test', 'stop'] as const).map((act) => ({
  path: `/:id/${act}`,
  method: 'post',
  handler: async (req) => respond(req, await answer(req, act)),
}));

type Context = { readonly payload: PayloadRequest['payload']; readonly edition: Edition; readonly viewer: Viewer };

const answer = async (req: PayloadRequest, act: EditionAct): Promise<Answer> => {
  const viewer = viewerOf(req.user);
  if (!viewer) return { status: 401, words: REFUSED.login };
  const edition = await loadEdition(req.payload, String(req.routeParams?.id ?? ''));
  if (!edition) return { status: 404, words: EDITION_SAID.missing };
  if (!(await mayWork(req, viewer, edition))) return { status: 403, words: REFUSED.forbidden };
  return ACTS[act]({ payload: req.payload, edition, viewer }, await readBody(req));
};

const mayWork = async ({ payload }: PayloadRequest, viewer: Viewer, { channelId }: Edition): Promise<boolean> => {
  if (isAbove(viewer)) return true;
  return (
    viewer.role === 'editor' &&
    viewer.organisation !== undefined &&
    viewer.organisation === (await loadCarrier(payload, channelId))
  );
};

const id = z.string().min(1).max(100);
const version = z.number().int().min(0);
const free = (max: number, long: keyof typeof REFUSED) => z.string().trim().max(max, long);
const language = z.enum(['de', 'en']);

const DECISION = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), rows: z.array(id).max(500) }),
  z.object({ kind: z.enum(['pin', 'unpin', 'take-in']), row: id }),
  z.object({ kind: z.literal('put-off'), row: id, reason }),
  z.object({ kind: z.literal('teaser'), row: id, text: free(5_000, 'ownText'), fingerprint: id }),
  z.object({ kind: z.literal('intro'), language, text: free(5_000, 'ownText') }),
  z.object({ kind: z.literal('subject'), language, text: free(150, 'subjectLength') }),
]);

const DECISIONS_BODY = z.object({ version, decisions: z.array(DECISION).min(1).max(10) });
const APPROVAL_BODY = z.object({ version, covers: z.array(z.string().max(250)).max(500) });

const ACTS: Readonly<Record<EditionAct, (context: Context, body: unknown) => Promise<Answer>>> = {
  decide: async ({ payload, edition }, body) => {
    const parsed = DECISIONS_BODY.safeParse(body);
    if (!parsed.success) return invalid(parsed.error.issues[0]);
    const edits = parsed.data.decisions.reduce(decideOnEdition, edition.edits);
    const isSaved = await decideEdition(payload, edition.id, parsed.data.version, edits);
    return isSaved ? { status: 200, words: EDITION_SAID.saved } : overtaken(payload, edition.id);
  },
  approve: async ({ payload, edition, viewer }, body) => {
    const parsed = APPROVAL_BODY.safeParse(body);
    if (!parsed.success) return invalid(parsed.error.issues[0]);
    const approval = { ...parsed.data, by: viewer.id, at: toIso(now()) };
    const isSaved = await approveEdition(payload, edition.id, approval);
    return isSaved ? { status: 200, words: EDITION_SAID.approved } : overtaken(payload, edition.id);
  },
  test: async ({ payload, edition, viewer }) => {
    // Whoever clicks twice gets one mail; a minute later another.
    const minute = toIso(now()).slice(0, 16);
    await addNotice(payload, {
      ...{ kind: 'edition-test', userId: viewer.id },
      key: editionKey('edition-test', edition.id, minute, viewer.id),
    });
    return { status: 200, words: EDITION_SAID.test };
  },
  stop: async ({ payload, edition }) => {
    const stopped = await stopEdition(payload, edition.id, now());
    if (stopped.kind === 'over') return { status: 409, words: EDITION_SAID.over };
    return { status: 200, words: stopped.kind === 'skipped' ? EDITION_SAID.skipped : stoppedInWords(stopped.told, stopped.kept) };
  },
};

/** Somebody else changed it, or it is not to be changed any more. */
const overtaken = async (payload: Context['payload'], editionId: string): Promise<Answer> => {
  const edition = await loadEdition(payload, editionId);
  const isOpen = edition && edition.recipients === undefined && (edition.status === 'open' || edition.status === 'closed');
  return { status: 409, words: isOpen ? EDITION_SAID.changed : EDITION_SAID.gone };
};
