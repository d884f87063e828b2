import { execFileSync } from 'node:child_process';
import dns from 'node:dns';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { newsletter, notice } from '../../test/contracts/messages';
import { type SendgridAct, type SendgridMail, type SendgridStandIn, startSendgrid } from '../../test/fakes/sendgrid';
import { openSendgrid } from './sendgrid';

const NOW = instant('2027-01-10T17:00:00Z');
const KEY = 'SG.streng-geheim';

let open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open) await close();
  open = [];
});

const standIn = async (act?: SendgridAct, resetSeconds?: number): Promise<SendgridStandIn> => {
  const started = await startSendgrid({ act: () => act, ...(resetSeconds === undefined ? {} : { resetSeconds }) });
  open.push(started.close);
  return started;
};
const channelAt = (baseUrl: string, apiKey: string | undefined = KEY, now = NOW) =>
  openSendgrid({ apiKey, region: 'eu', baseUrl, now: () => now, timeoutMs: 500 });
const sent = ({ accepted }: SendgridStandIn): SendgridMail => accepted[0]?.mail ?? ({} as SendgridMail);

describe('a batch through SendGrid', () => {
  it('is one request in which everybody has a mail of their own, text before html', async () => {
    const server = await standIn();
    const outcome = await channelAt(server.url).send(newsletter('anna@example.org', 'berta@example.com'), 'edition/1/0', 3);
    expect(outcome).toEqual({ kind: 'accepted', providerId: server.accepted[0]?.id, accepted: 2, refused: 0 });
    const { personalizations, content, from } = sent(server);
    expect(personalizations.map(({ to }) => to)).toEqual([[{ email: 'anna@example.org' }], [{ email: 'berta@example.com' }]]);
    expect(content.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    expect(from).toEqual({ name: 'Regionalmanagement Nordhessen, Kassel', email: 'newsletter@nord.example.org' });
  });

  it('lets everybody leave with one click, and names its list', async () => {
    const server = await standIn();
    await channelAt(server.url).send(newsletter('anna@example.org'), 'k');
    expect(sent(server).personalizations[0]?.headers).toEqual({
      'List-Unsubscribe': '<https://nordsued.example.org/u/token-16>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(sent(server).headers?.['List-Id']).toMatch(/^=\?UTF-8\?Q\?.* <common\.example\.org>$/);
  });

  it('fills in what is each person’s own, escaped in html', async () => {
    const server = await standIn();
    await channelAt(server.url).send(newsletter('anna@example.org'), 'k');
    const { content, personalizations } = sent(server);
    const fill = (text = ''): string =>
      Object.entries(personalizations[0]?.substitutions ?? {}).reduce((all, [mark, value]) => all.replaceAll(mark, value), text);
    expect(fill(content[0]?.value)).toContain('Abmelden: https://nordsued.example.org/abmelden/16?a=1&b=2\n');
    expect(fill(content[1]?.value)).toContain('href="https://nordsued.example.org/abmelden/16?a=1&amp;b=2"');
  });

  it('tracks nobody, whatever the account says, leaves nobody’s suppression out, and lets nobody else handle leaving', async () => {
    const server = await standIn();
    await channelAt(server.url).send(newsletter('anna@example.org'), 'k');
    expect(sent(server).tracking_settings).toEqual({
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
      ganalytics: { enable: false },
    });
    for (const none of ['asm', 'mail_settings', 'categories', 'send_at', 'template_id'])
      expect(sent(server)).not.toHaveProperty(none);
  });

  it('tells SendGrid nothing of a person but the address: what it keeps are our ids', async () => {
    const server = await standIn();
    const mail = newsletter('anna@example.org');
    await channelAt(server.url).send(mail, 'edition/1/0', 3);
    expect(sent(server).personalizations[0]?.custom_args).toEqual({
      dispatch_key: 'edition/1/0',
      attempt_number: '3',
      subscriber_id: mail.recipients[0]?.id,
    });
    expect(sent(server)).not.toHaveProperty('custom_args');
  });

  it('lets no text smuggle a header in', async () => {
    const server = await standIn();
    const smuggled = 'Hallo\r\nBcc: all@example.org';
    const from = `Nord${smuggled} <a@example.org>`;
    const replyTo = `${smuggled} <b@example.org>`;
    const listId = `${smuggled} <common.example.org>`;
    await channelAt(server.url).send({ ...newsletter('anna@example.org'), from, replyTo, listId, subject: smuggled }, 'k');
    const { content: _content, personalizations, ...headers } = sent(server);
    expect(headers).toMatchObject({
      from: { name: 'NordHallo Bcc: all@example.org', email: 'a@example.org' },
      reply_to: { name: 'Hallo Bcc: all@example.org', email: 'b@example.org' },
      subject: 'Hallo Bcc: all@example.org',
    });
    expect(JSON.stringify([headers, personalizations.map((person) => person.headers)])).not.toMatch(/\\[rn]/);
  });

  it('names nobody twice, however their address is written', async () => {
    const server = await standIn();
    const outcome = await channelAt(server.url).send(newsletter('Anna@example.org', 'anna@EXAMPLE.org', 'b@example.org'), 'k');
    expect(outcome).toMatchObject({ kind: 'accepted', accepted: 2 });
    expect(sent(server).personalizations).toHaveLength(2);
  });
});

describe('what SendGrid answers', () => {
  it.each([
    ['reject', { kind: 'rejected', code: 'http-400' }],
    ['large', { kind: 'rejected', code: 'http-413' }],
    ['unauthorised', { kind: 'rejected', code: 'account-refused' }],
    ['forbidden', { kind: 'rejected', code: 'account-refused' }],
    ['fail', { kind: 'unconfirmed' }],
    ['drop', { kind: 'unconfirmed' }],
    ['delay', { kind: 'accepted' }],
  ] as const)('to “%s” means %o', async (act, expected) => {
    const outcome = await channelAt((await standIn(act)).url).send(newsletter('anna@example.org'), 'k');
    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });

  it('is heeded: the batch waits until the limit begins anew, a minute where that is over already', async () => {
    const server = await standIn('busy', 90);
    const now = instant(new Date().toISOString());
    const outcome = await channelAt(server.url, KEY, now).send(newsletter('anna@example.org'), 'k');
    if (outcome.kind !== 'postponed') throw new Error(outcome.kind);
    expect(outcome.notBefore.since(now).total('seconds')).toBeGreaterThan(80);
    expect(outcome.notBefore.since(now).total('seconds')).toBeLessThan(95);
  });

  it('says when it takes no more of this account, with the batch that used the limit up', async () => {
    const server = await standIn('last', 90);
    const now = instant(new Date().toISOString());
    const outcome = await channelAt(server.url, KEY, now).send(newsletter('anna@example.org'), 'k');
    if (outcome.kind !== 'accepted' || !outcome.restUntil) throw new Error('no rest');
    expect(outcome.restUntil.since(now).total('seconds')).toBeGreaterThan(80);
  });

  it('is not asked for without a key', async () => {
    const server = await standIn();
    const options = { apiKey: undefined, region: 'eu', baseUrl: server.url, now: () => NOW } as const;
    const outcome = await openSendgrid(options).send(newsletter('anna@example.org'), 'k');
    expect([outcome, server.requests()]).toEqual([{ kind: 'rejected', code: 'account-refused', detail: 'no-key' }, 0]);
  });

  it('carries the key nowhere else: a redirect is not followed', async () => {
    const server = await standIn();
    const redirecting = createHttp((_request, response) =>
      response.writeHead(307, { location: `${server.url}/v3/mail/send` }).end(),
    );
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
    open.push(async () => redirecting.close());
    const address = redirecting.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const outcome = await channelAt(`http://127.0.0.1:${port}`).send(newsletter('anna@example.org'), 'k');
    expect([outcome.kind, server.requests()]).toEqual(['unconfirmed', 0]);
  });

  it('can be tried again when the other side could not prove who it is: nothing had left', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nordsued-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '1'];
    execFileSync('openssl', [...options, '-subj', '/CN=localhost'], { stdio: 'ignore' });
    let requests = 0;
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(async () => server.close());
    rmSync(folder, { recursive: true });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const outcome = await channelAt(`https://127.0.0.1:${port}`).send(newsletter('anna@example.org'), 'k');
    expect([outcome.kind, requests]).toEqual(['postponed', 0]);
  });
});

describe('an account at SendGrid', () => {
  it.each(['eu', 'global'] as const)('of the region %s is reached there, and nowhere else', async (region) => {
    const hosts: string[] = [];
    const { lookup } = dns;
    // Nothing leaves this machine: its name is never resolved.
    Object.assign(dns, {
      lookup: (host: string, _options: object, done: (error: Error) => void) => {
        hosts.push(host);
        done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
      },
    });
    const outcome = await openSendgrid({ apiKey: KEY, region, now: () => NOW }).send(notice('a@example.org'), 'k');
    Object.assign(dns, { lookup });
    expect([outcome.kind, hosts]).toEqual(['postponed', [region === 'eu' ? 'api.eu.sendgrid.com' : 'api.sendgrid.com']]);
  });

  it('is replaced by a stand-in on this machine only', () => {
    expect(() => openSendgrid({ apiKey: KEY, region: 'eu', baseUrl: 'https://example.org', now: () => NOW })).toThrow(TypeError);
  });

  it('shares nothing with another one of the same process', async () => {
    const [first, second] = [await standIn(), await standIn()];
    const channels = [channelAt(first.url), channelAt(second.url, 'SG.other'), channelAt(first.url)];
    const outcomes = await Promise.all(channels.map((channel, index) => channel.send(notice('a@example.org'), `k${index}`)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
    expect([first.accepted.map(({ key }) => key), second.accepted.map(({ key }) => key)]).toEqual([['k0', 'k2'], ['k1']]);
  });
});
