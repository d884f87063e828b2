import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { ConfigError, readEnv } from './env';
import { setLogLevel } from './log';
import { ensureSecrets, openSecret, sealSecret, signToken, verifyToken } from './secrets';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nordsued-secrets-'));
  setLogLevel('silent');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  setLogLevel('info');
  delete process.env.PAYLOAD_SECRET;
  delete process.env.SECRETS_KEY;
});

const linesOf = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
};

describe('secrets of an installation', () => {
  it('are made at the first start, for the owner only, and stay', () => {
    const dataDir = join(folder, 'data');
    const first = ensureSecrets(readEnv({ DATA_DIR: dataDir }));
    expect(first.payloadSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(first.secretsKey).not.toBe(first.payloadSecret);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
    const second = ensureSecrets(readEnv({ DATA_DIR: dataDir }));
    expect([second.payloadSecret, second.secretsKey]).toEqual([first.payloadSecret, first.secretsKey]);
  });

  it('are announced loudly when they are made, without being shown', () => {
    setLogLevel('info');
    const lines: string[] = [];
    const write = process.stderr.write;
    process.stderr.write = (line) => lines.push(String(line)) > 0;
    const { payloadSecret } = ensureSecrets(readEnv({ DATA_DIR: folder }));
    ensureSecrets(readEnv({ DATA_DIR: folder }));
    process.stderr.write = write;
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('secrets.created');
    expect(lines[0]).not.toContain(payloadSecret);
  });

  it('of the environment come first, the file fills in the rest', () => {
    const mine = 'x'.repeat(32);
    const ready = ensureSecrets(readEnv({ DATA_DIR: folder, PAYLOAD_SECRET: mine }));
    expect(ready.payloadSecret).toBe(mine);
    expect(ready.secretsKey).toBe(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')).secretsKey);
  });

  it('touch no disk when both are given', () => {
    ensureSecrets(readEnv({ DATA_DIR: folder, PAYLOAD_SECRET: 'x'.repeat(32), SECRETS_KEY: 'y'.repeat(32) }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are seen by everybody who reads the configuration afterwards', () => {
    const ready = ensureSecrets(readEnv({ DATA_DIR: folder }));
    expect([readEnv().payloadSecret, readEnv().secretsKey]).toEqual([ready.payloadSecret, ready.secretsKey]);
  });

  it('must be given on MongoDB, where all machines need the same', () => {
    const env = readEnv({ DATA_DIR: folder, DATABASE_URI: 'mongodb://db/nordsued', SECRETS_KEY: 'y'.repeat(32) });
    const lines = linesOf(() => ensureSecrets(env));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^PAYLOAD_SECRET: fehlt\. Mit MongoDB/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a damaged file', () => writeFileSync(join(folder, 'secrets.json'), '{"payloadSecret":'), /beschädigt/],
    ['a file without secrets', () => writeFileSync(join(folder, 'secrets.json'), '{}'), /beschädigt/],
    ['a folder in its place', () => mkdirSync(join(folder, 'secrets.json')), /lässt sich nicht/],
  ])('give one clear line for %s', (_, damage, expected) => {
    damage();
    const lines = linesOf(() => ensureSecrets(readEnv({ DATA_DIR: folder })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(expected);
  });

  it('are the same for processes that start at once', async () => {
    const script = `
      import { readEnv } from '#runtime/env';
      import { ensureSecrets } from '#runtime/secrets';
      const { payloadSecret, secretsKey } = ensureSecrets(readEnv());
      process.stdout.write(payloadSecret + secretsKey);`;
    const env = { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent', PAYLOAD_SECRET: '', SECRETS_KEY: '' };
    const start = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { env });
    const outputs = (await Promise.all([start(), start(), start(), start()])).map(({ stdout }) => stdout.slice(-128));
    expect(new Set(outputs).size).toBe(1);
    expect(outputs[0]).toMatch(/^[0-9a-f]{128}$/);
  });
});

describe('signed tokens', () => {
  const now = instant('2027-01-10T12:00:00.000Z');
  const expires = instant('2027-01-10T12:00:01.000Z');
  beforeEach(() => ensureSecrets(readEnv({ DATA_DIR: folder })));

  it('bring back what was signed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (subject, purpose) => {
        expect(verifyToken(purpose, signToken({ purpose, subject }), now)).toEqual({ subject });
      }),
    );
  });

  it('fit into a link as they are', () => {
    const token = signToken({ purpose: 'unsubscribe', subject: 'käse/äöü?&#', expires });
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('are good until they expire', () => {
    const token = signToken({ purpose: 'confirm', subject: 'delivery-1', expires });
    expect(verifyToken('confirm', token, now)).toEqual({ subject: 'delivery-1' });
    expect(verifyToken('confirm', token, expires.subtract({ milliseconds: 1 }))).toEqual({ subject: 'delivery-1' });
    expect(verifyToken('confirm', token, expires)).toEqual({ problem: 'expired' });
  });

  it('are good for one purpose only', () => {
    const token = signToken({ purpose: 'confirm', subject: 'delivery-1' });
    expect(verifyToken('unsubscribe', token, now)).toEqual({ problem: 'invalid' });
  });

  it('are no good when a single character differs', () => {
    const token = signToken({ purpose: 'confirm', subject: 'delivery-1', expires });
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom(...'ABab01-_.='), (at, character) => {
        fc.pre(token[at] !== character);
        const forged = token.slice(0, at) + character + token.slice(at + 1);
        expect(verifyToken('confirm', forged, now)).toEqual({ problem: 'invalid' });
      }),
    );
  });

  it.each(['', '.', 'a', 'a.b', 'a.b.c', '🙂.🙂'])('are not "%s"', (token) =>
    expect(verifyToken('confirm', token, now)).toEqual({ problem: 'invalid' }),
  );

  it('are no good under another key', () => {
    const token = signToken({ purpose: 'confirm', subject: 'delivery-1' });
    process.env.SECRETS_KEY = 'z'.repeat(32);
    expect(verifyToken('confirm', token, now)).toEqual({ problem: 'invalid' });
  });
});

describe('a sealed secret', () => {
  beforeEach(() => {
    ensureSecrets(readEnv({ PAYLOAD_SECRET: 'p'.repeat(32), SECRETS_KEY: 's'.repeat(32) }));
  });

  it('opens for its owner alone, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (secret, owner, other) => {
        const sealed = sealSecret(secret, owner);
        expect(openSecret(sealed, owner)).toBe(secret);
        if (other !== owner) expect(openSecret(sealed, other)).toBeUndefined();
      }),
    );
  });

  it('is another one every time, and shows nothing of what it holds', () => {
    const sealed = ['a', 'b'].map(() => sealSecret('streng geheim', 'x'));
    expect(new Set(sealed).size).toBe(2);
    expect(sealed.join()).not.toContain(Buffer.from('streng').toString('base64url').slice(0, 6));
  });

  it('opens no more once a single sign was changed, or with another key of the house', () => {
    const sealed = sealSecret('streng geheim', 'x');
    for (let at = 0; at < sealed.length; at++) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      // The last sign of a part has bits that stand for nothing.
      const next = sealed[at + 1];
      if (next !== '.' && next !== undefined) expect(openSecret(changed, 'x')).toBeUndefined();
    }
    for (const broken of ['', 'a.b', 'a.b.c.d', sealed.split('.').slice(0, 3).join('.')])
      expect(openSecret(broken, 'x')).toBeUndefined();
    ensureSecrets(readEnv({ PAYLOAD_SECRET: 'p'.repeat(32), SECRETS_KEY: 't'.repeat(32) }));
    expect(openSecret(sealed, 'x')).toBeUndefined();
  });
});
