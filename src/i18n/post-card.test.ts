import { describe, expect, it } from 'vitest';
import { lengthInWords } from './post-card';

describe('the length of a post in words', () => {
  it('names the limit where there is one', () => {
    expect(lengthInWords(1_212, 3_000)).toEqual({ de: '1.212 von 3.000 Zeichen', en: '1,212 of 3,000 characters' });
    expect(lengthInWords(1, null)).toEqual({ de: '1 Zeichen', en: '1 character' });
  });
});
