import { expect, test } from 'vitest';
import { allowedOrigins, fixedServerUrl } from './origins';

test('on this machine the admin works under both names of it', () => {
  expect(allowedOrigins('http://localhost:3000')).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000']);
  expect(allowedOrigins('http://127.0.0.1:4010')).toEqual(['http://localhost:4010', 'http://127.0.0.1:4010']);
  expect(fixedServerUrl('http://127.0.0.1:4010')).toBeUndefined();
});

test('a public site works under its own name only', () => {
  expect(allowedOrigins('https://nordsued.example.org')).toEqual(['https://nordsued.example.org']);
  expect(fixedServerUrl('https://nordsued.example.org')).toBe('https://nordsued.example.org');
});
