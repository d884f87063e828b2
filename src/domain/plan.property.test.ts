import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, channels, event } from '../../test/fixtures/arbitraries';
import {
  BEGINNING,
  type Happening,
  happen,
  happening,
  loadOf,
  planned,
  planWorld,
  type World,
  worldOf,
} from '../../test/fixtures/stories';
import { promotionClauses } from './agreement';
import { isQuiet, weekOf } from './calendar';
import { isNewsletter } from './channel';
import { fingerprintOf, ownersOf } from './content';
import { canMove, type Delivery, isOut, isUnsent, toldAt } from './delivery';
import { codeOf } from './ground';
import type { PlanStep } from './plan';
import { isCorrection } from './purpose';
import { compareInstants, type Instant, isBefore, latest } from './time';

/** The row a step makes, where it finds a time for it. */
const timedRow = (step: PlanStep) => {
  if (step.kind === 'add') return step.row;
  if (step.kind === 'withdraw' || !step.set.dueAt || step.set.dueAt.equals(step.delivery.dueAt)) return undefined;
  return { ...step.delivery, ...step.set, status: step.to };
};

/** Everything that must hold of one step, whatever went before. */
const checkStep = (world: World, step: PlanStep): void => {
  if (step.kind !== 'add') {
    const to = step.kind === 'withdraw' ? 'withdrawn' : step.to;
    expect(isOut(step.delivery.status)).toBe(false);
    expect(to === step.delivery.status || canMove(step.delivery.status, to)).toBe(true);
    expect(isDecided(step.delivery)).toBe(false);
  }
  const row = timedRow(step);
  if (!row || row.status === 'missed') return;
  const channel = world.channels.find(({ id }) => id === row.channelId);
  expect(compareInstants(row.dueAt, world.now)).toBeGreaterThanOrEqual(0);
  expect(isBefore(row.dueAt, world.content.event.startsAt)).toBe(true);
  if (channel && !isNewsletter(channel.kind)) expect(isQuiet(channel.quiet, row.dueAt)).toBe(false);
  if (isCorrection(row.purpose)) return;
  expect(row.because.kind === 'own-channel').toBe(ownersOf(world.content).includes(row.carrier));
  const clause = promotionClauses(world.rules, world.now).find((one) => one.code === codeOf(row.because));
  expect(row.because.kind === 'own-channel' || clause !== undefined).toBe(true);
  if (clause?.capPerWeek !== undefined)
    expect(loadOf(world)(row.channelId, clause.code, weekOf(row.dueAt))).toBeLessThan(clause.capPerWeek);
};

/** A person had the last word. */
const isDecided = ({ status, reason }: Delivery): boolean =>
  status === 'declined' || reason === 'withdrawn-by-person' || reason === 'not-confirmed-in-time';

const checkLedger = (world: World): void => {
  const keys = world.ledger.map((row) => row.key);
  expect(new Set(keys).size).toBe(keys.length);
  const announced = world.ledger.filter((row) => row.purpose === 'announce').map((row) => row.channelId);
  expect(new Set(announced).size).toBe(announced.length);
  for (const row of world.ledger.filter((one) => isUnsent(one.status))) checkUnsent(world, row);
};

/** Everything that must hold of a row that may leave. */
const checkUnsent = ({ content, channels: list, ledger, now }: World, row: Delivery): void => {
  const channel = list.find(({ id }) => id === row.channelId);
  const { status } = content.event;
  expect(content.live && channel?.active).toBe(true);
  expect([row.carrier, row.organiser, row.fingerprint]).toEqual([channel?.carrier, content.organiser, fingerprintOf(content)]);
  if (row.purpose === 'cancel') return;
  expect(content.visibility).toBe('public');
  if (content.embargoUntil) expect(isBefore(row.dueAt, content.embargoUntil)).toBe(false);
  if (isCorrection(row.purpose)) return;
  expect(status === 'planned' || status === 'moved').toBe(true);
  if (row.because.kind === 'own-channel')
    expect(row.approval.kind).toBe(content.organiser === row.carrier ? 'automatic' : 'carrier');
  if (row.purpose === 'announce') return;
  for (const other of ledger.filter((one) => one.channelId === row.channelId && one.key !== row.key)) {
    if (!isUnsent(other.status) && !isOut(other.status)) continue;
    expect(hoursBetween(toldAt(other), row.dueAt)).toBeGreaterThanOrEqual(48);
    // What waited longer than its due time leaves now at the earliest.
    if (isUnsent(other.status)) expect(hoursBetween(latest(other.dueAt, now), latest(row.dueAt, now))).toBeGreaterThanOrEqual(48);
  }
};

const hoursBetween = (a: Instant, b: Instant): number => a.since(b).abs().total('hours');

const CANCELLED: readonly Happening[] = [
  { kind: 'content', change: { live: true, visibility: 'public' } },
  { kind: 'embargo', hours: undefined },
  { kind: 'status', status: 'cancelled' },
];

describe('whatever happens to an event', () => {
  it('the plan is idempotent, in time, never double, reveals nothing, and leaves alone what left or a person decided', () => {
    fc.assert(
      fc.property(event, agreement, channels, fc.array(happening, { maxLength: 12 }), (content, rules, list, story) => {
        let world = worldOf(content, rules, list);
        for (const what of [...BEGINNING, ...story]) {
          world = happen(world, what);
          for (const step of planWorld(world)) checkStep(world, step);
          const stays = world.ledger.filter((row) => isOut(row.status) || isDecided(row));
          world = planned(world);
          for (const row of stays) expect(world.ledger).toContain(row);
          checkLedger(world);
          expect(planWorld(world)).toEqual([]);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('everybody who was told of an event learns of its cancellation while it still matters, or it is recorded as missed', () => {
    fc.assert(
      fc.property(event, agreement, channels, fc.array(happening, { maxLength: 8 }), (content, rules, list, story) => {
        const world = [...BEGINNING, ...story, ...CANCELLED].reduce(
          (one, what) => planned(happen(one, what)),
          worldOf(content, rules, list),
        );
        const known = fingerprintOf(world.content);
        for (const one of world.channels.filter((each) => each.active && each.kind !== 'feed')) {
          const told = world.ledger.filter((row) => row.channelId === one.id && isOut(row.status));
          if (told.length === 0 || told.some((row) => row.fingerprint === known)) continue;
          const last = world.ledger.find(
            (row) => row.channelId === one.id && row.purpose === 'cancel' && row.occasion === world.content.sequence,
          );
          const reachable = isNewsletter(one.kind) ? 36 * 24 : 36;
          const isToCome = isBefore(world.now, world.content.event.startsAt);
          if (isToCome) expect(['planned', 'missed']).toContain(last?.status);
          if (isBefore(world.now.add({ hours: reachable }), world.content.event.startsAt)) expect(last?.status).toBe('planned');
        }
      }),
      { numRuns: 400 },
    );
  });
});
