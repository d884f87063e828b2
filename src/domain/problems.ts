import type { Attendance, ContentKind, EventStatus, PlaceRegion } from './content';
import { isEmailAddress } from './email-address';
import { endOfBerlinDay, overAt } from './marks';
import { countGraphemes } from './text';
import { type Instant, isBefore, readInstant } from './time';
import { isWebAddress } from './web-address';

/** What can be wrong with a content; the words are in `#i18n/problems`. */
export type ProblemCode =
  | 'missing'
  | 'german-missing'
  | 'bad-date'
  | 'too-long'
  | 'no-web-address'
  | 'no-email'
  | 'over'
  | 'end-before-start'
  | 'deadline-after-start'
  | 'embargo-after-start'
  | 'previous-missing'
  | 'previous-same'
  | 'place-not-online'
  | 'link-missing'
  | 'reason-missing';

/** One thing to put right before publishing; `path` is the field, `max` the allowed number of characters. */
export type Problem = { readonly path: string; readonly code: ProblemCode; readonly max?: number };

type Text = string | null | undefined;
type Common = {
  /** The German version; what is missing in English falls back to it. */
  readonly title?: Text;
  readonly teaser?: Text;
  readonly organiser?: Text;
  readonly link?: Text;
  readonly contact?: { readonly email?: Text } | null | undefined;
  readonly deadline?: Text;
  readonly embargoUntil?: Text;
  readonly doNotPromote?: boolean | null | undefined;
  readonly doNotPromoteReason?: Text;
};

/** An event as entered: moments are ISO instants, anything may still be missing. */
export type EventInput = Common & {
  readonly kind: 'event';
  readonly startsAt?: Text;
  readonly endsAt?: Text;
  readonly allDay?: boolean | null | undefined;
  readonly status?: EventStatus | null | undefined;
  readonly previousStartsAt?: Text;
  readonly attendance?: Attendance | null | undefined;
  readonly placeRegion?: PlaceRegion | null | undefined;
  readonly venue?: Text;
  readonly street?: Text;
  readonly town?: Text;
  readonly cost?: Text;
};

/** A news item, best practice or call as entered. */
export type NewsInput = Common & { readonly kind: Exclude<ContentKind, 'event'>; readonly callRole?: Text };

/** A content as entered, before anybody promises that it is complete. */
export type ContentInput = EventInput | NewsInput;

/** Longest texts in characters as readers count them. */
export const MAX_LENGTH = { title: 200, teaser: 300, line: 200, link: 2000, reason: 500 } as const;

/** What no draft may hold either, because it cannot be stored as meant: moments that are none. */
export const formatProblems = (input: ContentInput): readonly Problem[] =>
  momentPaths(input).flatMap(([path, value]) => (value && !readInstant(value) ? [{ path, code: 'bad-date' as const }] : []));

/** Everything that keeps a content from being published, in the order of the form; empty when all is well. */
export const publishProblems = (input: ContentInput): readonly Problem[] => [
  ...formatProblems(input),
  ...missing(input, ['title', 'teaser', 'organiser']),
  ...(input.kind === 'event' ? eventProblems(input) : newsProblems(input)),
  ...lengthProblems(input),
  ...when(isFilled(input.link) && !isWebAddress(input.link ?? ''), 'link', 'no-web-address'),
  ...when(isFilled(input.contact?.email) && !isEmailAddress(input.contact?.email ?? ''), 'contact.email', 'no-email'),
  ...when(input.doNotPromote === true && !isFilled(input.doNotPromoteReason), 'doNotPromoteReason', 'reason-missing'),
];

/** What nobody can be invited to any more, so that publishing it for the first time would promote nothing. */
export const overProblems = (input: ContentInput, now: Instant): readonly Problem[] => {
  const over = input.kind === 'event' ? overAt(input) : undefined;
  return when(over !== undefined && isBefore(over, now), 'startsAt', 'over');
};

const eventProblems = (input: EventInput): readonly Problem[] => {
  const required = input.attendance === 'online' ? [] : (['town'] as const);
  return [
    ...missing(input, ['startsAt', 'attendance', 'placeRegion', ...required]),
    ...orderProblems(input),
    ...movedProblems(input),
    ...when(input.placeRegion === 'online' && input.attendance !== 'online', 'placeRegion', 'place-not-online'),
    ...when(input.attendance === 'online' && !isFilled(input.link), 'link', 'link-missing'),
  ];
};

const newsProblems = (input: NewsInput): readonly Problem[] => (input.kind === 'call' ? missing(input, ['callRole']) : []);

const orderProblems = (input: EventInput): readonly Problem[] => {
  const startsAt = readInstant(input.startsAt);
  if (!startsAt) return [];
  const endsAt = readInstant(input.endsAt);
  const deadline = readInstant(input.deadline);
  const embargo = readInstant(input.embargoUntil);
  // The deadline of an all-day event may lie on its day.
  const lastMoment = input.allDay ? endOfBerlinDay(startsAt) : startsAt;
  return [
    ...when(endsAt !== undefined && isBefore(endsAt, startsAt), 'endsAt', 'end-before-start'),
    ...when(deadline !== undefined && isBefore(lastMoment, deadline), 'deadline', 'deadline-after-start'),
    ...when(embargo !== undefined && isBefore(lastMoment, embargo), 'embargoUntil', 'embargo-after-start'),
  ];
};

const movedProblems = ({ status, previousStartsAt, startsAt }: EventInput): readonly Problem[] => {
  if (status !== 'moved') return [];
  const previous = readInstant(previousStartsAt);
  const next = readInstant(startsAt);
  if (!previous) return [{ path: 'previousStartsAt', code: 'previous-missing' }];
  return when(next?.equals(previous) === true, 'previousStartsAt', 'previous-same');
};

const lengthProblems = (input: ContentInput): readonly Problem[] => {
  const lines =
    input.kind === 'event'
      ? ([
          ['venue', input.venue],
          ['street', input.street],
          ['town', input.town],
          ['cost', input.cost],
        ] as const)
      : [];
  const texts: readonly (readonly [string, Text, number])[] = [
    ['title', input.title, MAX_LENGTH.title],
    ['teaser', input.teaser, MAX_LENGTH.teaser],
    ...lines.map(([path, text]) => [path, text, MAX_LENGTH.line] as const),
    ['link', input.link, MAX_LENGTH.link],
    ['doNotPromoteReason', input.doNotPromoteReason, MAX_LENGTH.reason],
  ];
  return texts.flatMap(([path, text, max]) =>
    text && countGraphemes(text) > max ? [{ path, code: 'too-long' as const, max }] : [],
  );
};

const momentPaths = (input: ContentInput): readonly (readonly [string, Text])[] => [
  ...(input.kind === 'event'
    ? ([
        ['startsAt', input.startsAt],
        ['endsAt', input.endsAt],
        ['previousStartsAt', input.previousStartsAt],
      ] as const)
    : []),
  ['deadline', input.deadline],
  ['embargoUntil', input.embargoUntil],
];

const missing = <Input extends object>(input: Input, paths: readonly (keyof Input & string)[]): readonly Problem[] =>
  paths.flatMap((path) => (isFilled(input[path]) ? [] : [{ path, code: 'missing' as const }]));

const when = (applies: boolean, path: string, code: ProblemCode): readonly Problem[] => (applies ? [{ path, code }] : []);

const isFilled = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== null && value !== undefined;
