import { describe, expect, it } from 'vitest';
import { organisations } from '../../test/fixtures/domain';
import { entryOf } from '../../test/fixtures/edition-entries';
import type { EditionEntry } from './edition';
import { coverOf, decideOnEdition, type EditionDecision, NO_EDITS } from './edition-edit';
import { isCovered, isTooFew, joinsEdition, makeEdition } from './edition-making';
import { instant } from './time';

const edited = (...decisions: readonly EditionDecision[]) => decisions.reduce(decideOnEdition, NO_EDITS);
const make = (entries: readonly EditionEntry[], decisions: readonly EditionDecision[] = [], othersShare = 0, minimumItems = 1) =>
  makeEdition(entries, organisations, edited(...decisions), { othersShare, minimumItems });
const idsOf = (...input: Parameters<typeof make>) =>
  Object.fromEntries(
    make(...input).sections.map(({ id, entries: list }) => [id, list.map(({ delivery }) => delivery.id).join(' ')]),
  );

const NORTH = [1, 2, 3].map((day) => entryOf(`n${day}`, { day }));

describe('an edition that people work on', () => {
  it('follows the order they gave, and what comes later stands behind what it follows by the rules', () => {
    const order = { kind: 'order', rows: ['n3', 'n1'] } as const;
    expect(idsOf(NORTH, [order])).toEqual({ north: 'n3 n1 n2' });
    expect(idsOf([entryOf('n0', { day: 0 }), ...NORTH], [order])).toEqual({ north: 'n0 n3 n1 n2' });
    expect(idsOf([...NORTH, entryOf('n4', { day: 4 })], [order])).toEqual({ north: 'n3 n4 n1 n2' });
  });

  it('shows what they pinned on top, below corrections', () => {
    const entries = [...NORTH, entryOf('c', { purpose: 'cancel' })];
    const pins = [
      { kind: 'pin', row: 'n2' },
      { kind: 'pin', row: 'c' },
    ] as const;
    expect(Object.entries(idsOf(entries, pins))).toEqual([
      ['corrections', 'c'],
      ['highlights', 'n2'],
      ['north', 'n1 n3'],
    ]);
    expect(idsOf(entries, [...pins, { kind: 'unpin', row: 'n2' }])).not.toHaveProperty('highlights');
  });

  it('leaves out what they put off, with the reason, until they take it in again', () => {
    const putOff = { kind: 'put-off', row: 'n1', reason: 'Zu früh' } as const;
    const { sections, leftOut } = make(NORTH, [putOff]);
    expect(sections[0]?.entries).toHaveLength(2);
    expect(leftOut.map(({ entry, why }) => [entry.delivery.id, why])).toEqual([['n1', { kind: 'put-off', reason: 'Zu früh' }]]);
    expect(make(NORTH, [putOff, { kind: 'take-in', row: 'n1' }]).leftOut).toEqual([]);
  });

  it('tells an entry in their words, which are kept but flagged when its content changes', () => {
    const [first] = NORTH;
    const fingerprint = first?.delivery.fingerprint ?? '';
    const teaser = { kind: 'teaser', row: 'n1', text: 'Kommen Sie!', fingerprint } as const;
    const toldBy = (entries: readonly EditionEntry[], ...decisions: readonly EditionDecision[]) =>
      make(entries, decisions).sections[0]?.entries[0]?.delivery;
    expect(toldBy(NORTH, teaser)).toMatchObject({ ownText: 'Kommen Sie!', ownTextStale: false });
    const changed = NORTH.map((entry) => ({ ...entry, delivery: { ...entry.delivery, fingerprint: 'other' } }));
    expect(toldBy(changed, teaser)).toMatchObject({ ownText: 'Kommen Sie!', ownTextStale: true });
    expect(toldBy(NORTH, teaser, { ...teaser, text: '' })?.ownText).toBeUndefined();
  });

  it('keeps intro and subject in each language, and takes them back when emptied', () => {
    const german = { kind: 'intro', language: 'de', text: 'Hallo' } as const;
    expect(edited(german, { kind: 'subject', language: 'en', text: 'News' })).toMatchObject({
      intro: { de: 'Hallo' },
      subject: { en: 'News' },
    });
    expect(edited(german, { ...german, text: '' }).intro.de).toBeUndefined();
  });
});

