import type { Refusal, SendOutcome } from '#domain/dispatch';
import type { Mail } from '#domain/message';
import { UNLIMITED_TEXT } from '#domain/post-limits';
import { SENT_DAYS } from '#domain/retention';
import { type Instant, isBefore } from '#domain/time';
import type { Channel } from './channel';
import type { DkimKey } from './dkim';
import { forgetMails, storeMail } from './mailbox';
import type { MailFate } from './smtp';
import { type Fates, handBatch } from './smtp-batch';
import { isDiskTrouble, nameFor } from './write-once';

/** What the outbox needs; without `smtpUrl` mails stay on this machine. */
export type OutboxOptions = {
  readonly dataDir: string;
  readonly smtpUrl?: string | undefined;
  /** Dates mails and says when to try again. */
  readonly now: () => Instant;
  /** Longest silence of the mail server in milliseconds (20,000). */
  readonly timeoutMs?: number | undefined;
  /** Pauses in milliseconds before the mails of a batch that were put off are tried again within the same call (5,000, 15,000). */
  readonly pausesMs?: readonly number[] | undefined;
  /** Signs the mails; without it the mail server may. */
  readonly dkim?: DkimKey | undefined;
};

/**
 * Mail, one per recipient. With `smtpUrl` through that server (RFC 5321, not repeatable); without it as `.eml` files in
 * DATA_DIR/outbox, where a repeated key changes nothing until they are forgotten. Takes mails only.
 */
export const openOutbox = (options: OutboxOptions): Channel => {
  const { dataDir, smtpUrl } = options;
  let forgotten: Instant | undefined;
  return {
    via: 'outbox',
    limits: { ...UNLIMITED_TEXT, images: 100, altTextLength: 1_000 },
    repeatable: smtpUrl ? false : { seconds: SENT_DAYS * 24 * 3600 },
    send: async (message, key) => {
      if (message.kind !== 'mail') throw new TypeError(`the outbox takes mails, not a ${message.kind}`);
      if (message.recipients.length === 0) return { kind: 'rejected', code: 'no-recipients', detail: '' };
      return smtpUrl ? sendBySmtp(message, key, smtpUrl, options) : keepAsFiles(message, key, options);
    },
    // Also with a mail server: what is from the time before it must go. A folder of thousands is not read every ten seconds.
    forget: async (before) => {
      if (forgotten && isBefore(before, forgotten.add({ hours: 1 }))) return 0;
      forgotten = before;
      return forgetMails(dataDir, before);
    },
  };
};

const keepAsFiles = async (mail: Mail, key: string, { dataDir, now, dkim }: OutboxOptions): Promise<SendOutcome> => {
  try {
    for (const recipient of mail.recipients) await storeMail(dataDir, mail, recipient, key, { at: now(), dkim });
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    return {
      kind: 'postponed',
      notBefore: now().add({ seconds: 60 }),
      detail: `outbox-unwritable: ${error.message}`,
    };
  }
  return { kind: 'accepted', providerId: nameFor(key), accepted: mail.recipients.length, refused: 0 };
};

/** Connections for one batch. Three batches may be in hand at once, and many mail servers take ten at most of one sender. */
const LINES = 2;

const sendBySmtp = async (mail: Mail, key: string, smtpUrl: string, options: OutboxOptions): Promise<SendOutcome> => {
  const { now, timeoutMs = 20_000, pausesMs = [5_000, 15_000], dkim } = options;
  const fates = await handBatch(mail, key, { smtpUrl, now, timeoutMs, pausesMs, dkim, lines: LINES });
  const outcome = sumUp(fates, key, now);
  const refusals = refusalsOf(mail, fates, outcome);
  return refusals.length > 0 ? { ...outcome, refusals } : outcome;
};

/**
 * One outcome for a batch. One mail of unknown fate makes it unconfirmed: sending the batch again would reach the others twice. Where
 * some were accepted, those put off to the end count as refused, for the same reason. Nobody accepted: all can be tried again.
 */
const sumUp = (fates: readonly MailFate[], key: string, now: () => Instant): SendOutcome => {
  const sent = fates.filter(({ kind }) => kind === 'sent').length;
  const unknown = fates.find((fate) => fate.kind === 'unknown');
  if (unknown)
    return { kind: 'unconfirmed', detail: fates.length === 1 ? unknown.detail : `${countsOf(fates)}: ${unknown.detail}` };
  if (sent > 0) return { kind: 'accepted', providerId: nameFor(key), accepted: sent, refused: fates.length - sent };
  const deferred = fates.find((fate) => fate.kind === 'deferred');
  if (deferred)
    return { kind: 'postponed', notBefore: now().add({ seconds: deferred.reached ? 300 : 60 }), detail: deferred.detail };
  const refused = fates.find((fate) => fate.kind === 'refused');
  return { kind: 'rejected', code: refused?.code ?? 'refused', detail: refused?.detail ?? '' };
};

/** Whom the server itself refused; those it put off only where they are not tried again. */
const refusalsOf = ({ recipients }: Mail, fates: Fates, { kind }: SendOutcome): readonly Refusal[] =>
  recipients.flatMap(({ id }, index) => {
    const fate = fates[index];
    const isOver = fate?.kind === 'refused' || (fate?.kind === 'deferred' && fate.reached && kind !== 'postponed');
    return isOver && fate.status ? [{ recipientId: id, code: fate.status }] : [];
  });

const countsOf = (fates: readonly MailFate[]): string => {
  const count = (kind: MailFate['kind']) => fates.filter((fate) => fate.kind === kind).length;
  return `partly ${count('sent')} ${count('refused')} ${count('unknown')} ${count('deferred')}`;
};
