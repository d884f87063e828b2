import type { Config } from 'payload';
import { z } from 'zod';
import { describeError } from './describe-error';
import { type Facts, type LogLevel, log } from './log';

/** Payload's own log in our form: one line per fact, of an error only what `describeError` lets through. */
export const payloadLogger = (level: LogLevel) =>
  ({
    options: { level, base: null, serializers: { err: withStatus } },
    destination: { write: relay },
  }) satisfies Config['logger'];

/** With the status of what the asker is answered, where there is one. */
const withStatus = (error: unknown): Facts => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return { ...describeError(error), ...(typeof status === 'number' ? { status } : {}) };
};

const LINE = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ error: z.string(), at: z.string().optional(), status: z.number().optional() }).optional(),
});

const relay = (line: string): void => {
  const { level, msg, err } = LINE.parse(JSON.parse(line));
  // Beside an error the message repeats what the error says.
  const facts = err ?? { message: msg?.replace(ADDRESS, '…') };
  log(
    'payload',
    facts,
    isAnswer(err?.status) ? 'info' : level >= 50 ? 'error' : level >= 40 ? 'warn' : level >= 30 ? 'info' : 'debug',
  );
};

/** What people are told in words, such as that their session has ended, is no error of the house, wherever Payload logs it. */
const isAnswer = (status: number | undefined): boolean => status !== undefined && status >= 400 && status < 500;

const ADDRESS = /[^\s<>"'`(]+@[^\s<>"'`),;:]+/g;
