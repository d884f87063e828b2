import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, applySteps, bodies, channelOf, clauseOf, eventOf, organisations } from '../../test/fixtures/domain';
import { type Agreement, type PromotionClause, promotionClauses } from './agreement';
import { isQuiet } from './calendar';
import { CHANNEL_KINDS, type ChannelSettings, isNewsletter } from './channel';
import { type EventContent, ownersOf } from './content';
import { canMove, type Delivery, isOut, isUnsent } from './delivery';
import { type PlanStep, planDeliveries } from './plan';
import { compareInstants, type Instant, instant, isBefore } from './time';

const START = instant('2026-03-01T00:00:00Z');
const ids = bodies.map((body) => body.id);
const hours = (max: number) => fc.integer({ min: 0, max: max * 24 });

const clause: fc.Arbitrary<Partial<PromotionClause>> = fc.record({
  from: fc.record({ regions: fc.subarray(['north', 'south'] as const), organisations: fc.subarray(ids, { maxLength: 2 }) }),
  to: fc.record({ regions: fc.subarray(['north', 'south'] as const), organisations: fc.subarray(ids, { maxLength: 2 }) }),
  source: fc.constantFrom({ kind: 'proposal' } as const, { kind: 'agreed', quote: 'Satz' } as const),
  channelKinds: fc.subarray([...CHANNEL_KINDS], { maxLength: 3 }),
  ladder: fc.record({
    announceDays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    remindDays: fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }),
    lastCallDays: fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }),
  }),
  approval: fc.constantFrom({ kind: 'automatic' }, { kind: 'carrier' }, { kind: 'silence', hours: 48 } as const),
  capPerWeek: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
});
const agreement = fc.array(clause, { maxLength: 4 }).map((list) => agreementOf(...list.map((one, i) => clauseOf(`C-${i}`, one))));

const channel = fc
  .record({
    carrier: fc.constantFrom(...ids),
    kind: fc.constantFrom(...CHANNEL_KINDS),
    ownContent: fc.boolean(),
    wantsApproval: fc.boolean(),
    quiet: fc.record({
      from: fc.constantFrom('20:00', '02:30', '00:00'),
      to: fc.constantFrom('07:00', '02:30', '03:00'),
      sundays: fc.boolean(),
    }),
  })
  .map(({ carrier, kind, ...change }) => channelOf(carrier, kind, change));
const channels = fc.uniqueArray(channel, { maxLength: 6, selector: (one) => one.id });

const event = fc
  .record({
    organiser: fc.constantFrom(...ids),
    coOrganisers: fc.subarray(ids, { maxLength: 2 }),
    begins: hours(90),
    deadline: fc.option(hours(90), { nil: undefined }),
    embargo: fc.option(hours(20), { nil: undefined }),
    doNotPromote: fc.boolean(),
  })
  .map(({ begins, deadline, embargo, ...rest }) =>
    eventOf({
      ...rest,
      publishedAt: START,
      changedAt: START,
      deadline: deadline === undefined ? undefined : START.add({ hours: deadline }),
      embargoUntil: embargo === undefined ? undefined : START.add({ hours: embargo }),
      event: { startsAt: START.add({ hours: begins }), endsAt: START.add({ hours: begins + 2 }) },
    }),
  );

/** What may happen between two plans: time passes, people decide, rows leave, the editor changes something. */
type Happening =
  | { kind: 'wait'; hours: number }
  | { kind: 'approve' | 'decline' | 'send' | 'lose' }
  | { kind: 'move'; hours: number }
  | { kind: 'status'; status: 'planned' | 'postponed' | 'cancelled' }
  | { kind: 'teaser'; text: string }
  | { kind: 'live'; live: boolean };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constantFrom('approve' as const, 'decline' as const, 'send' as const, 'lose' as const) }),
  fc.record({ kind: fc.constant('move' as const), hours: fc.integer({ min: -200, max: 600 }) }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom('planned' as const, 'postponed' as const, 'cancelled' as const),
  }),
  fc.record({ kind: fc.constant('teaser' as const), text: fc.constantFrom('Eins', 'Zwei', 'Drei') }),
  fc.record({ kind: fc.constant('live' as const), live: fc.boolean() }),
);

type World = { content: EventContent; ledger: readonly Delivery[]; now: Instant };

const touch = (world: World, change: Partial<EventContent>, facts: Partial<EventContent['event']> = {}): World => {
  const raise = Object.keys(facts).length > 0 ? 1 : 0;
  const { content } = world;
  const next = {
    ...content,
    ...change,
    planRevision: content.planRevision + 1,
    sequence: content.sequence + raise,
    changedAt: world.now,
    event: { ...content.event, ...facts },
  };
  return { ...world, content: next };
};

const move = (world: World, from: readonly Delivery['status'][], to: Delivery['status'], due: boolean): World => ({
  ...world,
  ledger: world.ledger.map((row) =>
    from.includes(row.status) && (!due || !isBefore(world.now, row.dueAt)) && canMove(row.status, to)
      ? { ...row, status: to }
      : row,
  ),
});

