// A real server of Bluesky (the PDS of its makers) on loopback, as a process of its own. It is installed once, outside the repository
// (test/fakes/pds/install.sh, which .ci/run calls); where it is not, `findPds` says so loudly and gives nothing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../bench/measure';

export type Pds = {
  readonly url: string;
  /** Opens an account of this name and gives its handle and an app password. */
  readonly join: (name: string) => Promise<{ readonly handle: string; readonly password: string }>;
  readonly stop: () => Promise<void>;
};

/** The folder it is installed in. */
export const findPds = (): string | undefined => {
  const lock = createHash('sha256').update(readFileSync('test/fakes/pds/package-lock.json')).digest('hex').slice(0, 12);
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'nordsued', `pds-${lock}`);
  if (existsSync(join(folder, 'installed'))) return folder;
  console.warn(
    '\n!!! Posts on Bluesky are NOT tried on a real server: run test/fakes/pds/install.sh once (about three minutes).\n',
  );
  return undefined;
};

/** Starts one with nobody in it. */
export const startPds = async (folder: string): Promise<Pds> => {
  const [port, directory] = [await freePort(), await freePort()];
  const args = [resolve('test/fakes/pds/serve.cjs'), String(port), String(directory)];
  const env = { ...process.env, LOG_ENABLED: '0' };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((ready, fail) => {
    child.once('exit', () => fail(new Error('the server of Bluesky ended')));
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('ready') && ready());
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    join: (name) => openAccount(url, name),
    stop: async () => {
      child.kill();
      await ended;
    },
  };
};

const openAccount = async (url: string, name: string) => {
  const account = { handle: `${name}.test`, email: `${name}@example.org`, password: 'sehr-geheim-2026' };
  const { accessJwt } = await ask(url, 'com.atproto.server.createAccount', account);
  const { password } = await ask(url, 'com.atproto.server.createAppPassword', { name: 'nordsued' }, accessJwt);
  return { handle: account.handle, password: String(password) };
};

const ask = async (url: string, method: string, body: object, jwt?: string): Promise<Record<string, string>> => {
  const headers = { 'content-type': 'application/json', ...(jwt ? { authorization: `Bearer ${jwt}` } : {}) };
  const answer = await fetch(`${url}/xrpc/${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
};
