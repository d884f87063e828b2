import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openPreview } from '#channels/preview';
import { now } from '#runtime/clock';
import { seeded } from '../fakes/killer';
import { post } from './messages';

// The stand-in as a process of its own, and callers that die: what the kill test of the jobs rests on.
const folder = mkdtempSync(join(tmpdir(), 'nordsued-stand-in-'));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

const node = (args: readonly string[]): ChildProcess => {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
};

const startProcess = async (...args: readonly string[]): Promise<string> => {
  const child = node(['test/fakes/stand-in-process.ts', ...args]);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the stand-in ended')));
    child.stdout?.on('data', (chunk: Buffer) => {
      const url = /listening (\S+)/.exec(chunk.toString())?.[1];
      if (url) resolve(url);
    });
  });
};

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? String(code))));

/** A process that posts keys one after the other. */
const caller = (baseUrl: string, keys: readonly string[]): ChildProcess =>
  node([
    '--input-type=module',
    '-e',
    `import { openPreview } from '#channels/preview';
     import { now } from '#runtime/clock';
     await new Promise((resolve) => setTimeout(resolve, 300));
     const channel = openPreview({ dataDir: '/nowhere', baseUrl: ${JSON.stringify(baseUrl)}, now });
     for (const key of ${JSON.stringify(keys)}) await channel.send(${JSON.stringify(post)}, key);`,
  ]);

const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

describe('the stand-in as a process', () => {
  it('writes down every acceptance, a repeated one too, before it answers', async () => {
    const log = join(folder, 'plain.log');
    const baseUrl = await startProcess('--log', log, '--trouble', 'hang-up=^lost');
    const channel = openPreview({ dataDir: '/nowhere', baseUrl, now });
    expect((await channel.send(post, 'a')).kind).toBe('accepted');
    expect((await channel.send(post, 'a')).kind).toBe('accepted');
    expect((await channel.send(post, 'lost')).kind).toBe('unconfirmed');
    expect(linesOf(log)).toEqual(['accepted a', 'accepted a', 'accepted lost']);
  });

  it('kills callers right after and right before it accepts, and says so', async () => {
    const log = join(folder, 'kills.log');
    const pids = join(folder, 'pids');
    writeFileSync(pids, '');
    const args = ['--kill-after', '1', '--kill-before', '1', '--of', '2', '--seed', '7', '--pids-file', pids, '--log', log];
    const baseUrl = await startProcess(...args);
    for (const keys of [
      ['a1', 'a2'],
      ['b1', 'b2'],
      ['c1', 'c2'],
    ]) {
      const child = caller(baseUrl, keys);
      writeFileSync(pids, `${child.pid}\n`, { flag: 'a' });
      await ended(child);
    }
    const lines = linesOf(log);
    const killed = lines.filter((line) => line.startsWith('killed-'));
    expect(killed.map((line) => line.split(' ')[0]).sort()).toEqual(['killed-after', 'killed-before']);
    for (const line of killed) {
      const [kind, key, , fate] = line.split(' ');
      expect(lines.includes(`accepted ${key}`)).toBe(kind === 'killed-after' || fate === 'accepted');
    }
    expect(lines.filter((line) => line.startsWith('accepted c'))).toEqual(['accepted c1', 'accepted c2']);
  });

  it('kills nobody who is not on the list', async () => {
    const log = join(folder, 'spared.log');
    const pids = join(folder, 'nobody');
    writeFileSync(pids, '1\n0\n-1\nnonsense\n');
    const baseUrl = await startProcess('--kill-after', '5', '--of', '5', '--seed', '1', '--pids-file', pids, '--log', log);
    expect(await ended(caller(baseUrl, ['a', 'b']))).toBe('0');
    expect(linesOf(log)).toEqual(['accepted a', 'accepted b']);
  });

  it('asks a control address before and after each acceptance and waits for it', async () => {
    const asked: string[] = [];
    const control = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { stage, key, caller: pid } = JSON.parse(body);
      asked.push(`${stage} ${key} ${pid === process.pid}`);
      response.writeHead(stage === 'before' && key === 'falls' ? 409 : 204).end();
    });
    await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
    const address = control.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const baseUrl = await startProcess('--control', `http://127.0.0.1:${port}`);
    const channel = openPreview({ dataDir: '/nowhere', baseUrl, now });
    expect((await channel.send(post, 'stays')).kind).toBe('accepted');
    expect((await channel.send(post, 'falls')).kind).toBe('unconfirmed');
    expect(asked).toEqual(['before stays true', 'after stays true', 'before falls true']);
    control.close();
  });

  it('draws the same moments from the same seed', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seeded(seed));
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
  });
});
