import { describe, expect, it } from 'vitest';
import { accountMark, type Marked } from './account-mark';

const mastodon: Marked = { via: 'mastodon', server: 'social.example.org', isConnected: false, secret: 'sealed-1' };
const connected: Marked = { ...mastodon, isConnected: true, page: '109' };
const linkedin: Marked = { via: 'linkedin', isConnected: false, page: '4711', secret: 'sealed-1' };
const bluesky: Marked = { via: 'bluesky', handle: 'nordsued.example.org', isConnected: false, secret: 'sealed-1' };

describe('the mark of an account', () => {
  it.each<[string, Marked, Partial<Marked>]>([
    ['a page on LinkedIn with another token', linkedin, { secret: 'sealed-2' }],
    ['an account whose people signed in and whose access was renewed', connected, { secret: 'sealed-2' }],
    ['an account on Bluesky with another app password', bluesky, { secret: 'sealed-2' }],
    ['a server that is not named', bluesky, { server: null }],
  ])('stays with %s', (_what, account, change) => {
    expect(accountMark({ ...account, ...change })).toBe(accountMark(account));
  });

  it.each<[string, Marked, Partial<Marked>]>([
    ['another server', mastodon, { server: 'anders.example.org' }],
    ['another pasted token, of whom nobody knows whose it is', mastodon, { secret: 'sealed-2' }],
    ['a page left over from before the token was pasted', { ...mastodon, page: '109' }, { secret: 'sealed-2' }],
    ['another account that signed in', connected, { page: '110' }],
    ['another page', linkedin, { page: '4712' }],
    ['another name on Bluesky', bluesky, { handle: 'anders.example.org' }],
    ['another way', { ...mastodon, secret: undefined }, { via: 'preview' }],
  ])('changes with %s', (_what, account, change) => {
    expect(accountMark({ ...account, ...change })).not.toBe(accountMark(account));
  });
});
