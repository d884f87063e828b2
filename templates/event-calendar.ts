import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { contentUrn, pageUrl } from '#domain/addresses';
import type { EventContent, EventFacts } from '#domain/content';
import { type Instant, inBerlin, isBefore, latest } from '#domain/time';
import { contentInWords, type Organisations } from './content-words';
import { fundingInWords } from './funding-words';

type CalendarInput = {
  readonly content: EventContent;
  readonly organisations: Organisations;
  readonly publicUrl: string;
  /** Decides whether a funding notice holds. */
  readonly now: Instant;
};

/**
 * One event as a calendar file (RFC 5545) with a strong ETag (quoted) over its bytes. Times are UTC, whole days dates; UID stays for
 * ever and SEQUENCE rises with every change of time, place or status, so that a calendar that has the event replaces it.
 */
export const renderCalendar = (input: CalendarInput): { ics: string; etag: string; lastModified: Instant } => {
  const { content, organisations, publicUrl } = input;
  const words = contentInWords(content, organisations, publicUrl, 'de');
  const publicAt = latest(content.publishedAt, content.embargoUntil ?? content.publishedAt);
  const lastModified = latest(publicAt, content.changedAt);
  const calendar = ical({
    prodId: { company: 'Nordsüd', product: 'Veranstaltungen', language: 'DE' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: contentUrn(content),
    sequence: content.sequence,
    stamp: utc(lastModified),
    created: utc(publicAt),
    lastModified: utc(lastModified),
    ...spanOf(content.event),
    status: STATUSES[content.event.status],
    summary: words.state ? `${words.state}: ${words.title}` : words.title,
    ...(words.place && { location: words.place }),
    description: descriptionOf(input),
    url: pageUrl(content, publicUrl),
  });
  const ics = `${calendar.toString()}\r\n`;
  return { ics, etag: `"${createHash('sha256').update(ics).digest('base64url')}"`, lastModified };
};

const STATUSES = {
  planned: ICalEventStatus.CONFIRMED,
  moved: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<EventFacts['status'], ICalEventStatus>;

/** The end of whole days is the day after the last one; an event whose end nobody knows has none. */
const spanOf = ({ allDay, startsAt, endsAt }: EventFacts) => {
  if (!allDay) return { start: utc(startsAt), ...(isBefore(startsAt, endsAt) && { end: utc(endsAt) }) };
  const [first, last] = [inBerlin(startsAt).toPlainDate(), inBerlin(endsAt).toPlainDate()];
  return { start: first.toString(), end: last.add({ days: 1 }).toString(), allDay: true };
};

/** As text: the generator prints a `Date` as UTC too, but reads the process's zone elsewhere. */
const utc = (at: Instant): string => at.toString({ fractionalSecondDigits: 0 });

const descriptionOf = ({ content, organisations, publicUrl, now }: CalendarInput): string => {
  const words = contentInWords(content, organisations, publicUrl, 'de');
  const funding = fundingInWords(content, organisations, publicUrl, 'de', now);
  const facts = [words.when, words.previously, words.owners, words.deadline].filter(Boolean).join('\n');
  return [facts, words.teaser, funding?.lines.join('\n'), words.url].filter(Boolean).join('\n\n');
};
