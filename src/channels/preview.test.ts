import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { post } from '../../test/contracts/messages';
import { type StandIn, startStandIn } from '../../test/fakes/stand-in';
import { openPreview } from './preview';
import { nameFor } from './write-once';

const AT = instant('2027-01-10T17:00:00.000Z');
const now = () => AT;

describe('preview in a folder', () => {
  it('shows the post as readers would see it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'nordsued-preview-'));
    const outcome = await openPreview({ dataDir, now }).send(post, 'event-1:linkedin');
    expect(outcome).toEqual({ kind: 'accepted', providerId: nameFor('event-1:linkedin') });
    const stored: unknown = JSON.parse(
      readFileSync(join(dataDir, 'outbox', 'posts', `${nameFor('event-1:linkedin')}.json`), 'utf8'),
    );
    expect(stored).toEqual({
      at: '2027-01-10T17:00:00Z',
      key: 'event-1:linkedin',
      text: post.text,
      link: post.link,
      language: 'de',
    });
    rmSync(dataDir, { recursive: true });
  });
});

describe('preview at a stand-in', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await startStandIn();
  });
  afterEach(() => standIn.close());
  const open = () => openPreview({ dataDir: '/nowhere', baseUrl: standIn.url, now, timeoutMs: 300 });

  it('speaks to this machine only', () => {
    expect(() => openPreview({ dataDir: '/nowhere', baseUrl: 'https://mastodon.social', now })).toThrow(TypeError);
  });

  it('comes back with the address of the post', async () => {
    expect(await open().send(post, 'k')).toEqual({ kind: 'accepted', providerId: '1', url: `${standIn.url}/posts/1` });
  });

  it.each([
    ['7', AT.add({ seconds: 7 })],
    ['Sun, 10 Jan 2027 17:02:00 GMT', AT.add({ minutes: 2 })],
    ['Sun, 10 Jan 2027 16:00:00 GMT', AT.add({ seconds: 1 })],
    ['soon', AT.add({ minutes: 1 })],
    ['99999999999', AT.add({ hours: 24 })],
    [undefined, AT.add({ minutes: 1 })],
  ])('waits as long as it is told: %s', async (retryAfter, notBefore) => {
    standIn.setTroubles([{ match: '.', act: 'busy', ...(retryAfter ? { retryAfter } : {}) }]);
    const outcome = await open().send(post, 'k');
    expect(outcome.kind === 'postponed' ? outcome.notBefore.toString() : outcome).toBe(notBefore.toString());
  });

  it('does not take an error for a refusal, whether or not the post was accepted', async () => {
    for (const act of ['fail', 'fail-after'] as const) {
      standIn.setTroubles([{ match: '.', act }]);
      expect((await open().send(post, act)).kind).toBe('unconfirmed');
    }
    expect(standIn.accepted().map(({ key }) => key)).toEqual(['fail-after']);
  });

  it('learns later what became of a lost answer', async () => {
    standIn.setTroubles([
      { match: 'lost', act: 'hang-up' },
      { match: 'dropped', act: 'drop' },
    ]);
    const preview = open();
    expect((await preview.send(post, 'lost')).kind).toBe('unconfirmed');
    expect((await preview.send(post, 'dropped')).kind).toBe('unconfirmed');
    expect(await preview.find?.({ key: 'lost', message: post, since: AT })).toMatchObject({ kind: 'accepted', providerId: '1' });
    expect(await preview.find?.({ key: 'dropped', message: post, since: AT })).toBeUndefined();
  });

  it('takes an answer that comes in time, however slow', async () => {
    standIn.setTroubles([{ match: '.', act: 'delay', delayMs: 100 }]);
    expect((await open().send(post, 'k')).kind).toBe('accepted');
  });
});

describe('preview at something that is no provider', () => {
  let server: Server;
  afterEach(() => server.close());
  const sendTo = async (behave: (socket: Socket) => void) => {
    server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => behave(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    return openPreview({ dataDir: '/nowhere', baseUrl, now, timeoutMs: 300 }).send(post, 'k');
  };
  const http = (status: string, body: string, length = Buffer.byteLength(body)) =>
    `HTTP/1.1 ${status}\r\ncontent-length: ${length}\r\n\r\n${body}`;

  it.each([
    ['a promise without a number', http('201 Created', '{}')],
    ['a promise that is no JSON', http('201 Created', '<html>')],
    ['half an answer', http('201 Created', '{"id":', 100)],
    ['no HTTP', 'hello\r\n'],
    ['a gateway that gave up', http('504 Gateway Timeout', '')],
  ])('does not know after %s', async (_, answer) => {
    expect((await sendTo((socket) => socket.end(answer))).kind).toBe('unconfirmed');
  });

  it('does not know after half an answer that never ends', async () => {
    expect((await sendTo((socket) => socket.write(http('201 Created', '{"id":', 100)))).kind).toBe('unconfirmed');
  });

  it('does not know after an answer without end', async () => {
    expect((await sendTo((socket) => socket.write(http('201 Created', 'x'.repeat(2_000_000), 9_000_000)))).kind).toBe(
      'unconfirmed',
    );
  });

  it.each(['302 Found', '401 Unauthorized', '404 Not Found'])('is refused by %s', async (status) => {
    expect(await sendTo((socket) => socket.end(http(status, 'nein')))).toEqual({
      kind: 'rejected',
      code: `http-${status.slice(0, 3)}`,
      detail: `HTTP ${status.slice(0, 3)} nein`,
    });
  });
});
