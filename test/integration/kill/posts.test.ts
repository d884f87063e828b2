// Posts on LinkedIn, Mastodon, Bluesky and X leave by two workers that are killed again and again, before networks that answer, are late, have
// had too many, fail, or take a post and drop the line, at random. What stands at each of them is the evidence.
// POST_ACTS=1000 POST_KILLS=100 KILL_SEED=7 npx vitest run --project integration test/integration/kill/posts
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { seedBase } from '#jobs/seed-base';
import { now } from '#runtime/clock';
import { setLogLevel } from '#runtime/log';
import { seeded } from '../../fakes/killer';
import { bootHouse, type DatabaseKind, type House, testDatabases } from '../boot';
import { keepCopies, UNCLAIMED_POSTS } from './copy';
import { NETWORK_NAMES, type Network, startNetworks } from './networks';
import { type Crew, startCrew } from './processes';
import { countRows, furnishWith, rowsOn, titleIn } from './scenario';
import { judge } from './verdict';

const ACTS = Number(process.env.POST_ACTS ?? 20);
const KILLS = Number(process.env.POST_KILLS ?? 1);
const SEED = Number(process.env.KILL_SEED ?? Math.floor(performance.timeOrigin % 1_000_000));
const MINUTES = 60_000;
const PATIENCE = (4 + ACTS / 50 + KILLS / 4) * MINUTES;

const { product, copy } = keepCopies();

const run = async (house: House, folder: string, kills: number) => {
  setLogLevel('silent');
  const random = seeded(SEED);
  let crew: Crew | undefined;
  let [posts, atPost] = [0, 0];
  const killOne = async (): Promise<void> => {
    const pids = crew?.pids() ?? [];
    const pid = pids[Math.floor(random() * pids.length)];
    if (pid !== undefined) await crew?.kill(pid);
  };
  const networks = await startNetworks({
    random: kills > 0 ? random : undefined,
    accepted: async () => {
      posts += 1;
      // Time enough for the other worker to come by.
      if (kills === 0) await pause(2_000);
      // Half of the kills fall between a post and its answer, that of the first post among them: of both, for who made it nobody knows.
      if (atPost >= kills / 2 || (atPost > 0 && random() > kills / ACTS)) return;
      const pids = crew?.pids() ?? [];
      atPost += pids.length;
      await Promise.all(pids.map((pid) => crew?.kill(pid)));
    },
  });
  await seedBase(house.payload, now());
  await furnishWith(house.payload, {
    channels: networks.map(({ channel }) => channel),
    events: ACTS / networks.length,
    approvals: networks.map(({ name }) => [name, 'automatic'] as const),
  });
  const env = {
    ...{ DATA_DIR: house.dataDir, PUBLIC_URL: 'http://localhost:3000', TICKS: 'on', LOG_LEVEL: 'error' },
    ...{ LEASE_SECONDS: '3', NEXT_TELEMETRY_DISABLED: '1' },
    ...Object.assign({}, ...networks.map((network) => network.env)),
  };
  crew = startCrew(['worker', 'worker'], { folder, env, pidsFile: path.join(house.dataDir, 'pids') });
  const say = progress(house, crew, networks);
  try {
    while ((await countRows(house.payload)) < ACTS) await pause(100);
    while (kills > 0 && crew.killed() < kills && !(await isOver(house))) {
      const before = posts;
      await pause(500 + random() * 3_000);
      // Who is killed while starting again and again never gets to a post.
      for (let i = 0; i < 300 && posts === before; i++) await pause(200);
      await killOne();
      await say();
    }
    const end = performance.now() + PATIENCE;
    for (; performance.now() < end && !(await isOver(house)); await say()) await pause(500);
    const killed = crew.killed();
    // Where nobody is killed doubles are wanted: more posts than rows would be waited for in vain.
    if (kills > 0) await settleUnclear(house, networks);
    await crew.stop();
    return { killed, atPost, findings: await Promise.all(networks.map((network) => findingsAt(house, network))) };
  } finally {
    await crew.stop();
    await Promise.all(networks.map((network) => network.close()));
    await house.stop();
  }
};

const isOver = async ({ payload }: House): Promise<boolean> =>
  (await countRows(payload, ['sent', 'unconfirmed', 'failed'])) >= ACTS;

/** What is there is found by asking the network, or by saying it again; what is not stays unclear. */
const settleUnclear = async ({ payload }: House, networks: readonly Network[]): Promise<void> => {
  const end = performance.now() + 2 * MINUTES;
  const posts = () => networks.reduce((sum, network) => sum + network.texts().length, 0);
  while (performance.now() < end && (await countRows(payload, ['sent'])) < posts()) await pause(500);
};

/** What stands at a network, what the ledger says of it, and what is wrong with that. */
const findingsAt = async ({ payload }: House, { name, channel, texts }: Network) => {
  const rows = await rowsOn(payload, channel.slug);
  const keys = new Map(rows.map(({ title, key }) => [title, key]));
  const accepted = texts().map((text) => keys.get(titleIn(text) ?? '') ?? `nobody's: ${text}`);
  const faults = judge({ accepted, ledger: new Map(rows.map(({ key, status }) => [key, status])), isUndisturbed: false });
  const count = (wanted: string): number => rows.filter(({ status }) => status === wanted).length;
  const doubles = accepted.length - new Set(accepted).size;
  return { name, faults, rows: rows.length, stand: accepted.length, doubles, sent: count('sent'), unclear: count('unconfirmed') };
};

/** Says how far a long run is, at most twice a minute. */
const progress = ({ payload }: House, crew: Crew, networks: readonly Network[]): (() => Promise<void>) => {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < MINUTES / 2) return;
    last = performance.now();
    const stand = networks.map(({ name, texts }) => `${name} ${texts().length}`).join(', ');
    const over = await countRows(payload, ['sent', 'unconfirmed', 'failed']);
    console.log(`${over} of ${ACTS} acts over, ${crew.killed()} killed; ${stand}`);
  };
};

const open = (kind: DatabaseKind): Promise<House> => bootHouse(kind, 'kill-posts');

describe.each(testDatabases())(`${ACTS} posts on %s`, (kind) => {
  it(
    `appear once each or stand as unclear, whoever is killed and whatever the networks do (seed ${SEED})`,
    async () => {
      const began = performance.now();
      const { findings, killed, atPost } = await run(await open(kind), product(), KILLS);
      const seconds = Math.round((performance.now() - began) / 1_000);
      console.log(
        `${kind}: seed ${SEED}, ${ACTS} acts in ${seconds} s, ${killed} killed, ${atPost} of them between a post and its answer`,
      );
      for (const { name, faults, ...counts } of findings) {
        console.log(`${kind}: ${name} ${JSON.stringify(counts)}`);
        expect(faults, name).toEqual([]);
        expect([counts.rows, counts.sent + counts.unclear], name).toEqual([ACTS / NETWORK_NAMES.length, counts.rows]);
        expect(counts.stand, name).toBeGreaterThan(0);
      }
      expect(Math.min(killed, atPost)).toBeGreaterThan(0);
    },
    2 * PATIENCE + 6 * MINUTES,
  );
});

describe('the verdict on posts', () => {
  it(
    'sees the doubles on each network when the claim is taken out',
    async () => {
      const folder = await copy(UNCLAIMED_POSTS);
      const { findings } = await run(await open('sqlite'), folder, 0);
      const seen = findings.filter(({ faults }) => faults.some((fault) => /^sent \d+ times/.test(fault))).map(({ name }) => name);
      expect(seen).toEqual(NETWORK_NAMES);
    },
    PATIENCE + 6 * MINUTES,
  );
});
