import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../test/fixtures/domain';
import { contentKey, contentRef, fingerprintOf, hashText, inLanguage } from './content';
import { instant } from './time';

describe('what a yes covers', () => {
  const before = fingerprintOf(eventOf());
  it.each([
    ['title', eventOf({ title: { de: 'Anders' } })],
    ['English title', eventOf({ title: { de: 'Gründungsabend', en: 'Founders' } })],
    ['teaser', eventOf({ teaser: { de: 'Anders' } })],
    ['link', eventOf({ link: 'https://example.org/neu' })],
    ['deadline', eventOf({ deadline: instant('2026-12-01T00:00:00Z') })],
    ['time', eventOf({ event: { startsAt: instant('2026-12-11T17:00:00Z') } })],
    ['place', eventOf({ event: { town: 'Frankfurt' } })],
    ['status', eventOf({ event: { status: 'cancelled' } })],
  ])('ends with another %s', (_name, content) => {
    expect(fingerprintOf(content)).not.toBe(before);
  });
  it('holds when only topics, picture or revision change', () => {
    expect(fingerprintOf(eventOf({ topics: ['innovation'], planRevision: 9, changedAt: instant('2026-12-01T00:00:00Z') }))).toBe(
      before,
    );
  });
  it('holds when the last place is taken', () => {
    expect(fingerprintOf(eventOf({ event: { soldOut: true } }))).toBe(before);
  });
  it('is hashed the same for ever', () => {
    expect(hashText('Nordhessen – Südhessen')).toBe('2g676ciznrs');
  });
  it('tells any two different texts apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(hashText(a) === hashText(b)).toBe(a === b);
      }),
    );
  });
});

describe('names of contents', () => {
  it('go there and back', () => {
    const ref = { collection: 'news-items', id: '7f' } as const;
    expect(contentRef(contentKey(ref))).toEqual(ref);
    expect(contentRef('users/7f')).toBeUndefined();
    expect(contentRef('events/')).toBeUndefined();
  });
  it('fall back to German where English is missing', () => {
    expect(inLanguage({ de: 'Hallo' }, 'en')).toBe('Hallo');
    expect(inLanguage({ de: 'Hallo', en: 'Hello' }, 'en')).toBe('Hello');
  });
});
