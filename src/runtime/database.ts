import { mkdirSync } from 'node:fs';
import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql';
import type { DatabaseAdapterObj, Payload } from 'payload';
import { causes } from './causes';
import { onItsFile } from './database-file';
import { ConfigError, type Env, isMongo } from './env';

/** The schema's history per database; generated into src/store/migrations. */
export type Migrations = {
  readonly sqlite: NonNullable<Parameters<typeof sqliteAdapter>[0]['prodMigrations']>;
  readonly mongodb: NonNullable<Parameters<typeof mongooseAdapter>[0]['prodMigrations']>;
};

/** The database adapter DATABASE_URI asks for: MongoDB, else SQLite in a file. Opens nothing yet. */
export const openDatabase = (env: Pick<Env, 'databaseUri'>, migrations: Migrations): DatabaseAdapterObj =>
  isMongo(env.databaseUri)
    ? mongooseAdapter({
        url: env.databaseUri,
        connectOptions: MONGO_PATIENCE,
        // Without it a claim made in the first moments is doubled: its unique index does not exist yet.
        ensureIndexes: true,
        migrationDir: 'src/store/migrations/mongodb',
        prodMigrations: migrations.mongodb,
      })
    : onItsFile(
        sqliteAdapter({
          client: { url: env.databaseUri },
          idType: 'uuid',
          push: false,
          // Default 0: the first SQLITE_BUSY would then silently swallow every later write of the process.
          busyTimeout: 10_000,
          wal: { synchronous: 'NORMAL' },
          // No transactionOptions: libsql loses its busy timeout after each transaction.
          migrationDir: 'src/store/migrations/sqlite',
          prodMigrations: migrations.sqlite,
        }),
        env.databaseUri,
      );

/**
 * Before anything else opens it: can the database be written? Makes DATA_DIR. Throws ConfigError with one German line when the SQLite
 * file is locked for more than `waitMs`, read-only, gone or none; MongoDB tells when it is connected (`explainDatabaseError`).
 */
export const probeDatabase = async (env: Pick<Env, 'databaseUri' | 'dataDir'>, waitMs = 5_000): Promise<void> => {
  makeDataDir(env.dataDir);
  if (isMongo(env.databaseUri)) return;
  try {
    const client = drizzle(env.databaseUri).$client;
    try {
      await client.execute(`PRAGMA busy_timeout = ${waitMs}`);
      await client.execute('BEGIN IMMEDIATE');
      await client.execute('ROLLBACK');
    } finally {
      client.close();
    }
  } catch (error) {
    const line = explainDatabaseError(error);
    if (line === undefined) throw error;
    throw new ConfigError([line]);
  }
};

/** True when MongoDB could not be reached, or did not answer in the time that we wait. */
export const isUnreachable = (error: unknown): boolean =>
  causes(error).some(({ code, message }) => AWAY.test(code) || /buffering timed out/.test(message));

/** True when another process held the SQLite file too long. Write nothing more before `reconnect` or exit. */
export const isBusy = (error: unknown): boolean =>
  causes(error).some(({ code, message }) => /^SQLITE_(BUSY|LOCKED)/.test(code) || /SQLITE_BUSY|database is locked/.test(message));

/** Opens the SQLite file afresh: after SQLITE_BUSY libsql keeps a failed statement open that swallows every later write. */
export const reconnect = async (payload: Payload): Promise<void> => {
  const db: unknown = payload.db;
  if (typeof db !== 'object' || db === null || !('client' in db)) return;
  const { client } = db;
  if (typeof client === 'object' && client !== null && 'close' in client && typeof client.close === 'function') client.close();
  db.client = undefined;
  await payload.db.connect?.({ hotReload: true });
};

/** One clear German line for a database that is locked, read-only, missing or unreachable; undefined for anything else. */
export const explainDatabaseError = (error: unknown): string | undefined => {
  const seen = causes(error);
  const hit = EXPLANATIONS.find(([pattern]) => seen.some(({ code, message }) => pattern.test(code) || pattern.test(message)));
  return hit?.[1];
};

const makeDataDir = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new ConfigError([
      `DATA_DIR: ${dataDir} lässt sich nicht anlegen (${error instanceof Error ? error.message : error}). Bitte Ordner und Rechte prüfen.`,
    ]);
  }
};

const AWAY = /\b(Mongo(ose)?(Network|ServerSelection|WaitQueue|PoolCleared|TopologyClosed|NotConnected)|PoolClearedOnNetwork)/;

/**
 * The driver notices a server that is gone by its heartbeat, but waits without end for one that is there and leaves a question open, and for
 * a free connection: a request would hang for ever, a tick would never run again. An answer may be long when an index is built.
 */
const MONGO_PATIENCE = {
  ...{ serverSelectionTimeoutMS: 10_000, connectTimeoutMS: 10_000 },
  ...{ waitQueueTimeoutMS: 20_000, socketTimeoutMS: 60_000 },
} as const;

const EXPLANATIONS: readonly (readonly [RegExp, string])[] = [
  [
    /SQLITE_(BUSY|LOCKED)|database( table)? is locked/,
    'Datenbank: Ein anderes Programm hält die Datei gesperrt. Bitte dieses beenden und neu starten.',
  ],
  [
    /SQLITE_READONLY|attempt to write a readonly database/,
    'Datenbank: Die Datei oder ihr Ordner ist schreibgeschützt. Bitte Schreibrechte geben oder DATA_DIR ändern.',
  ],
  [
    /SQLITE_CANTOPEN|[Uu]nable to open/,
    'Datenbank: Die Datei lässt sich nicht öffnen. Bitte DATABASE_URI und DATA_DIR prüfen: Ordner vorhanden, Rechte richtig?',
  ],
  [
    /SQLITE_(NOTADB|CORRUPT)|file is not a database|malformed/,
    'Datenbank: Die Datei ist keine SQLite-Datenbank oder beschädigt. Bitte eine Sicherung zurückspielen oder DATABASE_URI ändern.',
  ],
  [
    /SQLITE_(FULL|IOERR)|disk I\/O error|disk is full|ENOSPC/,
    'Datenbank: Der Datenträger ist voll oder gestört. Bitte Platz schaffen und neu starten.',
  ],
  [
    /Authentication failed|AuthenticationFailed|not authorized|bad auth/i,
    'Datenbank: MongoDB hat die Anmeldung abgelehnt. Bitte Benutzer und Passwort in DATABASE_URI prüfen.',
  ],
  [
    /MongoServerSelection|MongooseServerSelection|MongoNetwork|MongoWaitQueue|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|querySrv/,
    'Datenbank: MongoDB ist nicht erreichbar. Bitte DATABASE_URI prüfen und den Server starten.',
  ],
];
