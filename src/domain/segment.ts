import type { ChannelSettings } from './channel';
import { ownersOf } from './content';
import type { EditionEntry } from './edition';
import type { Language } from './language';
import { type OrganisationId, REGIONS, type Region } from './organisation';
import { isCorrection } from './purpose';

/** What a person wants of one newsletter; no region means both, no topics mean all. */
export type Preferences = {
  readonly language: Language;
  readonly region?: Region | undefined;
  /** Slugs of topics. */
  readonly topics: readonly string[];
};

/** The language a person reads a newsletter in: their own where it comes in both, else its own. */
export const readingLanguage = (
  channel: Pick<ChannelSettings, 'language' | 'bothLanguages'>,
  { language }: Pick<Preferences, 'language'>,
): Language => (channel.bothLanguages ? language : channel.language);

/** The languages a newsletter leaves in, its own first. */
export const languagesOf = ({
  language,
  bothLanguages,
}: Pick<ChannelSettings, 'language' | 'bothLanguages'>): readonly Language[] => {
  if (!bothLanguages) return [language];
  return language === 'de' ? ['de', 'en'] : ['en', 'de'];
};

/** Names all people who want the same, such as `de.north.energie.gruendung`; whoever ticks in another order wants the same. */
export const segmentKey = ({ language, region, topics }: Preferences): string =>
  [language, region ?? ALL, ...[...new Set(topics)].sort()].join('.');

/** What the people of a segment want. Slugs have no dots, so that a key says all. */
export const segmentOf = (key: string): Preferences => {
  const [language, region, ...topics] = key.split('.');
  return {
    language: language === 'en' ? 'en' : 'de',
    region: REGIONS.find((one) => one === region),
    topics,
  };
};

/** A segment and how many people it has. */
export type SegmentSize = { readonly key: string; readonly people: number };

/** The segments of a newsletter from how many people want what, the largest first. */
export const segmentSizes = (
  channel: Pick<ChannelSettings, 'language' | 'bothLanguages'>,
  choices: readonly (Preferences & { readonly people: number })[],
): readonly SegmentSize[] => {
  const sizes = new Map<string, number>();
  for (const { people, ...wanted } of choices) {
    const key = segmentKey({ ...wanted, language: readingLanguage(channel, wanted) });
    sizes.set(key, (sizes.get(key) ?? 0) + people);
  }
  return [...sizes].map(([key, people]) => ({ key, people })).sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1));
};

/**
 * The entries of an edition that people with these preferences get. A content without a topic is for everybody; so is a correction,
 * for what they were told before may have been chosen otherwise, and a wasted journey is worse than a line too many.
 */
export const entriesFor = (
  entries: readonly EditionEntry[],
  { region, topics }: Pick<Preferences, 'region' | 'topics'>,
  organisations: ReadonlyMap<OrganisationId, { readonly region: Region }>,
): readonly EditionEntry[] =>
  entries.filter(({ delivery, content }) => {
    if (isCorrection(delivery.purpose)) return true;
    const isFromThere = !region || ownersOf(content).some((id) => organisations.get(id)?.region === region);
    const isAbout = topics.length === 0 || content.topics.length === 0 || content.topics.some((slug) => topics.includes(slug));
    return isFromThere && isAbout;
  });

const ALL = 'all';
