import type { Payload } from 'payload';
import type { DeliveryStatus } from '#domain/delivery';
import { type NoLongerTrue, noLongerTrue } from '#domain/handover';
import type { Post } from '#domain/message';
import type { Instant } from '#domain/time';
import { attemptsOf } from './attempts';
import { loadContent } from './contents';
import { deliveriesIn } from './deliveries';
import { type LedgerRow, readDelivery } from './delivery-row';
import { dispatchesOf } from './dispatches';
import { fromIso } from './instants';
import { findRow } from './rows';

/** What was handed to a person to post, as the link in the mail shows it. */
export type HandedOver = {
  readonly id: string;
  readonly status: DeliveryStatus;
  readonly contentTitle: string;
  readonly channelName: string;
  /** Exactly what the mail said is to be posted. */
  readonly post?: Post | undefined;
  readonly askUntil?: Instant | undefined;
  /** Why it must not be posted any more. */
  readonly noLongerTrue?: NoLongerTrue | undefined;
};

/** The ledger row of that id with what was handed over last; undefined when there is no such row. */
export const loadHandedOver = async (payload: Payload, id: string): Promise<HandedOver | undefined> => {
  const row = await findRow(payload, 'deliveries', { id: { equals: id } });
  if (!row) return undefined;
  const delivery = readDelivery(row);
  const dispatches = await dispatchesOf(payload, 'post', [id]);
  const attempts = await attemptsOf(
    payload,
    dispatches.map((dispatch) => dispatch.id),
  );
  const message = attempts.map((attempt) => attempt.message).findLast((one) => one?.kind === 'handover');
  return {
    id,
    status: row.status,
    contentTitle: row.contentTitle ?? '',
    channelName: row.channelName ?? '',
    post: message?.kind === 'handover' ? message.post : undefined,
    askUntil: fromIso(row.askUntil),
    noLongerTrue: noLongerTrue(delivery, await loadContent(payload, delivery.content)),
  };
};

/** A row that lies with a person: since when, and until when we ask. */
export type OpenHandover = { readonly row: LedgerRow; readonly handedAt: Instant; readonly askUntil: Instant };

/** All rows that a person was handed and has not confirmed. */
export const openHandovers = async (payload: Payload): Promise<readonly OpenHandover[]> => {
  const rows = await deliveriesIn(payload, 'handed-over', { askUntil: { exists: true } });
  const attempts = await attemptsOf(
    payload,
    rows.flatMap((row) => row.dispatchId ?? []),
  );
  return rows.flatMap((row) => {
    const attempt = attempts.find(({ dispatchId, number }) => dispatchId === row.dispatchId && number === row.attempt);
    return row.askUntil ? [{ row, askUntil: row.askUntil, handedAt: attempt?.startedAt ?? row.dueAt }] : [];
  });
};
