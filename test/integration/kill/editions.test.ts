// An edition of 20 batches goes out by two workers that are killed again and again, in front of a SendGrid that takes everything.
// EDITION_RUNS=100 KILL_SEED=7 npx vitest run --project integration test/integration/kill/editions
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../fakes/killer';
import { type SendgridStandIn, startSendgrid } from '../../fakes/sendgrid';
import { furnishNewsletter } from '../../fixtures/newsletter-house';
import { bootHouse, type DatabaseKind, type House, testDatabases } from '../boot';
import { type Breach, copyWith, NO_CLAIM } from './copy';
import { addReaders, isOver, prepareEdition, readEvidence } from './edition-scenario';
import { judgeEdition } from './edition-verdict';
import { type Crew, startCrew } from './processes';

const RUNS = Number(process.env.EDITION_RUNS ?? 3);
const SEED = Number(process.env.KILL_SEED ?? Math.floor(performance.timeOrigin % 1_000_000));
const KILLS_PER_RUN = 3;
const MINUTES = 60_000;

const folders: string[] = [];
let product = '';
beforeAll(async () => {
  product = await copyWith([]);
  folders.push(product);
}, 4 * MINUTES);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Whether anybody dies when the provider has a whole request before it, before or after it takes it; and whether it then takes it. */
type Fate = { readonly when: 'before' | 'after'; readonly all: boolean; readonly isTaken: boolean };

const fatesOf = (random: () => number): ReadonlyMap<number, Fate> =>
  new Map(
    Array.from({ length: KILLS_PER_RUN }, () => [
      Math.floor(random() * 20),
      { when: random() < 0.5 ? 'before' : 'after', all: random() < 0.5, isTaken: random() < 0.5 },
    ]),
  );

const killSome = async (crew: Crew | undefined, all: boolean, random: () => number): Promise<void> => {
  const pids = crew?.pids() ?? [];
  const one = pids[Math.floor(random() * pids.length)];
  for (const pid of all ? pids : one === undefined ? [] : [one]) await crew?.kill(pid);
};

/** One edition from its slot to its end; gives the faults and how many were killed. */
const run = async (house: House, channel: string, folder: string, random: () => number, fates: ReadonlyMap<number, Fate>) => {
  let crew: Crew | undefined;
  const standIn: SendgridStandIn = await startSendgrid({
    before: async (_key, number) => {
      const fate = fates.get(number);
      if (fate?.when !== 'before') return true;
      await killSome(crew, fate.all, random);
      return fate.isTaken;
    },
    after: async (_key, number) => {
      const fate = fates.get(number);
      if (fate?.when === 'after') await killSome(crew, fate.all, random);
    },
  });
  const edition = await prepareEdition(house.payload, channel);
  const env = {
    ...{ DATA_DIR: house.dataDir, PUBLIC_URL: 'http://localhost:3000', TICKS: 'on', LOG_LEVEL: 'error' },
    ...{ SENDGRID_BASE_URL: standIn.url, LEASE_SECONDS: '1', NEXT_TELEMETRY_DISABLED: '1' },
  };
  crew = startCrew(['worker', 'worker'], { folder, env, pidsFile: path.join(house.dataDir, 'pids') });
  const end = performance.now() + 3 * MINUTES;
  while (performance.now() < end && !(await isOver(house.payload, edition))) await pause(200);
  const killed = crew.killed();
  await crew.stop();
  await standIn.close();
  const accepted = standIn.accepted.flatMap(({ mail }) =>
    mail.personalizations.map(({ custom_args }) => custom_args?.subscriber_id ?? ''),
  );
  const evidence = await readEvidence(house.payload, edition);
  const unclear = evidence.batches.filter(({ status }) => status === 'unconfirmed').length;
  return { faults: judgeEdition({ accepted, ...evidence }), killed, unclear };
};

const inHouse = async <T>(kind: DatabaseKind, act: (house: House, channel: string) => Promise<T>): Promise<T> => {
  const house = await bootHouse(kind, 'kill-editions');
  try {
    const channel = await furnishNewsletter(house.payload);
    await addReaders(house.payload, channel);
    return await act(house, channel);
  } finally {
    await house.stop();
  }
};

describe.each(testDatabases())('a newsletter in 20 batches on %s', (kind) => {
  it(
    `reaches nobody twice and loses nobody in silence over ${RUNS} runs with kills (seed ${SEED})`,
    () =>
      inHouse(kind, async (house, channel) => {
        const random = seeded(SEED);
        const began = performance.now();
        let [killed, unclear] = [0, 0];
        for (let number = 0; number < RUNS; number++) {
          const result = await run(house, channel, product, random, fatesOf(random));
          expect(result.faults, `run ${number}`).toEqual([]);
          killed += result.killed;
          unclear += result.unclear;
        }
        const seconds = Math.round((performance.now() - began) / 1000);
        console.log(`${kind}: seed ${SEED}, ${RUNS} runs in ${seconds} s, ${killed} killed, ${unclear} batches unclear`);
        expect(killed).toBeGreaterThanOrEqual(RUNS);
      }),
    (4 + RUNS * 1.5) * MINUTES,
  );
});

describe('the verdict on an edition', () => {
  it(
    'sees the doubles when the claim is taken out',
    () =>
      inHouse('sqlite', async (house, channel) => {
        const folder = await copyWith(UNCLAIMED);
        folders.push(folder);
        const { faults } = await run(house, channel, folder, seeded(SEED), new Map());
        expect(faults.some((fault) => / mails: /.test(fault))).toBe(true);
      }),
    8 * MINUTES,
  );
});

/** Whoever has a batch on the list sends it, whatever others have made of it since. */
const UNCLAIMED: readonly Breach[] = [
  ...NO_CLAIM,
  ['jobs/dispatch/editions.ts', "whole?.status === 'due'", 'whole'],
  ['jobs/dispatch/editions.ts', "'sending', { rows })) !== undefined", "'sending', { rows })) !== null"],
];
