import type { Config } from 'payload';
import { z } from 'zod';
import { describeError } from './describe-error';
import { type LogLevel, log } from './log';

/** Payload's own log in our form: one line per fact, of an error only what `describeError` lets through. */
export const payloadLogger = (level: LogLevel): NonNullable<Config['logger']> => ({
  options: { level, base: null, serializers: { err: describeError } },
  destination: { write: relay },
});

const LINE = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ error: z.string(), at: z.string().optional() }).optional(),
});

const relay = (line: string): void => {
  const { level, msg, err } = LINE.parse(JSON.parse(line));
  // Beside an error the message repeats what the error says.
  const facts = err ?? { message: msg?.replace(ADDRESS, '…') };
  log('payload', facts, level >= 50 ? 'error' : level >= 40 ? 'warn' : level >= 30 ? 'info' : 'debug');
};

const ADDRESS = /[^\s<>"'`(]+@[^\s<>"'`),;:]+/g;
