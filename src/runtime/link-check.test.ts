import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDeadLinks } from './link-check';

describe('following the links of an edition', () => {
  let server: Server;
  let base: string;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const [, status = '200', ...rest] = (request.url ?? '').split('/');
      const to = rest.join('/');
      response.writeHead(Number(status), to ? { location: decodeURIComponent(to) } : {}).end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('names those that are gone, also behind a redirect, and nobody who refuses us or fails', async () => {
    const links = ['200', '404', '410', '403', '500', `302/${encodeURIComponent(`${base}/404`)}`].map(
      (path) => `${base}/${path}`,
    );
    expect(await findDeadLinks(links, { loopback: true })).toEqual([links[1], links[2], links[5]]);
  });

  it('names a host that does not exist, and what is no address', async () => {
    const links = ['https://gibt-es-nicht.invalid/x', 'kein Link'];
    // Without a network nobody knows whether the host exists.
    expect(await findDeadLinks(links)).toContain('kein Link');
  });

  it.each(['127.0.0.1', '10.0.0.1', '192.168.1.1', '169.254.169.254', '[::1]', '[::ffff:127.0.0.1]', '[fd00::1]', 'localhost'])(
    'never asks %s',
    async (host) => {
      const before = asked.length;
      const port = new URL(base).port;
      expect(await findDeadLinks([`http://${host}:${port}/404`])).toEqual([]);
      expect(asked).toHaveLength(before);
    },
  );

  it.each(['http://[', 'https://a%ZZ@example.org/', 'mailto:a@example.org'])(
    'takes nobody for gone who leads to what is no page: %s',
    async (to) => {
      const links = [`${base}/302/${encodeURIComponent(to)}`, `${base}/404`];
      expect(await findDeadLinks(links, { loopback: true })).toEqual([links[1]]);
    },
  );

  it('gives up where a redirect leads in circles', async () => {
    expect(await findDeadLinks([`${base}/302/%2F302`], { loopback: true })).toEqual([]);
  });
});
