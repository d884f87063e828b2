import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ComposedMail } from './mime';

/**
 * What became of one mail. `refused`: for good. `deferred`: certainly not taken, may be tried again; `reached` when the server itself
 * said so. `status`: the server's code of what is the matter with the mailbox, where it has one. `unknown`: the server may have it.
 */
export type MailFate =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly code: string; readonly status: string; readonly detail: string }
  | { readonly kind: 'deferred'; readonly reached: boolean; readonly status?: string; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string };

/** One connection to a mail server, opened when the first mail needs it and again after it broke. Close it when done. */
export type MailLine = {
  readonly hand: (to: string, mail: ComposedMail) => Promise<MailFate>;
  readonly close: () => void;
};

/**
 * Hands mails to the server of an `smtp(s)://` address (nodemailer's query options work too), one after the other. Never throws for
 * what network or server do. Once the server has asked for the message, only its own answer tells what became of it.
 */
export const openLine = (smtpUrl: string, timeoutMs: number): MailLine => {
  let open: SMTPConnection | undefined;
  const drop = () => {
    open?.close();
    open = undefined;
  };
  return {
    hand: async (to, mail) => {
      try {
        open ??= await connect(smtpUrl, timeoutMs);
      } catch (error) {
        return { kind: 'deferred', reached: false, detail: detailOf(error) };
      }
      const fate = await handOver(open, to, mail);
      if (fate.kind === 'unknown' || (fate.kind !== 'sent' && !(await reset(open)))) drop();
      return fate;
    },
    close: drop,
  };
};

const connect = async (smtpUrl: string, timeoutMs: number): Promise<SMTPConnection> => {
  const { auth, ...server } = parseConnectionUrl(smtpUrl);
  const connection = new SMTPConnection({
    // A password never travels in the clear unless the address says so (?requireTLS=false).
    requireTLS: auth !== undefined && server.secure !== true,
    ...server,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    if (auth)
      await new Promise<void>((resolve, reject) => connection.login(auth, (error) => (error ? reject(error) : resolve())));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

const handOver = (connection: SMTPConnection, to: string, mail: ComposedMail): Promise<MailFate> => {
  let handed = false;
  // Read only after the server answered 354 to DATA: from then on it may have the mail.
  const message = new Readable({
    read() {
      handed = true;
      this.push(mail.raw);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    connection.send({ from: mail.sender, to, size: mail.raw.length }, message, (error) =>
      resolve(error ? judge(error, handed) : { kind: 'sent' }),
    );
  });
};

const judge = (error: unknown, handed: boolean): MailFate => {
  const { code, responseCode, response } = factsOf(error);
  const detail = detailOf(error);
  const answered = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (answered && responseCode !== undefined) {
    const status = ENHANCED.exec(response ?? '')?.[1] ?? String(responseCode);
    return responseCode >= 500
      ? { kind: 'refused', code: String(responseCode), status, detail }
      : { kind: 'deferred', reached: true, status, detail };
  }
  if (handed) return { kind: 'unknown', detail };
  // Not even offered: an address that is none, a message larger than the server takes.
  return answered
    ? { kind: 'refused', code: 'unmailable', status: 'unmailable', detail }
    : { kind: 'deferred', reached: false, detail };
};

/** The enhanced status code behind the plain one (RFC 2034), as in `550 5.1.1 no such user`. */
const ENHANCED = /^[45]\d\d[ -]([45]\.\d{1,3}\.\d{1,3})(?!\S)/;

const reset = (connection: SMTPConnection): Promise<boolean> => {
  if (connection.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    connection.once('end', () => resolve(false));
    connection.reset((error) => resolve(!error));
  });
};

const factsOf = (error: unknown): { code?: string; responseCode?: number; response?: string } => ({
  ...(error instanceof Error && 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
  ...(error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? { responseCode: error.responseCode }
    : {}),
  ...(error instanceof Error && 'response' in error && typeof error.response === 'string' ? { response: error.response } : {}),
});

/** The server's words in one line, without addresses. */
const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/[^\s<>"']+@[^\s<>"',;:]+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
