import { describe, expect, it } from 'vitest';
import { type EditionFacts, isBlocked, lintEdition } from './edition-lint';

const LINK = '{{unsubscribe}}';
const factsOf = (change: Partial<EditionFacts> = {}): EditionFacts => ({
  subject: 'Neues im Dezember',
  html: `<p>Guten Tag</p><img src="x" alt="Ein Bild"><a href="${LINK}">Abbestellen</a>`,
  text: `Guten Tag\nAbbestellen: ${LINK}`,
  bytes: 40 * 1024,
  unsubscribe: LINK,
  filled: [LINK],
  imprint: 'Musterhaus\nMusterstraße 1',
  colour: undefined,
  publicUrl: 'https://nordsued.example.org',
  ...change,
});
const found = (change: Partial<EditionFacts>) => lintEdition(factsOf(change)).map(({ code, level }) => `${level} ${code}`);

describe('the check of an edition', () => {
  it('finds nothing where everything is right', () => {
    expect(lintEdition(factsOf({ colour: '#124e78', deadLinks: [] }))).toEqual([]);
  });

  it.each<[string, Partial<EditionFacts>, string]>([
    ['an imprint that is missing', { imprint: ' ' }, 'red imprint-missing'],
    ['no way to leave in the HTML', { html: '<p>Guten Tag</p>' }, 'red unsubscribe-missing'],
    ['no way to leave in the text', { text: 'Guten Tag' }, 'red unsubscribe-missing'],
    ['a mail that programs clip', { bytes: 100 * 1024 + 1 }, 'red too-large'],
    ['one that is nearly as large', { bytes: 90 * 1024 + 1 }, 'yellow large'],
    ['a colour that is pale on white', { colour: '#9ad0ff' }, 'red pale-colour'],
    ['filler in the text', { text: `Lorem ipsum ${LINK}` }, 'red filler'],
    ['a line that asks for a text', { text: `Hier eingeben ${LINK}` }, 'red filler'],
    ['a field that nothing fills', { text: `Guten Tag {{vorname}} ${LINK}` }, 'red filler'],
    ['a row of crosses in the subject', { subject: `${'X'.repeat(3)} im Dezember` }, 'red filler'],
    ['a picture without words', { html: `<img src="x" alt=""><a href="${LINK}">x</a>` }, 'yellow alt-missing'],
    ['a link that leads nowhere', { deadLinks: ['https://example.org/weg'] }, 'yellow dead-link'],
    ['pages that are not encrypted', { publicUrl: 'http://nordsued.example.org' }, 'yellow no-https'],
    ['a host that only begins like this machine', { publicUrl: 'http://localhost.example.org' }, 'yellow no-https'],
  ])('finds %s', (_what, change, finding) => {
    expect(found(change)).toEqual([finding]);
    expect(isBlocked(lintEdition(factsOf(change)))).toBe(finding.startsWith('red'));
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000/'])(
    'says nothing where all stays on %s',
    (publicUrl) => {
      expect(found({ publicUrl })).toEqual([]);
    },
  );

  it('takes no word for filler that only contains one', () => {
    expect(found({ text: `MAXXXIMUM, Platzhalterin, todos ${LINK}` })).toEqual([]);
  });

  it('names the worst first, and quotes what it is about', () => {
    const findings = lintEdition(factsOf({ deadLinks: ['https://example.org/weg'], text: `Hier eingeben ${LINK}` }));
    expect(findings.map(({ detail }) => detail)).toEqual(['Hier eingeben', 'https://example.org/weg']);
  });

  it('lets 85 KB pass without a word', () => {
    expect(found({ bytes: 85 * 1024 })).toEqual([]);
  });
});
