import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPayload, type Payload } from 'payload';
import { halfYearOf } from '#domain/calendar';
import { regionsOf, reportOf } from '#domain/report';
import { seedBase } from '#jobs/seed-base';
import { now } from '#runtime/clock';
import { loadDoneRows, loadReportRows } from '#store/report';
import { loadAgreements, loadOrganisations } from '#store/settings';
import { type Filling, fillDrafts, fillLedger } from './ledger-rows';
import { freePort, median, memoryOf, report, startScript, until } from './measure';

const ROWS = 50_000;
const RUNS = 9;
const ACCOUNT = { email: 'koordination@example.org', password: 'ein langes Passwort' } as const;

/**
 * The start page and the report over a ledger of 50,000 rows of five years, as somebody of the coordination gets them from a started
 * process; the baseline is a tenth of the rows in the same run. The pages of an empty house say what frame and session cost alone.
 */
export const benchLedger = async (): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'nordsued-bench-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { DATA_DIR: dir, DATABASE_URI: `file:${join(dir, 'bench.db')}`, PAYLOAD_SECRET: 'x'.repeat(40), TICKS: 'off' };
  Object.assign(process.env, env, { PUBLIC_URL: origin, LOG_LEVEL: 'error', NODE_ENV: 'production' });
  const payload = await getPayload({ config: (await import('#payload.config')).default });
  const filling = await settle(payload);
  const web = startScript('start', { ...env, PUBLIC_URL: origin, PORT: String(port) });
  try {
    await until(async () => (await fetch(`${origin}/admin/login`)).status === 200);
    const cookie = await logIn(origin);
    const pages = async (): Promise<readonly [today: number, sums: number]> => [
      await measured(() => page(`${origin}/admin`, cookie, 'today-card--balance')),
      await measured(() => page(`${origin}/admin/bericht`, cookie, 'report-pairs')),
    ];
    const empty = await pages();
    await fillLedger(payload, filling, ROWS / 10);
    const tenth = await pages();
    await fillLedger(payload, filling, ROWS - ROWS / 10);
    const whole = await pages();
    const size = ROWS.toLocaleString('en');
    for (const [at, name] of [`start page over ${size} ledger rows`, `report page over ${size} ledger rows`].entries())
      report(
        name,
        `${whole[at]?.toFixed(0)} ms`,
        `aim < 300 ms; a tenth ${tenth[at]?.toFixed(0)} ms, none ${empty[at]?.toFixed(0)} ms`,
      );
    report('… of it the sums of the start page', `${(await measured(() => balanceOnce(payload))).toFixed(0)} ms`);
    report('… of it the sums of the report', `${(await measured(() => reportOnce(payload))).toFixed(0)} ms`);
    report('… memory peak of the web process', `${memoryOf(web.pid).peak.toFixed(0)} MB`);
  } finally {
    await web.stop();
    await payload.destroy();
    rmSync(dir, { recursive: true, force: true });
  }
};

/** The six bodies with their agreement, drafts that lie about, and somebody to look. */
const settle = async (payload: Payload): Promise<Filling> => {
  await seedBase(payload, now());
  await payload.create({ collection: 'users', data: { name: 'Koordination', role: 'admin', ...ACCOUNT } });
  const organisations = [...(await loadOrganisations(payload)).keys()];
  const [agreement] = await loadAgreements(payload);
  if (!agreement) throw new Error('the agreement is missing');
  await fillDrafts(payload, organisations, 200);
  return { organisations, agreement };
};

const logIn = async (origin: string): Promise<string> => {
  const body = JSON.stringify(ACCOUNT);
  const headers = { 'Content-Type': 'application/json' };
  const { status, headers: answered } = await fetch(`${origin}/api/users/login`, { method: 'POST', body, headers });
  const [cookie] = answered.getSetCookie();
  if (status !== 200 || !cookie) throw new Error(`no login: ${status}`);
  return cookie.split(';')[0] ?? '';
};

/** The whole page, to its last byte; `part` is what it must hold, so that no error page is measured. */
const page = async (url: string, cookie: string, part: string): Promise<void> => {
  const answer = await fetch(url, { headers: { Cookie: cookie } });
  const html = await answer.text();
  if (answer.status !== 200 || !html.includes(part)) throw new Error(`${url}: ${answer.status} without ${part}`);
};

const reportOnce = async (payload: Payload): Promise<void> => {
  const halfYear = halfYearOf(now());
  const [rows, organisations, agreements] = await Promise.all([
    loadReportRows(payload, halfYear),
    loadOrganisations(payload),
    loadAgreements(payload),
  ]);
  reportOf({ rows, halfYear, organisations, agreements, at: now() });
};

const balanceOnce = async (payload: Payload): Promise<void> => {
  const [done, organisations] = await Promise.all([loadDoneRows(payload, halfYearOf(now())), loadOrganisations(payload)]);
  regionsOf(done, organisations);
};

const measured = async (run: () => Promise<void>): Promise<number> => {
  await run();
  await run();
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return median(times);
};
