// An edition of 20 batches goes out by two workers that are killed again and again, in front of a SendGrid that is busy, fails, breaks
// off or is late at random, and tells of what it took by signed events: before its answer or after, twice, in any order.
// EDITION_RUNS=100 KILL_SEED=7 npx vitest run --project integration test/integration/kill/editions
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { run as applyReceipts } from '#jobs/apply-receipts';
import { jobContext } from '#jobs/context';
import { openChannels } from '#runtime/channels';
import { setLogLevel } from '#runtime/log';
import { unclearPeople } from '#store/unclear-people';
import { seeded } from '../../fakes/killer';
import { type AcceptedBatch, type SendgridAct, type SendgridStandIn, startSendgrid } from '../../fakes/sendgrid';
import { emit, eventsOf, newEventKey } from '../../fakes/sendgrid-events';
import { furnishNewsletter } from '../../fixtures/newsletter-house';
import { bootHouse, type DatabaseKind, type House, testDatabases } from '../boot';
import { openPublicSite } from '../site';
import { type Breach, keepCopies, NO_CLAIM } from './copy';
import { addReaders, isOver, prepareEdition, readEvidence } from './edition-scenario';
import { judgeEdition } from './edition-verdict';
import { type Crew, startCrew } from './processes';

const RUNS = Number(process.env.EDITION_RUNS ?? 3);
const SEED = Number(process.env.KILL_SEED ?? Math.floor(performance.timeOrigin % 1_000_000));
const KILLS_PER_RUN = 3;
/** So many runs share a house: the stand-in for MongoDB is the slower the more documents it keeps (test/fakes/mongo.ts). */
const RUNS_PER_HOUSE = 5;
const MINUTES = 60_000;
/** A killed worker is there again after seconds, on a stand-in for MongoDB and a busy machine after most of a minute. */
const PATIENCE = 8 * MINUTES;

const { product, copy } = keepCopies();

/** Whether anybody dies when the provider has a whole request before it, before or after it takes it; and whether it then takes it. */
type Fate = { readonly when: 'before' | 'after'; readonly all: boolean; readonly isTaken: boolean };

/** What else goes wrong with about every third request. */
const TROUBLES = ['busy', 'fail', 'fail-after', 'drop', 'hang-up', 'delay'] as const satisfies readonly SendgridAct[];

const troubleOf = (random: () => number): SendgridAct | undefined => TROUBLES[Math.floor(random() * TROUBLES.length * 3)];

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
const run = async ({ house, channel, tell }: Place, folder: string, random: () => number, fates?: ReadonlyMap<number, Fate>) => {
  let crew: Crew | undefined;
  const standIn: SendgridStandIn = await startSendgrid({
    act: () => (fates ? troubleOf(random) : undefined),
    resetSeconds: 1,
    before: async (_key, number) => {
      // Time enough for the other worker to come by.
      if (!fates) await pause(1_500);
      const fate = fates?.get(number);
      if (fate?.when !== 'before') return true;
      await killSome(crew, fate.all, random);
      return fate.isTaken;
    },
    after: async (key, number) => {
      const fate = fates?.get(number);
      if (fate?.when === 'after') await killSome(crew, fate.all, random);
      if (fates && random() < 0.5)
        await tell(
          standIn.accepted.filter((batch) => batch.key === key),
          random,
        );
    },
  });
  const edition = await prepareEdition(house.payload, channel);
  const env = {
    ...{ DATA_DIR: house.dataDir, PUBLIC_URL: 'http://localhost:3000', TICKS: 'on', LOG_LEVEL: 'error' },
    ...{ SENDGRID_BASE_URL: standIn.url, LEASE_SECONDS: '1', NEXT_TELEMETRY_DISABLED: '1' },
  };
  crew = startCrew(['worker', 'worker'], { folder, env, pidsFile: path.join(house.dataDir, 'pids') });
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && !(await isOver(house.payload, edition))) await pause(200);
  const killed = crew.killed();
  await crew.stop();
  await standIn.close();
  const before = await readEvidence(house.payload, edition);
  if (fates) await tell(standIn.accepted, random);
  const accepted = standIn.accepted.flatMap(({ mail }) =>
    mail.personalizations.map(({ custom_args }) => custom_args?.subscriber_id ?? ''),
  );
  const evidence = await readEvidence(house.payload, edition);
  const left = new Set(await unclearPeople(house.payload, edition));
  const faults = [
    ...judgeEdition({ accepted, ...before }),
    ...judgeEdition({ accepted, ...evidence }),
    ...accepted.filter((person) => fates && left.has(person)).map((person) => `told of, and still unclear: ${person}`),
  ];
  const unclear = (batches: typeof evidence.batches) => batches.filter(({ status }) => status === 'unconfirmed').length;
  return { faults, killed, unclear: unclear(before.batches), settled: unclear(before.batches) - unclear(evidence.batches) };
};

