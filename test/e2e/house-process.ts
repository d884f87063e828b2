import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built product as `npm start` runs it, on an empty data folder and a port of its own. */
export type RunningHouse = {
  readonly url: string;
  readonly dataDir: string;
  /** Everything it has written so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the web process with ticks, or the demo, and waits until it answers; builds first when the sources changed (some minutes).
 * The demo uses a folder of its own instead of `dataDir`.
 */
export const startHouse = async (
  entry: 'web' | 'demo' = 'web',
  { host = '127.0.0.1', waitSeconds = 900 } = {},
): Promise<RunningHouse> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'nordsued-e2e-'));
  const port = await freePort();
  const { DATABASE_URI: _uri, ADMIN_EMAIL: _email, ADMIN_PASSWORD: _password, SMTP_URL: _smtp, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--conditions=production', 'src/server/launch.mjs', entry], {
    env: {
      ...inherited,
      NODE_OPTIONS: '',
      PORT: String(port),
      HOST: host,
      PUBLIC_URL: `http://localhost:${port}`,
      DATA_DIR: dataDir,
      TICKS: 'on',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString('utf8');
  const url = `http://localhost:${port}`;
  await waitUntil(
    waitSeconds,
    () => answers(`${url}/health/ready`),
    () => ended(child, output),
  );
  const stop = async (): Promise<void> => {
    await stopped(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, output, stop };
};

/** Tries until it works; throws what `giveUp` says, or after `seconds`. */
export const waitUntil = async (seconds: number, works: () => Promise<boolean>, giveUp = (): void => {}): Promise<void> => {
  for (let waited = 0; waited < seconds; waited += 0.5) {
    if (await works()) return;
    giveUp();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`nothing happened within ${seconds} s`);
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

const ended = (child: ChildProcess, output: () => string): void => {
  if (child.exitCode !== null) throw new Error(`the house ended with ${child.exitCode}:\n${output()}`);
};

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
