import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { startTicks } from '#jobs/index';
import { seedBase } from '#jobs/seed-base';
import { DEMO_DAYS, daysOf, isLostPost, seedDemo } from '#jobs/seed-demo';
import { type ChannelOf, openChannels } from '#runtime/channels';
import { now } from '#runtime/clock';
import { type Env, presetEnv } from '#runtime/env';
import { setLogLevel } from '#runtime/log';
import { DEMO_SETTINGS } from './demo-settings';
import { openStandIn } from './demo-stand-in';
import { openTable } from './demo-table';
import { channelsOfPosts, eventOfTour, farewell, openEnds } from './demo-words';
import { probePort } from './port';
import { serve } from './serve';
import { openPayload, prepare, processName, runEntry } from './start';

// Thirty days of the agreement in a throw-away folder, then the web site as usual. Nothing of it leaves this machine.
await runEntry(async () => {
  let payload: Payload | undefined;
  const channelsOf = async (keys: readonly string[]) => (payload ? channelsOfPosts(payload, keys) : new Map<string, string>());
  const standIn = await openStandIn({ hangUpOn: isLostPost, channelsOf });
  const env = await prepareThrowAway(standIn.url);
  await probePort(env);
  payload = await openPayload(env, () => import('#payload.config'));
  const channels = openChannels(env);
  const password = randomBytes(9).toString('base64url');
  await play(payload, env, channels, password);
  const stop = await serve(payload, env, () => startTicks(payload, env, channels, { owner: processName(), onTrouble: () => {} }));
  say('', 'Das ist offen:', ...(await openEnds(payload)).map((line) => `  ${line}`), '');
  say(...farewell({ ...env, postsUrl: standIn.url }, await eventOfTour(payload), password), '', 'Beenden mit Strg+C.', '');
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, leaveUnfinished);
  return async () => {
    await stop();
    await standIn.close();
  };
});

/** Our own folder and nobody's accounts, whatever `.env` says; PORT, HOST, PUBLIC_URL and LOG_LEVEL are as given. */
async function prepareThrowAway(previewBaseUrl: string): Promise<Env> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nordsued-demo-'));
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leaveUnfinished);
  presetEnv({
    ...DEMO_SETTINGS,
    ...{ DATA_DIR: dataDir, PREVIEW_BASE_URL: previewBaseUrl },
    ...{ PAYLOAD_SECRET: randomBytes(32).toString('hex'), SECRETS_KEY: randomBytes(32).toString('hex') },
  });
  return prepare();
}

/** Plays the thirty days, quietly but for the table. */
async function play(payload: Payload, env: Env, channel: ChannelOf, password: string): Promise<void> {
  const started = now();
  const began = process.uptime();
  const table = openTable({ payload, start: daysOf(started).start, days: DEMO_DAYS, out: process.stdout });
  setLogLevel('error');
  await seedBase(payload, started);
  await seedDemo({ payload, env, channel, now: started, password, report: table.report });
  setLogLevel(env.logLevel);
  const seconds = (process.uptime() - began).toFixed(1).replace('.', ',');
  say('', `${DEMO_DAYS} Tage in ${seconds} Sekunden: ${table.finish()} Übermittlungen. Ab jetzt gilt die echte Uhr.`);
}

/** Until the site runs there is nothing to end in order; the folder goes with the process. */
function leaveUnfinished(): void {
  process.exit(1);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
