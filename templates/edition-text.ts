import { EDITION_WORDS, whyYouGetThis } from '#i18n/mail';
import type { EditionWords, EntryWords } from './edition-words';

/** Stands in html and text for the unsubscribe link of each person. */
export const UNSUBSCRIBE = '{{unsubscribe}}';

/** Stands in html and text for the link of each person to what they get. */
export const PREFERENCES = '{{preferences}}';

/** An edition for people who read plain text. */
export const editionText = (words: EditionWords): string => {
  const { language } = words;
  return [
    underlined(`${words.name} – ${words.period}`, '='),
    `${EDITION_WORDS.onTheWeb[language]}: ${words.webUrl}`,
    ...words.intro,
    `${EDITION_WORDS.inThisEdition[language]}: ${words.contents}.`,
    sectionsText(words.sections),
    `\n${'-'.repeat(40)}`,
    `${EDITION_WORDS.times[language]} ${whyYouGetThis(words.name)[language]}`,
    `${EDITION_WORDS.preferences[language]}: ${PREFERENCES}\n${EDITION_WORDS.unsubscribe[language]}: ${UNSUBSCRIBE}`,
    [EDITION_WORDS.imprint[language], ...words.imprint, words.website].filter(Boolean).join('\n'),
    `${EDITION_WORDS.privacy[language]}: ${words.privacyUrl}`,
  ].join('\n\n');
};

/** The parts of an edition or block, one below the other. */
export const sectionsText = (sections: EditionWords['sections']): string =>
  sections.flatMap((section) => [`\n${underlined(section.heading, '-')}`, ...section.entries.map(entryText)]).join('\n\n');

/** One entry for people who read plain text; approvers see it like this too. */
export const entryText = (entry: EntryWords): string => {
  const facts = [entry.when, entry.previously, entry.place, entry.owners, entry.deadline].filter(Boolean).join('\n');
  const title = entry.mark ? `${entry.mark.text}: ${entry.title}` : entry.title;
  const links = [
    `${entry.pageLabel}: ${entry.url}`,
    entry.link && `${entry.link.label}: ${entry.link.url}`,
    entry.calendar && `${entry.calendar.label}: ${entry.calendar.url}`,
  ]
    .filter(Boolean)
    .join('\n');
  return [`${title}\n${facts}`, entry.teaser, entry.funding?.lines.join('\n'), links].filter(Boolean).join('\n\n');
};

const underlined = (text: string, stroke: string): string => `${text.toUpperCase()}\n${stroke.repeat(Math.min(text.length, 60))}`;
