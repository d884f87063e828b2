import type { Payload } from 'payload';
import type { Agreement } from '#domain/agreement';
import { ASK_DAYS_AHEAD } from '#domain/approval';
import type { DeliveryStatus } from '#domain/delivery';
import { type Instant, isBefore, toIso } from '#domain/time';
import { now } from '#runtime/clock';

/** What rows name: bodies and a version of the agreement that are there. */
export type Filling = { readonly organisations: readonly string[]; readonly agreement: Agreement };

const DAY = 24;
const HOURS = 5 * 365 * DAY;
/** The last half-year of the five lies ahead. */
const HOURS_AHEAD = 182 * DAY;

/** What became of rows that are over, and how those of the next two weeks stand. */
const PAST: readonly DeliveryStatus[] = [
  'sent',
  'sent',
  'sent',
  'sent',
  'declined',
  'sent',
  'missed',
  'sent',
  'sent',
  'withdrawn',
];
const AHEAD: readonly DeliveryStatus[] = ['ready', 'ready', 'awaiting-approval'];
let made = 0;

/** Adds rows spread evenly over five years. */
export const fillLedger = async (payload: Payload, filling: Filling, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await payload.db.create({ collection: 'deliveries', data: rowOf(made++, filling) });
};

const rowOf = (number: number, { organisations, agreement }: Filling) => {
  const present = now();
  const due = present.add({ hours: HOURS_AHEAD - ((number * 1_003) % HOURS) });
  const at = toIso(due);
  const status = statusOf(number, due, present);
  const organiser = number % organisations.length;
  const clauses = agreement.clauses.filter(({ kind }) => kind === 'promotion');
  const clause = clauses[number % clauses.length];
  return {
    ...{ key: `k${number}`, content: `events/e${Math.floor(number / 8)}`, contentTitle: `Veranstaltung ${number}` },
    ...{ organiser: organisations[organiser], organiserName: `Akteur ${organiser}` },
    ...{ carrier: organisations[(organiser + 1 + (number % 5)) % organisations.length], carrierName: 'Akteur' },
    ...{ channel: `c${number % 30}`, channelName: `Kanal ${number % 30}`, purpose: 'announce', occasion: 0, status },
    ...{ becauseKind: 'clause', agreement: agreement.id, clause: clause?.code, clauseText: clause?.text },
    ...{ clauseAgreed: clause?.source.kind === 'agreed', approval: 'automatic', fingerprint: 'f', sequence: 0 },
    ...{ wantedAt: at, dueAt: at, latestAt: at, ...(status === 'sent' ? { sentAt: at } : {}) },
    ...(status === 'awaiting-approval' && number % 7 > 0 ? { noticedAt: toIso(present) } : {}),
  };
};

/** People are asked two weeks ahead; of those asked most were reached, of what is over one in a thousand failed. */
const statusOf = (number: number, due: Instant, present: Instant): DeliveryStatus => {
  if (!isBefore(due, present)) {
    const isAsked = isBefore(due.subtract({ hours: ASK_DAYS_AHEAD * 24 }), present);
    return isAsked ? (AHEAD[number % AHEAD.length] ?? 'ready') : 'planned';
  }
  return number % 1_000 === 7 ? 'failed' : (PAST[number % PAST.length] ?? 'sent');
};

/** Adds events that somebody began. */
export const fillDrafts = async (payload: Payload, organisations: readonly string[], count: number): Promise<void> => {
  for (let i = 0; i < count; i++)
    await payload.create({
      collection: 'events',
      draft: true,
      data: { title: `Entwurf ${i}`, organiser: organisations[i % organisations.length] ?? '' },
    });
};
