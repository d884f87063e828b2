import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The stand-in, and when it took what. */
export const openSink = async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/fakes/sendgrid-process.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const taken: { readonly at: number; readonly people: number }[] = [];
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, value = ''] = line.split(' ');
      if (word === 'listening') resolve(value);
      if (word === 'took') taken.push({ at: performance.now(), people: Number(value) });
    });
  });
  const count = (): number => taken.reduce((sum, { people }) => sum + people, 0);
  /** People per second between the first and the last request, the first one's left out. */
  const rate = (): number => {
    const [first, last] = [taken[0], taken.at(-1)];
    return first && last ? ((count() - first.people) / (last.at - first.at)) * 1_000 : Number.NaN;
  };
  return { url, count, rate, firstAt: () => taken[0]?.at ?? Number.NaN, close: () => child.kill('SIGTERM') };
};

/** As `openSink` gives it. */
export type Sink = Awaited<ReturnType<typeof openSink>>;
