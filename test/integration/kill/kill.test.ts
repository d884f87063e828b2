// Two workers and a web process over one database, up to 1,000 due rows, a provider in a process of its own that logs what it accepts.
// KILLS=500 ROWS=10000 KILL_SEED=7 npx vitest run --project integration test/integration/kill
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../bench/measure';
import { seeded } from '../../fakes/killer';
import { bootHouse, type DatabaseKind, type House, testDatabases } from '../boot';
import { copyWith, UNCLAIMED_POSTS } from './copy';
import { buildProduct, type Crew, startCrew, startProvider } from './processes';
import { ADMIN, askingRows, countRows, furnish, readLedger, waitingRows } from './scenario';
import { judge } from './verdict';

/** The stand-in for MongoDB compares every two documents at each write (test/fakes/mongo.ts): a write among 1,000 takes seven times as long. */
const rowsOf = (kind: DatabaseKind): number =>
  Number(process.env.ROWS ?? (kind === 'mongodb' && !process.env.MONGODB_TEST_URI ? 400 : 1_000));

/** Enough of them for three workers without claims to make doubles. */
const FEW_ROWS = 200;

const KILLS = Number(process.env.KILLS ?? 50);
const SEED = Number(process.env.KILL_SEED ?? Math.floor(performance.timeOrigin % 1_000_000));
const LEASE_SECONDS = 4;
const MINUTES = 60_000;

const folders: string[] = [];
const temporary = (name: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), `nordsued-${name}-`));
  folders.push(folder);
  return folder;
};

beforeAll(buildProduct, 8 * MINUTES);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Run = {
  readonly kind: DatabaseKind;
  readonly rows?: number;
  readonly folder?: string;
  readonly entries: readonly ('web' | 'worker')[];
  readonly kills: number;
  readonly minutes: number;
  readonly meanwhile?: (house: House, base: string, contents: readonly string[], isOver: () => boolean) => Promise<Clicks>;
};

/** How many edits and approvals of people were taken. */
type Clicks = { readonly edited: number; readonly approved: number };

/** Runs the scenario to its end and gives the verdict with what happened. */
const run = async ({ kind, rows = rowsOf(kind), folder = process.cwd(), entries, kills, minutes, meanwhile }: Run) => {
  const house = await bootHouse(kind, 'kill');
  const dir = temporary('kill');
  const [log, pidsFile] = [path.join(dir, 'accepted.log'), path.join(dir, 'pids')];
  writeFileSync(log, '');
  writeFileSync(pidsFile, '');
  const near = Math.floor(kills * 0.3);
  const provider = await startProvider(
    ...['--log', log, '--pids-file', pidsFile, '--seed', String(SEED), '--of', String(Math.floor(rows * 0.8))],
    ...['--kill-after', String(near), '--kill-before', String(near)],
  );
  const { seedBase } = await import('#jobs/seed-base');
  const { now } = await import('#runtime/clock');
  await seedBase(house.payload, now());
  const contents = await furnish(house.payload, rows);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...{ DATA_DIR: house.dataDir, PORT: String(port), PUBLIC_URL: base, TICKS: 'on', LOG_LEVEL: 'error' },
    ...{ PREVIEW_BASE_URL: provider.url, LEASE_SECONDS: String(LEASE_SECONDS), NEXT_TELEMETRY_DISABLED: '1' },
  };
  const crew = startCrew(entries, { folder, env, pidsFile });
  try {
    let isOver = false;
    const clicks = meanwhile?.(house, base, contents, () => isOver) ?? Promise.resolve({ edited: 0, approved: 0 });
    const byProvider = (): number =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('killed-')).length;
    if (kills > 0) await killAtRandom(crew, house, { rows, kills, ofProvider: 2 * near, byProvider });
    // Without people nobody says yes to the rows that ask.
    const settled = await untilSettled(house, meanwhile ? rows : rows - askingRows(rows), minutes);
    isOver = true;
    const { edited, approved } = await clicks;
    const [killedAtAll, fallen] = [crew.killed(), crew.fallen()];
    await crew.stop();
    const lines = readFileSync(log, 'utf8').split('\n');
    const accepted = lines.filter((line) => line.startsWith('accepted ')).map((line) => line.slice('accepted '.length));
    const ledger = await readLedger(house.payload);
    const faults = judge({ accepted, ledger, isUndisturbed: kills === 0 });
    const killed = (when: string): number => lines.filter((line) => line.startsWith(`killed-${when} `)).length;
    const facts = { faults, accepted, ledger, edited, approved, settled, fallen };
    return { ...facts, killed: killedAtAll, after: killed('after'), before: killed('before') };
  } finally {
    await crew.stop();
    await provider.stop();
    await house.stop();
  }
};

type KillCount = {
  readonly rows: number;
  readonly kills: number;
  readonly ofProvider: number;
  readonly byProvider: () => number;
};

/**
 * Kills processes of the crew at moments drawn by the seed, once the rows stand, until so many were killed altogether. The provider
 * has its share; what it did not get to, or what hit a process that both aimed at, is made up for here.
 */
