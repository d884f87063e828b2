import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DatabaseAdapterObj, Payload } from 'payload';
import { causes } from './causes';
import { log } from './log';

/** The SQLite file is gone or write-protected while we run; the message is a German line for whoever looks after the machine. */
class DatabaseFileError extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'DatabaseFileError';
  }
}

/**
 * The SQLite adapter, which looks before every statement whether its file still is the one it opened and may be written: SQLite itself
 * goes on with a file that was deleted, and all it writes is lost with the process. Until the file is back every statement fails with
 * DatabaseFileError; the log says so once.
 */
export const onItsFile = (adapter: DatabaseAdapterObj, databaseUri: string): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args);
    const connect = db.connect?.bind(db);
    const check = openWatch(fileURLToPath(databaseUri));
    db.connect = async (...options) => {
      // Opening what is gone would make an empty file in its place.
      throwIfAny(check());
      await connect?.(...options);
      throwIfAny(check());
      if ('client' in db) guard(db.client, check);
    };
    CHECKS.set(db, check);
    return db;
  },
});

/** Why nothing can be read or written now, for who must know before the first statement; undefined when all is well. */
export const fileTrouble = ({ db }: Payload): Error | undefined => CHECKS.get(db)?.();

/** True when a statement failed because of what `onItsFile` saw. */
export const isFileTrouble = (error: unknown): boolean => causes(error).some(({ code }) => /\bDatabaseFileError$/.test(code));

type Client = { execute: (...statement: readonly unknown[]) => Promise<unknown> };

/** True for libsql's client: what every statement of the adapter passes through. */
export const isClient = (client: unknown): client is Client =>
  typeof client === 'object' && client !== null && 'execute' in client && typeof client.execute === 'function';

type Check = () => Error | undefined;

const CHECKS = new WeakMap<object, Check>();

const LINES = {
  gone: 'Datenbank: Die Datei ist verschwunden oder eine andere geworden. Bitte diesen Prozess beenden, die Datei zurücklegen und neu starten.',
  readOnly: 'Datenbank: Die Datei ist schreibgeschützt. Bitte Schreibrechte geben; bis dahin wird nichts gespeichert.',
} as const;

/** Remembers the file as soon as it exists, and says in the log when that changes. */
const openWatch = (file: string): Check => {
  let opened: Stats | undefined;
  let told: string | undefined;
  return () => {
    const seen = statSync(file, { throwIfNoEntry: false });
    opened ??= seen;
    const line = opened && lineOf(file, opened, seen);
    if (line !== told) log(line ? 'database.unusable' : 'database.usable', { message: line }, line ? 'error' : 'warn');
    told = line;
    return line ? new DatabaseFileError(line) : undefined;
  };
};

const lineOf = (file: string, opened: Stats, seen: Stats | undefined): string | undefined => {
  if (seen?.ino !== opened.ino || seen.dev !== opened.dev) return LINES.gone;
  return isWritable(file, seen) ? undefined : LINES.readOnly;
};

/** The mode too: it says what people meant, while to root everything is writable. */
const isWritable = (file: string, { mode }: Stats): boolean => {
  try {
    accessSync(file, constants.W_OK);
    return (mode & 0o222) !== 0;
  } catch {
    return false;
  }
};

const guard = (client: unknown, check: Check): void => {
  if (!isClient(client)) return;
  const execute = client.execute.bind(client);
  client.execute = async (...statement) => {
    throwIfAny(check());
    return execute(...statement);
  };
};

const throwIfAny = (error: Error | undefined): void => {
  if (error) throw error;
};
