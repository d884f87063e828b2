import type { Payload } from 'payload';
import { ASK_DAYS_AHEAD, silenceEnds } from '#domain/approval';
import { sendableAt } from '#domain/calendar';
import { earliest, type Instant, isBefore } from '#domain/time';
import { deliveriesIn } from '#store/deliveries';
import { toIso } from '#store/instants';
import { firstMoment } from '#store/moments';
import { isUnset } from '#store/rows';
import { loadSettings } from '#store/settings';
import { WAIT_MINUTES } from './dispatch/seal-edition';

/**
 * The next instant after `now` at which a round of jobs would find something to do, as far as the records say; undefined when
 * nothing is ahead. What people or editors do in between is not foreseen.
 */
export const nextMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const all = (
    await Promise.all([
      ...ledgerMoments(payload, now),
      silenceMoment(payload, now),
      quietMoment(payload, now),
      clauseMoment(payload, now),
    ])
  ).filter((moment) => moment !== undefined);
  const [first, ...rest] = all.filter((moment) => isBefore(now, moment));
  return first && earliest(first, ...rest);
};

/** Longest wait of a closed edition for contents that changed in the last moment. */
const WAIT = { minutes: WAIT_MINUTES };

const ledgerMoments = (payload: Payload, now: Instant): readonly Promise<Instant | undefined>[] => {
  const ahead = { hours: ASK_DAYS_AHEAD * 24 };
  const unsent = { status: { in: ['planned', 'awaiting-approval', 'ready'] } };
  return [
    firstMoment(payload, 'deliveries', 'dueAt', now, unsent),
    firstMoment(payload, 'deliveries', 'latestAt', now, unsent),
    firstMoment(payload, 'deliveries', 'askUntil', now, { status: { equals: 'handed-over' } }),
    firstMoment(
      payload,
      'deliveries',
      'dueAt',
      now.add(ahead),
      { status: { equals: 'planned' } },
      { approval: { not_equals: 'automatic' } },
    ).then((dueAt) => dueAt?.subtract(ahead)),
    firstMoment(payload, 'editions', 'slotAt', now, { status: { equals: 'open' } }),
    firstMoment(payload, 'editions', 'slotAt', now.subtract(WAIT), { status: { equals: 'closed' } }, isUnset('recipients')).then(
      (slotAt) => slotAt?.add(WAIT),
    ),
    firstMoment(payload, 'dispatches', 'notBefore', now, { status: { equals: 'due' } }),
    firstMoment(payload, 'attempts', 'leaseUntil', now, { stage: { in: ['claimed', 'handing'] } }).then(past),
  ];
};

/** A lease is over after its end, not at it. */
const past = (leaseUntil: Instant | undefined): Instant | undefined => leaseUntil?.add({ milliseconds: 1 });

const silenceMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const waiting = await deliveriesIn(payload, 'awaiting-approval', { noticedAt: { exists: true } });
  const [first, ...rest] = waiting.flatMap((row) => silenceEnds(row) ?? []).filter((moment) => isBefore(now, moment));
  return first && earliest(first, ...rest);
};

/** When the quiet hours end that hold a due message back. */
const quietMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const held = await deliveriesIn(payload, 'ready', { dueAt: { less_than_equal: toIso(now) } });
  if (held.length === 0) return undefined;
  const { channels } = await loadSettings(payload, now);
  const ends = channels
    .filter((channel) => channel.active && held.some((row) => row.channelId === channel.id))
    .map((channel) => sendableAt(channel.quiet, now))
    .filter((moment) => isBefore(now, moment));
  const [first, ...rest] = ends;
  return first && earliest(first, ...rest);
};

/** When a clause of the agreement in force begins or ends to be valid. */
const clauseMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const { agreement } = await loadSettings(payload, now);
  const dates = (agreement?.clauses ?? []).flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
  const [first, ...rest] = dates.filter((date) => date !== undefined).filter((date) => isBefore(now, date));
  return first && earliest(first, ...rest);
};
