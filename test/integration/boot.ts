import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPayload, type Migration, type Payload, type SanitizedConfig } from 'payload';
import { vi } from 'vitest';
import { hasMongo, startMongo } from '../fakes/mongo';

/** The databases the product runs on. */
export type DatabaseKind = 'sqlite' | 'mongodb';

/** A running Payload on an empty database and data folder of its own. */
export type House = {
  readonly payload: Payload;
  readonly config: SanitizedConfig;
  /** Names this Payload in the process's cache (`getPayload`, `handleEndpoints`). */
  readonly key: string;
  readonly dataDir: string;
  readonly stop: () => Promise<void>;
};

/** The databases that can be tested here; says loudly when MongoDB can not. */
export const testDatabases = (): readonly DatabaseKind[] => {
  if (hasMongo()) return ['sqlite', 'mongodb'];
  console.warn('\n!!! MongoDB is NOT tested: set MONGODB_TEST_URI or install the optional test server.\n');
  return ['sqlite'];
};

/** Starts the real config on an empty database, reached at `publicUrl`; the caller stops it. */
export const bootHouse = async (kind: DatabaseKind, name = 'test', publicUrl = 'http://localhost:3000'): Promise<House> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'nordsued-test-'));
  const database = kind === 'sqlite' ? { uri: `file:${join(dataDir, 'test.db')}`, stop: () => {} } : await startMongo(name);
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    DATABASE_URI: database.uri,
    PUBLIC_URL: publicUrl,
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    SECRETS_KEY: randomBytes(32).toString('hex'),
    TICKS: 'off',
    LOG_LEVEL: 'error',
  });
  // The config reads the environment when it is evaluated, so each house evaluates it anew.
  vi.resetModules();
  const config = await (await import('#payload.config')).default;
  const key = dataDir;
  const payload = await getPayload({ config, key });
  payload.logger.level = 'silent';
  if (kind === 'mongodb' && !process.env.MONGODB_TEST_URI) mendDeletes(payload);
  if (kind === 'sqlite') {
    // Payload applies them by itself in production only.
    const { migrations }: { migrations: unknown } = await import('#store/migrations/sqlite/index');
    await payload.db.migrate({ migrations: migrations as Migration[] });
  }
  // What a test publishes leaves at once; the time to think has tests of its own.
  await payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
  const stop = async (): Promise<void> => {
    await payload.destroy();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { payload, config, key, dataDir, stop };
};

/** The stand-in refuses to find and delete in one step (`new` is not allowed when remove=true); here it takes two. */
const mendDeletes = ({ db }: Payload): void => {
  const connection = 'connection' in db ? (db.connection as Connection) : undefined;
  const prototype = connection?.db && Object.getPrototypeOf(connection.db.collection('any'));
  if (!prototype) throw new Error('No connection to the MongoDB test server');
  prototype.findOneAndDelete = async function (this: Driver, filter: object, options: object) {
    const found = await this.findOne(filter, options);
    if (found) await this.deleteOne({ _id: found._id }, options);
    return found;
  };
};

type Driver = {
  findOne(filter: object, options: object): Promise<{ _id: unknown } | null>;
  deleteOne(filter: object, options: object): Promise<unknown>;
};
type Connection = { readonly db?: { collection(name: string): Driver } };
