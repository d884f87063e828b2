import { utimesSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Mail, Recipient } from '#domain/message';
import { type Instant, toIso } from '#domain/time';
import type { DkimKey } from './dkim';
import { composeMail } from './mime';
import { errorCode, nameFor, writeOnce } from './write-once';

/** One mail in the outbox folder; `date` is an ISO instant, `name` the file's name without its ending. */
export type StoredMail = z.infer<typeof STORED>;
export type MailSummary = Pick<StoredMail, 'name' | 'from' | 'to' | 'subject' | 'date'>;

/** Which mails somebody may see: `harmless` leaves out the secret ones, so that nobody takes over an account or consents for others. */
export type MailScope = 'all' | 'harmless';

/**
 * Puts one mail into DATA_DIR/outbox as `.eml` and, for the mailbox page, as `.json`, both dated `at`. The same key and recipient give
 * the same files, the first ones stay. Throws what the disk throws.
 */
export const storeMail = async (
  dataDir: string,
  mail: Mail,
  recipient: Recipient,
  key: string,
  { at, dkim }: { readonly at: Instant; readonly dkim?: DkimKey | undefined },
): Promise<void> => {
  const name = nameFor(key, recipient.id);
  const composed = await composeMail(mail, recipient, key, at, dkim);
  const stored: StoredMail = {
    name,
    from: mail.from,
    to: recipient.address,
    subject: composed.subject,
    date: toIso(at),
    html: composed.html,
    text: composed.text,
    listId: mail.listId,
    unsubscribeUrl: recipient.unsubscribeUrl,
    isSecret: mail.isSecret,
  };
  writeDated(fileOf(dataDir, name, 'json'), JSON.stringify(stored, null, 2), at);
  // The .eml comes last: once it is there, everything is.
  writeDated(fileOf(dataDir, name, 'eml'), composed.raw, at);
};

/** Deletes what lies in the outbox folder since before that moment; gives the number of files. Repeatable, and by two at once. */
export const forgetMails = async (dataDir: string, before: Instant): Promise<number> => {
  const folder = join(dataDir, 'outbox');
  let gone = 0;
  for (const file of await filesIn(folder)) {
    const time = await timeOf(join(folder, file));
    if (time === undefined || time >= before.epochMilliseconds) continue;
    await rm(join(folder, file), { force: true });
    gone += 1;
  }
  return gone;
};

/** Mails of the outbox folder within the scope, newest first, without the `skip` newest; empty when there is none. */
export const listMails = async (
  dataDir: string,
  scope: MailScope,
  { limit = 200, skip = 0 } = {},
): Promise<readonly MailSummary[]> => {
  const files = (await filesIn(join(dataDir, 'outbox'))).filter((file) => file.endsWith('.eml'));
  const names = files.map((file) => file.slice(0, -'.eml'.length));
  const times = await Promise.all(names.map(async (name) => ({ name, time: await timeOf(fileOf(dataDir, name, 'eml')) })));
  const dated = times.flatMap(({ name, time }) => (time === undefined ? [] : { name, time }));
  dated.sort((a, b) => b.time - a.time || (a.name < b.name ? -1 : 1));
  const mails: MailSummary[] = [];
  for (const { name } of dated) {
    if (mails.length === skip + limit) break;
    const mail = await readMail(dataDir, name, scope);
    if (mail) mails.push({ name: mail.name, from: mail.from, to: mail.to, subject: mail.subject, date: mail.date });
  }
  return mails.slice(skip);
};

/** One mail by its name; undefined when there is none, it is out of scope or the name is none of ours. */
export const readMail = async (dataDir: string, name: string, scope: MailScope): Promise<StoredMail | undefined> => {
  if (!/^[0-9a-f]{40}$/.test(name)) return undefined;
  try {
    const parsed = STORED.safeParse(JSON.parse(await readFile(fileOf(dataDir, name, 'json'), 'utf8')));
    return scope === 'harmless' && parsed.data?.isSecret ? undefined : parsed.data;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const STORED = z.object({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  date: z.string(),
  html: z.string(),
  text: z.string(),
  listId: z.string().optional(),
  unsubscribeUrl: z.string().optional(),
  isSecret: z.literal(true).optional(),
});

const fileOf = (dataDir: string, name: string, ending: 'eml' | 'json'): string => join(dataDir, 'outbox', `${name}.${ending}`);

const writeDated = (path: string, content: string | Uint8Array, at: Instant): void => {
  const seconds = at.epochMilliseconds / 1000;
  if (writeOnce(path, content)) utimesSync(path, seconds, seconds);
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await ifThere(readdir(folder, { withFileTypes: true }));
  return (entries ?? []).filter((entry) => entry.isFile()).map(({ name }) => name);
};

/** When a file was written, in milliseconds; undefined when somebody has deleted it meanwhile. */
const timeOf = async (path: string): Promise<number | undefined> => (await ifThere(stat(path)))?.mtimeMs;

const ifThere = async <T>(looking: Promise<T>): Promise<T | undefined> => {
  try {
    return await looking;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};
