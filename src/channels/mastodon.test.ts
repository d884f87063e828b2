import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_REFUSED, type SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { instant } from '#domain/time';
import { post } from '../../test/contracts/messages';
import { expectSaid } from '../../test/contracts/said';
import { MASTODON_TOKEN, type MastodonStandIn, startMastodon } from '../../test/fakes/mastodon';
import { type MastodonAct, RESET_SECONDS } from '../../test/fakes/mastodon-faults';
import { openMastodon } from './mastodon';
import type { MastodonOptions } from './mastodon-line';

describe('a post on Mastodon', () => {
  let standIn: MastodonStandIn;
  let picture: Buffer;
  beforeEach(async () => {
    standIn = await startMastodon();
    picture = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: '#1d4f7a' } })
      .png()
      .toBuffer();
  });
  afterEach(() => standIn.close());

  const now = () => instant(new Date().toISOString());
  const mastodon = (changes: Partial<MastodonOptions> = {}) =>
    openMastodon({
      ...{ server: 'social.example.org', token: MASTODON_TOKEN, baseUrl: standIn.url, timeoutMs: 500, pauseMs: 1, now },
      pictureOf: async (url) => (url.endsWith('bild.jpg') ? picture : undefined),
      ...changes,
    });
  const pictured: Post = {
    ...post,
    image: { url: 'https://nordsued.example.org/api/media/file/bild.jpg', alt: 'Drei Leute an einem Tisch' },
  };

  it('is public, in its language, as it was written, with its picture described', async () => {
    const text = `Heute „neu“ & kostenlos: <KI> #Gründung\n\n${post.link}`;
    const outcome = await mastodon().send({ ...pictured, text, language: 'en' }, 'k');
    const [status] = standIn.statuses;
    expect(outcome).toEqual({ kind: 'accepted', providerId: status?.id, url: `${standIn.url}/@nordsued/${status?.id}` });
    expect(status).toMatchObject({ text, language: 'en', visibility: 'public' });
    const [media] = status?.media ?? [];
    expect(media).toMatchObject({ description: 'Drei Leute an einem Tisch', focus: '0.0,0.0' });
    expect(await sharp(media?.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 2_400, height: 1_200 });
  });

  it('goes with its key on the wire, so that the same key gives the same post for an hour', async () => {
    const [first, second] = [await mastodon().send(post, 'ausspielung-1'), await mastodon().send(post, 'ausspielung-1')];
    expect(standIn.requests).toEqual(Array(2).fill('POST /api/v1/statuses ausspielung-1'));
    expect([second, standIn.statuses.length]).toEqual([first, 1]);
    // Other words under a key that was known: what is there says the first ones.
    const other = await mastodon().send({ ...post, text: `Neuer Termin\n\n${post.link}` }, 'ausspielung-1');
    expect([other, standIn.statuses.map(({ text }) => text)]).toEqual([{ ...first, isEarlier: true }, [post.text]]);
    expect(mastodon().repeatable).toEqual({ seconds: 3_300 });
    standIn.forgetKeys();
    await mastodon().send(post, 'ausspielung-1');
    expect(standIn.statuses).toHaveLength(2);
  });

  it.each([
    ['with a picture', undefined, 'stuck-picture'],
    ['without one', 'stuck-picture', undefined],
  ] as const)(
    'of an earlier try that went %s says that it is that one, however this one would have gone',
    async (_how, was, is) => {
      standIn.setAct(was);
      const { leftOut: _leftOut, ...first } = await mastodon().send(pictured, 'k');
      standIn.setAct(is);
      expect(await mastodon().send(pictured, 'k')).toEqual({ ...first, isEarlier: true });
    },
  );

  const account = { kind: 'rejected', code: ACCOUNT_REFUSED };
  it.each<[string, MastodonAct, object]>([
    ['the token was withdrawn', 'unauthorised', account],
    ['the account is locked or a right is missing', 'forbidden', account],
    ['there is another kind of server', 'stranger', account],
    ['the server has moved', 'moved', account],
    ['the text is refused', 'reject', { kind: 'rejected', code: 'http-422' }],
    ['there were too many', 'busy', { kind: 'postponed' }],
    ['the server fails before it publishes', 'fail', { kind: 'unconfirmed' }],
    ['the server fails after it published', 'fail-after', { kind: 'unconfirmed' }],
    ['the line drops', 'hang-up', { kind: 'unconfirmed' }],
    ['no answer comes', 'silence', { kind: 'unconfirmed' }],
    ['the picture gets lost on its way', 'half-picture', { kind: 'postponed' }],
    ['the picture is refused', 'no-picture', { kind: 'accepted' }],
    ['the server works on the picture for a while', 'slow-picture', { kind: 'accepted' }],
    ['the server is never done with the picture', 'stuck-picture', { kind: 'accepted' }],
  ])('says what became of it when %s, in words of ours', async (_name, act, expected) => {
    standIn.setAct(act);
    const outcome: SendOutcome = await mastodon().send(pictured, 'k');
    expect(outcome).toMatchObject(expected);
    expectSaid(outcome, [MASTODON_TOKEN]);
  });

  it.each([
    ['no-picture', 0],
    ['slow-picture', 1],
    ['stuck-picture', 0],
  ] as const)('leaves without a picture that will not come (%s), and with one that is late', async (act, pictures) => {
    standIn.setAct(act);
    await mastodon().send(pictured, 'k');
    expect(standIn.statuses.map(({ media }) => media.length)).toEqual([pictures]);
  });

  it('is told from all others by its number, however many leave at one moment', async () => {
    const keys = Array.from({ length: 40 }, (_, i) => `k${i}`);
    const outcomes = await Promise.all(keys.map((key) => mastodon({ timeoutMs: 20_000 }).send(post, key)));
    const ids = outcomes.map((outcome) => (outcome.kind === 'accepted' ? outcome.providerId : undefined));
    expect(new Set(ids).size).toBe(40);
  });

  it('leaves without a picture that is gone', async () => {
    await mastodon().send({ ...pictured, image: { url: 'https://nordsued.example.org/weg.jpg', alt: '' } }, 'a');
    expect(standIn.statuses.map(({ media }) => media.length)).toEqual([0]);
    expect(standIn.requests.some((line) => line.includes('media'))).toBe(false);
  });

  it('waits until the moment the server names, a day at most', async () => {
    standIn.setAct('busy');
    const before = now();
    const outcome = await mastodon().send(post, 'k');
    const wait = outcome.kind === 'postponed' ? outcome.notBefore.since(before).total('seconds') : 0;
    expect(wait).toBeGreaterThanOrEqual(RESET_SECONDS - 1);
    expect(wait).toBeLessThan(RESET_SECONDS + 10);
    expect(outcome).toHaveProperty('restUntil');
    const early = await mastodon({ now: () => instant('2020-01-01T00:00:00Z') }).send(post, 'k');
    expect(early).toMatchObject({ notBefore: instant('2020-01-02T00:00:00Z') });
  });

  it('is found again after an answer that was lost, by its text and not by an older one like it', async () => {
    const text = `Zwei  Zeilen & mehr\n\n\nmit @anna@social.example.net #KI ${post.link}?a=1&b=2`;
    standIn.setAct('hang-up');
    const since = now();
    expect((await mastodon().send({ ...post, text }, 'k')).kind).toBe('unconfirmed');
    standIn.setAct(undefined);
    const sent = { key: 'k', message: { ...post, text } };
    expect(await mastodon().find?.({ ...sent, since })).toEqual({
      ...{ kind: 'accepted', providerId: standIn.statuses[0]?.id },
      url: `${standIn.url}/@nordsued/${standIn.statuses[0]?.id}`,
    });
    expect(await mastodon().find?.({ ...sent, since: since.add({ minutes: 5 }) })).toBeUndefined();
    expect(await mastodon().find?.({ key: 'k', message: { ...post, text: `${text}!` }, since })).toBeUndefined();
    standIn.setAct('forbidden');
    expect((await mastodon().find?.({ ...sent, since }))?.kind).toBe('unconfirmed');
  });

  it('keeps its picture and description within what its server says of itself', async () => {
    standIn.setAct('narrow');
    await mastodon().send(
      { ...pictured, image: { url: pictured.image?.url ?? '', alt: 'Ein voller Saal mit Bühne beim Kongress' } },
      'k',
    );
    const [media] = standIn.statuses.flatMap((status) => status.media);
    expect([media?.description, (media?.bytes.length ?? 0) <= 4_000]).toEqual(['Ein voller Saal mit…', true]);
  });

  it('asks nobody without an account, and speaks to this machine alone when it is redirected', async () => {
    for (const server of [undefined, 'kein Server', '127.0.0.1', 'social.example.org:22', 'a@b.example.org'])
      expect(await mastodon({ server }).send(post, 'k')).toMatchObject({ kind: 'rejected', code: ACCOUNT_REFUSED });
    expect(await mastodon({ token: undefined }).send(post, 'k')).toMatchObject({ kind: 'rejected', code: ACCOUNT_REFUSED });
    expect(standIn.requests).toEqual([]);
    expect(() => mastodon({ baseUrl: 'https://mastodon.example.org' })).toThrow(TypeError);
  });
});
