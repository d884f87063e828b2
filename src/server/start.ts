import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { getPayload, type Payload, type SanitizedConfig } from 'payload';
import { versionDaysLeft } from '#domain/interface-version';
import { toIso } from '#domain/time';
import { now } from '#runtime/clock';
import { explainDatabaseError, probeDatabase } from '#runtime/database';
import { describeError } from '#runtime/describe-error';
import { ConfigError, type Env, isMongo, loadEnvFile, readEnv } from '#runtime/env';
import { linkedinVersion } from '#runtime/linkedin-version';
import { log, outliveReaders, setLogLevel } from '#runtime/log';
import { ensureSecrets, type ReadyEnv } from '#runtime/secrets';
import { START_LOCK_SECONDS, takeStartLock } from './start-lock';

/** A start that cannot go on for a reason that people can mend: one German line, no stack. */
export class StartError extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'StartError';
  }
}

/** Ends what a process began; called once. */
export type Stop = () => Promise<void>;

/** How long a clean end may take, in seconds; then the process goes all the same. */
const STOP_SECONDS = 20;

/**
 * Runs an entry. What people can mend becomes one line on stderr per fault (exit 2 for the configuration, else 1); SIGTERM
 * and SIGINT call the `Stop` that `main` answers, also when they come before it has answered; who insists after two seconds
 * leaves at once.
 */
export const runEntry = async (main: () => Promise<Stop>): Promise<void> => {
  outliveReaders();
  const starting = main();
  stopOnSignal(async () => (await starting)());
  await starting.catch(leave);
};

/** Ends this process because of an error at its start, as `runEntry` says. */
export const leave = (error: unknown): never => {
  for (const line of linesOf(error)) process.stderr.write(`${line}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
};

/** Ends a running process because of an error. Its message may hold what people entered: the log names the error, without it. */
export const leaveRunning = (error: unknown): never => {
  log('process.failed', describeError(error), 'error');
  const explained = explainDatabaseError(error);
  if (explained) process.stderr.write(`${explained}\n`);
  process.exit(1);
};

/** Configuration from `.env` and the environment, secrets, a data folder and a database that can be written. Throws ConfigError. */
export const prepare = async (): Promise<ReadyEnv> => {
  loadEnvFile();
  const env = readEnv();
  setLogLevel(env.logLevel);
  warnOfVersion(env);
  const ready = ensureSecrets(env);
  await probeDatabase(ready);
  return ready;
};

/** A version of LinkedIn's interface that is given up stops every channel there: whoever runs this installation hears of it before. */
const warnOfVersion = (env: Env): void => {
  const { version, until } = linkedinVersion(env);
  if (versionDaysLeft(until, now()) !== undefined) log('linkedin.version-ends', { version, until: toIso(until) }, 'warn');
};

/** The one Payload of this process, its database set up; a second process that starts meanwhile waits for the first. */
export const openPayload = async (env: Env, loadConfig: () => Promise<ConfigModule>): Promise<Payload> => {
  // Not at the top: the config reads secrets that `prepare` makes sure of first.
  const { default: config } = await loadConfig();
  if (isMongo(env.databaseUri)) return connect(config);
  const giveBack = await takeStartLock(`${fileURLToPath(env.databaseUri)}.start`);
  if (!giveBack) throw new StartError(`Datenbank: Ein anderer Prozess richtet sie seit ${START_LOCK_SECONDS} Sekunden ein.`);
  try {
    return await connect(config);
  } finally {
    giveBack();
  }
};

/** Names this process in claims: machine, process id and a bit of chance, because process ids come again. */
export const processName = (): string => `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;

/** True in the compiled entries, false under `npm run dev` and in tests. */
export const isCompiled = !import.meta.url.endsWith('.ts');

const connect = async (config: ConfigModule['default']): Promise<Payload> => {
  const payload = await getPayload({ config });
  // Payload brings the schema up to date by itself in production only.
  if (!isCompiled) await payload.db.migrate();
  return payload;
};

type ConfigModule = { readonly default: SanitizedConfig | Promise<SanitizedConfig> };

/** Creates the account named by ADMIN_EMAIL and ADMIN_PASSWORD when there is no account at all; true while there is none. */
export const createFirstUser = async (payload: Payload, env: Env): Promise<boolean> => {
  const { totalDocs } = await payload.count({ collection: 'users' });
  if (totalDocs > 0) return false;
  if (!env.adminEmail || !env.adminPassword) return true;
  const data = {
    name: 'Administration',
    email: env.adminEmail,
    password: env.adminPassword,
    role: 'admin',
    language: 'de',
  } as const;
  await payload.create({ collection: 'users', data }).catch(async (error: unknown) => {
    // Another process was faster with the same account.
    if ((await payload.count({ collection: 'users' })).totalDocs === 0) throw error;
  });
  log('user.first-created');
  return false;
};

const stopOnSignal = (stop: Stop): void => {
  let since: number | undefined;
  const onSignal = (signal: string): void => {
    // Ctrl+C under npm arrives twice at once; only somebody who presses it again later means it.
    if (since !== undefined && process.uptime() - since > 2) process.exit(1);
    if (since !== undefined) return;
    since = process.uptime();
    log('process.stopping', { signal });
    setTimeout(() => process.exit(1), STOP_SECONDS * 1000).unref();
    stop().then(() => process.exit(0), leaveRunning);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
};

const linesOf = (error: unknown): readonly string[] => {
  if (error instanceof ConfigError) return error.lines;
  if (error instanceof StartError) return [error.message];
  const explained = explainDatabaseError(error);
  if (explained) return [explained];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
};
