import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodies, eventOf, newsOf, organisations } from '../../test/fixtures/domain';
import type { Content } from './content';
import type { Because, Delivery } from './delivery';
import { arrangeEdition, type EditionEntry } from './edition';
import { PURPOSES, type Purpose } from './purpose';
import { instant } from './time';

const clause: Because = { kind: 'clause', agreementId: 'a', code: 'G-1', text: '', agreed: false };
const entry = (key: string, content: Content, purpose: Purpose = 'announce', because: Because = clause): EditionEntry => ({
  content,
  delivery: {
    id: key,
    key,
    content: key,
    organiser: content.organiser,
    channelId: 'c',
    carrier: 'rmnh',
    purpose,
    occasion: 0,
    because,
    alsoFulfils: [],
    approval: { kind: 'automatic' },
    wantedAt: content.publishedAt,
    dueAt: content.publishedAt,
    latestAt: content.publishedAt,
    status: 'ready',
    fingerprint: '',
    sequence: 0,
    ownTextStale: false,
  } satisfies Delivery,
});
const shown = (entries: EditionEntry[]) =>
  arrangeEdition(entries, organisations).map((section) => [section.id, ...section.entries.map((one) => one.delivery.key)]);

describe('an edition', () => {
  it('says corrections first, then its own, then North and South', () => {
    expect(
      shown([
        entry('south', newsOf({ organiser: 'htai' })),
        entry('north', newsOf()),
        entry('own', newsOf({ organiser: 'rmnh' }), 'announce', { kind: 'own-channel' }),
        entry('cancelled', eventOf(), 'cancel'),
      ]),
    ).toEqual([
      ['corrections', 'cancelled'],
      ['own', 'own'],
      ['north', 'north'],
      ['south', 'south'],
    ]);
  });
  it('lists events by their beginning, then news, the newest first', () => {
    const begins = (iso: string) => eventOf({ event: { startsAt: instant(iso) } });
    expect(
      shown([
        entry('old', newsOf({ publishedAt: instant('2026-11-01T09:00:00Z') })),
        entry('late', begins('2026-12-20T17:00:00Z')),
        entry('new', newsOf({ publishedAt: instant('2026-11-20T09:00:00Z') })),
        entry('early', begins('2026-12-02T17:00:00Z')),
      ]),
    ).toEqual([['north', 'early', 'late', 'new', 'old']]);
  });
  it('has no empty section and loses or doubles nothing', () => {
    const some = fc.record({
      organiser: fc.constantFrom(...bodies.map((one) => one.id)),
      purpose: fc.constantFrom(...PURPOSES),
      own: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (list) => {
        const entries = list.map(({ organiser, purpose, own }, i) =>
          entry(`k${i}`, i % 2 ? newsOf({ organiser }) : eventOf({ organiser }), purpose, own ? { kind: 'own-channel' } : clause),
        );
        const sections = arrangeEdition(entries, organisations);
        expect(sections.every((section) => section.entries.length > 0)).toBe(true);
        expect(sections.flatMap((section) => section.entries.map((one) => one.delivery.key)).sort()).toEqual(
          entries.map((one) => one.delivery.key).sort(),
        );
      }),
    );
  });
});
