import { nowIso } from './clock';

/** What one log line may carry: ids, counts, names of things. Never addresses, tokens or texts. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** How loud logging is; `silent` writes nothing. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly LogLevel[];

/** Writes one fact as one JSON line: info and debug to stdout, warn and error to stderr. */
export const log = (event: string, facts: Facts = {}, level: Exclude<LogLevel, 'silent'> = 'info'): void => {
  if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(globalThis.nordsuedLogLevel ?? 'info')) return;
  const line = `${JSON.stringify({ time: nowIso(), level, event, ...facts })}\n`;
  const stream = level === 'warn' || level === 'error' ? process.stderr : process.stdout;
  stream.write(line);
};

/**
 * Lets this process go on when nobody reads what it says any more: a broken pipe would else be an error that is reported into the broken
 * pipe, for ever.
 */
export const outliveReaders = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
};

/** Sets the level below which this whole process stays quiet; `info` until then. */
export const setLogLevel = (level: LogLevel): void => {
  globalThis.nordsuedLogLevel = level;
};

declare global {
  var nordsuedLogLevel: LogLevel | undefined;
}
