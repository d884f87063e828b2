// The demo's thirty days on an empty house, as `npm run demo` plays them, without the web.
import { instant } from '#domain/time';
import { openStandIn, type StandIn } from '#server/demo-stand-in';
import { bootHouse, type House } from './boot';

export type Play = Awaited<ReturnType<typeof playDemo>>;

/** Plays it as if it were started at `iso`; everything that is there afterwards. Prints how long it took. */
export const playDemo = async (iso: string) => {
  const { isLostPost } = await import('#jobs/seed-demo');
  const standIn = await openStandIn({ hangUpOn: isLostPost });
  const house = await bootHouse('sqlite', 'demo');
  const began = process.uptime();
  const lines = await play(house, standIn, iso);
  console.log(`thirty days took ${(process.uptime() - began).toFixed(1)} s`);
  const { payload } = house;
  const { findRows } = await import('#store/rows');
  const all = { depth: 0, limit: 0, pagination: false, locale: 'all' } as const;
  return {
    ...{ now: instant(iso), house, standIn, lines },
    rows: await findRows(payload, 'deliveries', {}, { sort: 'key' }),
    editions: await findRows(payload, 'editions', {}),
    events: (await payload.find({ ...all, collection: 'events', locale: 'de' })).docs,
    newsItems: (await payload.find({ ...all, collection: 'news-items', locale: 'de' })).docs,
    channels: (await payload.find({ ...all, collection: 'channels', locale: 'de' })).docs,
    organisations: (await payload.find({ ...all, collection: 'organisations', locale: 'de' })).docs,
    stop: async () => {
      await standIn.close();
      await house.stop();
    },
  };
};

const play = async (house: House, standIn: StandIn, iso: string): Promise<readonly string[]> => {
  const { payload, dataDir } = house;
  // Booting a house evaluates all modules anew: these are the ones its config uses.
  const { seedBase } = await import('#jobs/seed-base');
  const { DEMO_DAYS, daysOf, seedDemo } = await import('#jobs/seed-demo');
  const { openChannels } = await import('#runtime/channels');
  const { openTable } = await import('#server/demo-table');
  const { setLogLevel } = await import('#runtime/log');
  setLogLevel('error');
  const now = instant(iso);
  const lines: string[] = [];
  const table = openTable({ payload, start: daysOf(now).start, days: DEMO_DAYS, out: { write: (text) => lines.push(text) } });
  await seedBase(payload, now);
  await seedDemo({
    ...{ payload, now, password: 'nur-zum-Testen', report: table.report },
    env: { publicUrl: 'http://localhost:3000', mailFrom: 'Nordsüd <nordsued@example.org>', leaseSeconds: 120 },
    channel: openChannels({ dataDir, previewBaseUrl: standIn.url, smtpUrl: undefined }),
  });
  table.finish();
  return lines;
};
