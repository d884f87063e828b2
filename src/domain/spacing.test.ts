import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import type { QuietHours, Spacing } from './channel';
import type { Delivery } from './delivery';
import {
  costOf,
  dearestPost,
  inTurn,
  type PlaceInput,
  placeFrom,
  placeInLine,
  type SpentPlace,
  spentSince,
  X_PRICES,
} from './spacing';
import { berlinDay, type Instant, instant, isBefore } from './time';

const ALWAYS: QuietHours = { from: '00:00', to: '00:00', sundays: false };
const MONDAY = instant('2026-11-23T09:00:00Z');

const spentAt = (...at: readonly string[]): readonly SpentPlace[] => at.map((iso) => ({ at: instant(iso), cents: 0 }));
const inputOf = (spacing: Spacing, spent: readonly SpentPlace[] = [], change: Partial<PlaceInput> = {}): PlaceInput => ({
  ...{ spacing, spent, quiet: ALWAYS, cents: 0 },
  ...change,
});
const placeOf = (input: PlaceInput, from: Instant = MONDAY): readonly (string | undefined)[] => {
  const place = placeFrom(input, from);
  return [place?.at.toString(), place?.because];
};

describe('a place on a channel', () => {
  it('is there at once where nothing limits it', () => {
    expect(placeOf(inputOf({}, spentAt('2026-11-23T08:59:00Z')))).toEqual(['2026-11-23T09:00:00Z', undefined]);
  });

  it('waits for the gap after the last post', () => {
    const spent = spentAt('2026-11-23T08:50:00Z', '2026-11-23T06:00:00Z');
    expect(placeOf(inputOf({ gapMinutes: 90 }, spent))).toEqual(['2026-11-23T10:20:00Z', 'gapMinutes']);
    expect(placeOf(inputOf({ gapMinutes: 10 }, spent))).toEqual(['2026-11-23T09:00:00Z', undefined]);
  });

  it('waits for the next morning when the day is full, which is a day in Berlin', () => {
    // 00:30 in Berlin is still the day before in UTC.
    const spent = spentAt('2026-11-22T23:30:00Z', '2026-11-23T08:00:00Z');
    expect(placeOf(inputOf({ perDay: 2 }, spent))).toEqual(['2026-11-24T08:00:00Z', 'perDay']);
    expect(placeOf(inputOf({ perDay: 3 }, spent))).toEqual(['2026-11-23T09:00:00Z', undefined]);
  });

  it('waits for the next month when the money is spent', () => {
    const spent = [{ at: instant('2026-11-02T09:00:00Z'), cents: 85 }];
    expect(placeOf(inputOf({ monthlyCents: 100 }, spent, { cents: 20 }))).toEqual(['2026-12-01T08:00:00Z', 'monthlyCents']);
    expect(placeOf(inputOf({ monthlyCents: 100 }, spent, { cents: 1.5 }))).toEqual(['2026-11-23T09:00:00Z', undefined]);
  });

  it('fits tenths of a cent that add up to the cap', () => {
    const spent = Array.from({ length: 3 }, () => ({ at: instant('2026-11-02T09:00:00Z'), cents: 1.1 }));
    expect(placeOf(inputOf({ monthlyCents: 4 }, spent, { cents: 0.7 }))[1]).toBeUndefined();
  });

  it('never comes for a post that costs more than a month may', () => {
    expect(placeFrom(inputOf({ monthlyCents: 10 }, [], { cents: 20 }), MONDAY)).toBeUndefined();
  });

  it('respects quiet hours and quiet Sundays behind every wait', () => {
    const quiet: QuietHours = { from: '20:00', to: '07:00', sundays: true };
    const late = inputOf({ gapMinutes: 60 }, spentAt('2026-11-23T18:30:00Z'), { quiet });
    expect(placeOf(late, instant('2026-11-23T18:45:00Z'))).toEqual(['2026-11-24T06:00:00Z', 'gapMinutes']);
    const full = inputOf({ perDay: 1 }, spentAt('2026-11-28T09:00:00Z'), { quiet });
    expect(placeOf(full, instant('2026-11-28T10:00:00Z'))).toEqual(['2026-11-30T06:00:00Z', 'perDay']);
  });

  it.each([
    ['spring, when a day has 23 hours', '2027-03-27T10:00:00Z', '2027-03-28T07:00:00Z'],
    ['autumn, when a day has 25 hours', '2027-10-30T10:00:00Z', '2027-10-31T08:00:00Z'],
  ])('is there at nine in Berlin after the night in %s', (_night, spent, morning) => {
    expect(placeOf(inputOf({ perDay: 1 }, spentAt(spent)), instant(spent))).toEqual([morning, 'perDay']);
  });

  it('keeps a gap of real minutes through the doubled hour of the autumn night', () => {
    const spent = spentAt('2027-10-31T00:30:00Z');
    expect(placeOf(inputOf({ gapMinutes: 60 }, spent), instant('2027-10-31T00:45:00Z'))[0]).toBe('2027-10-31T01:30:00Z');
  });

  it('never breaks a rule, whatever was posted before, and is never earlier than asked', () => {
    const moment = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => MONDAY.subtract({ minutes }));
    const spacing = fc.record({ perDay: fc.integer({ min: 1, max: 4 }), gapMinutes: fc.integer({ min: 1, max: 1_440 }) });
    fc.assert(
      fc.property(spacing, fc.array(moment, { maxLength: 20 }), (rules, before) => {
        let spent: readonly SpentPlace[] = before.map((at) => ({ at, cents: 0 }));
        for (let i = 0; i < 6; i++) {
          const place = placeFrom(inputOf(rules, spent), MONDAY);
          if (!place || isBefore(place.at, MONDAY)) return false;
          if (spent.some(({ at }) => isBefore(place.at, at.add({ minutes: rules.gapMinutes })))) return false;
          spent = [...spent, { at: place.at, cents: 0 }];
          if (spent.filter(({ at }) => berlinDay(at) === berlinDay(place.at)).length > rules.perDay) return false;
        }
        return true;
      }),
    );
  });
});

