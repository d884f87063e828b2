import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets';

const SECRET = 'ab/c+d"é-streng\\geheim~0123==';

describe('what others say of our questions', () => {
  const spellings = [
    ['as it is', SECRET],
    ['in JSON', JSON.stringify({ token: SECRET })],
    ['in JSON that escapes strokes', JSON.stringify({ token: SECRET }).replaceAll('/', '\\/')],
    ['in an address', `?token=${encodeURIComponent(SECRET)}`],
  ] as const;
  it.each(spellings)('is kept without a secret that stands there %s', (_how, text) => {
    expect(withoutSecrets(`vorher ${text} nachher`, [SECRET])).toMatch(/^vorher [^0-9]*…[^0-9]* nachher$/);
  });

  it.each(['base64', 'base64url'] as const)('is kept without a secret that stands there in %s, whatever is around it', (code) => {
    for (const before of ['', 'B', 'Be', 'Bearer ', '{"authorization":"Bearer '])
      for (const after of ['', '"}', ' und noch etwas']) {
        const said = withoutSecrets(Buffer.from(`${before}${SECRET}${after}`).toString(code), [SECRET]);
        expect(said).toMatch(/^[\w+/-]*…[\w+/=-]*$/);
        const [head = '', tail = ''] = said.split('…');
        // A sign at either end may belong to what stands beside the secret, too.
        expect(head.length + tail.length).toBeLessThanOrEqual(Math.ceil(((before.length + after.length) * 4) / 3) + 6);
      }
  });

  it('is kept without any of several secrets, also of one that begins with another', () => {
    expect(withoutSecrets('zugang-eins-lang, zugang-eins, zugang-eins-lang', ['zugang-eins', 'zugang-eins-lang'])).toBe(
      '…, …, …',
    );
  });

  it('is kept as it is otherwise', () => {
    const said = 'The access token is invalid';
    expect(withoutSecrets(said, ['', 'a', 'token', SECRET])).toBe(said);
  });
});
