import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '#domain/message';
import { instant } from '#domain/time';
import { idOf, newsletter, notice } from '../../test/contracts/messages';
import { type MailServer, startMailServer } from '../../test/fakes/mail-server';
import { listMails, readMail } from './mailbox';
import { openOutbox } from './outbox';
import { nameFor } from './write-once';

const AT = instant('2027-01-10T17:00:00.000Z');
const now = () => AT;

describe('outbox folder', () => {
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'nordsued-outbox-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));
  const emlOf = (key: string, mail: Mail): string =>
    readFileSync(join(dataDir, 'outbox', `${nameFor(key, mail.recipients[0]?.id ?? '')}.eml`), 'utf8');

  it('gets one mail per person, each with their own links', async () => {
    const mail = newsletter('anna@example.org', 'bernhard@example.org');
    const outcome = await openOutbox({ dataDir, now }).send(mail, 'edition-1#0');
    expect(outcome).toMatchObject({ kind: 'accepted', accepted: 2, refused: 0 });
    const mails = await listMails(dataDir, 'all');
    expect(mails.map(({ to }) => to).sort()).toEqual(['anna@example.org', 'bernhard@example.org']);
    const anna = await readMail(dataDir, mails.find(({ to }) => to.startsWith('anna'))?.name ?? '', 'all');
    expect(anna?.html).toContain('href="https://nordsued.example.org/abmelden/16?a=1&amp;b=2"');
    expect(anna?.text).toContain('Abmelden: https://nordsued.example.org/abmelden/16?a=1&b=2');
    expect(anna).toMatchObject({ subject: 'Neues aus Nord und Süd – Februar', date: '2027-01-10T17:00:00.000Z' });
  });

  it('keeps real mails: headers for lists, one-click unsubscribe, both bodies, CRLF', async () => {
    const mail = newsletter('anna@example.org');
    await openOutbox({ dataDir, now }).send(mail, 'edition-1#0');
    const raw = emlOf('edition-1#0', mail);
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(headers).toContain('\r\nTo: anna@example.org');
    expect(headers).toContain('\r\nDate: Sun, 10 Jan 2027 17:00:00 +0000');
    expect(headers).toContain('\r\nReply-To: post@nord.example.org');
    expect(headers).toContain('\r\nList-Unsubscribe: <https://nordsued.example.org/u/token-16>\r\n');
    expect(headers).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(headers.replace(/\r\n /g, ' ')).toMatch(/^List-ID: =\?UTF-8\?Q\?.*f=C3=BCr.*\?= <common\.example\.org>\r?$/m);
    expect(headers).toContain('From: "Regionalmanagement Nordhessen, Kassel" <newsletter@nord.example.org>');
    expect(headers).not.toContain('Auto-Submitted');
    expect(raw).toContain('multipart/alternative');
    expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
    expect(raw.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('marks mails of no list as sent by a machine', async () => {
    const mail = notice('anna@example.org');
    await openOutbox({ dataDir, now }).send(mail, 'notice-1');
    expect(emlOf('notice-1', mail)).toContain('Auto-Submitted: auto-generated');
    expect(emlOf('notice-1', mail)).not.toContain('List-');
  });

  it('lets no text smuggle a header in', async () => {
    const mail = {
      ...notice('anna@example.org'),
      subject: 'Hallo\r\nBcc: all@example.org',
      from: 'Nord\r\nBcc: x@y.org <a@example.org>',
    };
    await openOutbox({ dataDir, now }).send(mail, 'notice-1');
    expect(emlOf('notice-1', mail)).not.toMatch(/^Bcc:/m);
  });

  it('keeps the lines of headers as short as mail servers want them, however long names are', async () => {
    const name = 'Größe „Ü“ 🌱 '.repeat(15).trim();
    const mail = {
      ...newsletter('anna@example.org'),
      subject: name,
      from: `${name} <a@example.org>`,
      listId: `${name} <x.example.org>`,
    };
    await openOutbox({ dataDir, now }).send(mail, 'edition-1#0');
    const lines = emlOf('edition-1#0', mail).split('\r\n\r\n')[0]?.split('\r\n') ?? [];
    expect(lines.length).toBeGreaterThan(20);
    // RFC 5322, 2.1.1; 78 are asked for, but a whole address may not be broken.
    for (const line of lines) expect([line, line.length <= 100]).toEqual([line, true]);
  });

  it('fills in values without searching them for further keys, and never as markup', async () => {
    const mail: Mail = {
      ...notice('anna@example.org'),
      html: '<p>%A% %AB%</p>',
      text: '%A% %AB%',
      recipients: [{ id: 'u', address: 'anna@example.org', replace: { '%A%': '%AB% <b>$&</b>', '%AB%': 'Kassel & "Süd"' } }],
    };
    await openOutbox({ dataDir, now }).send(mail, 'n');
    const stored = await readMail(dataDir, nameFor('n', 'u'), 'all');
    expect(stored?.text).toBe('%AB% <b>$&</b> Kassel & "Süd"');
    expect(stored?.html).toBe('<p>%AB% &lt;b&gt;$&amp;&lt;/b&gt; Kassel &amp; &quot;Süd&quot;</p>');
  });

  it('keeps the first mail when a key comes again with another text', async () => {
    const outbox = openOutbox({ dataDir, now });
    await outbox.send(notice('anna@example.org'), 'n');
    await outbox.send({ ...notice('anna@example.org'), subject: 'Zweimal' }, 'n');
    const mails = await listMails(dataDir, 'all');
    expect(mails.map(({ subject }) => subject)).toEqual(['Bitte um Freigabe']);
    expect(readdirSync(join(dataDir, 'outbox'))).toHaveLength(2);
  });

  it('shows the newest mail first by our clock, not by the disk', async () => {
    for (const [key, day] of [
      ['b', 12],
      ['c', 13],
      ['a', 11],
    ] as const)
      await openOutbox({ dataDir, now: () => instant(`2027-01-${day}T08:00:00Z`) }).send(
        { ...notice('x@example.org'), subject: key },
        key,
      );
    expect((await listMails(dataDir, 'all')).map(({ subject }) => subject)).toEqual(['c', 'b', 'a']);
    expect((await listMails(dataDir, 'all', { limit: 2 })).map(({ subject }) => subject)).toEqual(['c', 'b']);
    expect((await listMails(dataDir, 'all', { limit: 2, skip: 2 })).map(({ subject }) => subject)).toEqual(['a']);
  });

  it('keeps mails that open an account from those who may see the harmless ones only', async () => {
    const outbox = openOutbox({ dataDir, now });
    await outbox.send(notice('anna@example.org'), 'n');
    await outbox.send({ ...notice('admin@example.org'), subject: 'Ihr neues Passwort', isSecret: true }, 'a');
    expect((await listMails(dataDir, 'harmless', { limit: 1 })).map(({ to }) => to)).toEqual(['anna@example.org']);
    expect(await listMails(dataDir, 'all')).toHaveLength(2);
    const name = nameFor('a', notice('admin@example.org').recipients[0]?.id ?? '');
    expect(await readMail(dataDir, name, 'harmless')).toBeUndefined();
    expect(await readMail(dataDir, name, 'all')).toMatchObject({ to: 'admin@example.org' });
  });

  it('reads nothing but its own mails', async () => {
    expect(await listMails(dataDir, 'all')).toEqual([]);
    for (const name of ['../secrets', 'a'.repeat(40), '', '/etc/passwd'])
      expect(await readMail(dataDir, name, 'all')).toBeUndefined();
  });

  it('refuses a mail to nobody', async () => {
    const outcome = await openOutbox({ dataDir, now }).send(newsletter(), 'edition-1#0');
    expect(outcome).toMatchObject({ kind: 'rejected', code: 'no-recipients' });
  });
});

describe('outbox through a mail server', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.close());
  const send = (mail: Mail, smtpUrl = server.url) =>
    openOutbox({ dataDir: '/nowhere', smtpUrl, now, timeoutMs: 500, pausesMs: [20, 20] }).send(mail, 'edition-1#0');
  const takenBy = () =>
    server
      .taken()
      .map(({ to }) => to)
      .sort();

  it('gives every person of a batch one mail of their own', async () => {
    const addresses = Array.from({ length: 25 }, (_, index) => `leser${index}@example.org`);
    expect(await send(newsletter(...addresses))).toMatchObject({ kind: 'accepted', accepted: 25, refused: 0 });
    expect(takenBy()).toEqual(addresses.sort());
  });

  it('takes a dot alone on a line for text', async () => {
    await send(newsletter('anna@example.org'));
    expect(server.log[0]?.raw).toMatch(/\r\n\.\r\nSchluss/);
  });

  it.each([
    ['gone@example.org', { kind: 'rejected', code: '550' }],
    ['spam@example.org', { kind: 'rejected', code: '554' }],
    ['kein-at-zeichen', { kind: 'rejected' }],
    ['full@example.org', { kind: 'postponed', notBefore: AT.add({ minutes: 5 }) }],
    ['later@example.org', { kind: 'postponed', notBefore: AT.add({ minutes: 5 }) }],
    ['early@example.org', { kind: 'postponed', notBefore: AT.add({ minutes: 1 }) }],
    ['drop@example.org', { kind: 'unconfirmed' }],
    ['silent@example.org', { kind: 'unconfirmed' }],
  ])('tells what became of one mail to %s', async (address, expected) => {
    const outcome = await send(notice(address));
    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify(outcome)).not.toContain('@');
    expect(takenBy()).toEqual(expected.kind === 'unconfirmed' ? [address] : []);
  });

  it('counts who was refused while others were accepted', async () => {
    const outcome = await send(newsletter('anna@example.org', 'gone@example.org', 'berta@example.org', 'spam@example.org'));
    expect(outcome).toMatchObject({ kind: 'accepted', accepted: 2, refused: 2 });
    expect(takenBy()).toEqual(['anna@example.org', 'berta@example.org']);
  });

  it('names who was refused, and who was put off to the end, by id and code, and never by address', async () => {
    const of = (...names: readonly string[]) => newsletter(...names.map((name) => `${name}@example.org`));
    const named = async (mail: Mail) => (await send(mail)).refusals ?? [];
    const id = (name: string) => idOf(`${name}@example.org`);
    expect(await named(of('anna', 'nobody', 'brim', 'policy', 'gone', 'full', 'later'))).toEqual([
      { recipientId: id('nobody'), code: '5.1.1' },
      { recipientId: id('brim'), code: '5.2.2' },
      { recipientId: id('policy'), code: '5.7.1' },
      { recipientId: id('gone'), code: '550' },
      { recipientId: id('full'), code: '452' },
      { recipientId: id('later'), code: '451' },
    ]);
    expect(await named(of('nobody'))).toEqual([{ recipientId: id('nobody'), code: '5.1.1' }]);
    // Nobody took it, so that all are tried again: who was only put off was not refused yet.
    expect(await named(of('nobody', 'full'))).toEqual([{ recipientId: id('nobody'), code: '5.1.1' }]);
    expect(await named(of('anna'))).toEqual([]);
  });

  it('tries those again who were put off while others were accepted, and only those', async () => {
    const outcome = await send(newsletter('anna@example.org', 'onceful1@example.org', 'onceful2@example.org'));
    expect(outcome).toMatchObject({ kind: 'accepted', accepted: 3, refused: 0 });
    expect(takenBy()).toEqual(['anna@example.org', 'onceful1@example.org', 'onceful2@example.org']);
  });

  it('counts those as refused who were put off to the end, for a second batch would reach the others twice', async () => {
    const outcome = await send(newsletter('anna@example.org', 'full@example.org', 'later@example.org'));
    expect(outcome).toMatchObject({ kind: 'accepted', accepted: 1, refused: 2 });
    expect(takenBy()).toEqual(['anna@example.org']);
  });

  it('calls a batch unconfirmed, with its counts, when one mail may or may not have arrived', async () => {
    const outcome = await send(newsletter('anna@example.org', 'gone@example.org', 'drop@example.org'));
    expect(outcome).toMatchObject({ kind: 'unconfirmed' });
    expect(outcome.kind === 'unconfirmed' ? outcome.detail : '').toMatch(/^partly 1 1 1 0: /);
  });

  it('stops a batch at the first mail of unknown fate', async () => {
    const silent = Array.from({ length: 20 }, (_, index) => `silent@${index}.example.org`);
    const outcome = await send(newsletter(...silent));
    expect(outcome.kind).toBe('unconfirmed');
    expect(server.log.length).toBeLessThanOrEqual(4);
  });

  it('postpones a whole batch nobody took, so that all are tried later', async () => {
    const outcome = await send(newsletter('full@example.org', 'later@example.org', 'gone@example.org'));
    expect(outcome.kind).toBe('postponed');
  });

  it('keeps the Message-ID of a mail whenever it is sent, and another one per person', async () => {
    await send(newsletter('anna@example.org', 'berta@example.org'));
    await send(newsletter('anna@example.org', 'berta@example.org'));
    const ids = server.log.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('outbox and passwords', () => {
  it('sends no password in the clear unless the address says so', async () => {
    const server = await startMailServer('geheim');
    const send = (smtpUrl: string) =>
      openOutbox({ dataDir: '/nowhere', smtpUrl, now, timeoutMs: 500 }).send(notice('anna@example.org'), 'n');
    expect((await send(server.url)).kind).toBe('postponed');
    expect((await send(`${server.url}?requireTLS=false`)).kind).toBe('accepted');
    expect((await send(`${server.url}?requireTLS=false`.replace('geheim', 'falsch'))).kind).toBe('postponed');
    await server.close();
  });
});

describe('outbox and hosts that are no mail servers', () => {
  it.each([
    ['says nothing', (_: Socket) => {}],
    ['hangs up', (socket: Socket) => socket.destroy()],
    ['speaks nonsense', (socket: Socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['is closing', (socket: Socket) => socket.end('421 closing down\r\n')],
  ])('postpones when the host %s', async (_, behave) => {
    const server = createServer(behave);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const smtpUrl = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const outcome = await openOutbox({ dataDir: '/nowhere', smtpUrl, now, timeoutMs: 300 }).send(notice('anna@example.org'), 'n');
    expect(outcome).toMatchObject({ kind: 'postponed', notBefore: AT.add({ minutes: 1 }) });
    server.close();
  });

  it('postpones when the name leads nowhere', async () => {
    const smtpUrl = 'smtp://mail.nordsued.invalid';
    const outcome = await openOutbox({ dataDir: '/nowhere', smtpUrl, now, timeoutMs: 2_000 }).send(
      notice('anna@example.org'),
      'n',
    );
    expect(outcome.kind).toBe('postponed');
  });
});
