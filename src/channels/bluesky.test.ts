import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_REFUSED, type SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { instant } from '#domain/time';
import { post } from '../../test/contracts/messages';
import { expectSaid } from '../../test/contracts/said';
import {
  BLUESKY_HANDLE,
  BLUESKY_PASSWORD,
  BLUESKY_PEOPLE,
  type BlueskyAct,
  type BlueskyStandIn,
  RESET_SECONDS,
  startBluesky,
} from '../../test/fakes/bluesky';
import { openBluesky } from './bluesky';
import type { BlueskyOptions } from './bluesky-line';

describe('a post on Bluesky', () => {
  let standIn: BlueskyStandIn;
  let picture: Buffer;
  let options: BlueskyOptions;
  beforeEach(async () => {
    standIn = await startBluesky();
    picture = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: '#1d4f7a' } })
      .png()
      .toBuffer();
    options = {
      ...{
        handle: BLUESKY_HANDLE,
        password: BLUESKY_PASSWORD,
        sessions: new Map(),
        identities: new Map(),
        baseUrl: standIn.url,
        timeoutMs: 500,
      },
      ...{
        now: () => instant(new Date().toISOString()),
        pictureOf: async (url) => (url.endsWith('bild.jpg') ? picture : undefined),
      },
    };
  });
  afterEach(() => standIn.close());

  const bluesky = (changes: Partial<BlueskyOptions> = {}) => openBluesky({ ...options, ...changes });
  const pictured: Post = {
    ...post,
    image: { url: 'https://nordsued.example.org/api/media/file/bild.jpg', alt: 'Drei Leute an einem Tisch' },
  };
  const logins = () => standIn.requests.filter((name) => name === 'createSession').length;

  it('is signed in for once, whatever is sent, at once or later', async () => {
    await Promise.all(['a', 'b', 'c'].map((key) => bluesky().send(post, key)));
    await bluesky().send(pictured, 'd');
    expect([standIn.records.size, logins()]).toEqual([4, 1]);
  });

  it('goes on when the session has run out, by renewing it, and by the password after three months', async () => {
    await bluesky().send(post, 'a');
    standIn.expire('access');
    await Promise.all(['b', 'c'].map((key) => bluesky().send(post, key)));
    expect([standIn.records.size, logins(), standIn.requests.filter((name) => name === 'refreshSession').length]).toEqual([
      3, 1, 1,
    ]);
    standIn.expire('everything');
    expect((await bluesky().send(post, 'd')).kind).toBe('accepted');
    expect([standIn.records.size, logins()]).toEqual([4, 2]);
  });

  const account = { kind: 'rejected', code: ACCOUNT_REFUSED };
  it.each<[string, BlueskyAct, object]>([
    ['the app password was withdrawn', 'unauthorised', account],
    ['the account was taken down', 'taken-down', account],
    ['there is another kind of server', 'stranger', account],
    ['nobody can sign in now', 'no-login', { kind: 'postponed' }],
    ['the record is refused', 'reject', { kind: 'rejected', code: 'http-400' }],
    ['there were too many', 'busy', { kind: 'postponed' }],
    ['the server fails before it publishes', 'fail', { kind: 'unconfirmed' }],
    ['the server fails after it published', 'fail-after', { kind: 'unconfirmed' }],
    ['the line drops', 'hang-up', { kind: 'unconfirmed' }],
    ['no answer comes', 'silence', { kind: 'unconfirmed' }],
    ['the picture gets lost on its way', 'half-picture', { kind: 'postponed' }],
    ['the picture is refused', 'no-picture', { kind: 'accepted' }],
  ])('says what became of it when %s, in words of ours', async (_name, act, expected) => {
    standIn.setAct(act);
    const outcome: SendOutcome = await bluesky().send(pictured, 'k');
    expect(outcome).toMatchObject(expected);
    expectSaid(outcome, BLUESKY_PASSWORD);
  });

  it('waits until the moment the server names', async () => {
    standIn.setAct('busy');
    const before = options.now();
    const outcome = await bluesky().send(post, 'k');
    const wait = outcome.kind === 'postponed' ? outcome.notBefore.since(before).total('seconds') : 0;
    expect(Math.abs(wait - RESET_SECONDS)).toBeLessThan(10);
    expect(outcome).toHaveProperty('restUntil');
  });

  it.each(['hang-up', 'fail-after', 'silence'] as const)(
    'is found by its key after a lost answer (%s), and said again makes no second one',
    async (act) => {
      standIn.setAct(act);
      expect((await bluesky().send(pictured, 'k')).kind).toBe('unconfirmed');
      standIn.setAct(undefined);
      const found = await bluesky().find?.({ key: 'k', message: pictured, since: options.now() });
      expect(found).toMatchObject({
        kind: 'accepted',
        url: expect.stringMatching(/^https:\/\/bsky\.app\/profile\/did:plc:\w+\/post\/\w{13}$/),
      });
      expect(await bluesky().find?.({ key: 'andere', message: pictured, since: options.now() })).toBeUndefined();
      expect(await bluesky().send(pictured, 'k')).toEqual(found);
      // Its picture is gone meanwhile: the record would be another one.
      expect(await bluesky({ pictureOf: async () => undefined }).send(pictured, 'k')).toEqual({ ...found, isEarlier: true });
      expect(standIn.records.size).toBe(1);
    },
  );

  it('has an account that is checked by signing in anew, without posting', async () => {
    await bluesky().send(post, 'k');
    expect(await bluesky().check?.()).toEqual({ kind: 'fine', name: `@${BLUESKY_HANDLE}` });
    expect([standIn.records.size, logins()]).toEqual([1, 2]);
  });

  it.each([
    ['unauthorised', { kind: 'refused', trouble: ACCOUNT_REFUSED }],
    ['inactive', { kind: 'refused', detail: 'not-active' }],
    ['stranger', { kind: 'refused', trouble: ACCOUNT_REFUSED }],
    ['busy', { kind: 'unknown' }],
    ['no-login', { kind: 'unknown' }],
  ] as const)('has an account of which a check says what its server says: %s', async (act, outcome) => {
    standIn.setAct(act);
    expect(await bluesky().check?.()).toMatchObject(outcome);
    expect(await bluesky({ password: undefined }).check?.()).toMatchObject({ kind: 'refused', detail: 'no-key' });
  });

  const mentioning = (handle: string): Post => ({
    ...post,
    text: `Grüße 👩‍🔬 von @${handle}: ${post.text}`,
    mentions: [{ text: `@${handle}`, account: handle }],
  });
  const mentioned = () =>
    [...standIn.records.values()].map(({ text, facets }) =>
      (facets as readonly Facet[]).flatMap(({ index, features: [feature] }) =>
        feature?.did ? [[Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString(), feature.did]] : [],
      ),
    );
  const patient = () => bluesky({ timeoutMs: 20_000 });
  const asked = () => standIn.requests.filter((name) => name === 'resolveHandle').length;

  it('mentions whom its server knows, and asks for nobody twice', async () => {
    await patient().send(mentioning('htai.example.org'), 'a');
    await patient().send({ ...mentioning('htai.example.org'), at: '2026-12-02T09:00:00.000Z' }, 'b');
    const one = [['@htai.example.org', BLUESKY_PEOPLE['htai.example.org']]];
    expect([mentioned(), asked()]).toEqual([[one, one], 1]);
  });

  it('says a name plainly where nobody is known by it, or nobody can be asked', async () => {
    await patient().send(mentioning('niemand.example.org'), 'a');
    await patient().send(mentioning('niemand.example.org'), 'b');
    expect(asked()).toBe(1);
    standIn.setAct('no-identities');
    await patient().send(mentioning('htai.example.org'), 'c');
    expect(mentioned()).toEqual([[], [], []]);
    standIn.setAct(undefined);
    await patient().send({ ...mentioning('htai.example.org'), at: '2026-12-02T09:00:00.000Z' }, 'd');
    expect(mentioned().at(-1)).toHaveLength(1);
  });

  it('asks nobody without an account, and speaks to this machine alone when it is redirected', async () => {
    for (const missing of [{ handle: undefined }, { handle: 'kein Name' }, { password: undefined }, { server: '127.0.0.1' }])
      expect(await bluesky(missing).send(post, 'k')).toMatchObject({ kind: 'rejected', code: ACCOUNT_REFUSED });
    expect(standIn.requests).toEqual([]);
    expect(() => bluesky({ baseUrl: 'https://bsky.example.org' })).toThrow(TypeError);
  });
});

type Facet = {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly { readonly did?: string }[];
};
