import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '#domain/message';
import { instant } from '#domain/time';
import { newsletter, notice } from '../../test/contracts/messages';
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

  it('forgets mails and what a crash left of one, looks once an hour, and lets posts be', async () => {
    let at = AT;
    const outbox = openOutbox({ dataDir, now: () => at });
    await outbox.send(newsletter('anna@example.org', 'bernhard@example.org'), 'edition-1#0');
    for (const name of ['half.json.tmp', 'posts/post.json']) {
      mkdirSync(dirname(join(dataDir, 'outbox', name)), { recursive: true });
      writeFileSync(join(dataDir, 'outbox', name), 'anna@example.org');
      utimesSync(join(dataDir, 'outbox', name), AT.epochMilliseconds / 1000, AT.epochMilliseconds / 1000);
    }
    at = AT.add({ hours: 24 });
    await outbox.send(notice('carla@example.org'), 'notice-1');
    const forgotten = [];
    for (const minutes of [0, 59, 60]) forgotten.push(await outbox.forget?.(AT.add({ minutes })));
    expect(forgotten).toEqual([0, 0, 5]);
    expect((await listMails(dataDir, 'all')).map(({ to }) => to)).toEqual(['carla@example.org']);
    expect(readdirSync(join(dataDir, 'outbox')).sort()).toEqual([
      expect.stringMatching(/eml$/),
      expect.stringMatching(/json$/),
      'posts',
    ]);
    expect(readdirSync(join(dataDir, 'outbox', 'posts'))).toEqual(['post.json']);
    expect(await openOutbox({ dataDir: join(dataDir, 'new'), now }).forget?.(AT)).toBe(0);
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
