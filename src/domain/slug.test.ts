import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlug, slugOf } from './slug';

test.each([
  ['Gründer:innen & Geld', 'gruender-innen-geld'],
  ['  Straßenfest – Öl/Übung  ', 'strassenfest-oel-uebung'],
  ['Café de l’Été 2027', 'cafe-de-l-ete-2027'],
  ['日本', ''],
])('%s becomes %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('whatever the title, its address is a slug of at most 60 characters or empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const slug = slugOf(title);
      expect(slug.length).toBeLessThanOrEqual(60);
      expect(slug === '' || isSlug(slug)).toBe(true);
    }),
  );
});
