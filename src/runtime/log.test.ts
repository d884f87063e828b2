import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

describe('a process whose output nobody reads any more', () => {
  /** Logs for half a second; as Next does, it reports what nobody catches, and here ends with 3. Gives the exit code. */
  const runWith = async (guard: string): Promise<number | null> => {
    const script = `
      import { log, outliveReaders } from './src/runtime/log.ts';
      ${guard}
      process.on('uncaughtException', () => process.exit(3));
      setInterval(() => { log('fact'); log('fault', {}, 'error'); }, 10);
      setTimeout(() => process.exit(0), 500);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stderr.destroy();
    const [code] = await once(child, 'exit');
    return code;
  };

  it('goes on', async () => {
    expect(await runWith('outliveReaders();')).toBe(0);
  });

  it('would not without saying so', async () => {
    expect(await runWith('')).toBe(3);
  });
});
