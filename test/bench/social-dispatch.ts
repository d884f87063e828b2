import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { getPayload, type Payload } from 'payload';
import { jobContext } from '#jobs/context';
import { dispatchLines } from '#jobs/dispatch/lines';
import { run as planDeliveries } from '#jobs/plan-deliveries';
import { run as settleApprovals } from '#jobs/settle-approvals';
import { openChannels } from '#runtime/channels';
import { now } from '#runtime/clock';
import { setLogLevel } from '#runtime/log';
import { loadSettings } from '#store/settings';
import { numbersFrom, readBody, reply, serveLocally } from '../fakes/local-server';
import { report } from './measure';

const CHANNELS = 30;
const EVENTS = 4;
const SLOW_MS = 5_000;
const FIRST_PAGE = 4_700;
const SLOW_PAGE = `urn:li:organization:${FIRST_PAGE}`;

/** Posts of four events on thirty pages handed over by one process, first with all pages quick, then with one that answers after five seconds. */
export const benchSocialDispatch = async (): Promise<void> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'nordsued-bench-'));
  const env = { DATA_DIR: dir, DATABASE_URI: `file:${path.join(dir, 'bench.db')}`, PAYLOAD_SECRET: 'x'.repeat(40) };
  Object.assign(process.env, env, { SECRETS_KEY: 'y'.repeat(40), LOG_LEVEL: 'silent', NODE_ENV: 'production' });
  const payload = await getPayload({ config: (await import('#payload.config')).default });
  setLogLevel('silent');
  const pages = await openPages();
  try {
    const organisation = await furnish(payload);
    await postAll(payload, organisation, pages, 0);
    const quick = await postAll(payload, organisation, pages, 0);
    const slow = await postAll(payload, organisation, pages, SLOW_MS);
    const posts = (CHANNELS - 1) * EVENTS;
    report(`${posts} posts on ${CHANNELS - 1} pages, all quick`, `${Math.round(quick)} ms`);
    report(
      `… beside one page that answers after ${SLOW_MS / 1_000} s`,
      `${Math.round(slow)} ms`,
      `${(slow / quick).toFixed(2)} ×, aim about 1`,
    );
  } finally {
    await pages.close();
    await payload.destroy();
    rmSync(dir, { recursive: true, force: true });
  }
};

type Pages = Awaited<ReturnType<typeof openPages>>;

/** Takes posts and says yes: the slow page late. */
const openPages = async () => {
  const state = { slowMs: 0, others: 0, lastAt: 0 };
  // A number that another post has is no answer of ours.
  const nextId = numbersFrom(1n);
  const server = await serveLocally(async (request, response) => {
    const { author } = JSON.parse(await readBody(request)) as { author?: string };
    if (author === SLOW_PAGE) await pause(state.slowMs);
    else {
      state.others += 1;
      state.lastAt = performance.now();
    }
    reply(response, 201, {}, { 'x-restli-id': `urn:li:share:${nextId()}` });
  });
  return { ...server, state };
};

const furnish = async (payload: Payload): Promise<string> => {
  const { id: organisation } = await payload.create({
    collection: 'organisations',
    data: { name: 'Park', shortName: 'Park', slug: 'park', region: 'north' },
  });
  await payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
  for (let i = 0; i < CHANNELS; i++)
    await payload.create({
      collection: 'channels',
      data: {
        ...{ slug: `seite-${i}`, name: `Seite ${i}`, kind: 'linkedin', via: 'linkedin', organisation, ownContent: true },
        ...{ page: String(FIRST_PAGE + i), token: 'AQX-seite-eins-0123456789', language: 'de', active: true },
        ...{ quietFrom: '00:00', quietTo: '00:00' },
      } as never,
    });
  return organisation;
};

/** Milliseconds until the posts of all pages but the slow one were there. */
const postAll = async (payload: Payload, organiser: string, pages: Pages, slowMs: number): Promise<number> => {
  for (let i = 0; i < EVENTS; i++)
    await payload.create({
      collection: 'events',
      data: {
        ...{ title: `Gründungsabend ${i}`, teaser: 'Ein Abend für alle, die gründen.', organiser, _status: 'published' },
        ...{ startsAt: '2099-01-10T17:00:00.000Z', attendance: 'on-site', placeRegion: 'north', town: 'Kassel' },
      } as never,
    });
  Object.assign(pages.state, { slowMs, others: 0 });
  const places = { publicUrl: 'http://localhost:3000', mailFrom: 'Nordsüd <noreply@example.org>', leaseSeconds: 120 };
  const channels = openChannels({ dataDir: process.env.DATA_DIR ?? '', linkedinBaseUrl: pages.url });
  const context = () => jobContext(payload, places, channels, 'bench');
  await planDeliveries(context());
  await settleApprovals(context());
  const before = await sentRows(payload);
  const began = performance.now();
  const wanted = (CHANNELS - 1) * EVENTS;
  while (pages.state.others < wanted && performance.now() - began < 120_000)
    await dispatchLines(context(), await loadSettings(payload, now()));
  if (pages.state.others !== wanted) throw new Error(`${pages.state.others} of ${wanted} posts were made`);
  const sent = (await sentRows(payload)) - before;
  if (sent < wanted) throw new Error(`${sent} of ${wanted} posts stand as sent`);
  return pages.state.lastAt - began;
};

const sentRows = async (payload: Payload): Promise<number> =>
  (await payload.count({ collection: 'deliveries', where: { status: { equals: 'sent' } } })).totalDocs;
