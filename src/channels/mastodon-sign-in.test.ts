import type { LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { now } from '#runtime/clock';
import { type MastodonStandIn, startMastodon } from '../../test/fakes/mastodon';
import { openMastodonSignIn } from './mastodon-sign-in';

/** The name service says that names of this kind are at a private address. */
vi.mock('node:dns', async (original) => {
  const dns: typeof import('node:dns') = await original();
  const lookup: LookupFunction = (name, options, answer) =>
    name.endsWith('.example.test') ? answer(null, [{ address: '10.0.0.7', family: 4 }]) : dns.lookup(name, options, answer);
  return { ...dns, lookup };
});

const BACK = { redirectUri: 'https://nordsued.example.org/verbinden/mastodon', state: 'zeichen' };
const SERVER = 'social.example.org';

describe('giving leave at a server of Mastodon', () => {
  let standIn: MastodonStandIn;
  beforeEach(async () => {
    standIn = await startMastodon();
  });
  afterEach(() => standIn.close());

  const signIn = (baseUrl: string | undefined = standIn.url) =>
    openMastodonSignIn({ baseUrl, now, timeoutMs: 500 }, { name: 'Nordsued', website: 'https://nordsued.example.org' });
  const consent = async (says: 'yes' | 'no' = 'yes') => {
    const begun = await signIn().begin(BACK, SERVER);
    if (begun.kind !== 'begun') throw new Error(begun.detail);
    const links = [...(await (await fetch(begun.url)).text()).matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
    const link = links[says === 'yes' ? 0 : 1]?.replaceAll('&amp;', '&');
    const { headers } = await fetch(`${standIn.url}${link}`, { redirect: 'manual' });
    const back = new URL(headers.get('location') ?? '').searchParams;
    return { code: back.get('code') ?? '', memo: begun.memo, state: back.get('state'), error: back.get('error') };
  };
  const finish = ({ code, memo }: { code: string; memo?: string | undefined }, server = SERVER) =>
    signIn().finish({ code, memo, server, redirectUri: BACK.redirectUri });

  it('registers with what it needs and no more, and brings a token that does not end, the account and how long a post may be', async () => {
    const back = await consent();
    expect(back.state).toBe('zeichen');
    const [token] = [...standIn.signIn.tokens];
    expect(token).toBeUndefined();
    expect(await finish(back)).toEqual({
      ...{ kind: 'granted', access: { token: [...standIn.signIn.tokens][0] }, textLength: 500 },
      accounts: [{ id: expect.any(String), name: '@nordsued@127.0.0.1' }],
    });
    expect([...standIn.signIn.apps.values()]).toMatchObject([
      { redirectUri: BACK.redirectUri, scopes: 'read:accounts read:statuses write:statuses write:media' },
    ]);
  });

  it('takes a code once, for its own application and server alone, and repeats no secret', async () => {
    const [one, other] = [await consent(), await consent()];
    expect(await finish(one, 'anderswo.example.org')).toEqual({ kind: 'changed', detail: 'other-server' });
    expect((await finish({ code: one.code, memo: other.memo })).kind).toBe('refused');
    expect((await finish(other)).kind).toBe('granted');
    const again = await finish(other);
    expect([again.kind, JSON.stringify(again).includes('geheim')]).toEqual(['refused', false]);
    expect((await consent('no')).error).toBe('access_denied');
  });

  it('knows nothing when the server fails, and says so when its people are no more let in', async () => {
    const back = await consent();
    standIn.signIn.endpoint = 'fail';
    expect(await finish(back)).toMatchObject({ kind: 'unknown' });
    standIn.signIn.endpoint = 'answer';
    standIn.setAct('forbidden');
    expect(await finish(await consent())).toMatchObject({ kind: 'refused' });
  });

  it('begins at no server of another kind, and at none that is busy or gone', async () => {
    standIn.setAct('stranger');
    expect(await signIn().begin(BACK, SERVER)).toMatchObject({ kind: 'refused' });
    standIn.setAct('busy');
    expect(await signIn().begin(BACK, SERVER)).toMatchObject({ kind: 'unknown' });
    for (const server of [undefined, '', 'kein Server', '127.0.0.1', 'localhost:4040'])
      expect(await signIn().begin(BACK, server)).toEqual({ kind: 'refused', detail: 'no-server' });
  });

  it('asks nobody in a private network, whatever name leads there', async () => {
    const signIn = openMastodonSignIn({ now, timeoutMs: 2_000 }, { name: 'Nordsued', website: 'https://nordsued.example.org' });
    expect(await signIn.begin(BACK, 'innen.example.test')).toEqual({ kind: 'unknown', detail: 'not-public' });
    const memo = JSON.stringify({ server: 'innen.example.test', clientId: 'c', clientSecret: 's' });
    const answer = { code: 'c', memo, server: 'innen.example.test', redirectUri: BACK.redirectUri };
    expect(await signIn.finish(answer)).toEqual({ kind: 'unknown', detail: 'not-public' });
  });

  it('is overridden by this machine only', async () => {
    await expect(signIn('https://mastodon.example').begin(BACK, SERVER)).rejects.toThrow(TypeError);
  });
});
