import type { Config } from 'payload';
import { z } from 'zod';
import { describeError } from './describe-error';
import { type LogLevel, log } from './log';

/** Payload's own log in our form: one line per fact, of an error only what `describeError` lets through. */
export const payloadLogger = (level: LogLevel) =>
  ({
    options: { level, base: null, serializers: { err: describeError } },
    destination: { write: relay },
  }) satisfies Config['logger'];

const LINE = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ error: z.string(), at: z.string().optional() }).optional(),
});

const relay = (line: string): void => {
  const { level, msg, err } = LINE.parse(JSON.parse(line));
  // Beside an error the message repeats what the error says.
  const facts = err ?? { message: msg?.replace(ADDRESS, '…') };
  log(
    'payload',
    facts,
    err && ANSWERS.has(err.error) ? 'info' : level >= 50 ? 'error' : level >= 40 ? 'warn' : level >= 30 ? 'info' : 'debug',
  );
};

/** What people are told in words, such as that their session has ended, is no error of the house, wherever Payload logs it. */
const ANSWERS: ReadonlySet<string> = new Set(['APIError', 'AuthenticationError', 'UnauthorizedError']);

const ADDRESS = /[^\s<>"'`(]+@[^\s<>"'`),;:]+/g;
