import type { DeliveryStatus } from '#domain/delivery';
import type { Purpose } from '#domain/purpose';
import type { World } from './jobs-world';

/** What `stopsOf` gives. */
export type Stops = ReturnType<typeof stopsOf>;

/** What people stop and think over in a world, and how its rows stand on the channels then. */
export const stopsOf = (world: World) => {
  const operate = (data: { coolOffMinutes?: number; paused?: boolean }) =>
    world.payload.updateGlobal({ slug: 'operations', data });
  const stopChannels = async (paused: boolean): Promise<void> => {
    for (const id of [world.ids.social, world.ids.newsletter])
      await world.payload.update({ collection: 'channels', id, data: { paused } });
  };
  const rowOn = async (channel: string, purpose: Purpose = 'announce') =>
    (await world.rows()).find((row) => row.channelId === channel && row.purpose === purpose);
  return {
    ...{ operate, stopChannels, rowOn },
    /** Empties the world; nothing is stopped, nobody thinks anything over. */
    reset: async (): Promise<void> => {
      await world.reset();
      await operate({ coolOffMinutes: 0, paused: false });
      await stopChannels(false);
    },
    statusOn: async (channel: string, purpose: Purpose = 'announce'): Promise<DeliveryStatus | undefined> =>
      (await rowOn(channel, purpose))?.status,
    editions: world.editions,
    /** Rounds at the moments that matter, until nothing is due any more. */
    rounds: async (count = 4): Promise<void> => {
      for (let i = 0; i < count; i++) await world.round();
    },
    slotOfEdition: async () => {
      const row = (await world.rows()).find(({ channelId }) => channelId === world.ids.newsletter);
      if (!row) throw new Error('nothing is planned for the newsletter');
      return row.dueAt;
    },
  };
};
