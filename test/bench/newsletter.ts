import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { getPayload, type Payload } from 'payload';
import { run as forgetReaders } from '#jobs/forget-readers';
import { loadEdition } from '#store/editions';
import { hasMongo, startMongo } from '../fakes/mongo';
import { dueEdition, furnishNewsletter, houseContext } from '../fixtures/newsletter-house';
import { median, memoryOf, report, startScript } from './measure';
import { addReaders, addSuppressed } from './newsletter-readers';

const SIZES: readonly number[] = [10_000, 100_000];
const EVENTS = 8;
const REPEATS = 3;

/**
 * A newsletter to 10,000 and to 100,000 people in 20 segments, from its slot to its last batch, by a started worker with the ledger and
 * everything else, into a stand-in on loopback; the baseline is a bare loop over the same client library to as many people.
 * `npm run bench newsletter [sqlite|mongodb] [people …]`
 */
export const benchNewsletter = async (): Promise<void> => {
  const kind = process.argv[3] ?? 'sqlite';
  if (kind === 'mongodb' && !hasMongo()) throw new Error('no MongoDB to measure');
  const asked = process.argv.slice(4).map(Number);
  for (const people of asked.length > 0 ? asked : SIZES) {
    const bare: Measured[] = [];
    const ours: Measured[] = [];
    for (let i = 0; i < REPEATS; i++) {
      bare.push(await measureBare(people));
      ours.push(await measureOurs(kind, people));
    }
    const middle = (all: readonly Measured[], what: keyof Measured): number => median(all.map((one) => one[what]));
    const size = people.toLocaleString('en');
    const rate = middle(ours, 'rate');
    report(`newsletter to ${size} people on ${kind}`, perSecond(rate), `bare loop ${perSecond(middle(bare, 'rate'))}`);
    const ratio = median(ours.map((one, index) => one.rate / (bare[index]?.rate ?? Number.NaN)));
    report('… of the bare loop', ratio.toFixed(2), `aim ≥ 0.70; middle of ${REPEATS}`);
    report('… from the start of the worker to the first batch', `${middle(ours, 'untilFirst').toFixed(1)} s`);
    const peak = (all: readonly Measured[]): string => `${Math.max(...all.map((one) => one.peak)).toFixed(0)} MB`;
    report('… memory peak of the worker', peak(ours), `aim ≤ 350 MB; bare loop ${peak(bare)}`);
  }
};

/** People per second; MB; seconds from the start to the first request. */
type Measured = { readonly rate: number; readonly peak: number; readonly untilFirst: number };

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')} people/s`;

/** The stand-in, and when it took what. */
const openSink = async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/fakes/sendgrid-process.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const taken: { readonly at: number; readonly people: number }[] = [];
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, value = ''] = line.split(' ');
      if (word === 'listening') resolve(value);
      if (word === 'took') taken.push({ at: performance.now(), people: Number(value) });
    });
  });
  const count = (): number => taken.reduce((sum, { people }) => sum + people, 0);
  /** People per second between the first and the last request, the first one's left out. */
  const rate = (): number => {
    const [first, last] = [taken[0], taken.at(-1)];
    return first && last ? ((count() - first.people) / (last.at - first.at)) * 1_000 : Number.NaN;
  };
  return { url, count, rate, firstAt: () => taken[0]?.at ?? Number.NaN, close: () => child.kill('SIGTERM') };
};

const measureBare = async (people: number): Promise<Measured> => {
  const began = performance.now();
  const sink = await openSink();
  const args = ['--import', 'tsx', 'test/bench/bare-newsletter.ts', sink.url, String(people)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = Number.NaN;
  createInterface({ input: child.stdout }).on('line', (line) => {
    peak = Number(line.split(' ')[1]);
  });
  await new Promise((resolve) => child.once('close', resolve));
  sink.close();
  return { rate: sink.rate(), peak, untilFirst: (sink.firstAt() - began) / 1_000 };
};

const measureOurs = async (kind: string, people: number): Promise<Measured> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'nordsued-bench-'));
  const mongo = kind === 'mongodb' ? await startMongo('bench') : undefined;
  const sink = await openSink();
  const env = {
    ...{ DATA_DIR: dir, DATABASE_URI: mongo?.uri ?? `file:${path.join(dir, 'bench.db')}`, PAYLOAD_SECRET: 'x'.repeat(40) },
    ...{ SECRETS_KEY: 'y'.repeat(40), SENDGRID_BASE_URL: sink.url, LOG_LEVEL: 'error', NODE_ENV: 'production' },
  };
  Object.assign(process.env, env);
  const config = (await import(`${pathToFileURL(path.resolve('payload.config.ts'))}?${path.basename(dir)}`)).default;
  const payload = await getPayload({ config, key: dir });
  try {
    const channel = await furnishNewsletter(payload);
    await addReaders(payload, channel, people);
    await addSuppressed(payload, channel, 2_000);
    await payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
    // A worker does it once a day, in its first round after midnight.
    await forgetReaders(houseContext(payload));
    const { id } = await dueEdition(payload, channel, EVENTS);
    return await watchWorker(payload, id, env, sink);
  } finally {
    sink.close();
    await payload.destroy();
    await mongo?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

type Sink = Awaited<ReturnType<typeof openSink>>;

const watchWorker = async (payload: Payload, edition: string, env: Readonly<Record<string, string>>, sink: Sink) => {
  const began = performance.now();
  const worker = startScript('worker', env);
  try {
    while ((await loadEdition(payload, edition))?.status === 'closed') {
      if (performance.now() - began > 20 * 60_000) throw new Error('the newsletter did not end');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const { peak } = memoryOf(worker.pid);
    return { rate: sink.rate(), peak, untilFirst: (sink.firstAt() - began) / 1_000 };
  } finally {
    await worker.stop();
  }
};
