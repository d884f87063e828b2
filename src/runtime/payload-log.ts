import type { Config } from 'payload';
import { z } from 'zod';
import { type LogLevel, log } from './log';

/** Payload's own log in our form: one line per fact, of an error its name, message and first place, not pages of it. */
export const payloadLogger = (level: LogLevel): NonNullable<Config['logger']> => ({
  options: { level, base: null },
  destination: { write: relay },
});

const LINE = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ type: z.string(), message: z.string(), stack: z.string() }).partial().optional(),
});

const relay = (line: string): void => {
  const { level, msg, err } = LINE.parse(JSON.parse(line));
  const at = err?.stack?.split('\n').find((one) => /^\s*at /.test(one));
  const facts = { message: msg, error: err && [err.type, err.message].filter(Boolean).join(': '), at: at?.trim() };
  log('payload', facts, level >= 50 ? 'error' : level >= 40 ? 'warn' : level >= 30 ? 'info' : 'debug');
};
