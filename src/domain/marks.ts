import { atWallTime } from './calendar';
import { NEWS_FRESH_DAYS } from './schedule';
import { type Instant, inBerlin, instant, isBefore, latest, readInstant, toIso } from './time';

/** What the flow knows of a content document; written by the server only, moments as ISO instants. */
export type Marks = {
  readonly slug: string | null;
  readonly publishedAt: string | null;
  readonly changedAt: string | null;
  readonly planRevision: number;
  readonly plannedFor: string;
  readonly planUntil: string | null;
  readonly sequence: number;
};

/** Marks of a document nobody has published yet. */
export const NO_MARKS: Marks = {
  slug: null,
  publishedAt: null,
  changedAt: null,
  planRevision: 0,
  plannedFor: '',
  planUntil: null,
  sequence: 0,
};

type Text = string | null | undefined;

/** The parts of a document the marks depend on; news items have no place and no start. */
export type Markable = {
  readonly status?: Text;
  readonly startsAt?: Text;
  readonly endsAt?: Text;
  readonly allDay?: boolean | null | undefined;
  readonly attendance?: Text;
  readonly venue?: Text;
  readonly street?: Text;
  readonly town?: Text;
  readonly deadline?: Text;
  readonly embargoUntil?: Text;
};

/**
 * Marks after a change that takes effect (publish, change of the published, unpublish, trash, restore): a new revision that is
 * not planned yet. `before` is the main row as it stood, `publishes` says whether it is live from now on. What was never
 * published and is not published now keeps its marks.
 */
export const marksAfter = (
  before: { readonly marks: Marks; readonly facts: Markable },
  after: Markable,
  { now, publishes }: { readonly now: Instant; readonly publishes: boolean },
): Marks => {
  const { marks, facts } = before;
  if (!publishes && !marks.publishedAt) return marks;
  const publishedAt = marks.publishedAt ?? toIso(now);
  const isMoved = marks.publishedAt !== null && TOLD.some((name) => !isSame(facts[name], after[name]));
  return {
    slug: marks.slug,
    publishedAt,
    changedAt: toIso(now),
    planRevision: marks.planRevision + 1,
    plannedFor: '',
    planUntil: toIso(planUntil(after, instant(publishedAt))),
    sequence: marks.sequence + (isMoved ? 1 : 0),
  };
};

/** The first moment after the Berlin day of `at`. */
export const endOfBerlinDay = (at: Instant): Instant => atWallTime(inBerlin(at).toPlainDate().add({ days: 1 }), '00:00');

/** What readers of calendars were told; a change of it raises the sequence (RFC 5545). */
const TOLD = ['status', 'startsAt', 'endsAt', 'allDay', 'attendance', 'venue', 'street', 'town'] as const;

/** When an event is over: its end, else its start, all day until midnight; undefined for what has no start. */
export const overAt = ({ allDay, endsAt, startsAt }: Pick<Markable, 'allDay' | 'endsAt' | 'startsAt'>): Instant | undefined => {
  const end = readInstant(endsAt) ?? readInstant(startsAt);
  return end && allDay ? endOfBerlinDay(end) : end;
};

/** Until when planning a content makes sense: the end of the event, or while news is fresh, or till its deadline. */
const planUntil = (content: Markable, publishedAt: Instant): Instant => {
  const over = overAt(content);
  if (over) return over;
  const readable = latest(publishedAt, readInstant(content.embargoUntil) ?? publishedAt);
  const faded = readable.add({ hours: NEWS_FRESH_DAYS * 24 });
  const deadline = readInstant(content.deadline);
  return deadline && isBefore(faded, deadline) ? deadline : faded;
};

const isSame = (a: unknown, b: unknown): boolean => (a || null) === (b || null) || isSameMoment(a, b);

/** `…:00Z` and `…:00.000Z` are one moment. */
const isSameMoment = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && MOMENT.test(a) && MOMENT.test(b) && instant(a).equals(instant(b));

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
