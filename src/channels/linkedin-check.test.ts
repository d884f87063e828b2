import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_REFUSED } from '#domain/dispatch';
import { instant } from '#domain/time';
import { LINKEDIN_TOKEN, type LinkedinStandIn, startLinkedin } from '../../test/fakes/linkedin';
import { openLinkedin } from './linkedin';
import type { LinkedinOptions } from './linkedin-line';

describe('asking LinkedIn about a page', () => {
  let standIn: LinkedinStandIn;
  beforeEach(async () => {
    standIn = await startLinkedin();
  });
  afterEach(() => standIn.close());

  const check = (changes: Partial<LinkedinOptions> = {}) =>
    openLinkedin({
      ...{ author: 'urn:li:organization:4711', token: LINKEDIN_TOKEN, version: '202608', baseUrl: standIn.url, timeoutMs: 500 },
      ...{ now: () => instant(new Date().toISOString()), pictureOf: async () => undefined, ...changes },
    }).check?.();

  it('tells its name and posts nothing', async () => {
    expect(await check()).toEqual({ kind: 'fine', name: 'IHK Hessen innovativ' });
    expect(standIn.posts).toEqual([]);
  });

  it.each([
    ['no role', [{ id: '4711', name: 'IHK', role: 'ANALYST' }]],
    ['a role that was taken back', [{ id: '4711', name: 'IHK', state: 'REVOKED' }]],
    ['another page only', [{ id: '815', name: 'Andere' }]],
    ['no page at all', []],
  ])('is refused to somebody with %s', async (_what, pages) => {
    standIn.members.pages = pages;
    expect(await check()).toEqual({ kind: 'refused', trouble: ACCOUNT_REFUSED, detail: 'no-role' });
  });

  it('asks for its posts where the token may not ask for roles', async () => {
    standIn.members.hidesRoles = true;
    expect(await check()).toEqual({ kind: 'fine' });
    standIn.setAct('forbidden');
    expect(await check()).toMatchObject({ kind: 'refused', trouble: ACCOUNT_REFUSED });
  });

  it.each([
    ['unauthorised', { kind: 'refused', trouble: ACCOUNT_REFUSED }],
    ['sunset', { kind: 'refused', trouble: 'version-given-up' }],
    ['busy', { kind: 'unknown' }],
  ] as const)('says what an answer of LinkedIn that is %s means', async (act, outcome) => {
    standIn.setAct(act);
    expect(await check()).toMatchObject(outcome);
  });

  it('knows nothing when nobody answers, and asks nobody without a token', async () => {
    expect(await check({ baseUrl: 'http://127.0.0.1:1' })).toMatchObject({ kind: 'unknown' });
    expect(await check({ token: undefined })).toEqual({ kind: 'refused', trouble: ACCOUNT_REFUSED, detail: 'no-key' });
  });
});
