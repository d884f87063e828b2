import { weekOf } from './calendar';
import { type ChannelId, type ChannelSettings, isNewsletter, PURPOSES_CARRIED } from './channel';
import { type Content, contentKey, type EventContent, isOtherStatusAlone } from './content';
import { type Delivery, deliveryKey, isOut, isOvertaken, isUnsent, mayReturn, type PlannedDelivery, toldAt } from './delivery';
import { type Chosen, chooseGround, codeOf, type Ground } from './ground';
import { givesWay, isCorrection, type Purpose } from './purpose';
import { dueFrom, STEP_GAP_HOURS, type Timetable } from './schedule';
import { compareInstants, type Instant, isBefore, latest } from './time';

export type ChannelInput = {
  readonly content: Content;
  readonly timetable: Timetable;
  /** `fingerprintOf` the content. */
  readonly fingerprint: string;
  readonly channel: ChannelSettings;
  readonly grounds: readonly Ground[];
  /** The content's rows on this channel. */
  readonly existing: readonly Delivery[];
  readonly load: (channelId: ChannelId, code: string, week: string) => number;
  readonly now: Instant;
};

/**
 * The rows one channel should have of one content: the correction first, then the ladder. Announcing is caught up when
 * late; reminders and last calls too close to another message look for another time, or are dropped, for that message does their work.
 * What waited longer than its due time (for a yes, for a stop to end) leaves now at the earliest, and that is what counts.
 */
export const rowsOnChannel = (input: ChannelInput): readonly PlannedDelivery[] => {
  const { content, channel } = input;
  if (isNewsletter(channel.kind) && !channel.slot) return [];
  const rows: PlannedDelivery[] = [];
  const correction = correctionRow(input);
  if (correction) rows.push(correction);
  if (!isOn(content)) return rows;
  if (input.existing.some((row) => row.purpose === 'announce' && row.status === 'declined')) return rows;
  for (const purpose of STEPS) {
    if (!PURPOSES_CARRIED[channel.kind].includes(purpose)) continue;
    const row = placedRow(input, purpose, rows);
    if (row) rows.push(row);
  }
  return rows;
};

/** In this order steps take their place; a later one gives way. */
const STEPS = ['announce', 'last-call', 'remind'] as const satisfies readonly Purpose[];

/** Postponed and cancelled events are not promoted, only corrected; fully booked ones neither. */
const isOn = (content: Content): boolean => {
  if (content.kind !== 'event') return true;
  const { status, soldOut } = content.event;
  return !soldOut && (status === 'planned' || status === 'moved');
};

/** Readers of this channel were told something that has changed since: tell them once per change, and nothing they may not know. */
const correctionRow = (input: ChannelInput): PlannedDelivery | undefined => {
  const { content, existing, channel } = input;
  if (content.kind !== 'event') return undefined;
  const told = lastTold(existing);
  if (!told || !isOvertaken(told, { sequence: content.sequence, fingerprint: input.fingerprint })) return undefined;
  const purpose = content.event.status === 'cancelled' ? 'cancel' : 'update';
  if (!PURPOSES_CARRIED[channel.kind].includes(purpose)) return undefined;
  const wanted = correctionWanted(input.timetable, content, told);
  if (!wanted) return undefined;
  // What was wrong under the carrier's name is put right without asking again.
  const ground: Ground = { because: told.because, ladder: {}, approval: { kind: 'automatic' } };
  return buildRow(input, purpose, { ground, wanted, alsoFulfils: told.alsoFulfils });
};

/** The newest version that readers of a channel know. */
const lastTold = (existing: readonly Delivery[]): Delivery | undefined =>
  existing.filter((row) => isOut(row.status)).sort((a, b) => b.sequence - a.sequence || compareInstants(toldAt(b), toldAt(a)))[0];

/**
 * When a correction may be told; undefined while the content is not public. That an event is off, and nothing else that readers
 * do not know yet, is told at once.
 */
export const correctionWanted = (
  timetable: Timetable,
  content: EventContent,
  told: Pick<Delivery, 'fingerprint'>,
): Instant | undefined => {
  if (content.event.status === 'cancelled' && isOtherStatusAlone(content, told.fingerprint)) return content.changedAt;
  return content.visibility === 'public' ? timetable.wantedAt('update', {}) : undefined;
};

/** The row of a step, with room around it: at the time it had, else at the one it would get if it came anew. */
const placedRow = (input: ChannelInput, purpose: Purpose, ahead: readonly PlannedDelivery[]): PlannedDelivery | undefined => {
  const chosen = chooseGround(purpose, input.timetable, input.grounds);
  const row = chosen && buildRow(input, purpose, chosen);
  if (!row || !isCrowded(row, ahead, input)) return row;
  const anew = buildRow(input, purpose, chosen, 'anew');
  return anew?.status === 'planned' && !isCrowded(anew, ahead, input) ? anew : undefined;
};

