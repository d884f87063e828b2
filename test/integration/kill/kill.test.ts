// Two workers and a web process over one database, 1,000 due rows, a provider in a process of its own that logs what it accepts.
// KILLS=500 ROWS=10000 KILL_SEED=7 npx vitest run --project integration test/integration/kill
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../bench/measure';
import { seeded } from '../../fakes/killer';
import { bootHouse, type DatabaseKind, type House, testDatabases } from '../boot';
import { buildProduct, buildWorker, type Crew, startCrew, startProvider } from './processes';
import { ADMIN, countRows, furnish, readLedger } from './scenario';
import { judge } from './verdict';

const ROWS = Number(process.env.ROWS ?? 1_000);
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
  readonly folder?: string;
  readonly entries: readonly ('web' | 'worker')[];
  readonly kills: number;
  readonly minutes: number;
  readonly meanwhile?: (house: House, base: string, contents: readonly string[], isOver: () => boolean) => Promise<number>;
};

/** Runs the scenario to its end and gives the verdict with what happened. */
const run = async ({ kind, folder = process.cwd(), entries, kills, minutes, meanwhile }: Run) => {
  const house = await bootHouse(kind, 'kill');
  const dir = temporary('kill');
  const [log, pidsFile] = [path.join(dir, 'accepted.log'), path.join(dir, 'pids')];
  writeFileSync(log, '');
  writeFileSync(pidsFile, '');
  const near = Math.floor(kills * 0.3);
  const provider = await startProvider(
    ...['--log', log, '--pids-file', pidsFile, '--seed', String(SEED), '--of', String(Math.floor(ROWS * 0.8))],
    ...['--kill-after', String(near), '--kill-before', String(near)],
  );
  const { seedBase } = await import('#jobs/seed-base');
  const { now } = await import('#runtime/clock');
  await seedBase(house.payload, now());
  const contents = await furnish(house.payload, ROWS);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...{ DATA_DIR: house.dataDir, PORT: String(port), PUBLIC_URL: base, TICKS: 'on', LOG_LEVEL: 'error' },
    ...{ PREVIEW_BASE_URL: provider.url, LEASE_SECONDS: String(LEASE_SECONDS), NEXT_TELEMETRY_DISABLED: '1' },
  };
  const crew = startCrew(entries, { folder, env, pidsFile });
  try {
    let isOver = false;
    const edits = meanwhile?.(house, base, contents, () => isOver) ?? Promise.resolve(0);
    const byProvider = (): number =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('killed-')).length;
    const isShort = (): boolean => crew.deaths() - byProvider() < kills - 2 * near;
    await killAtRandom(crew, isShort, async () => (await countRows(house.payload)) >= ROWS);
    const settled = await untilSettled(house, minutes);
    isOver = true;
    const edited = await edits;
    await crew.stop();
    const lines = readFileSync(log, 'utf8').split('\n');
    const accepted = lines.filter((line) => line.startsWith('accepted ')).map((line) => line.slice('accepted '.length));
    const ledger = await readLedger(house.payload);
    const faults = judge({ accepted, ledger, isUndisturbed: kills === 0 });
    const killed = (when: string): number => lines.filter((line) => line.startsWith(`killed-${when} `)).length;
    return { faults, accepted, ledger, edited, settled, deaths: crew.deaths(), after: killed('after'), before: killed('before') };
  } finally {
    await crew.stop();
    await provider.stop();
    await house.stop();
  }
};

/** Kills processes of the crew at moments drawn by the seed, once the rows stand, while there are too few deaths of our own. */
const killAtRandom = async (crew: Crew, isShort: () => boolean, isReady: () => Promise<boolean>): Promise<void> => {
  while (isShort() && !(await isReady())) await pause(100);
  const random = seeded(SEED);
  while (isShort()) {
    await pause(200 + random() * 1_500);
    const pids = crew.pids();
    const pid = pids[Math.floor(random() * pids.length)];
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }
};

