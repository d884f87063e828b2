import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../bench/measure';

const PRISM = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

export type Prism = { readonly baseUrl: string; readonly stop: () => void };

/** A provider as its own specification (a file in test/fixtures) has it: refuses with 400 or 422 whatever that does not allow. */
export const startPrism = (specification: string): Promise<Prism> => start(['mock', '--errors'], [specification]);

/**
 * A stand-in held against a specification: what is asked and answered passes through, but a request that is not as it allows is refused
 * (422), and such an answer becomes a failure (500).
 */
export const proxyPrism = (specification: string, standIn: string): Promise<Prism> =>
  start(['proxy', '--errors'], [specification, standIn]);

const start = async (
  [mode = '', ...options]: readonly string[],
  [specification = '', ...rest]: readonly string[],
): Promise<Prism> => {
  const port = await freePort();
  const args = [PRISM, mode, '-h', '127.0.0.1', '-p', String(port), ...options, `test/fixtures/${specification}`, ...rest];
  const prism = spawn(process.execPath, args, { stdio: 'ignore' });
  const baseUrl = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600 && !(await isUp(baseUrl)); tries++) await pause(100);
  return { baseUrl, stop: () => prism.kill() };
};

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
