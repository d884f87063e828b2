import { below, calendarUrl, type EditionDay, editionUrl, privacyUrl } from '#domain/addresses';
import type { ChannelSettings } from '#domain/channel';
import type { Content, ContentKind, Language } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import type { Section, SectionId } from '#domain/edition';
import type { EditionEdits } from '#domain/edition-edit';
import { newsletterOf } from '#domain/newsletter';
import { ownTextOf } from '#domain/own-text';
import { describedIn } from '#domain/picture';
import { isCorrection } from '#domain/purpose';
import { cutText, oneLine, stripControls } from '#domain/text';
import { webAddress } from '#domain/web-address';
import { badgeOf, dateInWords, monthInWords } from '#i18n/dates';
import { countInWords, editionSubject } from '#i18n/mail';
import { CORRECTION_LEADS, LINE_WORDS, lastCallLead, PAGE_LABELS } from '#i18n/reader';
import { KIND_WORDS, SECTION_WORDS } from '#i18n/words';
import { type ContentWords, contentInWords, type Organisations, spokenName } from './content-words';
import { type FundingWords, fundingInWords } from './funding-words';

/** What an edition is made of; sections come arranged by `editedSections`. */
export type EditionInput = {
  readonly edition: EditionDay & {
    readonly channelName: string;
    readonly edits: Pick<EditionEdits, 'intro' | 'subject'>;
  };
  readonly sections: readonly Section[];
  readonly organisations: Organisations;
  readonly channel: Pick<ChannelSettings, 'carrier' | 'language' | 'slot' | 'slug' | 'newsletter'>;
  readonly publicUrl: string;
};

/** One entry of an edition in words. */
export type EntryWords = ContentWords & {
  /** Of the ledger row. */
  readonly key: string;
  readonly kind: ContentKind;
  /** What is special about it: `Abgesagt`, `Letzte Chance zur Anmeldung`, or the kind of a news item. */
  readonly mark?: { readonly text: string; readonly urgent: boolean } | undefined;
  readonly badge?: ReturnType<typeof badgeOf> | undefined;
  /** Cancelled: the date of the badge no longer holds. */
  readonly isOff: boolean;
  readonly pageLabel: string;
  readonly funding?: FundingWords | undefined;
  /** The event for people's calendars; nothing where there is no date to note. */
  readonly calendar?: { readonly url: string; readonly label: string } | undefined;
};

/** An edition in words; mail program and plain text show the same. */
export type EditionWords = {
  readonly language: Language;
  readonly subject: string;
  readonly preheader: string;
  readonly name: string;
  readonly period: string;
  /** What the editors say first, paragraph by paragraph. */
  readonly intro: readonly string[];
  readonly contents: string;
  /** `#rrggbb`, where the newsletter has a colour of its own. */
  readonly colour?: string | undefined;
  readonly logo?: LogoWords | undefined;
  readonly webUrl: string;
  readonly privacyUrl: string;
  readonly publisher: string;
  readonly website?: string | undefined;
  readonly imprint: readonly string[];
  readonly sections: readonly { readonly id: SectionId; readonly heading: string; readonly entries: readonly EntryWords[] }[];
};

export type LogoWords = { readonly url: string; readonly alt: string; readonly width: number; readonly height: number };

/** Puts an edition into words, in the language of its channel. */
export const editionInWords = (input: EditionInput): EditionWords => {
  const { channel, edition, organisations, publicUrl } = input;
  const { language } = channel;
  const { colour, logo } = newsletterOf(channel);
  const sections = sectionsInWords(input);
  const publisher = organisations.get(channel.carrier);
  const name = oneLine(edition.channelName);
  const period = (channel.slot?.rhythm === 'monthly' ? monthInWords : dateInWords)(edition.slotAt, language);
  return {
    language,
    ...headlines(name, period, sections, language, edition.edits.subject[language]),
    name,
    period,
    intro: paragraphsOf(edition.edits.intro[language]),
    colour,
    logo: logo && { ...describedIn(logo, language), url: below(publicUrl, logo.path) },
    webUrl: editionUrl(channel.slug, edition, publicUrl),
    privacyUrl: privacyUrl(publicUrl),
    contents: countInWords(countOf(input.sections))[language],
    publisher: publisher ? spokenName(publisher) : name,
    website: webAddress(publisher?.website),
    imprint: imprintLines(publisher?.imprint, publisher?.name),
    sections,
  };
};

