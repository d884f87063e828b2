import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DELIVERY_STATUSES } from '#domain/delivery';
import { FATE_STATUSES, FATES, reportOf } from '#domain/report';
import { instant } from '#domain/time';
import { codesText } from '#store/clause-codes';
import { loadReportRows } from '#store/report';
import { loadAgreements, loadOrganisations } from '#store/settings';
import { countedIn, ledgerLink } from '../../src/admin/ledger-link';
import { ledgerConditions } from '../../src/admin/ledger-query';
import { listQuery } from '../../src/admin/list-query';
import { openRest, type Rest } from './access-doors';
import { settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';
import { adopt } from './jobs-world';

const HALF_YEAR = { year: 2026, half: 2 } as const;
const BEFORE = '2026-06-30T21:59:59.999Z';
const FIRST = '2026-06-30T22:00:00.000Z';
const LAST = '2026-12-31T22:59:59.999Z';
const AFTER = '2026-12-31T23:00:00.000Z';

describe.each(testDatabases())('the numbers of the report on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  let number = 0;

  const agreeing = async (version: number, agreedCodes: readonly string[]): Promise<string> => {
    const clauses = ['N-S-1', 'N-S-10', 'V-1'].map((code) => ({
      ...{ code, channelKinds: ['mastodon'] },
      ...(agreedCodes.includes(code) ? {} : { sourceKind: 'proposal', quote: null }),
    }));
    return (await adopt(house.payload, version, clauses)).id;
  };

  const row = (change: Readonly<Record<string, unknown>>): Promise<unknown> =>
    house.payload.db.create({
      collection: 'deliveries',
      data: {
        ...{ key: `row-${++number}`, content: `events/e${number}`, contentTitle: 'Gründertag', purpose: 'announce', occasion: 0 },
        ...{ organiser: world.organisations.own, carrier: world.organisations.foreign, channel: world.channels.foreign },
        ...{ becauseKind: 'clause', clause: 'N-S-1', clauseText: 'Regel', clauseAgreed: true, approval: 'carrier' },
        ...{ wantedAt: FIRST, dueAt: FIRST, latestAt: AFTER, fingerprint: 'f', sequence: 0, status: 'sent' },
        ...change,
      },
    });

  beforeAll(async () => {
    house = await bootHouse(kind, 'report-links');
    rest = openRest(house);
    world = await settle(house, rest);
    const first = await agreeing(1, ['N-S-1']);
    const second = await agreeing(2, ['N-S-1', 'N-S-10', 'V-1']);
    for (const status of DELIVERY_STATUSES)
      for (const agreement of [first, second, 'gone']) {
        await row({ status, agreement });
        await row({ status, agreement, alsoFulfils: codesText(['N-S-10', 'V-1']), dueAt: LAST });
        await row({ status, agreement, clause: 'N-S-10', alsoFulfils: codesText(['V-1', 'N-S-10']) });
        await row({ status, agreement, clause: 'V-1', clauseAgreed: false });
        await row({ status, agreement, dueAt: BEFORE, sentAt: LAST });
        for (const out of [{ dueAt: BEFORE }, { dueAt: AFTER }, { sentAt: AFTER }, { purpose: 'update' }])
          await row({ status, agreement, ...out });
        await row({ status, becauseKind: 'own-channel', clause: null, clauseAgreed: false });
      }
  });
  afterAll(() => house.stop());

  const listed = async (query: string): Promise<unknown> => {
    const { status, body } = await rest('GET', '/deliveries', {
      as: world.people.author,
      query: { ...Object.fromEntries(new URLSearchParams(query)), depth: '0', limit: '1' },
    });
    expect(status).toBe(200);
    return body.totalDocs;
  };
  const linked = (selection: Omit<Parameters<typeof ledgerLink>[1], 'halfYear'>): Promise<unknown> =>
    listed(ledgerLink('/admin', { halfYear: HALF_YEAR, ...selection }).split('?')[1] ?? '');

  const theReport = async () => {
    const agreements = await loadAgreements(house.payload);
    const [rows, organisations] = await Promise.all([loadReportRows(house.payload, HALF_YEAR), loadOrganisations(house.payload)]);
    const at = instant('2026-10-01T00:00:00Z');
    return { agreements, report: reportOf({ rows, organisations, agreements, halfYear: HALF_YEAR, at }) };
  };

  it('each lead to just as many rows', async () => {
    const { agreements, report } = await theReport();
    expect(report.clauses.map(({ code, agreed }) => [code, agreed])).toEqual([
      ['N-S-1', true],
      ['N-S-10', true],
      ['N-S-10', false],
      ['V-1', true],
      ['V-1', false],
    ]);
    for (const line of report.clauses)
      for (const fate of FATES) {
        const clause = countedIn(agreements, line);
        expect([line.fates[fate], line.fates[fate] > 0]).toEqual([await linked({ statuses: FATE_STATUSES[fate], clause }), true]);
      }
    const { foreign: carrier, own: organiser } = world.organisations;
    expect(report.pairs.get(carrier)?.get(organiser)?.messages).toBe(await linked({ statuses: ['sent'], carrier, organiser }));
  });

  it('agree with the choices above the ledger, which count corrections and own channels as well', async () => {
    const chosen = (filter: Parameters<typeof ledgerConditions>[0]) => listed(listQuery(ledgerConditions(filter), '-dueAt'));
    // Per status and version: two rows of N-S-1, one that left late, and the correction of the half-year.
    expect(await chosen({ half: '2026-H2', clause: 'N-S-1', status: 'sent' })).toBe(3 * 4);
    expect(await chosen({ half: '2026-H2', clause: 'N-S-10', status: 'sent' })).toBe(3 * 2);
    expect(await chosen({ half: '2026-H2', clause: 'V-1', status: 'sent' })).toBe(3 * 3);
    expect(await chosen({ half: '2026-H1', clause: 'N-S-1', status: 'sent' })).toBe(3);
    expect(await chosen({ half: '2027-H1', clause: 'N-S-1', status: 'sent' })).toBe(3 * 2);
  });

  it('stand in the table that is downloaded', async () => {
    const { report } = await theReport();
    const query = { halfYear: '2026-H2' };
    const { text } = await rest('GET', '/deliveries/report', { as: world.people.author, query });
    const lines = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
    const [clause, agreed, fate] = ['Regel', 'Beschlossen', 'Ergebnis'].map((name) => lines[0]?.indexOf(name) ?? -1);
    const own = lines.filter((cells) => cells[clause ?? -1] === 'V-1' && cells[fate ?? -1] === 'erledigt');
    expect(own.map((cells) => cells[agreed ?? -1])).toEqual(['nein', 'nein', 'nein']);
    const proposed = report.clauses.find((one) => one.code === 'V-1' && !one.agreed);
    // The others fulfil it as well, by a version in which it is no more than proposed.
    expect(proposed?.fates.done).toBe(3 + 2 * 2);
  });
});
