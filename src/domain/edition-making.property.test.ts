import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisations } from '../../test/fixtures/domain';
import { entryOf } from '../../test/fixtures/edition-entries';
import { nextSlot } from './calendar';
import type { EditionEntry } from './edition';
import { decideOnEdition, type EditionDecision, type EditionEdits, NO_EDITS } from './edition-edit';
import { isTooFew, joinsEdition, makeEdition } from './edition-making';
import { type Instant, instant, isBefore } from './time';

const START = instant('2026-11-24T08:00:00Z');
const SLOT = { rhythm: 'weekly', weekday: 2, time: '09:00' } as const;
const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

type Happening =
  | { readonly kind: 'ready'; readonly id: string; readonly isOwn: boolean; readonly isCorrection: boolean }
  | { readonly kind: 'decide'; readonly decision: EditionDecision }
  | { readonly kind: 'decline'; readonly id: string }
  /** Nobody ticks for so many hours, then somebody does. */
  | { readonly kind: 'wait'; readonly hours: number };

const id = fc.constantFrom(...IDS);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('ready' as const), id, isOwn: fc.boolean(), isCorrection: fc.boolean() }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('decline' as const), id }),
  fc
    .oneof(
      fc.record({ kind: fc.constant('order' as const), rows: fc.subarray(IDS) }),
      fc.record({ kind: fc.constantFrom('pin' as const, 'unpin' as const, 'take-in' as const), row: id }),
      fc.record({ kind: fc.constant('put-off' as const), row: id, reason: fc.constant('Zu früh') }),
      fc.record({
        kind: fc.constant('teaser' as const),
        row: id,
        text: fc.constantFrom('', 'Neu'),
        fingerprint: fc.constant('x'),
      }),
    )
    .map((decision) => ({ kind: 'decide' as const, decision })),
);

type Open = { readonly slotAt: Instant; readonly rows: Set<string>; edits: EditionEdits };

/** The house in memory: what is ready, which edition is open, what was sent. Every tick fills and closes as the jobs do. */
const play = (happenings: readonly Happening[], newsletter: { leadHours: number; othersShare: number; minimumItems: number }) => {
  const ready = new Map<string, EditionEntry>();
  const declined = new Set<string>();
  const sent: string[][] = [];
  const open: Open[] = [];
  let now = START;
  const free = () => [...ready.keys()].filter((one) => !open.some(({ rows }) => rows.has(one)));
  const fill = (): void => {
    const slotAt = nextSlot(SLOT, now.add({ hours: newsletter.leadHours }));
    if (free().length > 0 && !open.some((one) => one.slotAt.equals(slotAt)))
      open.push({ slotAt, rows: new Set(), edits: NO_EDITS });
    for (const edition of open) {
      const issue = { slotAt: edition.slotAt, nextSlotAt: nextSlot(SLOT, edition.slotAt.add({ milliseconds: 1 })) };
      for (const one of free()) {
        const entry = ready.get(one);
        if (entry && joinsEdition(entry.delivery, issue, newsletter, now)) edition.rows.add(one);
      }
    }
  };
  const close = (): void => {
    const due = open.filter(({ slotAt }) => !isBefore(now, slotAt));
    for (const edition of due.slice(0, -1)) open.splice(open.indexOf(edition), 1);
    const last = due.at(-1);
    if (!last) return;
    fill();
    open.splice(open.indexOf(last), 1);
    const entries = [...last.rows].flatMap((one) => ready.get(one) ?? []);
    const { sections, leftOut } = makeEdition(entries, organisations, last.edits, newsletter);
    const leaving = sections.flatMap((section) => section.entries.map(({ delivery }) => delivery));
    expect([...leaving.map((row) => row.id), ...leftOut.map(({ entry }) => entry.delivery.id)].sort()).toEqual(
      entries.map(({ delivery }) => delivery.id).sort(),
    );
    if (leaving.length === 0 || isTooFew(leaving, newsletter)) return;
    sent.push(leaving.map((row) => row.id));
    for (const row of leaving) ready.delete(row.id);
  };
  const tick = (): void => {
    fill();
    close();
  };
  const seen = new Set<string>();
  for (const one of happenings) {
    if (one.kind === 'ready' && !seen.has(one.id)) {
      seen.add(one.id);
      const { delivery, content } = entryOf(one.id, { isOwn: one.isOwn, purpose: one.isCorrection ? 'update' : 'announce' });
      ready.set(one.id, { content, delivery: { ...delivery, dueAt: now, latestAt: instant('2030-01-01T00:00:00Z') } });
    }
    if (one.kind === 'decide' && open[0]) open[0].edits = decideOnEdition(open[0].edits, one.decision);
    if (one.kind === 'decline' && ready.delete(one.id)) {
      declined.add(one.id);
      for (const { rows } of open) rows.delete(one.id);
    }
    if (one.kind === 'wait') now = now.add({ hours: one.hours });
    tick();
  }
  // Afterwards somebody is always there.
  for (let step = 0; step < 12 * 7 * 2; step++) {
    now = now.add({ hours: 12 });
    tick();
  }
  return { seen, sent, declined, ready };
};

describe('whatever people and machines do with editions', () => {
  const settings = fc.record({
    leadHours: fc.constantFrom(0, 24, 100),
    othersShare: fc.constantFrom(0, 50, 80),
    minimumItems: fc.constantFrom(1, 2, 3),
  });

  it('every row is in exactly one of them or declined, those that were sent are never empty, and only what waits for company stays', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), settings, (happenings, newsletter) => {
        const { seen, sent, declined, ready } = play(happenings, newsletter);
        const told = sent.flat();
        expect(new Set(told).size).toBe(told.length);
        expect([...told, ...declined, ...ready.keys()].sort()).toEqual([...seen].sort());
        for (const edition of sent) expect(edition.length).toBeGreaterThan(0);
        // Without company of the kind that its settings ask for a row may wait for ever, and without such settings none does.
        if (newsletter.minimumItems === 1) expect([...ready.keys()]).toEqual([]);
        else expect(ready.size).toBeLessThan(newsletter.minimumItems);
      }),
      { numRuns: 300 },
    );
  });
});