/** The parts of an edition or block with their entries; the first entry of each part shows its picture. */
export const sectionsInWords = (
  input: Pick<EditionInput, 'sections' | 'organisations' | 'publicUrl'> & { readonly channel: Pick<ChannelSettings, 'language'> },
): EditionWords['sections'] => {
  const { language } = input.channel;
  return input.sections.map((section) => ({
    id: section.id,
    heading: SECTION_WORDS[section.id][language],
    entries: section.entries.map((entry, index) =>
      entryInWords({ ...input, ...entry, language, withPicture: index === 0 && section.id !== 'corrections' }),
    ),
  }));
};

type EntryInput = Pick<EditionInput, 'organisations' | 'publicUrl'> & {
  readonly delivery: Pick<Delivery, 'key' | 'purpose' | 'ownText' | 'ownTextStale' | 'dueAt'>;
  readonly content: Content;
  readonly language: Language;
  readonly withPicture: boolean;
};

/** One entry in words; the carrier's own text stands in the teaser's place unless it is stale. Corrections have no teaser. */
export const entryInWords = (input: EntryInput): EntryWords => {
  const { content, delivery, language } = input;
  const { organisations, publicUrl } = input;
  const words = contentInWords(content, organisations, publicUrl, language);
  const ownText = stripControls(ownTextOf(delivery) ?? '').trim();
  const hasDate = content.kind === 'event' && content.event.status !== 'postponed';
  const isOff = content.kind === 'event' && content.event.status === 'cancelled';
  return {
    ...words,
    key: delivery.key,
    kind: content.kind,
    teaser: ownText || (isCorrection(delivery.purpose) ? '' : words.teaser),
    mark: markOf(content, words.state, delivery, language),
    badge: hasDate ? badgeOf(content.event.startsAt, language) : undefined,
    isOff,
    pageLabel: PAGE_LABELS[content.kind][language],
    picture: input.withPicture ? words.picture : undefined,
    funding: fundingInWords(content, organisations, publicUrl, language, delivery.dueAt),
    calendar: hasDate && !isOff ? { url: calendarUrl(content, publicUrl), label: LINE_WORDS.calendar[language] } : undefined,
  };
};

const markOf = (
  content: Content,
  state: string | undefined,
  { purpose }: Pick<Delivery, 'purpose'>,
  language: Language,
): EntryWords['mark'] => {
  if (state) return { text: state, urgent: true };
  if (purpose === 'update' || purpose === 'cancel') return { text: CORRECTION_LEADS[purpose][language], urgent: true };
  if (purpose === 'last-call') return { text: lastCallLead(content.kind)[language], urgent: true };
  return content.kind === 'event' ? undefined : { text: KIND_WORDS[content.kind][language], urgent: false };
};

const headlines = (
  name: string,
  period: string,
  sections: EditionWords['sections'],
  language: Language,
  own: string | undefined,
): Pick<EditionWords, 'subject' | 'preheader'> => {
  const news = sections.filter((section) => section.id !== 'corrections').flatMap((section) => section.entries);
  const all = [...news, ...sections.flatMap((section) => (section.id === 'corrections' ? section.entries : []))];
  const titles = all.map(({ state, title }) => (state ? `${state}: ${title}` : title));
  const first = cutText(titles[0] ?? '', 70);
  const rest = titles.slice(1).join(' · ') || all[0]?.teaser || '';
  return {
    subject: oneLine(own ?? '') || editionSubject(name, period, first, Math.max(0, titles.length - 1))[language],
    preheader: cutText(oneLine(rest), 140),
  };
};

const paragraphsOf = (text = ''): readonly string[] =>
  stripControls(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

const countOf = (sections: readonly Section[]): { events: number; news: number; corrections: number } => {
  const counts = { events: 0, news: 0, corrections: 0 };
  for (const { id, entries } of sections) {
    const events = entries.filter(({ content }) => content.kind === 'event').length;
    if (id === 'corrections') counts.corrections += entries.length;
    else {
      counts.events += events;
      counts.news += entries.length - events;
    }
  }
  return counts;
};

/** The imprint line by line, with the full name on top. */
const imprintLines = (imprint: string | undefined, name: string | undefined): readonly string[] => {
  const lines = stripControls(imprint ?? '')
    .split('\n')
    .map(oneLine)
    .filter(Boolean);
  return name && lines[0] !== oneLine(name) ? [oneLine(name), ...lines] : lines;
};
