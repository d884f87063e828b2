import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';

export type Entry = 'web' | 'worker';

/** Processes that are started again when somebody kills them, as a supervisor does. */
export type Crew = {
  readonly pids: () => readonly number[];
  /** Kills one with SIGKILL and waits until it is gone; false when it was gone already or ended otherwise. */
  readonly kill: (pid: number) => Promise<boolean>;
  /** How often one was killed, by whomever, and replaced. */
  readonly killed: () => number;
  /** Those that ended without being killed, one line each. */
  readonly fallen: () => readonly string[];
  /** Ends all of them and waits; nobody is replaced any more. */
  readonly stop: () => Promise<void>;
};

/** Starts the entries in `folder` (built) with the same environment; their pids stand in `pidsFile`, one a line. */
export const startCrew = (
  entries: readonly Entry[],
  {
    folder,
    env,
    pidsFile,
  }: { readonly folder: string; readonly env: Readonly<Record<string, string>>; readonly pidsFile: string },
): Crew => {
  const alive = new Set<ChildProcess>();
  const fallen: string[] = [];
  const state = { killed: 0, isOver: false };
  const note = (): void => writeFileSync(pidsFile, [...alive].map((child) => child.pid).join('\n'));
  const start = (entry: Entry): void => {
    const child = spawn(process.execPath, ['--conditions=production', `dist/${entry}.js`], {
      cwd: folder,
      env: { ...process.env, ...env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    alive.add(child);
    note();
    child.once('exit', (code, signal) => {
      alive.delete(child);
      note();
      if (state.isOver) return;
      if (signal === 'SIGKILL') state.killed++;
      else fallen.push(`${entry} ended with ${code ?? signal}`);
      start(entry);
    });
  };
  for (const entry of entries) start(entry);
  return {
    pids: () => [...alive].flatMap((child) => child.pid ?? []),
    kill: async (pid) => {
      const child = [...alive].find((one) => one.pid === pid);
      if (!child) return false;
      const signal = new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)));
      child.kill('SIGKILL');
      return (await signal) === 'SIGKILL';
    },
    killed: () => state.killed,
    fallen: () => [...fallen],
    stop: async () => {
      state.isOver = true;
      const gone = [...alive].map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of alive) child.kill('SIGTERM');
      await Promise.race([Promise.all(gone), pause(30_000)]);
      for (const child of alive) child.kill('SIGKILL');
    },
  };
};

/** Builds the product in this folder as its launcher does; throws with the launcher's words when that fails. */
export const buildProduct = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    const child = spawn(process.execPath, ['src/server/launch.mjs', 'build'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const words: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => words.push(chunk.toString('utf8')));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(words.join('')))));
  });

/** Builds the worker of a copy of the product. */
export const buildWorker = async (folder: string): Promise<void> => {
  await build({
    absWorkingDir: folder,
    entryPoints: ['src/server/worker.ts'],
    outdir: 'dist',
    ...{
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      splitting: true,
      jsx: 'automatic',
    },
  });
};

/** A stand-in provider in a process of its own. */
export type Provider = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts the stand-in with the given arguments; resolves when it listens. */
export const startProvider = async (...args: readonly string[]): Promise<Provider> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/fakes/stand-in-process.ts', ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The stand-in ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('listening ')) resolve(line.slice('listening '.length));
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  return { url, stop };
};
