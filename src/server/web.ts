import { startTicks } from '#jobs/index';
import { seedBase } from '#jobs/seed-base';
import { openChannels } from '#runtime/channels';
import { now } from '#runtime/clock';
import { asksFirstCode, firstCodeOf } from '#runtime/first-code';
import { loadHouseId } from '#store/house-id';
import { announce } from './announce';
import { probePort } from './port';
import { serve } from './serve';
import { createFirstUser, openPayload, prepare, processName, runEntry } from './start';

// The whole installation in one process: admin, public pages, feeds, and the ticks unless TICKS=off.
await runEntry(async () => {
  const env = await prepare();
  await probePort(env);
  const payload = await openPayload(env, () => import('#payload.config'));
  await seedBase(payload, now());
  const isEmpty = await createFirstUser(payload, env);
  const stop = await serve(payload, env, () =>
    startTicks(payload, env, openChannels(env), { owner: processName(), onTrouble: () => {} }),
  );
  announce(env, { isEmpty, firstCode: isEmpty && asksFirstCode(env) ? firstCodeOf(await loadHouseId(payload)) : undefined });
  return stop;
});
