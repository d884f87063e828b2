import { startTicks } from '#jobs/index';
import { seedBase } from '#jobs/seed-base';
import { openChannels } from '#runtime/channels';
import { now } from '#runtime/clock';
import { leave, openPayload, prepare, processName, runEntry } from './start';

// The ticks without a web site: as many of these as wanted, beside one or many web processes, on one database.
await runEntry(async () => {
  const env = await prepare();
  const payload = await openPayload(env, () => import('#payload.config'));
  await seedBase(payload, now());
  // After SQLITE_BUSY this process must not write again; whoever supervises it starts it anew.
  const ticks = startTicks(payload, env, openChannels(env), { owner: processName(), onTrouble: leave });
  process.stdout.write('Der Worker von Nordsüd läuft. Beenden mit Strg+C.\n');
  return async () => {
    await ticks.stop();
    await payload.destroy();
  };
});
