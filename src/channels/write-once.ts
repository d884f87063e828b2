import { createHash, randomUUID } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a file whole or not at all, and never twice: whoever comes second, in this process or another one, gets false and the
 * first content stays. `synced` waits until the disk has it. Missing folders are made, for the owner only. Throws whatever else the
 * disk does.
 */
export const writeOnce = (path: string, content: string | Uint8Array, synced = false): boolean => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx', flush: synced });
    publish(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    removeDraft(draft);
  }
};

/** A file name for these parts: 40 hex digits that say nothing of them, always the same for the same parts. */
export const nameFor = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);

/** The code of a system error such as `ENOSPC`; empty for anything else. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** True when the disk or its rights are the trouble (full, read-only, gone), not our own code. */
export const isDiskTrouble = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && errorCode(error) !== '';

/** A second name for a finished file appears at once and refuses to replace; file systems without such names get a copy. */
const publish = (draft: string, path: string): void => {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error))) throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
};

const removeDraft = (draft: string): void => {
  try {
    unlinkSync(draft);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
};
