// The MongoDB of tests and measurements: the server that MONGODB_TEST_URI names, else a stand-in in memory, behind one-writer.ts.
// The stand-in compares every two documents of a collection with a unique index at each write to it: a write takes 3 ms among 400
// documents, 30 among 1,200, 130 among 2,000, half a second among 4,000. It never hangs, also when its clients are killed by the hundred;
// but whoever writes hundreds of documents where thousands lie waits for minutes. Keep collections small.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../bench/measure';
import { openOneWriter } from './one-writer';

const JONGODB = '@jongodb/memory-server-bin-linux-x64-gnu/package.json';

/** True where there is any. */
export const hasMongo = (): boolean => Boolean(process.env.MONGODB_TEST_URI || jongodb());

/** An empty database of its own; the caller stops it. */
export const startMongo = async (name: string): Promise<{ uri: string; stop: () => void }> => {
  const database = `nordsued-${name}-${randomBytes(4).toString('hex')}`;
  const given = process.env.MONGODB_TEST_URI;
  if (given) return { uri: given.replace(/\/[^/?]*(\?|$)/, `/${database}$1`), stop: () => {} };
  const path = jongodb();
  if (!path) throw new Error('No MongoDB to test on');
  const child = spawn(path, [`--port=${await freePort()}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  const uri = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The MongoDB test server ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^JONGODB_URI=(\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  const url = new URL(uri);
  const oneWriter = await openOneWriter(Number(url.port));
  url.port = String(oneWriter.port);
  url.pathname = `/${database}`;
  url.searchParams.set('directConnection', 'true');
  const stop = (): void => {
    oneWriter.close();
    child.kill();
  };
  return { uri: url.href, stop };
};

const jongodb = (): string | undefined => {
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve(JONGODB)), 'bin', 'jongodb');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
};
