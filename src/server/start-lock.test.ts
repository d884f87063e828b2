import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeStartLock } from './start-lock';

describe('the start lock', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'start-lock-'));
    file = path.join(folder, 'start.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is taken at once when nobody starts, and given back', async () => {
    const giveBack = await takeStartLock(file);
    expect(existsSync(file)).toBe(true);
    giveBack?.();
    expect(existsSync(file)).toBe(false);
  });

  it('is waited for while a living process holds it', async () => {
    writeFileSync(file, `${hostname()} ${process.ppid}`);
    setTimeout(() => rmSync(file), 500);
    const before = process.uptime();
    expect(await takeStartLock(file)).toBeDefined();
    expect(process.uptime() - before).toBeGreaterThan(0.4);
  });

  it('is taken over from a process that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, `${hostname()} ${pid}`);
    expect(await takeStartLock(file)).toBeDefined();
  });

  it('is taken over from another machine after a while', async () => {
    writeFileSync(file, 'elsewhere 1');
    utimesSync(file, 1_000_000, 1_000_000);
    expect(await takeStartLock(file)).toBeDefined();
  });
});
