// A house with channels on networks, which are stand-ins that know this installation.
import type { Instant } from '#domain/time';
import type { JobContext } from '#jobs/context';
import { renewAccess } from '#jobs/dispatch/renewals';
import { openChannels } from '#runtime/channels';
import { setClock } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { setLogLevel } from '#runtime/log';
import { openSecret } from '#runtime/secrets';
import { loadChannelAccount } from '#store/channel-accounts';
import { loadSettings } from '#store/settings';
import { startBluesky } from '../fakes/bluesky';
import { LINKEDIN_TOKEN, type LinkedinStandIn, startLinkedin } from '../fakes/linkedin';
import { LINKEDIN_APP } from '../fakes/linkedin-members';
import { startMastodon } from '../fakes/mastodon';
import { startX } from '../fakes/x';
import { X_APP } from '../fakes/x-sign-in';
import { openRest, type Person } from './access-doors';
import { bootHouse, type DatabaseKind, type House } from './boot';
import { furnish } from './entry-house';

export type NetworkHouse = Awaited<ReturnType<typeof openNetworkHouse>>;

/** Renews all accesses for which it is time, as a round does channel by channel; gives how many there are anew. */
export const renewAccesses = async (ctx: JobContext): Promise<number> => {
  const { channels } = await loadSettings(ctx.payload, ctx.now);
  const renewed = await Promise.all(channels.map((channel) => renewAccess(ctx, channel)));
  return renewed.filter(Boolean).length;
};

/** Boots it; `stop` ends all and takes the settings back. */
export const openNetworkHouse = async (kind: DatabaseKind, name: string) => {
  const standIn: LinkedinStandIn = await startLinkedin();
  const [x, mastodon, bluesky] = [await startX(), await startMastodon(), await startBluesky()];
  const settings = {
    ...{ X_BASE_URL: x.url, X_CLIENT_ID: X_APP.clientId, X_CLIENT_SECRET: X_APP.clientSecret },
    MASTODON_BASE_URL: mastodon.url,
    BLUESKY_BASE_URL: bluesky.url,
    LINKEDIN_BASE_URL: standIn.url,
    LINKEDIN_CLIENT_ID: LINKEDIN_APP.clientId,
    LINKEDIN_CLIENT_SECRET: LINKEDIN_APP.clientSecret,
  };
  Object.assign(process.env, settings);
  const house: House = await bootHouse(kind, name);
  setLogLevel('silent');
  const { ids } = await furnish(house);
  const rest = openRest(house);
  let count = 0;
  const logIn = async (email: string): Promise<Person> => {
    const { body } = await rest('POST', '/users/login', { body: { email, password: 'sehr-geheim-2026' } });
    return { user: body.user as Person['user'], token: String(body.token), password: '' };
  };
  return {
    ...{ house, payload: house.payload, standIn, x, mastodon, bluesky, ids, rest, logIn },
    /** A channel of Science Park that leaves through LinkedIn. */
    make: (change: object = {}) =>
      house.payload.create({
        collection: 'channels',
        data: {
          ...{ name: 'LinkedIn SPK', slug: `linkedin-${++count}`, kind: 'linkedin', via: 'linkedin', organisation: ids.spk },
          ...{ language: 'de', quietFrom: '00:00', quietTo: '00:00', page: '4711', token: LINKEDIN_TOKEN, ...change },
        } as never,
      }),
    update: (id: string, change: object) => house.payload.update({ collection: 'channels', id, data: change as never, depth: 0 }),
    read: (id: string) =>
      house.payload.findByID({ collection: 'channels', id, depth: 0, showHiddenFields: true, overrideAccess: true }),
    /** What a worker has at hand at that moment. */
    context: (now: Instant, owner: string): JobContext => ({
      ...{ payload: house.payload, now, channel: openChannels(readEnv()), publicUrl: 'http://localhost:3000', owner },
      ...{ mailFrom: 'Nordsüd <noreply@example.org>', leaseSeconds: 120 },
    }),
    /** What a channel acts with, and what gets the next, as its network gave them. */
    secrets: async (id: string) => {
      const { apiKey = '', refresh = '', owner = '' } = (await loadChannelAccount(house.payload, id)) ?? {};
      return { token: openSecret(apiKey, owner), refresh: refresh && openSecret(refresh, owner) };
    },
    stop: async (): Promise<void> => {
      setClock(undefined);
      for (const variable of Object.keys(settings)) delete process.env[variable];
      await house.stop();
      for (const one of [standIn, x, mastodon, bluesky]) await one.close();
    },
  };
};
