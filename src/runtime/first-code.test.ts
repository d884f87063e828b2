import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asksFirstCode, firstCodeOf, isFirstCode } from './first-code';

const SECRET = 'a1'.repeat(32);

beforeEach(() => {
  process.env.SECRETS_KEY = SECRET;
});
afterEach(() => {
  delete process.env.SECRETS_KEY;
});

describe('the code for the first account', () => {
  it.each([
    ['127.0.0.1', 'http://localhost:3000', false],
    ['localhost', 'http://127.0.0.1:3000', false],
    ['::1', 'http://localhost:3000', false],
    ['0.0.0.0', 'http://localhost:3000', true],
    ['::', 'http://localhost:3000', true],
    ['192.168.1.5', 'http://localhost:3000', true],
    ['127.0.0.1', 'https://nordsued.example.org', true],
  ])('on HOST %s and PUBLIC_URL %s is asked: %s', (host, publicUrl, isAsked) => {
    expect(asksFirstCode({ host, publicUrl })).toBe(isAsked);
  });

  it('has at least 128 bits, is readable and no piece of the secret', () => {
    const code = firstCodeOf('house');
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]$/);
    expect(code.replaceAll('-', '').length * 5).toBeGreaterThanOrEqual(128);
    expect(SECRET).not.toContain(code.slice(0, 5).toLowerCase());
  });

  it('is the same in every process of a house, another one in every other house and with every other secret', async () => {
    const code = firstCodeOf('house');
    vi.resetModules();
    const elsewhere = await import('./first-code');
    expect(elsewhere.firstCodeOf('house')).toBe(code);
    expect(elsewhere.isFirstCode(code, 'house')).toBe(true);
    expect(firstCodeOf('other house')).not.toBe(code);
    expect(isFirstCode(code, 'other house')).toBe(false);
    process.env.SECRETS_KEY = 'b'.repeat(64);
    expect(firstCodeOf('house')).not.toBe(code);
  });

  it('is known again however it was typed, and nothing else is', () => {
    const code = firstCodeOf('house');
    for (const typed of [
      code,
      code.toLowerCase(),
      ` ${code.replaceAll('-', ' ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(isFirstCode(typed, 'house')).toBe(true);
    for (const typed of [code.slice(0, -1), `${code}0`, code.slice(5), [code], '', SECRET, undefined, null, {}])
      expect(isFirstCode(typed, 'house')).toBe(false);
  });
});
