import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { type LinkedinStandIn, startLinkedin } from '../../test/fakes/linkedin';
import { LINKEDIN_APP } from '../../test/fakes/linkedin-members';
import { openLinkedinSignIn } from './linkedin-sign-in';
import { renewAccess } from './linkedin-token';

const BACK = { redirectUri: 'https://nordsued.example.org/verbinden/linkedin', state: 'zeichen' };

describe('giving leave at LinkedIn', () => {
  let standIn: LinkedinStandIn;
  beforeEach(async () => {
    standIn = await startLinkedin();
  });
  afterEach(() => standIn.close());

  const place = () => ({
    ...{ version: '202608', baseUrl: standIn.url, timeoutMs: 500, now: () => instant(new Date().toISOString()) },
  });
  const signIn = (secret = LINKEDIN_APP.clientSecret) => openLinkedinSignIn(place(), { ...LINKEDIN_APP, clientSecret: secret });
  const consent = async (says: 'yes' | 'no' = 'yes'): Promise<URLSearchParams> => {
    const begun = await signIn().begin(BACK);
    const page = await (await fetch('url' in begun ? begun.url : '')).text();
    const link = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    const answer = await fetch(`${standIn.url}${link[says === 'yes' ? 0 : 1]}`, { redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? '').searchParams;
  };
  const finish = (code: string, redirectUri = BACK.redirectUri) => signIn().finish({ code, redirectUri });

  it('brings an access, what renews it, and the pages by name that the member may post as', async () => {
    standIn.members.pages = [
      { id: '4711', name: 'IHK Hessen innovativ' },
      { id: '815', name: 'Science Park', role: 'CONTENT_ADMIN' },
      { id: '99', name: 'Nur Statistik', role: 'ANALYST' },
    ];
    const back = await consent();
    expect(back.get('state')).toBe('zeichen');
    const granted = await finish(back.get('code') ?? '');
    expect(granted).toMatchObject({
      kind: 'granted',
      access: { seconds: 60 * 86_400, refresh: { seconds: 365 * 86_400 } },
      accounts: [
        { id: '4711', name: 'IHK Hessen innovativ' },
        { id: '815', name: 'Science Park' },
      ],
    });
  });

  it('takes a code once, and for its own address alone', async () => {
    const code = (await consent()).get('code') ?? '';
    expect((await finish(code)).kind).toBe('granted');
    expect(await finish(code)).toEqual({ kind: 'refused', detail: 'HTTP 400 invalid_grant' });
    expect(await finish((await consent()).get('code') ?? '', 'https://boese.example')).toMatchObject({ kind: 'refused' });
  });

  it('repeats no secret in what it says of a refusal', async () => {
    const code = (await consent()).get('code') ?? '';
    standIn.members.tokens = 'refuse';
    expect(JSON.stringify(await finish(code))).not.toContain(code);
    expect(await signIn('falsch').finish({ code, redirectUri: BACK.redirectUri })).toMatchObject({ kind: 'refused' });
  });

  it('knows nothing when LinkedIn fails or hangs up', async () => {
    standIn.members.tokens = 'fail';
    expect(await finish('code')).toMatchObject({ kind: 'unknown' });
    standIn.members.tokens = 'hang-up';
    expect(await finish((await consent()).get('code') ?? '')).toMatchObject({ kind: 'unknown' });
  });

  it('is renewed as often as wanted with the same refresh token', async () => {
    const granted = await finish((await consent()).get('code') ?? '');
    const refreshToken = granted.kind === 'granted' ? (granted.access.refresh?.token ?? '') : '';
    for (let i = 0; i < 2; i++)
      expect(await renewAccess(place(), { ...LINKEDIN_APP, refreshToken })).toMatchObject({
        kind: 'renewed',
        access: { refresh: { token: refreshToken } },
      });
    expect(await renewAccess(place(), { ...LINKEDIN_APP, refreshToken: 'andere' })).toMatchObject({ kind: 'refused' });
    const mistyped = { ...LINKEDIN_APP, clientSecret: 'vertippt', refreshToken };
    expect(await renewAccess(place(), mistyped)).toEqual({ kind: 'app-refused', detail: 'HTTP 401 invalid_client' });
  });

  it('brings an access of ten years at most, whatever LinkedIn says, for the calendar ends', async () => {
    standIn.members.accessSeconds = 1e13;
    const granted = await finish((await consent()).get('code') ?? '');
    const seconds = granted.kind === 'granted' ? (granted.access.seconds ?? 0) : 0;
    expect(Math.round(seconds / 86_400 / 366)).toBe(10);
  });

  it('leads to no other host than LinkedIn’s, or this machine', () => {
    expect(() => openLinkedinSignIn({ ...place(), baseUrl: 'https://linkedin.example' }, LINKEDIN_APP)).toThrow(TypeError);
  });
});
