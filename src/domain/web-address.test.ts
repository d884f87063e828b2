import { expect, test } from 'vitest';
import { isWebAddress, webAddress } from './web-address';

test.each([
  ['https://www.example.org', true],
  ['http://bücher.example.org:8080/a?b=c#d', true],
  ['https://example.org/ä', true],
  ['HTTPS://EXAMPLE.ORG/?a=1&b=@c', true],
  ['www.example.org', false],
  ['https://localhost/x', false],
  ['https://exa mple.org', false],
  ['https://example.org/a b', false],
  ['https://example.org/\u0000', false],
  ['https://example.org/"onclick="alert(1)', false],
  ['https://example.org/<b>', false],
  ['https://example.org\\@example.net', false],
  ['javascript:alert(1)//https://example.org', false],
  ['data:text/html,https://example.org', false],
  ['ftp://example.org', false],
  ['//example.org', false],
  ['https://user@example.org', false],
  ['https://user:secret@example.org/', false],
  ['https://example.org:443@example.net/', false],
])('%s as a link: %s', (link, isGood) => {
  expect(isWebAddress(link)).toBe(isGood);
  expect(webAddress(link)).toBe(isGood ? link : undefined);
});

test('nothing entered is no address', () => {
  expect([webAddress(''), webAddress(null), webAddress(undefined)]).toEqual([undefined, undefined, undefined]);
});