describe('a place in a line', () => {
  it('comes after those of all that are ahead, by the rules of the channel', () => {
    const input = inputOf({ perDay: 2, gapMinutes: 60 }, spentAt('2026-11-23T08:30:00Z'));
    const places = [0, 1, 2, 3].map((ahead) => placeInLine(input, ahead, MONDAY).at?.toString());
    expect(places).toEqual(['2026-11-23T09:30:00Z', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', '2026-11-25T08:00:00Z']);
  });

  it('is the same as if each were asked for by itself, whatever was spent', () => {
    const moment = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => MONDAY.subtract({ minutes }));
    const rules = fc.record({ perDay: fc.integer({ min: 1, max: 3 }), monthlyCents: fc.integer({ min: 20, max: 60 }) });
    fc.assert(
      fc.property(rules, fc.array(moment, { maxLength: 8 }), fc.integer({ min: 0, max: 9 }), (spacing, before, ahead) => {
        let spent: readonly SpentPlace[] = before.map((at) => ({ at, cents: 7 }));
        let at = MONDAY;
        for (let number = 0; number <= ahead; number++) {
          at = placeFrom(inputOf(spacing, spent, { cents: 7 }), at)?.at ?? at;
          spent = [...spent, { at, cents: 7 }];
        }
        expect(
          placeInLine(
            inputOf(
              spacing,
              before.map((one) => ({ at: one, cents: 7 })),
              { cents: 7 },
            ),
            ahead,
            MONDAY,
          ).at?.toString(),
        ).toBe(at.toString());
      }),
      { numRuns: 50 },
    );
  });

  it('looks once at what was spent, however long the line is, for a page waits for it', () => {
    let looks = 0;
    const place = {
      get at(): Instant {
        looks += 1;
        return MONDAY;
      },
      cents: 1,
    };
    placeInLine(inputOf({ perDay: 3, gapMinutes: 60, monthlyCents: 1_000 }, Array(20).fill(place), { cents: 1 }), 100, MONDAY);
    expect(looks).toBe(20);
  });
});

describe('what was posted', () => {
  it('counts from the beginning of the day, of the month where money counts, or from a gap that reaches further back', () => {
    expect(spentSince({ perDay: 3 }, MONDAY).toString()).toBe('2026-11-22T23:00:00Z');
    expect(spentSince({ monthlyCents: 100 }, MONDAY).toString()).toBe('2026-10-31T23:00:00Z');
    expect(spentSince({ gapMinutes: 1_440 }, MONDAY).toString()).toBe('2026-11-22T09:00:00Z');
  });
});

describe('what a post on X costs', () => {
  const cost = (text: string): number => costOf(X_PRICES, { text });

  it.each([
    'Gründungstag in Kassel, 10. Januar 2027',
    'Am 10.01.2027 um 9.30 Uhr, z.B. in Gießen, d.h. i.d.R. vor Ort usw.',
    'Version 2.0 der KI-Woche … #Hessen. @htai',
    'Fragen an anna@hessen.de',
  ])('is 1.5 cents for "%s"', (text) => expect(cost(text)).toBe(1.5));

  it.each([
    'Mehr: https://nordsued.example.org/veranstaltungen/tag',
    'Mehr auf hessen.de',
    'Mehr auf www.köln.de/x?y=1.',
    '(science-park-kassel.de)',
    'Siehe HTTP://EXAMPLE.ORG',
    'co.uk',
    'Kassel.Das kann X für eine Adresse halten',
  ])('is 20 cents for "%s"', (text) => expect(cost(text)).toBe(20));

  it('is half a cent more with a picture that is described, and nothing where nothing is paid', () => {
    expect(costOf(X_PRICES, { text: 'Hallo', picture: { alt: 'Drei Leute' } })).toBe(2);
    expect(costOf(X_PRICES, { text: 'Hallo', picture: { alt: '' } })).toBe(1.5);
    expect(costOf(undefined, { text: 'https://example.org/a', picture: { alt: 'Drei Leute' } })).toBe(0);
    expect(dearestPost(X_PRICES)).toBe(costOf(X_PRICES, { text: 'hessen.de', picture: { alt: 'Drei Leute' } }));
    expect(dearestPost(undefined)).toBe(0);
  });

  it('is never told too low: whatever X makes a link of counts as one', () => {
    const word = fc.constantFrom(
      ...['hessen.de', 'www.a.berlin', 'grüne.de', 'a-b.example.org/x', 'https://t.example', 'anna@hessen.de', 'z.B.', '10.01.'],
      ...[
        'Kassel.',
        '(',
        ')',
        '„',
        '“',
        '#Hessen.de',
        '@htai.de',
        '…',
        'x_y.de',
        'ä.de',
        'foo.xn--p1ai',
        '$a.de',
        'a.b.c.de',
        'e.V.',
      ],
    );
    const text = fc
      .array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 8 })
      .chain((words) => fc.constantFrom('', ' ', '\n', ',', '/').map((gap) => words.join(gap)));
    fc.assert(
      fc.property(text, (written) => {
        if (twitter.extractUrls(written).length > 0) expect(cost(written)).toBe(20);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('rows that wait for a place', () => {
  it('go in this order: corrections, last calls, then by due time', () => {
    const rowOf = (id: string, purpose: Delivery['purpose'], minutes: number) => ({
      id,
      purpose,
      dueAt: MONDAY.add({ minutes }),
    });
    const rows = [
      ...[rowOf('a', 'announce', 1), rowOf('b', 'remind', 0), rowOf('c', 'last-call', 5)],
      ...[rowOf('d', 'cancel', 9), rowOf('e', 'update', 8), rowOf('f', 'announce', 1)],
    ];
    expect(inTurn(rows).map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a', 'f']);
  });
});
