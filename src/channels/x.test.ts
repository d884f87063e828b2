import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_REFUSED } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { instant } from '#domain/time';
import { post } from '../../test/contracts/messages';
import { startX, X_SECRET, X_TOKEN, type XStandIn } from '../../test/fakes/x';
import { bytesOf } from '../../test/fakes/x-media';
import { openX } from './x';
import type { XOptions } from './x-line';

describe('a post on X', () => {
  let standIn: XStandIn;
  let picture: Buffer;
  beforeEach(async () => {
    standIn = await startX();
    picture = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: '#1d4f7a' } })
      .png()
      .toBuffer();
  });
  afterEach(() => standIn.close());

  const now = () => instant(new Date().toISOString());
  const x = (change: Partial<XOptions> = {}) =>
    openX({
      ...{ secret: X_SECRET, baseUrl: standIn.url, timeoutMs: 500, now },
      pictureOf: async (url) => (url.endsWith('bild.jpg') ? picture : undefined),
      ...change,
    });
  const pictured: Post = {
    ...post,
    image: { url: 'https://nordsued.example.org/api/media/file/bild.jpg', alt: 'Drei Leute an einem Tisch & ein „Plakat“' },
  };

  it('reads as it was written and carries its picture with its description', async () => {
    const outcome = await x().send(pictured, 'k');
    const [shown] = standIn.posts;
    expect(outcome).toEqual({ kind: 'accepted', providerId: shown?.id, url: `https://x.com/i/web/status/${shown?.id}` });
    const [[id, brought] = []] = standIn.pictures;
    expect(shown).toMatchObject({ written: post.text, pictures: [id] });
    expect(brought?.alt).toBe(pictured.image?.alt);
    expect(brought && (await sharp(bytesOf(brought)).metadata())).toMatchObject({ format: 'jpeg', width: 2_400, height: 1_200 });
  });

  it('leaves with a token of OAuth 2.0 too', async () => {
    expect((await x({ secret: X_TOKEN }).send(pictured, 'k')).kind).toBe('accepted');
    expect(await x({ secret: `${X_TOKEN}2` }).send(post, 'k')).toMatchObject({ kind: 'rejected', code: ACCOUNT_REFUSED });
  });

  it.each([
    ['unauthorised', 'HTTP 401'],
    ['no-credits', 'HTTP 402'],
    ['busy', 'HTTP 429'],
    ['fail', 'HTTP 503'],
    ['fail-after', 'HTTP 502'],
    ['silence', 'no-answer-in-time'],
    ['drip', 'no-answer-in-time'],
    ['cut-off', 'answer-cut-off'],
    ['no-number', 'no-post-id'],
  ] as const)('of which X says %s tells why, and nothing of its keys', async (act, why) => {
    standIn.setAct(act);
    const outcome = await x().send(post, 'k');
    expect(outcome).toMatchObject({ detail: expect.stringContaining(why) });
    expect(JSON.stringify(outcome)).not.toContain('geheimnis');
  });

  it('counts as there when X complains of something beside it', async () => {
    standIn.setAct('partial');
    expect((await x().send(post, 'k')).kind).toBe('accepted');
  });

  it('waits until the window is over that X names, of several until the last, and tells of one that is used up', async () => {
    standIn.setAct('busy');
    const inMinutes = (outcome: object): number =>
      'restUntil' in outcome ? Math.round((Date.parse(String(outcome.restUntil)) - Date.now()) / 60_000) : 0;
    expect(inMinutes(await x().send(post, 'k'))).toBe(10);
    standIn.setAct('busy-day');
    expect(inMinutes(await x().send(post, 'k'))).toBe(600);
    standIn.setAct('last');
    const last = await x().send(post, 'k');
    expect([last.kind, inMinutes(last)]).toEqual(['accepted', 10]);
  });

  it('waits a minute where the window is over already by our clock', async () => {
    const behind = await startX('busy', { clock: () => Date.now() - 1_200_000 });
    const outcome = await x({ baseUrl: behind.url }).send(post, 'k');
    await behind.close();
    const until = 'restUntil' in outcome ? Date.parse(String(outcome.restUntil)) : 0;
    expect(Math.round((until - Date.now()) / 60_000)).toBe(1);
  });

  it.each(['no-picture', 'no-alt'] as const)('leaves without its picture when X says %s', async (act) => {
    standIn.setAct(act);
    expect((await x().send(pictured, 'k')).kind).toBe('accepted');
    expect(standIn.posts[0]?.pictures).toEqual([]);
  });

  it.each(['half-picture', 'strange-picture', 'slow-picture'] as const)('waits when its picture is a %s', async (act) => {
    standIn.setAct(act);
    expect((await x().send(pictured, 'k')).kind).toBe('postponed');
    expect(standIn.posts).toEqual([]);
  });

  it('leaves without a picture that is gone', async () => {
    const gone = { ...post, image: { url: 'https://nordsued.example.org/weg.jpg', alt: 'Weg' } };
    expect((await x().send(gone, 'k')).kind).toBe('accepted');
    expect(standIn.pictures.size).toBe(0);
  });

  it('is found again after an answer that was lost, by its text and not by an older one like it', async () => {
    standIn.setAct('hang-up');
    const since = now();
    const message = { ...pictured, text: 'Heute: KI & Recht <live> auf hessen.de und https://nord.example.org/a?b=1&c=2' };
    expect((await x().send(message, 'k')).kind).toBe('unconfirmed');
    standIn.setAct(undefined);
    const account = x();
    const sent = { key: 'k', message };
    expect(await account.find?.({ ...sent, since })).toMatchObject({ kind: 'accepted', providerId: standIn.posts[0]?.id });
    expect(await account.find?.({ ...sent, since: since.add({ minutes: 5 }) })).toBeUndefined();
    expect(await account.find?.({ key: 'k', since, message: { ...message, text: 'Heute: KI' } })).toBeUndefined();
    expect(standIn.asked).not.toContain('GET /2/users/me');
    const byToken = x({ secret: X_TOKEN });
    for (let i = 0; i < 2; i++) expect((await byToken.find?.({ ...sent, since }))?.kind).toBe('accepted');
    expect(standIn.asked.filter((asked) => asked === 'GET /2/users/me')).toHaveLength(1);
  });

  it.each(['unauthorised', 'no-credits', 'busy'] as const)('is unclear while X is %s and cannot be looked at', async (act) => {
    standIn.setAct(act);
    expect(await x().find?.({ key: 'k', message: post, since: now() })).toMatchObject({ kind: 'unconfirmed' });
  });

  it('that is told to be a double counts as the one that is there', async () => {
    await x().send(post, 'k');
    expect(await x().send(post, 'k')).toMatchObject({ kind: 'accepted', providerId: standIn.posts[0]?.id });
    expect(standIn.posts).toHaveLength(1);
  });

  it('that is too long is refused for itself, and its channel goes on', async () => {
    expect(await x().send({ ...post, text: 'ä'.repeat(281) }, 'k')).toMatchObject({ kind: 'rejected', code: 'http-400' });
  });

  it('can be taken away, and is gone also when somebody was quicker', async () => {
    await x().send(post, 'k');
    const providerId = standIn.posts[0]?.id ?? '';
    const remove = (change: Partial<XOptions> = {}) => x(change).remove?.({ kind: 'removal', providerId });
    standIn.setAct('no-credits');
    expect(await remove()).toMatchObject({ kind: 'rejected', code: 'spending-limit' });
    standIn.setAct(undefined);
    expect(await remove()).toEqual({ kind: 'accepted', providerId });
    expect(standIn.posts).toEqual([]);
    expect(await remove()).toEqual({ kind: 'accepted', providerId });
    expect(await remove({ secret: undefined })).toMatchObject({ code: ACCOUNT_REFUSED });
  });

  it.each([undefined, '', 'eins zwei', 'eins zwei drei', 'eins zwei drei vier fünf'])(
    'asks nobody when the secret is "%s"',
    async (secret) => {
      expect(await x({ secret }).send(post, 'k')).toMatchObject({ kind: 'rejected', code: ACCOUNT_REFUSED, detail: 'no-key' });
      expect(await x({ secret }).find?.({ key: 'k', message: post, since: now() })).toMatchObject({ kind: 'unconfirmed' });
      expect(standIn.asked).toEqual([]);
    },
  );

  it('speaks to this machine alone when it is redirected', () => {
    expect(() => x({ baseUrl: 'https://x.example.org' })).toThrow(TypeError);
  });
});
