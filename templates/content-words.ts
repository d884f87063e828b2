import { below, pageUrl } from '#domain/addresses';
import { type Content, type EventContent, type EventFacts, inLanguage, type Language, ownersOf } from '#domain/content';
import { endOfBerlinDay } from '#domain/marks';
import type { Organisation, OrganisationId } from '#domain/organisation';
import { type DescribedPicture, describedIn } from '#domain/picture';
import { oneLine, stripControls } from '#domain/text';
import { type Instant, isBefore } from '#domain/time';
import { webAddress } from '#domain/web-address';
import { dayInWords, deadlineInWords, momentInWords, whenInWords } from '#i18n/dates';
import { DEADLINE_LABELS, LINE_WORDS, LINK_LABELS, OWNER_LABELS, SOLD_OUT_LEAD, STATE_LEADS } from '#i18n/reader';
import { PLACE_WORDS } from '#i18n/words';

/** All bodies by id; one that is missing is left out of the wording. */
export type Organisations = ReadonlyMap<OrganisationId, Organisation>;

/** What readers are told about a content, in one language, every line free of controls. Mails, feeds and pages share it. */
export type ContentWords = {
  /** Abgesagt, Neuer Termin, Verschoben, Ausgebucht. */
  readonly state?: string | undefined;
  readonly title: string;
  readonly when?: string | undefined;
  /** `Bisher: …`, where the date in readers' calendars is not the one that holds. */
  readonly previously?: string | undefined;
  readonly place?: string | undefined;
  /** `Veranstalter: A und B`. */
  readonly owners: string;
  readonly teaser: string;
  /** `Anmeldung bis …`; gone with the event it belongs to, and with its last place. */
  readonly deadline?: string | undefined;
  readonly picture?: DescribedPicture | undefined;
  readonly pictureUrl?: string | undefined;
  /** Our page about it. */
  readonly url: string;
  /** Registration page or further reading; http(s) only, gone with the event it belongs to. */
  readonly link?: { readonly url: string; readonly label: string } | undefined;
};

/** Everything there is to say about a content. */
export const contentInWords = (
  content: Content,
  organisations: Organisations,
  publicUrl: string,
  language: Language,
): ContentWords => {
  const event = content.kind === 'event' ? content : undefined;
  const isOn = !event || isTakingPlace(event);
  const isFull = event?.event.soldOut === true;
  const link = isOn ? webAddress(content.link) : undefined;
  return {
    state: event && stateOf(event.event, language),
    title: oneLine(inLanguage(content.title, language)),
    when: event && whenOf(event.event, language),
    previously: event && previouslyOf(event.event, language),
    place: event && placeInWords(event.event, language),
    owners: `${OWNER_LABELS[content.kind][language]}: ${ownersInWords(content, organisations, language)}`,
    teaser: stripControls(inLanguage(content.teaser, language)).trim(),
    deadline: isOn && !isFull && content.deadline ? deadlineOf(content, language) : undefined,
    picture: content.picture && describedIn(content.picture, language),
    pictureUrl: content.picture && below(publicUrl, content.picture.path),
    url: pageUrl(content, publicUrl),
    link: link ? { url: link, label: LINK_LABELS[isFull ? 'news' : content.kind][language] } : undefined,
  };
};

/** True unless the event was cancelled or has no date at present: then there is nothing to register for. */
export const isTakingPlace = (content: EventContent): boolean =>
  content.event.status !== 'cancelled' && content.event.status !== 'postponed';

/** True when the event has ended; an all-day event ends with its last Berlin day. */
export const isOver = ({ allDay, endsAt }: EventFacts, now: Instant): boolean =>
  !isBefore(now, allDay ? endOfBerlinDay(endsAt) : endsAt);

/** A name as one says it: without its legal form (`Science Park Kassel GmbH` → `Science Park Kassel`). */
export const spokenName = (organisation: Organisation): string =>
  oneLine(organisation.name).replace(/ (?:gGmbH|GmbH|AG|KG|SE|e\. ?V\.)(?: & Co\. KG)?$/u, '') || oneLine(organisation.shortName);

/** Organiser and co-organisers as one enumeration: `A, B und C`. */
const ownersInWords = (content: Content, organisations: Organisations, language: Language): string =>
  enumerate(
    ownersOf(content)
      .flatMap((id) => organisations.get(id) ?? [])
      .map(spokenName),
    language,
  );

/** `A`, `A und B`, `A, B und C`. */
export const enumerate = (names: readonly string[], language: Language): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${LINE_WORDS.and[language]} ${names.at(-1)}`;

/** Venue, street and town on one line; `Online`; both. Without any of them the region. */
const placeInWords = (facts: EventFacts, language: Language): string => {
  if (!facts.street && !facts.postalCode) return shortPlace(facts, language);
  return withAttendance(facts, joined([facts.venue, facts.street, joined([facts.postalCode, facts.town], ' ')]), language);
};

/** Venue and town, as much as a post has room for; a venue that names its town (`Kongress Palais Kassel`) needs no second one. */
export const shortPlace = (facts: EventFacts, language: Language): string => {
  const venue = wordsOf(facts.venue);
  const place = facts.town && venue.includes(wordsOf(facts.town)) ? facts.venue : joined([facts.venue, facts.town]);
  return withAttendance(facts, oneLine(place ?? ''), language);
};

/** Hashtags with their sign, each once, without what would end them. */
export const hashtagsInWords = (tags: readonly string[]): readonly string[] => {
  const clean = tags.map((tag) => stripControls(tag).replace(/[^\p{L}\p{M}\p{N}_]/gu, '')).filter(Boolean);
  return [...new Set(clean)].map((tag) => `#${tag}`);
};

/** What is to be said before the title. */
const stateOf = ({ status, soldOut }: EventFacts, language: Language): string | undefined =>
  (STATE_LEADS[status] ?? (soldOut ? SOLD_OUT_LEAD : undefined))?.[language];

const whenOf = (facts: EventFacts, language: Language): string =>
  facts.status === 'postponed' ? LINE_WORDS.open[language] : whenInWords(facts, language);

const previouslyOf = (facts: EventFacts, language: Language): string | undefined => {
  const before = facts.status === 'postponed' ? whenInWords(facts, language) : previousDate(facts, language);
  return before && `${LINE_WORDS.previously[language]}: ${before}`;
};

const previousDate = (facts: EventFacts, language: Language): string | undefined => {
  if (facts.status !== 'moved' || !facts.previousStartsAt) return undefined;
  return (facts.allDay ? dayInWords : momentInWords)(facts.previousStartsAt, language);
};

const deadlineOf = (content: Content, language: Language): string | undefined =>
  content.deadline && `${DEADLINE_LABELS[content.kind][language]} ${deadlineInWords(content.deadline, language)}`;

const withAttendance = (facts: EventFacts, place: string, language: Language): string => {
  if (facts.attendance === 'online') return LINE_WORDS.online[language];
  const onSite = place || PLACE_WORDS[facts.region][language];
  return facts.attendance === 'hybrid' ? `${onSite} ${LINE_WORDS.alsoOnline[language]}` : onSite;
};

const wordsOf = (text = ''): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

const joined = (parts: readonly (string | undefined)[], separator = ', '): string =>
  parts
    .map((part) => oneLine(part ?? ''))
    .filter(Boolean)
    .join(separator);
