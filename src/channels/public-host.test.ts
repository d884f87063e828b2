import { describe, expect, it } from 'vitest';
import { exchange } from './http';
import { isPublicHost, publicLookup } from './public-host';

describe('a host that strangers named', () => {
  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.1.1', '[::1]', '[::ffff:7f00:1]', '[fd00::1]', '0.0.0.0'])(
    'is not asked when it is %s',
    (host) => expect(isPublicHost(host)).toBe(false),
  );

  it('is asked when anybody reaches it', () => {
    expect(['93.184.215.14', '[2606:4700::1]', 'social.bund.de'].map((host) => isPublicHost(host))).toEqual([true, true, true]);
  });

  it('is judged by what its name leads to', async () => {
    const led = (reach: object) =>
      new Promise((done) => publicLookup(reach)('localhost', { all: true }, (error) => done(error?.message)));
    expect(await led({})).toBe('not-public');
    expect(await led({ loopback: true })).toBeUndefined();
  });

  it.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'http://2130706433:9/', 'http://[::1]:9/'])(
    'counts as out of reach at %s, and nothing is sent there',
    async (url) => {
      const answer = await exchange({ method: 'GET', url, timeoutMs: 2_000, isGuarded: true });
      expect(answer).toEqual({ kind: 'unreachable', detail: 'not-public' });
    },
  );
});
