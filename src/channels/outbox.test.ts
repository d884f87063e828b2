import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '#domain/message';
import { instant } from '#domain/time';
import { idOf, newsletter, notice } from '../../test/contracts/messages';
import { type MailServer, startMailServer } from '../../test/fakes/mail-server';
import { openOutbox } from './outbox';

const AT = instant('2027-01-10T17:00:00.000Z');
const now = () => AT;

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

  it('opens two connections for a batch, of which a process has three in hand at once', async () => {
    await send(newsletter(...Array.from({ length: 20 }, (_, index) => `leser${index}@example.org`)));
    expect(server.mostLines()).toBe(2);
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
