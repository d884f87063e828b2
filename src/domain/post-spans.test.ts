import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { germanText } from '../../test/fixtures/arbitraries';
import { piecesOf, spansIn } from './post-spans';

const LINK = 'http://localhost:3000/veranstaltungen/kongress';
const kinds = (text: string, mentions: { text: string; account: string }[] = []) =>
  spansIn({ text, link: LINK, mentions }).map(({ kind, target }) => [kind, target]);

describe('what networks make of a post', () => {
  it('is its link, also on this machine, its hashtags, and whom it names', () => {
    const mentions = [{ text: 'HTAI', account: '4711' }];
    expect(kinds(`HTAI lädt ein:\n\n${LINK}\n\n#Gründung (#EFRE)`, mentions)).toEqual([
      ['mention', '4711'],
      ['link', LINK],
      ['hashtag', 'Gründung'],
      ['hashtag', 'EFRE'],
    ]);
  });

  it('names an account once, and not inside another word', () => {
    const mentions = [{ text: 'HTAI', account: '4711' }];
    expect(spansIn({ text: 'HTAInment, HTAI und HTAI', mentions })).toMatchObject([{ start: 11 }]);
  });

  it('is no hashtag within a link, and no link that only begins like the post’s own', () => {
    expect(kinds('(https://example.org/#teil).')).toEqual([['link', 'https://example.org/#teil']]);
    expect(kinds(`${LINK}-2`)).toEqual([['link', `${LINK}-2`]]);
  });

  it('is exactly its own link, whatever is written behind it without a blank', () => {
    expect(kinds(`Anmeldung: ${LINK},bitte bald`)).toEqual([['link', LINK]]);
  });

  it('falls into pieces that make the whole text again', () => {
    fc.assert(
      fc.property(germanText(30), (text) => {
        const pieces = piecesOf({ text: `${text} ${LINK}`, link: LINK });
        expect(pieces.map((piece) => piece.text).join('')).toBe(`${text} ${LINK}`);
        expect(new Set(pieces.map(({ start }) => start)).size).toBe(pieces.length);
      }),
    );
  });
});
