import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { post } from '../../test/contracts/messages';
import { startX, X_SECRET, X_TOKEN, type XStandIn } from '../../test/fakes/x';
import { X_APP } from '../../test/fakes/x-sign-in';
import { openX } from './x';
import type { XPlace } from './x-line';
import { challengeOf, openXSignIn, renewXAccess } from './x-sign-in';

const BACK = { redirectUri: 'https://nordsued.example.org/verbinden/x', state: 'zeichen' };

describe('giving leave at X', () => {
  let standIn: XStandIn;
  beforeEach(async () => {
    standIn = await startX();
  });
  afterEach(() => standIn.close());

  const place = (change: Partial<XPlace> = {}): XPlace => ({
    ...{ baseUrl: standIn.url, now: () => instant('2026-12-01T10:00:00Z'), timeoutMs: 500, ...change },
  });
  const signIn = (secret: string = X_APP.clientSecret) => openXSignIn(place(), { ...X_APP, clientSecret: secret });
  const consent = async () => {
    const begun = await signIn().begin(BACK);
    if (begun.kind !== 'begun') throw new Error(begun.detail);
    const { headers } = await fetch(begun.url, { redirect: 'manual' });
    const back = new URL(headers.get('location') ?? '').searchParams;
    return { code: back.get('code') ?? '', memo: begun.memo, state: back.get('state'), error: back.get('error') };
  };
  const finish = ({ code, memo }: { code: string; memo?: string | undefined }, redirectUri = BACK.redirectUri) =>
    signIn().finish({ code, memo, redirectUri });
  const open = (secret: string) => openX({ ...place(), secret, pictureOf: async () => undefined });
  const renew = (refreshToken: string) => renewXAccess(place(), { ...X_APP, refreshToken });

  it('brings an access of two hours, what renews it, and the name of the account, and with it one posts', async () => {
    const back = await consent();
    expect(back.state).toBe('zeichen');
    const granted = await finish(back);
    expect(granted).toMatchObject({
      kind: 'granted',
      access: { seconds: 7_200, refresh: { seconds: undefined } },
      accounts: [{ id: '4711', name: '@stand_in' }],
    });
    const token = granted.kind === 'granted' ? granted.access.token : '';
    expect((await open(token).send(post, 'k')).kind).toBe('accepted');
  });

  it('names the challenge as X’s pages say, and asks for what posts need', async () => {
    const begun = await openXSignIn(place({ baseUrl: undefined }), X_APP).begin(BACK);
    const url = new URL(begun.kind === 'begun' ? begun.url : '');
    const verifier = (begun.kind === 'begun' && begun.memo) || '';
    expect([url.origin + url.pathname, verifier.length]).toEqual(['https://x.com/i/oauth2/authorize', 43]);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ code_challenge_method: 'S256', code_challenge: challengeOf(verifier) },
      scope: 'tweet.read tweet.write users.read media.write offline.access',
    });
    expect(challengeOf('a'.repeat(43))).toBe('ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA');
  });

  it('takes a code once, with the secret of who began, and for its own address alone', async () => {
    const [one, other, third] = [await consent(), await consent(), await consent()];
    expect((await finish({ code: one.code, memo: other.memo })).kind).toBe('refused');
    expect((await finish(other)).kind).toBe('granted');
    expect(await finish(other)).toEqual({ kind: 'refused', detail: 'HTTP 400 invalid_grant' });
    expect((await finish(third, 'https://boese.example')).kind).toBe('refused');
    expect((await signIn('falsch').finish({ ...(await consent()), redirectUri: BACK.redirectUri })).kind).toBe('refused');
    standIn.signIn.says = 'no';
    expect((await consent()).error).toBe('access_denied');
  });

  it('says so when X wants money before it tells the account, and knows nothing when it fails', async () => {
    standIn.setAct('no-credits');
    expect(await finish(await consent())).toMatchObject({ kind: 'unpaid' });
    standIn.setAct('unauthorised');
    expect(await finish(await consent())).toMatchObject({ kind: 'refused' });
    standIn.setAct(undefined);
    for (const endpoint of ['fail', 'hang-up'] as const) {
      const back = await consent();
      standIn.signIn.endpoint = endpoint;
      expect(await finish(back)).toMatchObject({ kind: 'unknown' });
    }
  });

  it('is renewed once with each refresh token', async () => {
    const granted = await finish(await consent());
    const first = (granted.kind === 'granted' && granted.access.refresh?.token) || '';
    const renewed = await renew(first);
    const second = (renewed.kind === 'renewed' && renewed.access.refresh?.token) || '';
    expect([renewed.kind, second === first]).toEqual(['renewed', false]);
    expect(await renew(first)).toEqual({ kind: 'refused', detail: 'HTTP 400 invalid_grant' });
    expect((await renew(second)).kind).toBe('renewed');
  });

  it('tells a refusal from what may be asked again, and repeats no secret', async () => {
    const outcomes = [];
    for (const endpoint of ['refuse', 'busy', 'fail', 'hang-up'] as const) {
      const granted = await finish(await consent());
      const token = (granted.kind === 'granted' && granted.access.refresh?.token) || '';
      standIn.signIn.endpoint = endpoint;
      const renewal = await renew(token);
      standIn.signIn.endpoint = 'answer';
      outcomes.push(renewal.kind);
      expect(JSON.stringify(renewal)).not.toContain(token);
    }
    expect(outcomes).toEqual(['refused', 'unknown', 'unknown', 'unknown']);
    await standIn.close();
    expect(await renew('r')).toMatchObject({ kind: 'unknown' });
    standIn = await startX();
  });

  it('leads to no other host than X’s, or this machine', async () => {
    const elsewhere = place({ baseUrl: 'https://x.example.org' });
    await expect(openXSignIn(elsewhere, X_APP).begin(BACK)).rejects.toThrow(TypeError);
    await expect(async () => renewXAccess(elsewhere, { ...X_APP, refreshToken: 'r' })).rejects.toThrow(TypeError);
  });

  it.each([
    ['a token', X_TOKEN],
    ['the four keys', X_SECRET],
  ])('is checked with %s, without posting', async (_, secret) => {
    expect(await open(secret).check?.()).toEqual({ kind: 'fine', name: '@stand_in' });
    expect(standIn.posts).toEqual([]);
  });

  it.each([
    ['unauthorised', { kind: 'refused', trouble: 'account-refused' }],
    ['no-credits', { kind: 'refused', trouble: 'spending-limit' }],
    ['busy', { kind: 'unknown' }],
  ] as const)('says of an account what X says of it: %s', async (act, outcome) => {
    standIn.setAct(act);
    expect(await open(X_TOKEN).check?.()).toMatchObject(outcome);
    expect(await open('zwei Wörter').check?.()).toMatchObject({ kind: 'refused', detail: 'no-key' });
  });
});
