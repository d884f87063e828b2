import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { post } from '../../test/contracts/messages';
import { startX, type XStandIn } from '../../test/fakes/x';
import { X_APP } from '../../test/fakes/x-sign-in';
import { openX } from './x';
import { authoriseUrl, exchangeCode, newVerifier, renew, type XApp, type XSignIn } from './x-sign-in';

describe('signing in at X', () => {
  let standIn: XStandIn;
  beforeEach(async () => {
    standIn = await startX();
  });
  afterEach(() => standIn.close());

  const at = instant('2026-12-01T10:00:00Z');
  const app = (change: Partial<XApp> = {}): XApp => ({
    ...X_APP,
    ...{ redirectUri: 'http://localhost:3000/connect/x', baseUrl: standIn.url, now: () => at, timeoutMs: 500, ...change },
  });
  /** The person says yes and comes back. */
  const sayYes = async (verifier: string, asked = app()): Promise<URLSearchParams> => {
    const { headers } = await fetch(authoriseUrl(asked, 'zustand', verifier), { redirect: 'manual' });
    return new URL(headers.get('location') ?? '').searchParams;
  };
  const accessIn = (signIn: XSignIn) => {
    if (signIn.kind !== 'signed-in') throw new Error(signIn.detail);
    return signIn.access;
  };

  it('gives access for two hours to whoever asked with the same secret', async () => {
    const verifier = newVerifier();
    const back = await sayYes(verifier);
    expect(back.get('state')).toBe('zustand');
    const access = accessIn(await exchangeCode(app(), back.get('code') ?? '', verifier));
    expect(access.until).toEqual(at.add({ hours: 2 }));
    const x = openX({ secret: access.accessToken, baseUrl: standIn.url, pictureOf: async () => undefined, now: () => at });
    expect((await x.send(post, 'k')).kind).toBe('accepted');
  });

  it('names the challenge as X’s pages say, and asks for what posts need', () => {
    const url = new URL(authoriseUrl(app({ baseUrl: undefined }), 'zustand', 'a'.repeat(43)));
    expect(url.origin + url.pathname).toBe('https://x.com/i/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      code_challenge: 'ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA',
      scope: 'tweet.read tweet.write users.read media.write offline.access',
    });
  });

  it('refuses a code with another secret, and one that was used', async () => {
    const verifier = newVerifier();
    const first = (await sayYes(verifier)).get('code') ?? '';
    expect(await exchangeCode(app(), first, newVerifier())).toMatchObject({ kind: 'refused' });
    const second = (await sayYes(verifier)).get('code') ?? '';
    expect((await exchangeCode(app(), second, verifier)).kind).toBe('signed-in');
    expect(await exchangeCode(app(), second, verifier)).toMatchObject({ kind: 'refused' });
    expect(await exchangeCode(app({ clientSecret: 'ein anderes' }), second, verifier)).toMatchObject({ kind: 'refused' });
  });

  it('renews once with each refresh token', async () => {
    const verifier = newVerifier();
    const first = accessIn(await exchangeCode(app(), (await sayYes(verifier)).get('code') ?? '', verifier));
    const second = accessIn(await renew(app(), first.refreshToken ?? ''));
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(await renew(app(), first.refreshToken ?? '')).toMatchObject({ kind: 'refused' });
    expect((await renew(app(), second.refreshToken ?? '')).kind).toBe('signed-in');
  });

  it('says what is known when no access came', async () => {
    standIn.setAct('hang-up');
    expect(await renew(app(), 'r')).toMatchObject({ kind: 'unclear' });
    standIn.setAct('fail');
    expect(await renew(app(), 'r')).toMatchObject({ kind: 'unclear' });
    await standIn.close();
    expect(await renew(app(), 'r')).toMatchObject({ kind: 'later' });
    standIn = await startX();
    expect(() => authoriseUrl(app({ baseUrl: 'https://x.example.org' }), 's', 'v')).toThrow(TypeError);
    await expect(renew(app({ baseUrl: 'https://x.example.org' }), 'r')).rejects.toThrow(TypeError);
  });
});