/** A house with a newsletter, and how SendGrid tells it what became of batches. */
type Place = {
  readonly house: House;
  readonly channel: string;
  readonly tell: (batches: readonly AcceptedBatch[], random: () => number) => Promise<void>;
};

const inHouse = async <T>(kind: DatabaseKind, act: (place: Place) => Promise<T>): Promise<T> => {
  const house = await bootHouse(kind, 'kill-editions');
  setLogLevel('silent');
  const site = await openPublicSite(house.payload);
  try {
    const channel = await furnishNewsletter(house.payload);
    await addReaders(house.payload, channel);
    const { publicKey, privateKey } = newEventKey();
    await house.payload.update({ collection: 'channels', id: channel, data: { eventKey: publicKey } });
    const tell: Place['tell'] = async (batches, random) => {
      const seconds = Math.floor(Date.now() / 1000);
      const events = batches.flatMap((batch) => ['processed', 'delivered'].flatMap((event) => eventsOf(batch, event, seconds)));
      const mixed = [...events, ...events].sort(() => random() - 0.5);
      const post = () => emit(`${site.url}/hooks/sendgrid/${channel}`, mixed, privateKey, { timestamp: seconds });
      // As SendGrid does: until it is taken.
      while (mixed.length > 0 && (await post()) !== 204) await pause(1_000);
      await applyReceipts(jobContext(house.payload, ENV, openChannels({ dataDir: house.dataDir }), 'test'));
    };
    return await act({ house, channel, tell });
  } finally {
    await site.close();
    await house.stop();
  }
};

const ENV = { publicUrl: 'http://localhost:3000', mailFrom: 'Nordsüd <noreply@example.org>', leaseSeconds: 1 };

describe.each(testDatabases())('a newsletter in 20 batches on %s', (kind) => {
  it(
    `reaches nobody twice and loses nobody in silence over ${RUNS} runs with kills (seed ${SEED})`,
    async () => {
      const random = seeded(SEED);
      const seconds = stopwatch();
      let [number, killed, unclear, settled] = [0, 0, 0, 0];
      const runOnce = async (place: Place): Promise<void> => {
        const result = await run(place, product(), random, fatesOf(random));
        expect(result.faults, `run ${number}`).toEqual([]);
        number += 1;
        killed += result.killed;
        unclear += result.unclear;
        settled += result.settled;
        const fates = `${killed} killed, ${unclear} batches unclear, ${settled} of them settled by events`;
        console.log(`${kind}: seed ${SEED}, ${number} of ${RUNS} runs in ${seconds()} s, ${fates}`);
      };
      while (number < RUNS)
        await inHouse(kind, async (place) => {
          for (let here = 0; here < RUNS_PER_HOUSE && number < RUNS; here++) await runOnce(place);
        });
      expect(killed).toBeGreaterThanOrEqual(RUNS);
    },
    PATIENCE + (4 + RUNS * 1.5) * MINUTES,
  );
});

const stopwatch = (): (() => number) => {
  const began = performance.now();
  return () => Math.round((performance.now() - began) / 1_000);
};

describe('the verdict on an edition', () => {
  it(
    'sees the doubles when the claim is taken out',
    () =>
      inHouse('sqlite', async (place) => {
        const folder = await copy(UNCLAIMED);
        const { faults } = await run(place, folder, seeded(SEED));
        expect(faults.some((fault) => / mails: /.test(fault))).toBe(true);
      }),
    8 * MINUTES,
  );
});

/** Whoever has a batch on the list sends it, whatever others have made of it since. */
const UNCLAIMED: readonly Breach[] = [
  ...NO_CLAIM,
  ['jobs/dispatch/edition-words.ts', "'sending', { rows })) !== undefined", "'sending', { rows })) !== null"],
];
