// The four networks as a run of posts has them: each a stand-in with one account on which everything goes wrong, and a channel that posts there.

import { BLUESKY_HANDLE, BLUESKY_PASSWORD, type BlueskyAct, startBluesky } from '../../fakes/bluesky';
import type { Chaos } from '../../fakes/chaos';
import { LINKEDIN_TOKEN, type LinkedinAct, startLinkedin } from '../../fakes/linkedin';
import { MASTODON_TOKEN, startMastodon } from '../../fakes/mastodon';
import type { MastodonAct } from '../../fakes/mastodon-faults';
import { startX, X_SECRET, type XAct } from '../../fakes/x';
import type { ChannelData } from './scenario';

/** The networks that posts are made on. */
export const NETWORK_NAMES = ['linkedin', 'mastodon', 'bluesky', 'x'] as const;
export type NetworkName = (typeof NETWORK_NAMES)[number];

/** A network that runs: the variable that leads to it, what its channel signs in with, and the texts that stand there. */
export type Network = {
  readonly name: NetworkName;
  readonly env: Readonly<Record<string, string>>;
  readonly channel: ChannelData;
  readonly texts: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** What a run does to all of them: how bad it gets is drawn from `random`; nothing goes wrong without it. */
export type Weather = {
  readonly random: (() => number) | undefined;
  readonly accepted: () => Promise<void>;
};

/** Starts all four. Without troubles their own guards against doubles are off, so that a double by us stands there. */
export const startNetworks = (weather: Weather): Promise<readonly Network[]> =>
  Promise.all([openLinkedin(weather), openMastodon(weather), openBluesky(weather), openX(weather)]);

/** Networks tell in whole seconds when they may be asked again; one that X told too late means a quarter of an hour. */
const REST_SECONDS = 5;

/** Every second post has one of these. */
const chaosOf = <Act>({ random, accepted }: Weather, troubles: readonly Act[]): Chaos<Act> => ({
  ...{ accepted, restSeconds: REST_SECONDS, isForgetful: random === undefined },
  actOf: () => random && troubles[Math.floor(random() * troubles.length * 2)],
});

const openLinkedin = async (weather: Weather): Promise<Network> => {
  const troubles: readonly LinkedinAct[] = ['late', 'busy', 'fail', 'fail-after', 'hang-up'];
  const { url, posts, close } = await startLinkedin(undefined, { chaos: chaosOf(weather, troubles) });
  const account = { page: '4700', token: LINKEDIN_TOKEN };
  return { ...networkOf('linkedin', url, account), close, texts: () => posts.map(({ shown }) => shown) };
};

const openMastodon = async (weather: Weather): Promise<Network> => {
  const troubles: readonly MastodonAct[] = ['busy', 'fail', 'fail-after', 'hang-up'];
  const { url, statuses, close } = await startMastodon(undefined, { chaos: chaosOf(weather, troubles) });
  const account = { server: 'social.example.org', token: MASTODON_TOKEN };
  return { ...networkOf('mastodon', url, account), close, texts: () => statuses.map(({ text }) => text) };
};

const openBluesky = async (weather: Weather): Promise<Network> => {
  const troubles: readonly BlueskyAct[] = ['busy', 'fail', 'fail-after', 'hang-up'];
  const { url, records, close } = await startBluesky(undefined, { chaos: chaosOf(weather, troubles) });
  const account = { handle: BLUESKY_HANDLE, token: BLUESKY_PASSWORD };
  return { ...networkOf('bluesky', url, account), close, texts: () => [...records.values()].map(({ text }) => text) };
};

const openX = async (weather: Weather): Promise<Network> => {
  const troubles: readonly XAct[] = ['busy', 'fail', 'fail-after', 'hang-up', 'cut-off', 'no-number'];
  const { url, posts, close } = await startX(undefined, { chaos: chaosOf(weather, troubles) });
  return { ...networkOf('x', url, { token: X_SECRET }), close, texts: () => posts.map(({ written }) => written) };
};

const networkOf = (name: NetworkName, url: string, account: Partial<ChannelData>) => ({
  ...{ name, env: { [`${name.toUpperCase()}_BASE_URL`]: url } },
  channel: { slug: `kanal-${name}`, name: `Kanal ${name}`, kind: name, via: name, ...account },
});
