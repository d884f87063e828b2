import type { Payload } from 'payload';
import { guardAgainstBusy } from '#runtime/busy';
import type { Env } from '#runtime/env';
import { openSignIns } from '#runtime/sign-ins';
import { publicApp } from './app';
import { openSite } from './site';
import { isCompiled, type Stop } from './start';

/** Running ticks, as `startTicks` of the jobs gives them. */
type Ticks = { readonly stop: () => Promise<void>; readonly isAlive: () => boolean };

/** A rendered feed or list of contents is served this long before we look for changes. */
const KEPT_SECONDS = 10;

/**
 * Opens the web site and then, unless TICKS=off, the ticks: who cannot listen sends nothing either. Answers what ends both and closes
 * the database. Throws StartError when the port is taken.
 */
export const serve = async (payload: Payload, env: Env, startTicks: () => Ticks): Promise<Stop> => {
  guardAgainstBusy(payload, 'reopen');
  let ticks: Ticks | undefined;
  const app = publicApp({
    payload,
    publicUrl: env.publicUrl,
    proxyHops: env.proxyHops,
    keptSeconds: KEPT_SECONDS,
    signIns: openSignIns(env),
    isDevelopment: !isCompiled,
    isTicking: env.ticks ? () => ticks?.isAlive() ?? true : undefined,
  });
  const closeSite = await openSite(app, { env, dev: !isCompiled });
  if (env.ticks) ticks = startTicks();
  return async () => {
    await Promise.all([ticks?.stop(), closeSite()]);
    await payload.destroy();
  };
};
