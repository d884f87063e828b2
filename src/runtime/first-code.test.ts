import { describe, expect, it } from 'vitest';
import { asksFirstCode, isFirstCode, makeFirstCode } from './first-code';

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

  it('is none until one was made', () => {
    for (const given of ['', 'undefined', undefined, null, {}]) expect(isFirstCode(given)).toBe(false);
  });

  it('has at least 128 bits, is readable and new each time', () => {
    const code = makeFirstCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]$/);
    expect(code.replaceAll('-', '').length * 5).toBeGreaterThanOrEqual(128);
    expect(makeFirstCode()).not.toBe(code);
    expect(isFirstCode(code)).toBe(false);
  });

  it('is known again however it was typed, and nothing else is', () => {
    const code = makeFirstCode();
    for (const typed of [
      code,
      code.toLowerCase(),
      ` ${code.replaceAll('-', ' ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(isFirstCode(typed)).toBe(true);
    for (const typed of [code.slice(0, -1), `${code}0`, code.slice(5), [code], '']) expect(isFirstCode(typed)).toBe(false);
  });
});
