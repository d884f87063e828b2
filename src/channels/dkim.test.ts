import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify';
import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { newsletter, notice } from '../../test/contracts/messages';
import { startMailServer } from '../../test/fakes/mail-server';
import { openOutbox } from './outbox';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const DKIM = { selector: 'nordsued', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
const RECORD = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

const now = () => instant('2027-01-10T17:00:00Z');

/** What a mail provider would say, and which name it asked the DNS for. */
const judge = async (raw: string) => {
  const asked: string[] = [];
  const resolver = async (name: string) => {
    asked.push(name);
    return [[RECORD]];
  };
  const { results } = await dkimVerify(Buffer.from(raw), { resolver, curTime: new Date('2027-01-10T17:00:00Z') });
  const signed = /^DKIM-Signature:.*?\bh=([^;]+);/s.exec(raw)?.[1]?.replace(/\s/g, '').split(':') ?? [];
  return { verdict: results[0]?.status.result, signed, asked };
};

describe('a signed newsletter', () => {
  it('holds on its way through a mail server, with the headers by which one leaves with one click', async () => {
    const server = await startMailServer();
    await openOutbox({ dataDir: '/nowhere', smtpUrl: server.url, now, dkim: DKIM }).send(newsletter('anna@example.org'), 'k');
    const raw = server.taken()[0]?.raw ?? '';
    await server.close();
    const { verdict, signed, asked } = await judge(raw);
    expect([verdict, asked]).toEqual(['pass', ['nordsued._domainkey.nord.example.org']]);
    const expected = ['from', 'to', 'subject', 'date', 'list-id', 'list-unsubscribe', 'list-unsubscribe-post'];
    expect(signed).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['another way to leave', /token-16/g, 'token-17'],
    ['another click', /One-Click/, 'Two-Click'],
    ['another text', /Schluss/, 'Anfang'],
  ])('holds no more with %s', async (_name, from, to) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'nordsued-dkim-'));
    await openOutbox({ dataDir, now, dkim: DKIM }).send(newsletter('anna@example.org'), 'k');
    const file = readdirSync(join(dataDir, 'outbox')).find((name) => name.endsWith('.eml')) ?? '';
    const raw = readFileSync(join(dataDir, 'outbox', file), 'utf8');
    rmSync(dataDir, { recursive: true });
    expect((await judge(raw)).verdict).toBe('pass');
    expect(raw).toMatch(from);
    expect((await judge(raw.replace(from, to))).verdict).not.toBe('pass');
  });

  it('is one without a signature where there is no key, like a notice', async () => {
    const server = await startMailServer();
    await openOutbox({ dataDir: '/nowhere', smtpUrl: server.url, now }).send(notice('anna@example.org'), 'k');
    expect(server.taken()[0]?.raw).not.toContain('DKIM-Signature');
    await server.close();
  });
});
