import type { DeliveryStatus } from '#domain/delivery';

/** What the provider logged and what the ledger says, once nothing moves any more. */
export type Evidence = {
  /** Key of every accepted post, once per acceptance. */
  readonly accepted: readonly string[];
  /** Status of every ledger row by the key its post had. */
  readonly ledger: ReadonlyMap<string, DeliveryStatus>;
  /** True when nobody was killed: then every row must be sent exactly once. */
  readonly isUndisturbed: boolean;
};

/** What is wrong, one line per fault; an empty list is the verdict we want. */
export const judge = ({ accepted, ledger, isUndisturbed }: Evidence): readonly string[] => {
  const times = new Map<string, number>();
  for (const key of accepted) times.set(key, (times.get(key) ?? 0) + 1);
  const faults = [...times].filter(([, count]) => count > 1).map(([key, count]) => `sent ${count} times: ${key}`);
  for (const key of times.keys()) if (!ledger.has(key)) faults.push(`sent without a ledger row: ${key}`);
  for (const [key, status] of ledger) {
    const isOut = times.has(key);
    if (status === 'sent' && !isOut) faults.push(`recorded as sent, never accepted: ${key}`);
    else if (isOut && status !== 'sent' && status !== 'unconfirmed') faults.push(`accepted, recorded as ${status}: ${key}`);
    else if (!isOut && !STILL_TO_COME.has(status) && status !== 'unconfirmed') faults.push(`lost as ${status}: ${key}`);
    if (isUndisturbed && status !== 'sent') faults.push(`not sent though nobody was killed, but ${status}: ${key}`);
  }
  return faults;
};

const STILL_TO_COME: ReadonlySet<DeliveryStatus> = new Set(['planned', 'awaiting-approval', 'ready']);
