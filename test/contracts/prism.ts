import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../bench/measure';

const PRISM = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

/** SendGrid as its own specification (test/fixtures/sendgrid-mail-v3.json) has it: refuses with 400 whatever that does not allow. */
export const startPrism = async (): Promise<{ readonly baseUrl: string; readonly stop: () => void }> => {
  const port = await freePort();
  const args = [PRISM, 'mock', '-h', '127.0.0.1', '-p', String(port), '--errors', 'test/fixtures/sendgrid-mail-v3.json'];
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