/** Builds one row with its due time; a promise that cannot be kept any more becomes a missed row, anything else none. */
const buildRow = (
  input: ChannelInput,
  purpose: Purpose,
  chosen: Chosen,
  time: 'kept' | 'anew' = 'kept',
): PlannedDelivery | undefined => {
  const { content, channel, existing, now, timetable } = input;
  const occasion = isCorrection(purpose) ? content.sequence : 0;
  const key = deliveryKey(contentKey(content.ref), channel.slug, purpose, occasion);
  const before = existing.find((row) => row.key === key);
  const until = timetable.latestAt(purpose);
  const due =
    time === 'kept' && keepsDue(before, chosen.wanted, until, input)
      ? { at: before.dueAt }
      : dueFrom(timetable, channel, {
          from: latest(chosen.wanted, now, timetable.settledAt(purpose)),
          until,
          isFull: (at) => isFull(input, chosen.ground, at),
        });
  if (due.problem && !isMissable(purpose, chosen, isBefore(now, until), before)) return undefined;
  return {
    key,
    content: contentKey(content.ref),
    organiser: content.organiser,
    channelId: channel.id,
    carrier: channel.carrier,
    purpose,
    occasion,
    because: chosen.ground.because,
    alsoFulfils: chosen.alsoFulfils,
    approval: chosen.ground.approval,
    wantedAt: chosen.wanted,
    dueAt: due.at,
    latestAt: until,
    status: due.problem ? 'missed' : 'planned',
    reason: due.problem,
    fingerprint: input.fingerprint,
    sequence: content.sequence,
  };
};

/**
 * A due time once set stays, also when it has passed, as long as the rule asks for the same moment and the channel allows
 * it; that of a row which left, or which a person decided on, stays for ever.
 */
const keepsDue = (
  before: Delivery | undefined,
  wanted: Instant,
  until: Instant,
  { timetable, channel, now }: ChannelInput,
): before is Delivery => {
  if (!before || before.status === 'withdrawn' || before.status === 'missed') return false;
  if (!isUnsent(before.status)) return true;
  const settledAt = timetable.settledAt(before.purpose);
  return (
    before.wantedAt.equals(wanted) &&
    isBefore(before.dueAt, until) &&
    // What is meant for a slot keeps it and waits there for the last change to settle.
    (isNewsletter(channel.kind) || !isBefore(before.dueAt, settledAt) || !isBefore(now, settledAt)) &&
    timetable.firstChance(channel, before.dueAt).equals(before.dueAt)
  );
};

/** Only what readers are owed (a clause's announcement, a correction, a row that stood already) of something to come can be missed. */
const isMissable = (purpose: Purpose, { ground }: Chosen, isToCome: boolean, before: Delivery | undefined): boolean =>
  before !== undefined || (isToCome && (isCorrection(purpose) || (purpose === 'announce' && ground.because.kind === 'clause')));

const isFull = ({ channel, load }: ChannelInput, ground: Ground, at: Instant): boolean => {
  const code = codeOf(ground.because);
  return code !== undefined && ground.capPerWeek !== undefined && load(channel.id, code, weekOf(at)) >= ground.capPerWeek;
};

/** Another message of this content on this channel is too near: one of `ahead` that will leave, or one that is out. */
export const isCrowded = (
  row: Pick<PlannedDelivery, 'key' | 'purpose' | 'dueAt'>,
  ahead: readonly PlannedDelivery[],
  { existing, now }: Pick<ChannelInput, 'existing' | 'now'>,
): boolean => {
  if (!givesWay(row.purpose)) return false;
  const leaving = ahead.filter((other) =>
    willLeave(
      other,
      existing.find(({ key }) => key === other.key),
    ),
  );
  const out = existing.filter((other) => isOut(other.status) && other.key !== row.key);
  const moments = [
    ...leaving.map(({ dueAt }) => latest(dueAt, now)),
    ...out.map((other) => (isInHand(other) ? latest(toldAt(other), now) : toldAt(other))),
  ];
  return moments.some((at) => hoursBetween(at, latest(row.dueAt, now)) < STEP_GAP_HOURS);
};

/** Readers may be told by this row at any moment: it is on its way, or lies with a person. */
const isInHand = ({ status }: Delivery): boolean => status === 'sending' || status === 'handed-over';

/** A row that people ended, or that is out already, does not leave, although the rule asks for it. */
const willLeave = (row: PlannedDelivery, before: Delivery | undefined): boolean =>
  row.status === 'planned' && (!before || isUnsent(before.status) || mayReturn(before, row));

const hoursBetween = (a: Instant, b: Instant): number => Math.abs(a.epochMilliseconds - b.epochMilliseconds) / 3_600_000;