const happen = (world: World, what: Happening): World => {
  switch (what.kind) {
    case 'wait':
      return { ...world, now: world.now.add({ hours: what.hours }) };
    case 'approve':
      return move(move(world, ['planned'], 'awaiting-approval', false), ['awaiting-approval'], 'ready', false);
    case 'decline':
      return move(world, ['awaiting-approval', 'ready'], 'declined', false);
    case 'send':
      return move(move(move(world, ['planned'], 'ready', true), ['ready'], 'sending', true), ['sending'], 'sent', true);
    case 'lose':
      return move(move(world, ['ready'], 'sending', true), ['sending'], 'unconfirmed', true);
    case 'move':
      return touch(
        world,
        {},
        {
          status: 'moved',
          startsAt: world.content.event.startsAt.add({ hours: what.hours }),
          endsAt: world.content.event.endsAt.add({ hours: what.hours }),
        },
      );
    case 'status':
      return touch(world, {}, { status: what.status });
    case 'teaser':
      return touch(world, { teaser: { de: what.text } });
    case 'live':
      return touch(world, { live: what.live });
  }
};

const planWorld = (world: World, rules: Agreement, list: readonly ChannelSettings[]): readonly PlanStep[] =>
  planDeliveries({
    content: world.content,
    existing: world.ledger,
    organisations,
    channels: list,
    agreement: rules,
    load: () => 0,
    now: world.now,
  });

const newlySet = (step: PlanStep): { dueAt: Instant; latestAt: Instant; channelId: string; status: string } | undefined => {
  if (step.kind === 'add') return step.row;
  if (step.kind !== 'change' || !step.set.dueAt || step.set.dueAt.equals(step.delivery.dueAt)) return undefined;
  return {
    dueAt: step.set.dueAt,
    latestAt: step.set.latestAt ?? step.delivery.latestAt,
    channelId: step.delivery.channelId,
    status: step.to,
  };
};

/** Everything that must hold of one plan, whatever went before. */
const checkPlan = (world: World, steps: readonly PlanStep[], rules: Agreement, list: readonly ChannelSettings[]): void => {
  const byId = new Map(list.map((one) => [one.id, one]));
  const codes = new Set(promotionClauses(rules, world.now).map((one) => one.code));
  for (const step of steps) {
    if (step.kind !== 'add') {
      const to = step.kind === 'withdraw' ? 'withdrawn' : step.to;
      expect(isOut(step.delivery.status)).toBe(false);
      expect(to === step.delivery.status || canMove(step.delivery.status, to)).toBe(true);
    }
    const set = newlySet(step);
    if (set && set.status !== 'missed') {
      const at = byId.get(set.channelId);
      expect(compareInstants(set.dueAt, world.now)).toBeGreaterThanOrEqual(0);
      expect(isBefore(set.dueAt, world.content.event.startsAt)).toBe(true);
      if (at && !isNewsletter(at.kind)) expect(isQuiet(at.quiet, set.dueAt)).toBe(false);
    }
    if (step.kind === 'add') {
      const { because, carrier, purpose } = step.row;
      if (because.kind === 'clause' && purpose !== 'update' && purpose !== 'cancel') expect(codes.has(because.code)).toBe(true);
      expect(because.kind === 'own-channel').toBe(ownersOf(world.content).includes(carrier));
    }
  }
};

const checkLedger = (world: World): void => {
  const keys = world.ledger.map((row) => row.key);
  expect(new Set(keys).size).toBe(keys.length);
  const { status } = world.content.event;
  for (const row of world.ledger.filter((one) => isUnsent(one.status))) {
    expect(world.content.live).toBe(true);
    if (status === 'cancelled' || status === 'postponed') expect(['update', 'cancel']).toContain(row.purpose);
  }
  for (const id of new Set(world.ledger.map((row) => row.channelId)))
    expect(world.ledger.filter((row) => row.channelId === id && row.purpose === 'announce').length).toBeLessThanOrEqual(1);
};

describe('whatever happens to an event', () => {
  it('the plan is idempotent, never in the past or after the beginning, never double, and leaves alone what left', () => {
    fc.assert(
      fc.property(event, agreement, channels, fc.array(happening, { maxLength: 12 }), (content, rules, list, story) => {
        let world: World = { content, ledger: [], now: START };
        for (const what of [{ kind: 'wait', hours: 0 } as const, ...story]) {
          world = happen(world, what);
          const steps = planWorld(world, rules, list);
          checkPlan(world, steps, rules, list);
          const before = world.ledger.filter((row) => isOut(row.status));
          world = { ...world, ledger: applySteps(world.ledger, steps) };
          for (const row of before) expect(world.ledger).toContain(row);
          checkLedger(world);
          expect(planWorld(world, rules, list)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('everybody who was told of an event learns of its cancellation while it still matters', () => {
    fc.assert(
      fc.property(event, agreement, channels, fc.array(happening, { maxLength: 8 }), (content, rules, list, story) => {
        let world: World = { content, ledger: [], now: START };
        for (const what of [...story, { kind: 'live', live: true } as const, { kind: 'status', status: 'cancelled' } as const]) {
          world = happen(world, what);
          world = { ...world, ledger: applySteps(world.ledger, planWorld(world, rules, list)) };
        }
        const told = new Set(
          world.ledger.filter((row) => isOut(row.status) && row.sequence < world.content.sequence).map((row) => row.channelId),
        );
        for (const one of list.filter((each) => told.has(each.id) && each.kind !== 'feed')) {
          const correction = world.ledger.find(
            (row) => row.channelId === one.id && row.purpose === 'cancel' && row.occasion === world.content.sequence,
          );
          const reachable = isNewsletter(one.kind) ? 36 * 24 : 36;
          const matters = isBefore(world.now.add({ hours: reachable }), world.content.event.startsAt);
          if (matters) expect(correction?.status).toBe('planned');
        }
      }),
      { numRuns: 500 },
    );
  });
});
