import type { AfterErrorHook, Payload } from 'payload';
import { isBusy, isUnreachable, reconnect } from './database';
import { isClient, isFileTrouble } from './database-file';
import { log } from './log';

/** What follows on SQLITE_BUSY: the file is opened afresh, or nothing more is let through because the process will end. */
export type AfterBusy = 'reopen' | 'refuse';

/**
 * Lets the statements on SQLite through one after the other. After SQLITE_BUSY later writes would seem to succeed and be lost, so
 * whatever was waiting behind it fails with the same error and never reaches the file. Ends the process when the file cannot be
 * opened afresh. Nothing to do on MongoDB.
 */
export const guardAgainstBusy = (payload: Payload, afterwards: AfterBusy): void => {
  const client = 'client' in payload.db ? payload.db.client : undefined;
  if (!isClient(client)) return;
  const execute = client.execute.bind(client);
  let busy: unknown;
  const run = async (statement: readonly unknown[]): Promise<unknown> => {
    if (busy) throw busy;
    try {
      return await execute(...statement);
    } catch (error) {
      if (!isBusy(error)) throw error;
      busy = error;
      log('database.busy', {}, 'error');
      if (afterwards === 'reopen') await reopen(payload);
      throw error;
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  client.execute = (...statement) => {
    const mine = turn.then(() => run(statement));
    turn = mine.catch(() => {});
    return mine;
  };
};

/** For Payload's REST API: 503 when another process held the database too long, or it cannot be reached, or its file is gone. */
export const answerDatabaseTrouble: AfterErrorHook = ({ error }) => {
  const message = isBusy(error) || isUnreachable(error) ? BUSY : isFileTrouble(error) ? UNUSABLE : undefined;
  return message === undefined ? undefined : { status: 503, response: { errors: [{ message }] } };
};

const BUSY = 'Die Datenbank ist gerade beschäftigt. Bitte versuchen Sie es gleich noch einmal.';
const UNUSABLE = 'Gerade kann nichts gespeichert werden. Bitte sagen Sie der Administration Bescheid.';

const reopen = async (payload: Payload): Promise<void> => {
  try {
    await reconnect(payload);
    guardAgainstBusy(payload, 'reopen');
    log('database.reopened', {}, 'warn');
  } catch {
    log('database.lost', {}, 'error');
    process.exit(1);
  }
};
