import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPayload, type Payload } from 'payload';
import { reportOf } from '#domain/report';
import { instant } from '#domain/time';
import { loadReportRows } from '#store/report';
import { loadAgreements, loadOrganisations } from '#store/settings';
import { loadAwaiting, loadTroubles, loadUpcoming } from '#store/today';
import { median, memoryOf, report } from './measure';

const ROWS = 50_000;
const LINES = 8;
const NOW = instant('2026-11-24T09:00:00Z');
const halfYear = { year: 2026, half: 2 } as const;

/** The report of one half-year in a ledger of 50,000 rows over five years; the baseline is a tenth of the rows in the same run. */
export const benchLedger = async (): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'nordsued-bench-'));
  Object.assign(process.env, {
    DATA_DIR: dir,
    DATABASE_URI: `file:${join(dir, 'bench.db')}`,
    PAYLOAD_SECRET: 'x'.repeat(40),
    LOG_LEVEL: 'error',
    TICKS: 'off',
    NODE_ENV: 'production',
  });
  const payload = await getPayload({ config: (await import('#payload.config')).default });
  try {
    await fill(payload, ROWS / 10);
    const tenth = await measured(() => reportOnce(payload));
    await fill(payload, ROWS - ROWS / 10);
    const whole = await measured(() => reportOnce(payload));
    report(`report over ${ROWS.toLocaleString('en')} ledger rows`, `${whole.toFixed(0)} ms`, 'aim < 300 ms');
    report('… against a tenth of them in the same run', `${(whole / tenth).toFixed(1)} ×`, 'linear = 10 ×');
    const today = await measured(() => startPageOnce(payload));
    report('start page: its lists and the balance', `${today.toFixed(0)} ms`, 'aim < 300 ms');
    report('… memory peak of this process', `${memoryOf(process.pid).peak.toFixed(0)} MB`);
  } finally {
    await payload.destroy();
    rmSync(dir, { recursive: true, force: true });
  }
};

const reportOnce = async (payload: Payload): Promise<void> => {
  const [rows, organisations, agreements] = await Promise.all([
    loadReportRows(payload, halfYear),
    loadOrganisations(payload),
    loadAgreements(payload),
  ]);
  reportOf({ rows, halfYear, organisations, agreements, at: NOW });
};

/** What the start page asks for, as somebody of one body and as the coordination. */
const startPageOnce = async (payload: Payload): Promise<void> => {
  const organisation = 'o1';
  await Promise.all([
    loadAwaiting(payload, { organisation, as: 'carrier' }, LINES),
    loadTroubles(payload, { organisation, as: 'carrier' }, [], LINES),
    loadUpcoming(payload, { organisation, as: 'any' }, NOW.add({ hours: 7 * 24 }), LINES),
    reportOnce(payload),
  ]);
};

const measured = async (run: () => Promise<void>): Promise<number> => {
  await run();
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return median(times);
};

const STATUSES = ['sent', 'sent', 'sent', 'planned', 'declined', 'missed', 'ready'] as const;
let made = 0;

const fill = async (payload: Payload, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) {
    const number = made++;
    const at = instant('2022-01-02T09:00:00Z')
      .add({ minutes: (number * 1_000_003) % 2_628_000 })
      .toString();
    await payload.db.create({
      collection: 'deliveries',
      data: {
        key: `k${number}`,
        content: `events/e${Math.floor(number / 8)}`,
        contentTitle: `Veranstaltung ${number}`,
        organiser: `o${number % 6}`,
        organiserName: `Akteur ${number % 6}`,
        channel: `c${number % 30}`,
        channelName: `Kanal ${number % 30}`,
        carrier: `o${(number + 1 + (number % 5)) % 6}`,
        carrierName: 'Akteur',
        purpose: 'announce',
        occasion: 0,
        status: STATUSES[number % STATUSES.length],
        becauseKind: 'clause',
        agreement: 'a',
        clause: `N-S-${1 + (number % 4)}`,
        clauseText: 'Die Akteure bewerben Veranstaltungen gegenseitig.',
        clauseAgreed: true,
        approval: 'automatic',
        wantedAt: at,
        dueAt: at,
        latestAt: at,
        fingerprint: 'f',
        sequence: 0,
      },
    });
  }
};
