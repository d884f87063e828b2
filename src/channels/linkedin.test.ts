import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_REFUSED, CHANGE_REFUSED } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { instant } from '#domain/time';
import { watchConnections } from '../../test/contracts/loopback-guard';
import { post } from '../../test/contracts/messages';
import { LINKEDIN_TOKEN, type LinkedinStandIn, startLinkedin } from '../../test/fakes/linkedin';
import { openLinkedin } from './linkedin';
import type { LinkedinOptions } from './linkedin-line';

const AUTHOR = 'urn:li:organization:4711';

describe('a post on LinkedIn', () => {
  let standIn: LinkedinStandIn;
  let picture: Buffer;
  beforeEach(async () => {
    standIn = await startLinkedin();
    picture = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: '#1d4f7a' } })
      .png()
      .toBuffer();
  });
  afterEach(() => standIn.close());

  const now = () => instant(new Date().toISOString());
  const linkedin = (changes: Partial<LinkedinOptions> = {}) =>
    openLinkedin({
      ...{ author: AUTHOR, token: LINKEDIN_TOKEN, version: '202608', baseUrl: standIn.url, timeoutMs: 500, pauseMs: 1, now },
      pictureOf: async (url) => (url.endsWith('bild.jpg') ? picture : undefined),
      ...changes,
    });
  const pictured: Post = {
    ...post,
    image: { url: 'https://nordsued.example.org/api/media/file/bild.jpg', alt: 'Drei Leute an einem Tisch' },
    card: { title: 'Gründungstag (in Kassel)', text: 'Ein Tag für alle, die gründen.' },
  };

  it('reads as it was written, brackets and all, with its link as a card and its picture on it', async () => {
    const text = `Heute [neu] (kostenlos): „KI_live“ #Gründung ${post.link}`;
    const outcome = await linkedin().send({ ...pictured, text }, 'k');
    const [shown] = standIn.posts;
    expect(outcome).toEqual({
      kind: 'accepted',
      providerId: shown?.id,
      url: `https://www.linkedin.com/feed/update/${shown?.id}/`,
    });
    expect([shown?.shown, shown?.author]).toEqual([text, AUTHOR]);
    const [[urn, bytes] = ['', Buffer.alloc(0)]] = standIn.pictures;
    expect(shown?.content).toEqual({
      article: {
        ...{ source: post.link, title: 'Gründungstag (in Kassel)', description: 'Ein Tag für alle, die gründen.' },
        ...{ thumbnail: urn, thumbnailAltText: 'Drei Leute an einem Tisch' },
      },
    });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 2_400, height: 1_200 });
  });

  it('takes another text, brackets and all, and keeps its card and picture', async () => {
    const outcome = await linkedin().send(pictured, 'k');
    const providerId = outcome.kind === 'accepted' ? outcome.providerId : '';
    const [before] = standIn.posts;
    const text = `Neuer Termin: „KI_live“ [12. Dezember] (kostenlos) ${post.link}`;
    const amendment = { kind: 'amendment', providerId, post: { ...pictured, text } } as const;
    expect(await linkedin().amend?.(amendment)).toEqual(outcome);
    expect(standIn.posts).toEqual([{ ...before, commentary: expect.any(String), shown: text }]);
    for (const [act, expected] of [
      ['unauthorised', { kind: 'rejected', code: ACCOUNT_REFUSED }],
      ['forbidden', { kind: 'rejected', code: CHANGE_REFUSED }],
      ['reject', { kind: 'rejected', code: 'http-422' }],
      ['fail', { kind: 'unconfirmed' }],
      ['silence', { kind: 'unconfirmed' }],
    ] as const) {
      standIn.setAct(act);
      expect(await linkedin().amend?.(amendment)).toMatchObject(expected);
    }
    expect(await linkedin({ token: undefined }).amend?.(amendment)).toMatchObject({ code: ACCOUNT_REFUSED, detail: 'no-key' });
  });

  it.each([
    ['unauthorised', ACCOUNT_REFUSED, 'HTTP 401'],
    ['forbidden', ACCOUNT_REFUSED, 'HTTP 403'],
    ['sunset', 'version-given-up', 'HTTP 426'],
    ['reject', 'http-422', 'HTTP 422'],
    ['duplicate', 'duplicate', ''],
  ] as const)('is refused when LinkedIn is %s, with a code that says whom it concerns', async (act, code, detail) => {
    standIn.setAct(act);
    const outcome = await linkedin().send(post, 'k');
    expect(outcome).toMatchObject({ kind: 'rejected', code });
    expect('detail' in outcome && outcome.detail.startsWith(detail)).toBe(true);
    expect(JSON.stringify(outcome)).not.toContain(LINKEDIN_TOKEN);
  });

  it('waits as long as LinkedIn says', async () => {
    standIn.setAct('busy');
    const at = instant('2026-12-01T10:00:00Z');
    expect(await linkedin({ now: () => at }).send(post, 'k')).toMatchObject({
      kind: 'postponed',
      notBefore: at.add({ seconds: 120 }),
    });
  });

  it('leaves without a picture that is gone or not wanted, and waits when one gets lost on its way', async () => {
    await linkedin().send({ ...pictured, image: { url: 'https://nordsued.example.org/weg.jpg', alt: '' } }, 'a');
    standIn.setAct('no-picture');
    expect((await linkedin().send({ ...pictured, text: 'Ohne Bild' }, 'b')).kind).toBe('accepted');
    expect(standIn.posts.map(({ content }) => JSON.stringify(content).includes('urn:li:image'))).toEqual([false, false]);
    standIn.setAct('half-picture');
    expect((await linkedin().send({ ...pictured, text: 'Später' }, 'c')).kind).toBe('postponed');
    expect(standIn.posts).toHaveLength(2);
  });

  it.each([
    'https://bilder.example.test/1',
    'https://linkedin.com.example.test/1',
    'https://nichtlinkedin.com/1',
    'http://nirgends.linkedin.com/1',
  ])('leaves without a picture that is to be brought to %s, where the token would go along', async (url) => {
    standIn.setUploadUrl(url);
    const { foreign, stop } = watchConnections();
    const outcome = await linkedin().send(pictured, 'k');
    stop();
    expect([outcome.kind, foreign, standIn.pictures.size]).toEqual(['accepted', [], 0]);
  });

  it('is found again after an answer that was lost, by its text and not by an older one like it', async () => {
    standIn.setAct('hang-up');
    const since = now();
    expect((await linkedin().send(post, 'k')).kind).toBe('unconfirmed');
    standIn.setAct(undefined);
    const sent = { key: 'k', message: post };
    expect(await linkedin().find?.({ ...sent, since })).toMatchObject({ kind: 'accepted', providerId: standIn.posts[0]?.id });
    expect(await linkedin().find?.({ ...sent, since: since.add({ minutes: 5 }) })).toBeUndefined();
    expect(await linkedin({ author: 'urn:li:organization:1' }).find?.({ ...sent, since })).toBeUndefined();
  });

  it('that is told to be a double counts as the one that is there', async () => {
    await linkedin().send(post, 'k');
    expect(await linkedin().send(post, 'k')).toMatchObject({ kind: 'accepted', providerId: standIn.posts[0]?.id });
    expect(standIn.posts).toHaveLength(1);
  });

  it('asks nobody without an account, and speaks to this machine alone when it is redirected', async () => {
    expect(await linkedin({ token: undefined }).send(post, 'k')).toMatchObject({ kind: 'rejected', code: ACCOUNT_REFUSED });
    expect(await linkedin({ author: undefined }).send(post, 'k')).toMatchObject({ kind: 'rejected', code: ACCOUNT_REFUSED });
    expect(() => linkedin({ baseUrl: 'https://linkedin.example.org' })).toThrow(TypeError);
  });
});
