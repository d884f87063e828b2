import { SENT_DAYS } from '#domain/retention';
import { log } from '#runtime/log';
import type { JobContext } from './context';

/**
 * Mails that lie on this machine as files because there is, or was, no mail server are deleted after a week, whoever they are to. Every
 * process looks after the machine it runs on, so that nothing is claimed. Gives the number of files.
 */
export const run = async ({ channel, now }: JobContext): Promise<number> => {
  const files = (await channel('outbox').forget?.(now.subtract({ hours: SENT_DAYS * 24 }))) ?? 0;
  if (files > 0) log('mails.forgotten', { files });
  return files;
};
