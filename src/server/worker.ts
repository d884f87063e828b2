import { startTicks } from '#jobs/index';
import { seedBase } from '#jobs/seed-base';
import { openChannels } from '#runtime/channels';
import { now } from '#runtime/clock';
import { isFileTrouble } from '#runtime/database-file';
import { leave, openPayload, prepare, processName, runEntry } from './start';

// The ticks without a web site: as many of these as wanted, beside one or many web processes, on one database.
await runEntry(async () => {
  const env = await prepare();
  const payload = await openPayload(env, () => import('#payload.config'));
  await seedBase(payload, now());
  // After SQLITE_BUSY this process must not write again; whoever supervises it starts it anew. When the database file is gone a new
  // start would begin with an empty one: this process waits for the old.
  const onTrouble = (error: unknown): void => {
    if (!isFileTrouble(error)) leave(error);
  };
  const ticks = startTicks(payload, env, openChannels(env), { owner: processName(), onTrouble });
  process.stdout.write('Der Worker von Nordsüd läuft. Beenden mit Strg+C.\n');
  return async () => {
    await ticks.stop();
    await payload.destroy();
  };
});
