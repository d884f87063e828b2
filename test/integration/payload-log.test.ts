import type { Payload } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLogLevel } from '#runtime/log';
import { bootHouse, type House } from './boot';

const ADDRESS = 'erika.mustermann@example.org';

describe('the log of Payload', () => {
  let house: House;
  let payload: Payload;
  let written = '';
  beforeAll(async () => {
    house = await bootHouse('sqlite', 'log');
    payload = house.payload;
    payload.logger.level = 'warn';
  });
  afterAll(() => house.stop());
  beforeEach(() => {
    written = '';
    setLogLevel('warn');
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      written += String(chunk);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('names an error of the database without the values of its statement', async () => {
    const error: unknown = await payload.db
      .create({ collection: 'notices', data: { key: ADDRESS, kind: null, status: null } })
      .catch((one: unknown) => one);
    expect(String(error)).toContain(ADDRESS);
    payload.logger.error({ err: error, msg: `Failed: ${error}` });
    payload.logger.error(error);
    const lines = written
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([1, 2].map(() => ({ event: 'payload', error: expect.stringMatching(/SQLITE_CONSTRAINT/) })));
    expect(written).not.toContain('erika');
  });

  it('masks addresses in words that come without an error', () => {
    payload.logger.warn(`Nobody took the mail to "${ADDRESS}" today`);
    expect(JSON.parse(written)).toMatchObject({ level: 'warn', message: 'Nobody took the mail to "…" today' });
  });
});
