import { describe, expect, it } from 'vitest';
import { isServerName } from './server-name';

describe('the name of a server', () => {
  it.each(['social.bund.de', 'bsky.social', 'xn--grn-ioa.example.org', 'a.b-c.example.org'])('is %s', (name) => {
    expect(isServerName(name)).toBe(true);
  });

  it.each([
    ...['', 'localhost', '127.0.0.1', '10.1', 'social.bund.de:8080', 'https://social.bund.de', 'grün.example.org'],
    ...['Social.Bund.de', '-a.example.org', 'a-.example.org', 'a..example.org', 'example.org.', `${'a.'.repeat(130)}de`],
  ])('is not %s', (name) => {
    expect(isServerName(name)).toBe(false);
  });
});
