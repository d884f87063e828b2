import type { Payload } from 'payload';
import { accessEnd, nextWarning, renewsAt } from '#domain/access';
import { datesOf } from '#domain/agreement';
import { ASK_DAYS_AHEAD, askFrom, silenceEnds } from '#domain/approval';
import { sendableAt } from '#domain/calendar';
import { UNSENT_STATUSES } from '#domain/delivery';
import { nextDigest } from '#domain/digest';
import { remindAt } from '#domain/handover';
import { closesAt, newsletterOf } from '#domain/newsletter';
import { settledAt } from '#domain/schedule';
import { earliest, type Instant, isBefore, toIso } from '#domain/time';
import { loadContents } from '#store/contents';
import { deliveriesIn } from '#store/deliveries';
import { editionsIn } from '#store/editions';
import { openHandovers } from '#store/handovers';
import { firstMoment } from '#store/moments';
import { loadReaders, loadStaff } from '#store/people';
import { isUnset } from '#store/rows';
import { loadAgreements, loadOperations, loadSettings } from '#store/settings';
import { nextPlace } from './dispatch/places';
import { waitMinutes } from './dispatch/seal-edition';
import { nextRepetition } from './notices/requests';

/**
 * The next instant after `now` at which a round of jobs would find something to do, as far as the records say; undefined when
 * nothing is ahead. What people or editors do in between is not foreseen.
 */
export const nextMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> =>
  firstAfter(
    now,
    await Promise.all([
      ...ledgerMoments(payload, now),
      sealingMoment(payload, now),
      closingMoment(payload, now),
      silenceMoment(payload, now),
      heldMoment(payload, now),
      askMoment(payload, now),
      agreementMoment(payload, now),
      reminderMoment(payload, now),
      digestMoment(payload, now),
      accessMoment(payload, now),
      loadStaff(payload).then((staff) => nextRepetition(payload, staff, now)),
    ]),
  );

const ledgerMoments = (payload: Payload, now: Instant): readonly Promise<Instant | undefined>[] => {
  const ahead = { hours: ASK_DAYS_AHEAD * 24 };
  const unsent = { status: { in: [...UNSENT_STATUSES] } };
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
    firstMoment(payload, 'dispatches', 'notBefore', now, { status: { equals: 'due' } }),
    firstMoment(payload, 'signups', 'expiresAt', now),
    firstMoment(payload, 'attempts', 'leaseUntil', now, { stage: { in: ['claimed', 'handing'] } }).then(past),
  ];
};

/** When a closed edition waits no longer for contents that changed in the last moment. */
const sealingMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const wait = { minutes: waitMinutes(await loadSettings(payload, now)) };
  const closed = [{ status: { equals: 'closed' } }, isUnset('recipients')];
  return (await firstMoment(payload, 'editions', 'slotAt', now.subtract(wait), ...closed))?.add(wait);
};

/** When an edition is closed for editing, and its editors are told. */
const closingMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const open = await editionsIn(payload, ['open']);
  if (open.length === 0) return undefined;
  const { channels } = await loadSettings(payload, now);
  return firstAfter(
    now,
    open.map(({ channelId, slotAt }) => {
      const channel = channels.find(({ id }) => id === channelId);
      return channel && closesAt(newsletterOf(channel), slotAt);
    }),
  );
};

/** A lease is over after its end, not at it. */
const past = (leaseUntil: Instant | undefined): Instant | undefined => leaseUntil?.add({ milliseconds: 1 });

const silenceMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const waiting = await deliveriesIn(payload, 'awaiting-approval', { noticedAt: { exists: true } });
  return firstAfter(now, waiting.map(silenceEnds));
};

/** When the quiet hours end that hold a due message or edition back, a channel has a place again, or the time to think is over. */
const heldMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const rows = await deliveriesIn(payload, 'ready', { dueAt: { less_than_equal: toIso(now) } });
  const editions = (await editionsIn(payload, ['open', 'closed'])).filter(({ slotAt }) => !isBefore(now, slotAt));
  const held = new Set([...rows, ...editions].map(({ channelId }) => channelId));
  if (held.size === 0) return undefined;
  const { channels, coolOffMinutes } = await loadSettings(payload, now);
  const contents = await loadContents(payload, [...new Set(rows.map(({ content }) => content))]);
  const holding = channels.filter((channel) => channel.active && held.has(channel.id));
  return firstAfter(now, [
    ...holding.flatMap(({ quiet, restUntil }) => [sendableAt(quiet, now), restUntil]),
    ...(await Promise.all(holding.map((channel) => nextPlace(payload, channel, now)))),
    ...rows.map((row) => {
      const content = contents.get(row.content);
      return content && settledAt(row, content, coolOffMinutes);
    }),
  ]);
};

/** When the time to think is over that keeps people from being asked about rows of the next days. */
const askMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const soon = { dueAt: { less_than_equal: toIso(now.add({ hours: ASK_DAYS_AHEAD * 24 })) } };
  const rows = await deliveriesIn(payload, 'planned', { approval: { not_equals: 'automatic' } }, soon);
  const contents = await loadContents(payload, [...new Set(rows.map(({ content }) => content))]);
  const { coolOffMinutes } = await loadOperations(payload);
  return firstAfter(
    now,
    rows.map((row) => {
      const content = contents.get(row.content);
      return content && askFrom(row, content, coolOffMinutes);
    }),
  );
};

/** When a version of the agreement comes into force, or a clause begins or ends to be valid. */
const agreementMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> =>
  firstAfter(now, (await loadAgreements(payload)).flatMap(datesOf));

/** When somebody is reminded of a text that lies with them. */
const reminderMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> =>
  firstAfter(
    now,
    (await openHandovers(payload)).map(({ handedAt, askUntil }) => remindAt(handedAt, askUntil)),
  );

/** When somebody is told that the access of a channel ends, or it is renewed. */
const accessMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> => {
  const { channels } = await loadSettings(payload, now);
  return firstAfter(
    now,
    channels.flatMap((channel) => {
      const end = channel.active ? accessEnd(channel, now) : undefined;
      return [end && nextWarning(end, now), renewsAt(channel)];
    }),
  );
};

/** When the next digest begins, if anybody takes one; what there will be to say then is not known yet. */
const digestMoment = async (payload: Payload, now: Instant): Promise<Instant | undefined> =>
  (await loadReaders(payload, 'digest')).length > 0 ? nextDigest(now) : undefined;

const firstAfter = (now: Instant, moments: readonly (Instant | undefined)[]): Instant | undefined => {
  const [first, ...rest] = moments.filter((moment) => moment !== undefined).filter((moment) => isBefore(now, moment));
  return first && earliest(first, ...rest);
};
