import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entries } from '../../test/fixtures/edition';
import { readerBodies } from '../../test/fixtures/reader';
import type { EditionEntry } from './edition';
import { entriesFor, type Preferences, readingLanguage, segmentKey, segmentOf, segmentSizes } from './segment';
import { isSlug } from './slug';

const slugs = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/).filter(isSlug), { maxLength: 8 });
const preferences: fc.Arbitrary<Preferences> = fc.record({
  language: fc.constantFrom('de', 'en'),
  region: fc.constantFrom('north', 'south', undefined),
  topics: slugs,
});

describe('a segment', () => {
  it('is the same for whoever wants the same, in whatever order', () => {
    expect(segmentKey({ language: 'de', region: 'north', topics: ['b', 'a', 'b'] })).toBe('de.north.a.b');
    expect(segmentKey({ language: 'en', topics: [] })).toBe('en.all');
    fc.assert(
      fc.property(preferences, (wanted) => {
        expect(segmentKey({ ...wanted, topics: [...wanted.topics].reverse() })).toBe(segmentKey(wanted));
      }),
    );
  });

  it('tells by its key alone what its people want', () => {
    fc.assert(
      fc.property(preferences, (wanted) => {
        const read = segmentOf(segmentKey(wanted));
        expect(read).toEqual({ ...wanted, topics: [...new Set(wanted.topics)].sort() });
      }),
    );
  });

  it('is counted with all who read the same, the largest first', () => {
    const choices = [
      { language: 'en', topics: [], people: 2 },
      { language: 'de', topics: [], people: 3 },
      { language: 'de', region: 'north', topics: ['b'], people: 4 },
    ] as const;
    const channel = { language: 'de', bothLanguages: false } as const;
    expect(segmentSizes(channel, choices).map(({ key, people }) => [key, people])).toEqual([
      ['de.all', 5],
      ['de.north.b', 4],
    ]);
    expect(segmentSizes({ ...channel, bothLanguages: true }, choices)).toHaveLength(3);
  });

  it('reads in its own language where the newsletter comes in both', () => {
    const english = { language: 'en' } as const;
    expect(readingLanguage({ language: 'de', bothLanguages: true }, english)).toBe('en');
    expect(readingLanguage({ language: 'de', bothLanguages: false }, english)).toBe('de');
  });
});

describe('the entries of a segment', () => {
  const about = (entry: EditionEntry, ...topics: string[]): EditionEntry => ({ ...entry, content: { ...entry.content, topics } });
  const titles = (list: readonly EditionEntry[], wanted: Pick<Preferences, 'region' | 'topics'>) =>
    entriesFor(list, wanted, readerBodies).map(({ content }) => content.title.de);
  const purposes = (wanted: Pick<Preferences, 'region' | 'topics'>) =>
    entriesFor(entries, wanted, readerBodies).map(({ delivery }) => delivery.purpose);
  const [congress, evening] = entries;

  it('are all where nothing was chosen', () => {
    expect(entriesFor(entries, { topics: [] }, readerBodies)).toEqual(entries);
  });

  it('are those of the bodies of one region, co-organisers included', () => {
    const regions = ({ content }: EditionEntry) =>
      [content.organiser, ...content.coOrganisers].map((id) => readerBodies.get(id)?.region);
    for (const region of ['north', 'south'] as const) {
      const found = entriesFor(entries, { region, topics: [] }, readerBodies).filter(
        ({ delivery }) => delivery.purpose === 'announce' || delivery.purpose === 'last-call',
      );
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(4);
      for (const entry of found) expect(regions(entry)).toContain(region);
    }
  });

  it('are about one of the topics, or about none', () => {
    if (!congress || !evening) throw new Error('the fixture has at least two entries');
    const list = [about(congress, 'energie', 'gruendung'), about(evening, 'uebergabe')];
    expect(titles(list, { topics: ['gruendung', 'mobilitaet'] })).toEqual([congress.content.title.de]);
    expect(titles([about(congress)], { topics: ['gruendung'] })).toHaveLength(1);
    expect(titles(list, { topics: ['mobilitaet'] })).toEqual([]);
  });

  it('include every correction', () => {
    for (const wanted of [{ topics: ['x'] }, { region: 'north', topics: ['x'] }, { region: 'south', topics: ['x'] }] as const)
      expect(purposes(wanted)).toEqual(expect.arrayContaining(['update', 'cancel']));
  });
});
