import { beforeAll, describe, expect, it } from 'vitest';
import { hashAddress, plainAddress } from './address-hash';

beforeAll(() => {
  process.env.SECRETS_KEY = 'a'.repeat(64);
});

describe('the hash of an address', () => {
  it.each([
    ['in capitals', 'Anna.Aehre@Example.ORG', 'anna.aehre@example.org'],
    ['with an umlaut in its domain', 'anna@Müller-Straße.example', 'anna@xn--mller-strae-46a18a.example'],
    ['with blanks around it', ' anna@example.org\n', 'anna@example.org'],
  ])('is the same for one %s', (_what, typed, plain) => {
    expect(plainAddress(typed)).toBe(plain);
    expect(hashAddress(typed, 'n1')).toBe(hashAddress(plain, 'n1'));
  });

  it('tells apart what stands before a plus, other addresses and other scopes, and shows no address', () => {
    const hashes = [
      hashAddress('anna@example.org', 'n1'),
      hashAddress('anna+nordsued@example.org', 'n1'),
      hashAddress('anna@example.com', 'n1'),
      hashAddress('anna@example.org', 'n2'),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(hashes.join()).not.toContain('anna');
  });

  it('takes what is no address, however long, as it stands', () => {
    const long = 'ä'.repeat(10_000);
    expect([plainAddress('anna'), plainAddress('anna@'), plainAddress(long)]).toEqual(['anna', 'anna@', long]);
  });
});
