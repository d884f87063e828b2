import type { Payload } from 'payload';
import type { EditionDay } from '#domain/addresses';
import type { ChannelSettings } from '#domain/channel';
import type { Language } from '#domain/content';
import type { Section } from '#domain/edition';
import { entriesFor, languagesOf, type SegmentSize, segmentOf } from '#domain/segment';
import { readEnv } from '#runtime/env';
import type { Edition } from '#store/editions';
import type { Settings } from '#store/settings';
import { countSegments } from '#store/subscribers';
import { loadTopics } from '#store/topics';
import { composeEdition } from '#templates/newsletter.tsx';

/** An edition in one language, ready to be looked at: whole, or what people who chose something get of it. */
export type Preview = {
  readonly isWhole: boolean;
  readonly language: Language;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

/** People who chose the same, and where in the list of previews their mail stands; undefined: nothing is for them, they get none. */
export type ReadersLine = ReturnType<typeof segmentOf> & { readonly people: number; readonly preview: number | undefined };

/** Whose mails can be looked at: those of the largest segments, and how many people are in others. */
export type EditionReaders = { readonly lines: readonly ReadersLine[]; readonly others: number };

type Subject = {
  readonly edition: Edition & EditionDay;
  readonly channel: ChannelSettings;
  readonly sections: readonly Section[];
};

/** Every mail is part of the page. */
const MOST_SEGMENTS = 20;

/** The whole edition in every language it leaves in, then each different mail that its readers get by what they chose; topics by their titles. */
export const previewsOf = async (
  payload: Payload,
  { organisations }: Settings,
  { edition, channel, sections }: Subject,
): Promise<{ readonly previews: readonly Preview[]; readonly readers: EditionReaders }> => {
  const { publicUrl } = readEnv();
  const previews: Preview[] = [];
  const known = new Map<string, number>();
  const preview = async (theirs: readonly Section[], language: Language, isWhole: boolean): Promise<number> => {
    const rows = theirs.flatMap(({ entries }) => entries.map(({ delivery }) => delivery.id));
    const same = [language, ...rows].join(' ');
    const input = { edition, sections: theirs, organisations, channel: { ...channel, language }, publicUrl };
    const at = known.get(same) ?? previews.push({ isWhole, language, ...(await composeEdition(input)) }) - 1;
    known.set(same, at);
    return at;
  };
  for (const language of languagesOf(channel)) await preview(sections, language, true);
  const [segments, topics] = await Promise.all([countSegments(payload, channel), loadTopics(payload)]);
  const titles = new Map(topics.map(({ slug, title }) => [slug, title]));
  const lines: ReadersLine[] = [];
  for (const { key, people } of segments.slice(0, MOST_SEGMENTS)) {
    const wanted = segmentOf(key);
    const theirs = sections
      .map(({ id, entries }) => ({ id, entries: entriesFor(entries, wanted, organisations) }))
      .filter(({ entries }) => entries.length > 0);
    const at = theirs.length === 0 ? undefined : await preview(theirs, wanted.language, false);
    lines.push({ ...wanted, topics: wanted.topics.map((slug) => titles.get(slug) ?? slug), people, preview: at });
  }
  return { previews, readers: { lines, others: peopleIn(segments.slice(MOST_SEGMENTS)) } };
};

const peopleIn = (segments: readonly SegmentSize[]): number => segments.reduce((sum, { people }) => sum + people, 0);
