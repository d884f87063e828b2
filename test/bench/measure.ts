import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import packageJson from '../../package.json' with { type: 'json' };

/** Milliseconds that `run` takes. */
export const timed = (run: () => void): number => {
  const began = performance.now();
  run();
  return performance.now() - began;
};

/** The middle of several measurements. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** One line of the report: what, how much, and the aim of the issue. */
export const report = (what: string, figure: string, aim = ''): void => {
  process.stdout.write(`${what.padEnd(58)} ${figure.padStart(22)}   ${aim}\n`);
};

/** A port of the loopback interface that is free right now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

/** Resident memory of a process and its highest mark, in MB (Linux: /proc; elsewhere: ps, no mark). */
export const memoryOf = (pid: number): { readonly now: number; readonly peak: number } => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name: string): number => Number(status.match(new RegExp(`${name}:\\s+(\\d+) kB`))?.[1] ?? Number.NaN) / 1000;
    return { now: read('VmRSS'), peak: read('VmHWM') };
  } catch {
    const now = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1000;
    return { now, peak: now };
  }
};

export type Process = { readonly pid: number; readonly stop: () => Promise<void> };

/** Runs what the script of package.json runs, without npm, with its own data folder; resolves at once. Whoever starts it stops it. */
export const startScript = (script: 'start' | 'worker', env: Readonly<Record<string, string>>): Process => {
  const [, ...args] = packageJson.scripts[script].split(' ');
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.pid === undefined) throw new Error(`npm run ${script} does not start`);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  return { pid: child.pid, stop };
};

/** Asks until `ask` says yes; milliseconds since the call. Gives up after five minutes: a first start builds. */
export const until = async (ask: () => Promise<boolean>): Promise<number> => {
  const began = performance.now();
  while (performance.now() - began < 300_000) {
    if (await ask().catch(() => false)) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no answer within five minutes');
};
