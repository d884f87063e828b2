// The version of LinkedIn's interface, from the setting of an installation to what LinkedIn is asked in.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChannels } from '#runtime/channels';
import { readEnv } from '#runtime/env';
import { setLogLevel } from '#runtime/log';
import { sealSecret } from '#runtime/secrets';
import { openSignIns } from '#runtime/sign-ins';
import { LINKEDIN_TOKEN, type LinkedinStandIn, startLinkedin } from '../fakes/linkedin';
import { LINKEDIN_APP } from '../fakes/linkedin-members';
import { post } from './messages';

const REDIRECT = 'https://nordsued.example.org/verbinden/linkedin';

describe("the version of LinkedIn's interface", () => {
  let standIn: LinkedinStandIn;
  beforeEach(async () => {
    standIn = await startLinkedin();
    process.env.SECRETS_KEY = 'a'.repeat(64);
    setLogLevel('silent');
  });
  afterEach(async () => {
    await standIn.close();
    delete process.env.SECRETS_KEY;
    setLogLevel('info');
  });

  const envWith = (version: string | undefined) =>
    readEnv({
      ...{ LINKEDIN_BASE_URL: standIn.url, LINKEDIN_VERSION: version },
      ...{ LINKEDIN_CLIENT_ID: LINKEDIN_APP.clientId, LINKEDIN_CLIENT_SECRET: LINKEDIN_APP.clientSecret },
    });
  const settings = [
    ['202607', '202607'],
    [undefined, '202608'],
  ] as const;

  it.each(settings)('is the one that is set for posts (%s)', async (set, spoken) => {
    const apiKey = sealSecret(LINKEDIN_TOKEN, 'spk');
    const account = { owner: 'spk', mark: 'eins', region: 'eu', page: '4711', apiKey } as const;
    const outcome = await openChannels(envWith(set))('linkedin', account).send(post, 'k');
    expect([outcome.kind, standIn.versions]).toEqual(['accepted', [spoken]]);
  });

  it.each(settings)('is the one that is set for signing in (%s)', async (set, spoken) => {
    const yes = `${standIn.url}/oauth/v2/consent?${new URLSearchParams({ says: 'yes', to: REDIRECT, state: 's' })}`;
    const { headers } = await fetch(yes, { redirect: 'manual' });
    const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
    const outcome = await openSignIns(envWith(set)).linkedin?.finish({ code, redirectUri: REDIRECT });
    expect(outcome?.kind).toBe('granted');
    expect(new Set(standIn.versions)).toEqual(new Set([spoken]));
  });
});
