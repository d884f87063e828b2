// Posts on 20 pages leave by two workers that are killed again and again, before a LinkedIn that answers, is late, has had too many, fails,
// or takes a post and drops the line, at random.
// POST_ACTS=1000 POST_KILLS=100 KILL_SEED=7 npx vitest run --project integration test/integration/kill/posts
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { seedBase } from '#jobs/seed-base';
import { now } from '#runtime/clock';
import { setLogLevel } from '#runtime/log';
import { seeded } from '../../fakes/killer';
import { LINKEDIN_TOKEN, type LinkedinAct, startLinkedin } from '../../fakes/linkedin';
import { bootHouse, type DatabaseKind, type House, testDatabases } from '../boot';
import { type Breach, keepCopies, NO_CLAIM } from './copy';
import { type Crew, startCrew } from './processes';
import { countRows, furnish, readLedger, rowKeys } from './scenario';
import { judge } from './verdict';

const ACTS = Number(process.env.POST_ACTS ?? 20);
const KILLS = Number(process.env.POST_KILLS ?? 1);
const SEED = Number(process.env.KILL_SEED ?? Math.floor(performance.timeOrigin % 1_000_000));
const MINUTES = 60_000;
const PATIENCE = (4 + ACTS / 50) * MINUTES;

const { product, copy } = keepCopies();

/** What goes wrong with every second post, about as often each. */
const TROUBLES = ['late', 'busy', 'fail', 'fail-after', 'hang-up'] as const satisfies readonly LinkedinAct[];

type Counts = Record<LinkedinAct | 'fine', number>;

const run = async (house: House, folder: string, kills: number) => {
  setLogLevel('silent');
  const random = seeded(SEED);
  const counts: Partial<Counts> = {};
  let crew: Crew | undefined;
  let atPost = 0;
  const killOne = async (): Promise<void> => {
    const pids = crew?.pids() ?? [];
    const pid = pids[Math.floor(random() * pids.length)];
    if (pid !== undefined) await crew?.kill(pid);
  };
  const standIn = await startLinkedin(undefined, {
    restSeconds: 1,
    actOf: () => {
      const act = kills > 0 ? TROUBLES[Math.floor(random() * TROUBLES.length * 2)] : undefined;
      counts[act ?? 'fine'] = (counts[act ?? 'fine'] ?? 0) + 1;
      return act;
    },
    // Half of the kills fall between a post and its answer.
    accepted: async () => {
      if (atPost >= kills / 2 || random() > kills / ACTS) return;
      atPost += 1;
      await killOne();
    },
  });
  await seedBase(house.payload, now());
  await furnish(house.payload, ACTS, LINKEDIN_TOKEN);
  const env = {
    ...{ DATA_DIR: house.dataDir, PUBLIC_URL: 'http://localhost:3000', TICKS: 'on', LOG_LEVEL: 'error' },
    ...{ LINKEDIN_BASE_URL: standIn.url, LEASE_SECONDS: '3', NEXT_TELEMETRY_DISABLED: '1' },
  };
  crew = startCrew(['worker', 'worker'], { folder, env, pidsFile: path.join(house.dataDir, 'pids') });
  try {
    while ((await countRows(house.payload)) < ACTS) await pause(100);
    while (kills > 0 && crew.killed() < kills && !(await isOver(house))) {
      await pause(500 + random() * 3_000);
      await killOne();
    }
    const end = performance.now() + PATIENCE;
    while (performance.now() < end && !(await isOver(house))) await pause(500);
    const killed = crew.killed();
    // Where nobody is killed doubles are wanted: more posts than rows would be waited for in vain.
    if (kills > 0) await settleUnclear(house, async () => standIn.posts.length);
    await crew.stop();
    const keyOf = await rowKeys(house.payload);
    const accepted = standIn.posts.map(({ author, shown }) => keyOf(author, shown));
    const ledger = await readLedger(house.payload);
    return { faults: judge({ accepted, ledger, isUndisturbed: false }), accepted, ledger, killed, counts };
  } finally {
    await crew.stop();
    await standIn.close();
    await house.stop();
  }
};

const isOver = async ({ payload }: House): Promise<boolean> =>
  (await countRows(payload, ['sent', 'unconfirmed', 'failed'])) >= ACTS;

/** What is there is found by asking the network; what is not stays unclear. */
const settleUnclear = async ({ payload }: House, posts: () => Promise<number>): Promise<void> => {
  const end = performance.now() + 2 * MINUTES;
  while (performance.now() < end && (await countRows(payload, ['sent'])) < (await posts())) await pause(500);
};

const count = (values: Iterable<string>, wanted: string): number => [...values].filter((value) => value === wanted).length;

const open = (kind: DatabaseKind): Promise<House> => bootHouse(kind, 'kill-posts');

describe.each(testDatabases())(`${ACTS} posts on %s`, (kind) => {
  it(
    `appear once each or stand as unclear, whoever is killed and whatever LinkedIn does (seed ${SEED})`,
    async () => {
      const began = performance.now();
      const { faults, accepted, ledger, killed, counts } = await run(await open(kind), product(), KILLS);
      expect(faults).toEqual([]);
      expect(ledger.size).toBe(ACTS);
      const seconds = Math.round((performance.now() - began) / 1_000);
      const [sent, unclear] = [count(ledger.values(), 'sent'), count(ledger.values(), 'unconfirmed')];
      const stood = `${accepted.length} posts stood there, ${sent} sent, ${unclear} unclear`;
      console.log(`${kind}: seed ${SEED}, ${ACTS} acts in ${seconds} s, ${killed} killed, ${stood}; ${JSON.stringify(counts)}`);
      expect(killed).toBeGreaterThan(0);
    },
    PATIENCE + 6 * MINUTES,
  );
});

describe('the verdict on posts', () => {
  it(
    'sees the doubles when the claim is taken out',
    async () => {
      const folder = await copy(UNCLAIMED);
      const { faults } = await run(await open('sqlite'), folder, 0);
      expect(faults.some((fault) => /^sent \d+ times/.test(fault))).toBe(true);
    },
    PATIENCE + 6 * MINUTES,
  );
});

/** Whoever has a row on the list sends it, whatever others have made of it since. */
const UNCLAIMED: readonly Breach[] = [
  ...NO_CLAIM,
  [
    'jobs/dispatch/post-row.ts',
    "moveDelivery(ctx.payload, row.id, 'ready', 'sending',",
    "takeAnyway(ctx.payload, row.id, 'ready', 'sending',",
  ],
  [
    'jobs/dispatch/post-row.ts',
    '/** A row that a person posts',
    'const takeAnyway: typeof moveDelivery = async (payload, id, ...rest) =>\n  (await moveDelivery(payload, id, ...rest)) ?? loadDelivery(payload, id);\n\n/** A row that a person posts',
  ],
  [
    'jobs/dispatch/post-row.ts',
    "import { moveDelivery } from '#store/deliveries';",
    "import { loadDelivery, moveDelivery } from '#store/deliveries';",
  ],
];
