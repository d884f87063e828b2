import { loadEnvFile, presetEnv, readEnv } from '#runtime/env';
import { DEMO_SETTINGS } from './demo-settings';
import { probePort } from './port';
import { leave, prepare } from './start';

/**
 * Before a build that takes a minute: what is wrong with the configuration, the database or the port is said now, and the process
 * ends as the entry itself would end.
 */
export const preflight = async (entry: string): Promise<void> => {
  const settings = entry === 'demo' ? readDemoSettings : prepare;
  await settings().then(probePort).catch(leave);
};

/** The demo's database does not exist yet, so that nothing can be wrong with it. */
const readDemoSettings = async () => {
  presetEnv(DEMO_SETTINGS);
  loadEnvFile();
  return readEnv();
};
