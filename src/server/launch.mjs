// What `npm start`, `demo`, `worker`, `build` and `dev` run: builds what is missing or out of date, then becomes that entry.
// Plain JavaScript, because nothing is compiled yet; one process, so signals and exit codes are the entry's own.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ENTRIES = ['web', 'worker', 'demo'];
const SOURCES = [
  'collections',
  'jobs',
  'templates',
  'src',
  'payload.config.ts',
  'next.config.ts',
  'package.json',
  'package-lock.json',
];
const SERVER_STAMP = 'dist/.stamp';
const ADMIN_STAMP = '.next/.stamp';

/** Runs one of the commands above; the worker needs no admin pages. */
const launch = async (command) => {
  if (command === 'dev') return run('development', 'src/server/web.ts');
  if (command !== 'build' && !ENTRIES.includes(command))
    fail(`Unbekannt: ${command}. Möglich: build, dev, ${ENTRIES.join(', ')}.`);
  const stamp = stampOfSources();
  const isForced = command === 'build';
  if (isForced || !isFresh(SERVER_STAMP, stamp)) await buildServer(stamp);
  if (command !== 'worker' && (isForced || !isFresh(ADMIN_STAMP, stamp))) {
    if (!isForced) await preflight(command);
    await buildAdmin(stamp);
  }
  if (!isForced) await run('production', `dist/${command}.js`);
};

const run = async (mode, file) => {
  followParent();
  await load(mode, file);
};

/** Whoever named a wrong variable shall not wait a minute to hear of it. */
const preflight = async (command) => (await load('production', 'dist/preflight.js')).preflight(command);

const load = (mode, file) => {
  process.env.NODE_ENV = mode;
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  return import(pathToFileURL(path.resolve(file)).href);
};

/** A SIGTERM to npm ends npm and its shell but never reaches us: end with them. */
const followParent = () => {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  };
  if (process.env.npm_lifecycle_event) setInterval(look, 500).unref();
};

/** One hash over everything the build reads, tests left out: equal sources, no second build. */
const stampOfSources = () => {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap(filesBelow).filter((file) => !/\.test\.tsx?$/.test(file))) {
    hash.update(`${file.replaceAll('\\', '/')}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const filesBelow = (file) => {
  if (!existsSync(file)) return [];
  if (statSync(file).isFile()) return [file];
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesBelow(path.join(file, name)));
};

const isFresh = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp;

/** The admin pages, by Next. Its words go to a file and are shown only when it fails. */
const buildAdmin = async (stamp) => {
  const isFirst = !existsSync(ADMIN_STAMP);
  say(isFirst ? 'Erster Start: baue die Anwendung (etwa eine Minute) …' : 'Quelltext geändert: baue die Anwendung neu …');
  rmSync(ADMIN_STAMP, { force: true });
  const began = process.uptime();
  const progress = setInterval(() => say(`… noch dabei (${Math.round(process.uptime() - began)} s)`), 20_000);
  const { code, output } = await next('build').finally(() => clearInterval(progress));
  if (code !== 0) fail(`${output}\nDer Bau ist fehlgeschlagen (siehe oben).`);
  writeFileSync(ADMIN_STAMP, stamp);
  say(`Fertig gebaut (${Math.round(process.uptime() - began)} s).`);
};

const next = (...args) =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
    const stop = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
    child.once('close', () => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
    });
  });

/** The entries, by esbuild. Files appear whole (rename), so that two processes may do this at once. */
const buildServer = async (stamp) => {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [...ENTRIES, 'preflight'].map((entry) => `src/server/${entry}.ts`).filter((file) => existsSync(file)),
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    splitting: true,
    sourcemap: true,
    jsx: 'automatic',
    write: false,
    logLevel: 'error',
  });
  mkdirSync('dist', { recursive: true });
  for (const { path: file, contents } of outputFiles) writeWhole(file, contents);
  writeWhole(path.resolve(SERVER_STAMP), stamp);
  await stop();
};

const writeWhole = (file, contents) => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, file);
};

const say = (line) => process.stdout.write(`${line}\n`);

const fail = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

await launch(process.argv[2] ?? 'web');
