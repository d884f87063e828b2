import type { Payload } from 'payload';
import type { Reason } from '#domain/delivery';
import type { Dispatch } from '#domain/dispatch';
import { verdictOf } from '#domain/settlement';
import type { Instant } from '#domain/time';
import { log } from '#runtime/log';
import { acceptedPeople, triesOf } from '#store/attempts';
import { countFrozen } from '#store/batches';
import { loadDeliveriesById, moveDelivery } from '#store/deliveries';
import type { DeliverySet } from '#store/delivery-row';
import { batchesOf } from '#store/dispatches';
import { type Edition, type EditionStatus, finishEdition, loadEdition, raiseAccepted, raiseRecipients } from '#store/editions';

/**
 * Says what became of an edition: a row is sent once any batch that tells it was accepted; when all batches have ended, unconfirmed if
 * none was and one is unclear, failed if all were refused, back in line if nobody was told of it. Repeatable.
 */
export const settleEdition = async (payload: Payload, editionId: string, at: Instant): Promise<void> => {
  const edition = await loadEdition(payload, editionId);
  if (!edition || edition.recipients === undefined || edition.status === 'skipped') return;
  const batches = await batchesOf(payload, editionId);
  const isOver = !batches.some(({ status }) => status === 'due' || status === 'sending');
  const verdict = verdictOf(statusesOf(batches), isOver);
  if (verdict === 'unconfirmed' && edition.status === 'unconfirmed') return finishDecided(payload, edition, at);
  if (verdict) await moveRows(payload, edition, batches, isOver, at);
  if (!verdict || !isOver) return;
  const isSent = verdict === 'sent';
  const accepted = isSent ? await acceptedPeople(payload, batches) : 0;
  return finish(payload, edition, verdict === 'ready' ? 'skipped' : verdict, accepted, isSent ? at : undefined);
};

const statusesOf = (batches: readonly Dispatch[]): readonly Dispatch['status'][] => batches.map(({ status }) => status);

const reasonOf = async (payload: Payload, batches: readonly Dispatch[]): Promise<Reason> =>
  (await triesOf(payload, batches)).some(({ stage }) => stage === 'rejected') ? 'rejected' : 'not-reachable';

/** An unclear edition about whose rows a person has decided already, as far as a crash let the decision come. */
const finishDecided = async (payload: Payload, edition: Edition, at: Instant): Promise<void> => {
  const rows = (await loadDeliveriesById(payload, edition.rows)).filter((row) => row.editionId === edition.id);
  if (rows.some((row) => row.status === 'unconfirmed')) return;
  const isSent = rows.some((row) => row.status === 'sent');
  await finish(payload, edition, isSent ? 'sent' : 'failed', 0, isSent ? at : undefined);
};

/** Where an edition may come from to get to a status: a late truth can better it, nothing can worsen it. */
const BEFORE = {
  sent: ['closed', 'unconfirmed', 'failed'],
  unconfirmed: ['closed'],
  failed: ['closed', 'unconfirmed'],
  skipped: ['closed', 'unconfirmed'],
} as const satisfies Partial<Record<EditionStatus, readonly EditionStatus[]>>;

const finish = async (
  payload: Payload,
  edition: Edition,
  to: keyof typeof BEFORE,
  accepted: number,
  sentAt?: Instant,
): Promise<void> => {
  const recipients = await countFrozen(payload, edition.id);
  await raiseRecipients(payload, edition.id, recipients);
  const isDone = await finishEdition(payload, edition.id, BEFORE[to], to, { accepted, sentAt });
  // A batch whose fate was learned later makes it more people, not another edition.
  if (isDone || (to === 'sent' && (await raiseAccepted(payload, edition.id, accepted))))
    log(`edition.${to}`, { edition: edition.id, recipients, accepted, rows: edition.rows.length });
};

const moveRows = async (
  payload: Payload,
  edition: Edition,
  batches: readonly Dispatch[],
  isOver: boolean,
  at: Instant,
): Promise<void> => {
  const inEdition = [{ editionId: { equals: edition.id } }];
  for (const row of await loadDeliveriesById(payload, edition.rows)) {
    if (row.editionId !== edition.id || (row.status !== 'sending' && row.status !== 'unconfirmed')) continue;
    const to = verdictOf(statusesOf(batches.filter((batch) => isToldBy(batch, row.id))), isOver);
    if (!to) continue;
    const set = SETS[to](at, to === 'failed' ? await reasonOf(payload, batches) : undefined);
    if (row.status === 'sending') await moveDelivery(payload, row.id, 'sending', to, set, inEdition);
    if (row.status === 'unconfirmed' && (to === 'sent' || to === 'failed'))
      await moveDelivery(payload, row.id, 'unconfirmed', to, set, inEdition);
  }
};

/** A batch that was frozen before segments were tells all. */
const isToldBy = ({ rows, segment }: Dispatch, id: string): boolean => rows?.includes(id) ?? segment === undefined;

const SETS = {
  sent: (sentAt: Instant): DeliverySet => ({ sentAt, reason: undefined }),
  unconfirmed: (): DeliverySet => ({}),
  failed: (_at: Instant, reason: Reason | undefined): DeliverySet => ({ reason }),
  ready: (): DeliverySet => ({ editionId: undefined }),
};