/** Waits until every row is sent or unconfirmed; false when that takes longer than `minutes`. */
const untilSettled = async ({ payload }: House, minutes: number): Promise<boolean> => {
  const end = performance.now() + minutes * MINUTES;
  while (performance.now() < end) {
    if ((await countRows(payload, ['sent', 'unconfirmed'])) >= ROWS) return true;
    await pause(1_000);
  }
  return false;
};

/** An admin edits contents and looks at rows through the web process, as people do; gives how many edits were taken. */
const editMeanwhile = async (house: House, base: string, contents: readonly string[], isOver: () => boolean): Promise<number> => {
  let taken = 0;
  let rows: readonly string[] = [];
  for (let i = 0; !isOver(); i++) {
    try {
      if (rows.length < ROWS) rows = [...(await readLedger(house.payload)).keys()];
      const login = await fetch(`${base}/api/users/login`, { method: 'POST', headers: JSON_BODY, body: JSON.stringify(ADMIN) });
      const { token } = (await login.json()) as { token: string };
      const headers = { ...JSON_BODY, authorization: `JWT ${token}` };
      const body = JSON.stringify({ teaser: `Ein Abend, Fassung ${i}.` });
      const edit = await fetch(`${base}/api/events/${contents[i % contents.length]}?locale=de`, {
        method: 'PATCH',
        headers,
        body,
      });
      if (edit.status === 200) taken++;
      const row = rows[(i * 7) % ROWS]?.slice('post/'.length);
      if (row) await fetch(`${base}/api/deliveries/${row}/approve`, { method: 'POST', headers, body: '{}' });
    } catch {
      // The web process is down just now.
    }
    await pause(250);
  }
  return taken;
};
const JSON_BODY = { 'content-type': 'application/json' } as const;

const countOf = (ledger: ReadonlyMap<string, string>, status: string): number =>
  [...ledger.values()].filter((one) => one === status).length;

describe.each(testDatabases())('three processes on %s', (kind) => {
  it(
    'send each of 1,000 rows exactly once, whatever an admin edits meanwhile',
    async () => {
      const began = performance.now();
      const result = await run({ kind, entries: ['web', 'worker', 'worker'], kills: 0, minutes: 8, meanwhile: editMeanwhile });
      console.log(
        `${kind}: ${result.accepted.length} sent, ${result.edited} edits, ${Math.round((performance.now() - began) / 1000)} s`,
      );
      expect(result.faults).toEqual([]);
      expect(result.ledger.size).toBe(ROWS);
      expect(result.edited).toBeGreaterThan(5);
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
        `${kind}: seed ${SEED}, ${result.deaths} killed (${result.after} right after, ${result.before} right before acceptance), ` +
          `${countOf(result.ledger, 'sent')} sent, ${countOf(result.ledger, 'unconfirmed')} unconfirmed`,
      );
      expect(result.faults).toEqual([]);
      expect(result.settled).toBe(true);
      expect(result.deaths).toBeGreaterThanOrEqual(KILLS);
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
      const folder = withoutClaim();
      await buildWorker(folder);
      const { faults } = await run({ kind: 'sqlite', folder, entries: ['worker', 'worker', 'worker'], kills: 0, minutes: 1 });
      expect(faults.some((fault) => fault.startsWith('sent '))).toBe(true);
    },
    8 * MINUTES,
  );
});

/** A copy of the product in which every compare-and-set and every unique insert of the flow succeeds for everybody. */
const withoutClaim = (): string => {
  const folder = temporary('unclaimed');
  for (const name of PARTS) cpSync(name, path.join(folder, name), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  const rows = path.join(folder, 'src/store/rows.ts');
  let source = readFileSync(rows, 'utf8');
  for (const [from, to] of BREACHES) {
    expect(source).toContain(from);
    source = source.replace(from, to);
  }
  writeFileSync(rows, source);
  return folder;
};

const PARTS = ['collections', 'jobs', 'templates', 'src', 'payload.config.ts', 'package.json', 'tsconfig.json'] as const;
const BREACHES = [
  [
    'if (error instanceof ValidationError) return undefined;',
    'if (error instanceof ValidationError) return findRow(payload, collection, { key: { equals: data.key } });',
  ],
  ['{ and: [{ id: { equals: id } }, ...expected] }', '{ id: { equals: id } }'],
] as const;