const killAtRandom = async (
  crew: Crew,
  { payload }: House,
  { rows, kills, ofProvider, byProvider }: KillCount,
): Promise<void> => {
  while ((await countRows(payload)) < rows) await pause(100);
  const random = seeded(SEED);
  let own = 0;
  while (crew.killed() < kills) {
    await pause(200 + random() * 1_500);
    const isOurTurn = own < kills - ofProvider || byProvider() >= ofProvider || (await areOut(payload, rows));
    const pids = crew.pids();
    const pid = pids[Math.floor(random() * pids.length)];
    if (isOurTurn && pid !== undefined && (await crew.kill(pid))) own++;
  }
};

const areOut = async (payload: Payload, rows: number): Promise<boolean> =>
  (await countRows(payload, ['sent', 'unconfirmed'])) >= rows;

/** Waits until so many rows are sent or unconfirmed; false when that takes longer than `minutes`. */
const untilSettled = async ({ payload }: House, rows: number, minutes: number): Promise<boolean> => {
  const end = performance.now() + minutes * MINUTES;
  while (performance.now() < end) {
    if (await areOut(payload, rows)) return true;
    await pause(500);
  }
  return false;
};

/** An admin edits contents and approves rows that wait, through the web process as people do; gives how much of it was taken. */
const editMeanwhile = async (
  { payload }: House,
  base: string,
  contents: readonly string[],
  isOver: () => boolean,
): Promise<Clicks> => {
  const clicks = { edited: 0, approved: 0 };
  const post = (path: string, method: string, body: object, token?: string): Promise<Response> =>
    fetch(`${base}/api/${path}`, {
      method,
      headers: { ...JSON_BODY, ...(token ? { authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(body),
    });
  let token: string | undefined;
  for (let i = 0; !isOver(); i++) {
    try {
      // Once, as people do: a login costs the web process more than an edit.
      token ??= ((await (await post('users/login', 'POST', ADMIN)).json()) as { token?: string }).token;
      const teaser = `Ein Abend, Fassung ${i}.`;
      const edit = await post(`events/${contents[i % contents.length]}?locale=de`, 'PATCH', { teaser }, token);
      if (edit.status === 200) clicks.edited++;
      if (edit.status === 403) token = undefined;
      for (const row of await waitingRows(payload, 10))
        if ((await post(`deliveries/${row}/approve`, 'POST', {}, token)).status === 200) clicks.approved++;
    } catch {
      // The web process is down just now.
    }
    await pause(250);
  }
  return clicks;
};
const JSON_BODY = { 'content-type': 'application/json' } as const;

const countOf = (ledger: ReadonlyMap<string, string>, status: string): number =>
  [...ledger.values()].filter((one) => one === status).length;

describe.each(testDatabases())('three processes on %s', (kind) => {
  it(
    `send each of ${rowsOf(kind)} rows exactly once, whatever an admin edits meanwhile`,
    async () => {
      const began = performance.now();
      const result = await run({ kind, entries: ['web', 'worker', 'worker'], kills: 0, minutes: 8, meanwhile: editMeanwhile });
      console.log(
        `${kind}: ${result.accepted.length} sent, ${result.edited} edits, ${result.approved} approvals, ${Math.round((performance.now() - began) / 1000)} s`,
      );
      expect(result.faults).toEqual([]);
      expect(result.fallen).toEqual([]);
      expect(result.ledger.size).toBe(rowsOf(kind));
      expect(result.edited).toBeGreaterThan(5);
      expect(result.approved).toBeGreaterThanOrEqual(askingRows(rowsOf(kind)));
    },
    12 * MINUTES,
  );

  it(
    `send nothing twice and lose nothing in silence when ${KILLS} of them are killed (seed ${SEED})`,
    async () => {
      const result = await run({
        kind,
        entries: ['web', 'worker', 'worker'],
        kills: KILLS,
        minutes: 10 + KILLS / 10,
        meanwhile: editMeanwhile,
      });
      console.log(
        `${kind}: seed ${SEED}, ${result.fallen.length} ended of themselves, ${result.killed} killed (${result.after} right after, ${result.before} right before acceptance), ` +
          `${countOf(result.ledger, 'sent')} sent, ${countOf(result.ledger, 'unconfirmed')} unconfirmed`,
      );
      expect(result.faults).toEqual([]);
      expect(result.settled).toBe(true);
      expect(result.killed).toBeGreaterThanOrEqual(KILLS);
      expect(result.after).toBeGreaterThanOrEqual(Math.min(10, Math.floor(KILLS * 0.3)));
      expect(result.before).toBeGreaterThanOrEqual(Math.min(10, Math.floor(KILLS * 0.3)));
    },
    (15 + KILLS / 5) * MINUTES,
  );
});

describe('the verdict', () => {
  it(
    'sees the doubles when the claim is taken out',
    async () => {
      const folder = await copyWith(UNCLAIMED_POSTS);
      folders.push(folder);
      const { faults } = await run({
        ...{ kind: 'sqlite', rows: FEW_ROWS, folder, entries: ['worker', 'worker', 'worker'], kills: 0, minutes: 1 },
      });
      expect(faults.some((fault) => fault.startsWith('sent '))).toBe(true);
    },
    8 * MINUTES,
  );
});
