import type { AfterErrorHook, Payload } from 'payload';
import { isBusy, reconnect } from './database';
import { isClient, isFileTrouble } from './database-file';
import { log } from './log';

/**
 * Watches every statement on SQLite: after SQLITE_BUSY, before anybody learns of it and writes again, the file is opened afresh,
 * because later writes would seem to succeed and be lost. Ends the process when that fails too. Nothing to do on MongoDB.
 */
export const guardAgainstBusy = (payload: Payload): void => {
  const client = 'client' in payload.db ? payload.db.client : undefined;
  if (!isClient(client)) return;
  const execute = client.execute.bind(client);
  client.execute = async (...statement) => {
    try {
      return await execute(...statement);
    } catch (error) {
      if (isBusy(error)) await recover(payload);
      throw error;
    }
  };
};

/** For Payload's REST API: 503 when another process held the database too long, or its file is gone. */
export const answerDatabaseTrouble: AfterErrorHook = ({ error }) => {
  const message = isBusy(error) ? BUSY : isFileTrouble(error) ? UNUSABLE : undefined;
  return message === undefined ? undefined : { status: 503, response: { errors: [{ message }] } };
};

const BUSY = 'Die Datenbank ist gerade beschäftigt. Bitte versuchen Sie es gleich noch einmal.';
const UNUSABLE = 'Gerade kann nichts gespeichert werden. Bitte sagen Sie der Administration Bescheid.';

/** Statements that fail at once share one reconnection. */
const recovering = new WeakMap<Payload, Promise<void>>();

const recover = (payload: Payload): Promise<void> => {
  const running = recovering.get(payload) ?? reopen(payload).finally(() => recovering.delete(payload));
  recovering.set(payload, running);
  return running;
};

const reopen = async (payload: Payload): Promise<void> => {
  log('database.busy', {}, 'error');
  try {
    await reconnect(payload);
    guardAgainstBusy(payload);
    log('database.reopened', {}, 'warn');
  } catch {
    log('database.lost', {}, 'error');
    process.exit(1);
  }
};
