import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { germanText } from '../../test/fixtures/arbitraries';
import { calledOn, handleIn, isHandle, withoutMentions } from './handle';

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
    ['mastodon', ' htai@social.example.org ', '@htai@social.example.org'],
    ['mastodon', '@htai', '@htai'],
    ['bluesky', 'https://bsky.app/profile/HTAI.example.org', '@htai.example.org'],
    ['bluesky', 'htai.bsky.social', '@htai.bsky.social'],
    ['bluesky', 'ein Name', 'ein Name'],
    ['x', 'https://x.com/HTAI_Hessen?s=20', '@HTAI_Hessen'],
    ['x', 'twitter.com/HTAI_Hessen', '@HTAI_Hessen'],
    ['x', 'HTAI_Hessen', '@HTAI_Hessen'],
    ['linkedin', 'https://www.linkedin.com/company/4711/admin/', '4711'],
    ['linkedin', 'https://www.linkedin.com/company/htai', 'https://www.linkedin.com/company/htai'],
  ] as const)('is found on %s in „%s“: %s', (network, entered, found) => {
    expect(handleIn(network, entered)).toBe(found);
    expect(handleIn(network, found)).toBe(found);
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
