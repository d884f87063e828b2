import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { germanText } from '../../test/fixtures/arbitraries';
import { accountServerIn, calledOn, handleIn, isHandle, withoutMentions } from './handle';

describe('a handle', () => {
  it.each([
    ['mastodon', '@htai@social.example.org', '@htai'],
    ['mastodon', '@ein.haus@example.org', 'htai@example.org'],
    ['bluesky', '@htai.example.org', '@htai'],
    ['bluesky', '@htai.bsky.social', 'htai.bsky.social'],
    ['x', '@HTAI_Hessen', '@ein.haus'],
    ['x', '@a', '@sechzehn_Zeichen_'],
    ['linkedin', '4711', 'urn:li:organization:4711'],
    ['linkedin', '1', 'htai'],
  ] as const)('is on %s such as „%s“ and not „%s“', (network, right, wrong) => {
    expect(isHandle(network, right)).toBe(true);
    expect(isHandle(network, wrong)).toBe(false);
  });

  it.each([
    ['mastodon', 'https://social.example.org/@htai', '@htai@social.example.org'],
    ['mastodon', 'https://social.example.org/users/htai', '@htai@social.example.org'],
    // As a browser shows it to somebody who is logged in elsewhere.
    ['mastodon', 'https://mastodon.example.org/@hessen@social.example.net', '@hessen@social.example.net'],
    ['mastodon', 'https://mastodon.example.org/deck/@hessen@social.example.net/?a=b#c', '@hessen@social.example.net'],
    ['mastodon', 'social.example.org/@htai/', '@htai@social.example.org'],
    ['mastodon', ' htai@social.example.org ', '@htai@social.example.org'],
    ['mastodon', '@htai', '@htai'],
    ['bluesky', 'https://bsky.app/profile/HTAI.example.org', '@htai.example.org'],
    ['bluesky', 'bsky.app/profile/htai.example.org/#oben', '@htai.example.org'],
    ['bluesky', 'htai.bsky.social', '@htai.bsky.social'],
    ['bluesky', 'ein Name', 'ein Name'],
    ['x', 'https://x.com/HTAI_Hessen?s=20', '@HTAI_Hessen'],
    ['x', 'twitter.com/HTAI_Hessen', '@HTAI_Hessen'],
    ['x', 'https://x.com/HTAI_Hessen/', '@HTAI_Hessen'],
    ['x', 'https://x.com/homeland', '@homeland'],
    ['x', 'HTAI_Hessen', '@HTAI_Hessen'],
    ['linkedin', 'https://www.linkedin.com/company/4711/admin/', '4711'],
    ['linkedin', 'https://de.linkedin.com/company/4711?trk=a', '4711'],
    ['linkedin', 'https://www.linkedin.com/company/htai', 'https://www.linkedin.com/company/htai'],
  ] as const)('is found on %s in „%s“: %s', (network, entered, found) => {
    expect(handleIn(network, entered)).toBe(found);
    expect(handleIn(network, found)).toBe(found);
  });

  it.each([
    ['mastodon', 'https://mastodon.example.org/@hessen@social'],
    ['mastodon', 'https://mastodon.example.org/@hessen/114711'],
    ['mastodon', 'https://mastodon.example.org/@hessen@social.example.net@example.org'],
    ['bluesky', 'https://bsky.app/profile/htai.example.org/post/3k'],
    ['bluesky', 'https://example.org/?u=bsky.app/profile/htai.example.org'],
    ['linkedin', 'https://www.linkedin.com/company/1und1/'],
    ['linkedin', 'https://example.org/linkedin.com/company/4711'],
    ['x', 'https://x.com/HTAI_Hessen/status/4711'],
    ...['home', 'i', 'i/flow/login', 'search?q=htai', 'explore/', 'settings', 'intent', 'share', 'hashtag'].map(
      (page) => ['x', `https://x.com/${page}`] as const,
    ),
    ...['Messages', 'notifications', 'login', 'signup', 'tos', 'privacy'].map((page) => ['x', `x.com/${page}`] as const),
  ] as const)('is not found on %s in „%s“, which names no account', (network, entered) => {
    expect(handleIn(network, entered)).toBe(entered);
    expect(isHandle(network, entered)).toBe(false);
  });

  it.each([
    ['https://mastodon.example.org/@hessen@social.example.net', 'social.example.net'],
    ['https://social.example.net/@hessen', 'social.example.net'],
    ['@hessen@social.example.net', 'social.example.net'],
    ['https://social.example.net/', undefined],
    ['social.example.net', undefined],
  ])('names in „%s“ the server %s', (entered, server) => {
    expect(accountServerIn(entered)).toBe(server);
  });

  it('stands for the name where it is known; on LinkedIn the name stays', () => {
    expect(calledOn('x', { x: '@htai' }, 'HTAI')).toEqual({ text: '@htai', mention: { text: '@htai', account: 'htai' } });
    expect(calledOn('linkedin', { linkedin: '4711' }, 'HTAI')).toEqual({
      text: 'HTAI',
      mention: { text: 'HTAI', account: '4711' },
    });
    expect(calledOn('bluesky', { x: '@htai' }, 'HTAI')).toEqual({ text: 'HTAI' });
    expect(calledOn('feed', { x: '@htai' }, 'HTAI')).toEqual({ text: 'HTAI' });
  });
});

describe('an @ in what editors type', () => {
  it.each(['post@example.org', 'https://social.example.org/@kassel', 'Preis @ 5 Euro', 'C++'])('stays in „%s“', (text) => {
    expect(withoutMentions(text)).toBe(text);
  });

  it('looks the same and mentions nobody', () => {
    expect(withoutMentions('Talk mit @kassel')).toBe('Talk mit @\u2060kassel');
  });

  it('mentions nobody on X, Mastodon and Bluesky, whatever stands around it', () => {
    fc.assert(
      fc.property(germanText(20), (text) => {
        const safe = withoutMentions(text);
        expect(twitter.extractMentions(safe)).toEqual([]);
        // As Mastodon (app/models/account.rb) and Bluesky (@atproto/api, detectFacets) look for them, outside of links.
        const words = safe.replace(/https?:\/\/\S+/g, '');
        expect(words).not.toMatch(/(?<![=/\p{L}\p{M}\p{N}_])@[a-z0-9_]+/iu);
        expect(words).not.toMatch(/(?:^|\s|\()@[a-zA-Z0-9.-]+\b/);
        expect(safe.replaceAll('\u2060', '')).toBe(text);
      }),
    );
  });
});
