// One newsletter of the bench from its slot to its last batch: `newsletter-run.ts sqlite|mongodb PEOPLE`; sends what it measured to its parent.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getPayload, type Payload } from 'payload';
import { run as forgetReaders } from '#jobs/forget-readers';
import { loadEdition } from '#store/editions';
import { startMongo } from '../fakes/mongo';
import { dueEdition, furnishNewsletter, houseContext } from '../fixtures/newsletter-house';
import { memoryOf, startScript } from './measure';
import type { Measured } from './newsletter';
import { addReaders, addSuppressed } from './newsletter-readers';
import { openSink, type Sink } from './newsletter-sink';

const EVENTS = 8;

const measureNewsletter = async (kind: string, people: number): Promise<Measured> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'nordsued-bench-'));
  const mongo = kind === 'mongodb' ? await startMongo('bench') : undefined;
  const sink = await openSink();
  const env = {
    ...{ DATA_DIR: dir, DATABASE_URI: mongo?.uri ?? `file:${path.join(dir, 'bench.db')}`, PAYLOAD_SECRET: 'x'.repeat(40) },
    ...{ SECRETS_KEY: 'y'.repeat(40), SENDGRID_BASE_URL: sink.url, LOG_LEVEL: 'error', NODE_ENV: 'production' },
  };
  Object.assign(process.env, env);
  const payload = await getPayload({ config: (await import('#payload.config')).default });
  try {
    const channel = await furnishNewsletter(payload);
    await addReaders(payload, channel, people);
    await addSuppressed(payload, channel, 2_000);
    await payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
    // A worker does it once a day, in its first round after midnight.
    await forgetReaders(houseContext(payload));
    const { id } = await dueEdition(payload, channel, EVENTS);
    return await watchWorker(payload, id, env, sink);
  } finally {
    sink.close();
    await payload.destroy();
    await mongo?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

const watchWorker = async (
  payload: Payload,
  edition: string,
  env: Readonly<Record<string, string>>,
  sink: Sink,
): Promise<Measured> => {
  const began = performance.now();
  const worker = startScript('worker', env);
  try {
    while ((await loadEdition(payload, edition))?.status === 'closed') {
      if (performance.now() - began > 20 * 60_000) throw new Error('the newsletter did not end');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const { peak } = memoryOf(worker.pid);
    return { rate: sink.rate(), peak, untilFirst: (sink.firstAt() - began) / 1_000 };
  } finally {
    await worker.stop();
  }
};

const [kind = 'sqlite', people] = process.argv.slice(2);
process.send?.(await measureNewsletter(kind, Number(people)));
process.disconnect?.();
