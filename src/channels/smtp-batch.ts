import { setTimeout as pause } from 'node:timers/promises';
import type { Mail, Recipient } from '#domain/message';
import type { Instant } from '#domain/time';
import type { DkimKey } from './dkim';
import { composeMail } from './mime';
import { type MailFate, openLine } from './smtp';

/** How a batch is handed over. `pausesMs`: how long to wait before those who were put off are tried again, once per entry. */
export type BatchOptions = {
  readonly smtpUrl: string;
  readonly now: () => Instant;
  /** Longest silence of the server, in milliseconds. */
  readonly timeoutMs: number;
  readonly lines: number;
  readonly pausesMs: readonly number[];
  readonly dkim?: DkimKey | undefined;
};

/** What became of the mails of one batch: one fate per recipient, in their order. */
export type Fates = readonly MailFate[];

/**
 * Hands every recipient a mail of their own over a few connections. Who was put off is tried again within this call, but only while
 * others were accepted: a whole batch that nobody took is better tried later. The first mail of unknown fate stops the batch.
 */
export const handBatch = async (mail: Mail, key: string, options: BatchOptions): Promise<Fates> => {
  const fates: MailFate[] = mail.recipients.map(() => NOT_TRIED);
  await handRound(mail, key, options, fates);
  for (const milliseconds of options.pausesMs) {
    const kinds = new Set(fates.map((fate) => fate.kind));
    if (!kinds.has('deferred') || !kinds.has('sent') || kinds.has('unknown')) break;
    await pause(milliseconds);
    await handRound(mail, key, options, fates);
  }
  return fates;
};

const NOT_TRIED: MailFate = { kind: 'deferred', reached: false, detail: 'not-tried' };

/** Tries everybody who was put off (or not tried yet) once, and writes down what became of it. */
const handRound = async (mail: Mail, key: string, options: BatchOptions, fates: MailFate[]): Promise<void> => {
  const queue = mail.recipients
    .map((recipient, index) => ({ recipient, index }))
    .filter(({ index }) => fates[index]?.kind === 'deferred');
  const work = async (): Promise<void> => {
    const line = openLine(options.smtpUrl, options.timeoutMs);
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const fate = await handOne(mail, next.recipient, key, options, line);
        fates[next.index] = fate;
        if (fate.kind === 'unknown') queue.length = 0;
        if (fate.kind === 'deferred' && !fate.reached) return;
      }
    } finally {
      line.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.lines, queue.length) }, work));
};

const handOne = async (
  mail: Mail,
  recipient: Recipient,
  key: string,
  options: BatchOptions,
  line: ReturnType<typeof openLine>,
): Promise<MailFate> => line.hand(recipient.address, await composeMail(mail, recipient, key, options.now(), options.dkim));
