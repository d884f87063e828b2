import { startTicks } from '#jobs/index';
import { seedBase } from '#jobs/seed-base';
import { guardAgainstBusy } from '#runtime/busy';
import { openChannels } from '#runtime/channels';
import { now } from '#runtime/clock';
import { leaveRunning, openPayload, prepare, processName, runEntry } from './start';

// The ticks without a web site: as many of these as wanted, beside one or many web processes, on one database.
await runEntry(async () => {
  const env = await prepare();
  const payload = await openPayload(env, () => import('#payload.config'));
  // After SQLITE_BUSY this process must not write again; whoever supervises it starts it anew.
  guardAgainstBusy(payload, 'refuse');
  await seedBase(payload, now());
  const ticks = startTicks(payload, env, openChannels(env), { owner: processName(), onTrouble: leaveRunning });
  process.stdout.write('Der Worker von Nordsüd läuft. Beenden mit Strg+C.\n');
  return async () => {
    await ticks.stop();
    await payload.destroy();
  };
});