describe('the share of others', () => {
  const own = [1, 2, 3, 4].map((day) => entryOf(`o${day}`, { day, isOwn: true }));

  it.each([
    [0, 'o1 o2 o3 o4'],
    [50, 'o1 o2'],
    [66, 'o1'],
    [75, undefined],
  ])('of %d per cent leaves room for %s beside two entries of theirs', (share, left) => {
    const made = make([...own, ...NORTH.slice(0, 2)], [], share);
    expect(
      made.sections
        .find(({ id }) => id === 'own')
        ?.entries.map(({ delivery }) => delivery.id)
        .join(' '),
    ).toBe(left);
    expect(made.leftOut.every(({ why }) => why.kind === 'others-share')).toBe(true);
  });

  it('never makes an edition too little', () => {
    expect(idsOf([...own, ...NORTH.slice(0, 1)], [], 90, 3)).toEqual({ own: 'o1 o2', north: 'n1' });
  });

  it('is none where there is nothing of theirs, and never moves what was pinned', () => {
    expect(idsOf(own, [], 90)).toEqual({ own: 'o1 o2 o3 o4' });
    expect(idsOf([...own, ...NORTH.slice(0, 1)], [{ kind: 'pin', row: 'o4' }], 90)).toEqual({ highlights: 'o4', north: 'n1' });
  });
});

describe('joining an edition', () => {
  const issue = { slotAt: instant('2026-12-01T08:00:00Z'), nextSlotAt: instant('2027-01-05T08:00:00Z') };
  const day = { leadHours: 24 };
  const row = entryOf('n1', { day: 60 }).delivery;
  const before = instant('2026-11-30T08:00:00Z');
  const after = instant('2026-11-30T08:00:01Z');

  it('ends when it is closed for editing, save for corrections and what the next one would be too late for', () => {
    expect(joinsEdition(row, issue, day, before)).toBe(true);
    expect(joinsEdition(row, issue, day, after)).toBe(false);
    expect(joinsEdition({ ...row, purpose: 'cancel' }, issue, day, after)).toBe(true);
    expect(joinsEdition({ ...row, latestAt: instant('2026-12-10T08:00:00Z') }, issue, day, after)).toBe(true);
  });

  it('goes on until it leaves where nobody edits it, for all that is due', () => {
    const late = instant('2026-12-01T12:00:00Z');
    expect(joinsEdition({ ...row, dueAt: late }, issue, { leadHours: 0 }, late)).toBe(true);
    expect(joinsEdition({ ...row, dueAt: late }, issue, { leadHours: 0 }, before)).toBe(false);
  });
});

describe('an edition at its slot', () => {
  it('is too little below its minimum, but never with a correction', () => {
    const rows = NORTH.map(({ delivery }) => delivery);
    expect([isTooFew(rows, { minimumItems: 4 }), isTooFew(rows, { minimumItems: 3 })]).toEqual([true, false]);
    expect(isTooFew([{ purpose: 'update' }], { minimumItems: 4 })).toBe(false);
  });

  it('is covered by a yes to its version and rows, also when one went or a correction came', () => {
    const rows = NORTH.map(({ delivery }) => delivery);
    const approval = { by: 'u', at: '2026-11-30T09:00:00Z', version: 2, covers: rows.map(coverOf) };
    expect(isCovered(approval, 2, rows)).toBe(true);
    expect(isCovered(approval, 2, rows.slice(1))).toBe(true);
    expect(isCovered(approval, 2, [...rows, entryOf('c', { purpose: 'cancel' }).delivery])).toBe(true);
    expect(isCovered(approval, 3, rows)).toBe(false);
    expect(isCovered(approval, 2, [...rows, entryOf('n9', { day: 9 }).delivery])).toBe(false);
    expect(
      isCovered(
        approval,
        2,
        rows.map((row) => ({ ...row, fingerprint: 'other' })),
      ),
    ).toBe(false);
    expect(isCovered(undefined, 0, rows)).toBe(false);
  });
});
