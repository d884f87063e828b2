import { describe, expect, it } from 'vitest';
import { excessOf } from '#domain/post-length';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { lengthInWords, tooLongInWords } from './post-card';

describe('the length of a post in words', () => {
  it('names the limit where there is one', () => {
    expect(lengthInWords(1_212, 3_000)).toEqual({ de: '1.212 von 3.000 Zeichen', en: '1,212 of 3,000 characters' });
    expect(lengthInWords(1, null)).toEqual({ de: '1 Zeichen', en: '1 character' });
  });

  it('says by which limit of its network a text is too long', () => {
    const said = (network: 'linkedin' | 'bluesky', text: string) => {
      const excess = excessOf(text, NETWORK_LIMITS[network]);
      return excess && tooLongInWords(excess, network).de;
    };
    expect(said('linkedin', 'a'.repeat(3_012))).toBe(
      'Der Text ist zu lang: 3.012 Zeichen, und LinkedIn nimmt höchstens 3.000. Bitte kürzen Sie ihn.',
    );
    // 140 signs that readers see as one each, of 25 bytes.
    expect(said('bluesky', '👨‍👩‍👧‍👦'.repeat(140))).toMatch(
      /^Der Text ist zu lang: 3\.500 Byte, und Bluesky nimmt höchstens 3\.000\./,
    );
    expect(said('bluesky', 'ä'.repeat(300))).toBeUndefined();
  });
});
