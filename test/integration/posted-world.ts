import { expect } from 'vitest';
import { openChannels } from '#runtime/channels';
import { amendmentsOf } from '#store/amendments';
import { type BlueskyStandIn, startBluesky } from '../fakes/bluesky';
import { MASTODON_TOKEN, type MastodonStandIn, startMastodon } from '../fakes/mastodon';
import type { World } from './jobs-world';

/** The event of these tests on another day. */
export const MOVED = { status: 'moved', startsAt: '2026-12-12T17:00:00.000Z', endsAt: '2026-12-12T19:00:00.000Z' };

/** A world whose social channel posts on stand-ins of Mastodon and Bluesky, and what becomes of a post there; `world`: as it is by then. */
export const postedIn = (world: () => World) => {
  let mastodon: MastodonStandIn;
  let bluesky: BlueskyStandIn;
  const setChannel = (data: object) =>
    world().payload.update({ collection: 'channels', id: world().ids.social, data: data as never, depth: 0 });
  const opened = () =>
    openChannels({ dataDir: world().house.dataDir, mastodonBaseUrl: mastodon.url, blueskyBaseUrl: bluesky.url });
  const channel =
    (channels = opened()) =>
    (via: Parameters<typeof channels>[0], account?: Parameters<typeof channels>[1]) =>
      via === 'mastodon' || via === 'bluesky' ? channels(via, account) : world().fakes.current[via];
  const rounds = async (count: number, seconds = 900): Promise<void> => {
    for (let i = 0; i < count; i++) {
      await world().round({ channel: channel() });
      world().pass(seconds);
    }
  };
  const row = async (purpose = 'announce') => {
    const found = (await world().rows()).find((one) => one.channelId === world().ids.social && one.purpose === purpose);
    if (!found) throw new Error(`no row: ${purpose}`);
    return found;
  };
  return {
    ...{ setChannel, opened, channel, rounds, row },
    networks: () => ({ mastodon, bluesky }),
    /** What the first status says. */
    first: () => mastodon.statuses[0]?.text,
    /** How often Mastodon was asked to change a status. */
    edits: () => mastodon.requests.filter((line) => line.startsWith('PUT ')).length,
    amendments: async () => (await amendmentsOf(world().payload, [(await row()).id])).map(({ status }) => status),
    change: (id: string, data: object) =>
      world().payload.update({ collection: 'events', id, data: { ...data, _status: 'published' } as never }),
    /** Id of an event that was announced there. */
    announced: async (change: Readonly<Record<string, unknown>> = {}): Promise<string> => {
      const { id } = await world().publish(change);
      await rounds(2);
      expect([mastodon.statuses.length + bluesky.records.size, (await row()).status]).toEqual([1, 'sent']);
      return id;
    },
    /** Empties the world and opens new stand-ins; the channel posts on Mastodon. */
    begin: async (): Promise<void> => {
      await world().reset();
      [mastodon, bluesky] = [
        await startMastodon(undefined, { clock: () => world().now().epochMilliseconds }),
        await startBluesky(),
      ];
      const rested = { collection: 'channels', id: world().ids.social, data: { restUntil: null } } as const;
      await world().payload.db.updateOne({ ...rested, options: { atomic: true } });
      const account = { server: 'social.example.org', token: MASTODON_TOKEN };
      await setChannel({ kind: 'mastodon', via: 'mastodon', ...account, ...UNHINDERED });
    },
    end: async (): Promise<void> => {
      await mastodon.close();
      await bluesky.close();
    },
  };
};

const UNHINDERED = { wantsApproval: false, paused: false, ownerEmail: null, quietFrom: '00:00', quietTo: '00:00' };
