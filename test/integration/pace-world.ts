import { run as planDeliveries } from '#jobs/plan-deliveries';
import { run as settleApprovals } from '#jobs/settle-approvals';
import { adopt, type World } from './jobs-world';

/** What `paceOf` gives. */
export type Pace = Awaited<ReturnType<typeof paceOf>>;

const NO_LIMITS = { perDay: null, gapMinutes: null, monthlyCents: null, postCents: null, linkPostCents: null };

/** A world whose networks are previews, and how fast its social channel posts. */
export const paceOf = async (world: World) => {
  await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon', 'x', 'linkedin'] }]);
  const setChannel = (data: Record<string, unknown>, id = world.ids.social) =>
    world.payload.db.updateOne({ collection: 'channels', id, data, options: { atomic: true } });
  const statuses = async () =>
    (await world.rows()).filter(({ channelId }) => channelId === world.ids.social).map(({ status }) => status);
  return {
    ...{ setChannel, statuses },
    save: (data: object) => world.payload.update({ collection: 'channels', id: world.ids.social, data, depth: 0 }),
    preview: () => world.fakes.current.preview,
    count: async (status: string) => (await statuses()).filter((one) => one === status).length,
    /** So many contents whose rows may leave. */
    ready: async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) await world.publish({ title: `Termin ${i}` });
      await planDeliveries(world.context());
      await settleApprovals(world.context());
    },
    /** Empties the world; nothing is limited. */
    reset: async (): Promise<void> => {
      await world.reset();
      await setChannel({ kind: 'mastodon', via: 'preview', quietSundays: false, ownerEmail: 'presse@example.org', ...NO_LIMITS });
      await setChannel({ kind: 'linkedin', via: 'manual' }, world.ids.byHand);
    },
  };
};
