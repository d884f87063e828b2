import { execFileSync } from 'node:child_process';
import dns from 'node:dns';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { post } from '../../test/contracts/messages';
import { X_SECRET } from '../../test/fakes/x';
import { openX } from './x';

const channelAt = (baseUrl?: string) =>
  openX({ secret: X_SECRET, baseUrl, pictureOf: async () => undefined, now: () => instant('2026-12-01T10:00:00Z') });

describe('the way to X', () => {
  it('leads to X and nowhere else', async () => {
    const hosts: string[] = [];
    const { lookup } = dns;
    // Nothing leaves this machine: its name is never resolved.
    Object.assign(dns, {
      lookup: (host: string, _options: object, done: (error: Error) => void) => {
        hosts.push(host);
        done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
      },
    });
    const outcome = await channelAt().send(post, 'k');
    Object.assign(dns, { lookup });
    expect([outcome.kind, hosts]).toEqual(['postponed', ['api.x.com']]);
  });

  it('can be tried again when the other side could not prove to be X: nothing had left', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nordsued-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '1'];
    execFileSync('openssl', [...options, '-subj', '/CN=api.x.com'], { stdio: 'ignore' });
    let requests = 0;
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    rmSync(folder, { recursive: true });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const outcome = await channelAt(`https://127.0.0.1:${port}`).send(post, 'k');
    server.close();
    expect([outcome.kind, requests]).toEqual(['postponed', 0]);
  });
});
