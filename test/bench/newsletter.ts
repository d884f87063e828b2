import { fork, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { hasMongo } from '../fakes/mongo';
import { median, report } from './measure';
import { openSink } from './newsletter-sink';

const SIZES: readonly number[] = [10_000, 100_000];
const REPEATS = 3;

/**
 * A newsletter to 10,000 and to 100,000 people in 20 segments, from its slot to its last batch, by a started worker with the ledger and
 * everything else, into a stand-in on loopback; the baseline is a bare loop over the same client library to as many people.
 * `npm run bench newsletter [sqlite|mongodb] [people …]`; MONGODB_TEST_URI names a server. The stand-in takes half a second or more for a
 * batch’s thousand ids, and longer for each row the more there are: what is measured on it is the stand-in.
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
export type Measured = { readonly rate: number; readonly peak: number; readonly untilFirst: number };

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')} people/s`;

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

/** In a process of its own: a house is built once per process. */
const measureOurs = (kind: string, people: number): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork('test/bench/newsletter-run.ts', [kind, String(people)], { execArgv: process.execArgv });
    let measured: Measured | undefined;
    child.once('message', (message: Measured) => {
      measured = message;
    });
    child.once('exit', () => (measured ? resolve(measured) : reject(new Error('the newsletter was not sent'))));
  });
