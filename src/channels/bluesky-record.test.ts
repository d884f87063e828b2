import { describe, expect, it } from 'vitest';
import type { Post } from '#domain/message';
import { post } from '../../test/contracts/messages';
import { recordKey, recordOf } from './bluesky-record';

const picture = { blob: { $type: 'blob', ref: { $link: 'x' } }, width: 1_200, height: 630 };

describe('the record of a post on Bluesky', () => {
  it('says what the post says, when and in what language, with its link as a card', () => {
    const card = { title: 'Gründungstag', text: 'Ein Tag für alle.' };
    expect(recordOf({ ...post, card }, picture)).toMatchObject({
      ...{ $type: 'app.bsky.feed.post', text: post.text, createdAt: '2026-12-01T09:00:00.000Z', langs: ['de'] },
      embed: {
        $type: 'app.bsky.embed.external',
        external: { uri: post.link, title: 'Gründungstag', description: 'Ein Tag für alle.', thumb: picture.blob },
      },
    });
  });

  it('shows a picture with what it shows and its shape, instead of a card, which could not say what it shows', () => {
    const image = { url: '/x.jpg', alt: 'Drei Leute' };
    const card = { title: 'Gründungstag', text: '' };
    expect(recordOf({ ...post, card, image }, undefined)).toMatchObject({ embed: { $type: 'app.bsky.embed.external' } });
    expect(recordOf({ ...post, card, image }, picture)).toMatchObject({
      embed: { images: [{ image: picture.blob, alt: 'Drei Leute', aspectRatio: { width: 1_200, height: 630 } }] },
    });
    expect(recordOf({ ...post, image }, undefined)).not.toHaveProperty('embed');
  });

  it('names addresses and hashtags by the bytes they stand at, behind umlauts and emoji too', () => {
    const text = 'Grüße 🎉 (https://example.org/grün?a=1&b=2), #Gründung #2027 x#y https://example.org.';
    const { facets = [] } = recordOf({ ...post, text }, undefined) as { facets?: readonly Facet[] };
    const bytes = Buffer.from(text);
    expect(
      facets.map(({ index, features: [feature] }) => [bytes.subarray(index.byteStart, index.byteEnd).toString(), feature]),
    ).toEqual([
      ['https://example.org/grün?a=1&b=2', { $type: 'app.bsky.richtext.facet#link', uri: 'https://example.org/grün?a=1&b=2' }],
      ['#Gründung', { $type: 'app.bsky.richtext.facet#tag', tag: 'Gründung' }],
      ['https://example.org', { $type: 'app.bsky.richtext.facet#link', uri: 'https://example.org' }],
    ]);
    expect(recordOf({ ...post, text: 'Ohne' }, undefined)).not.toHaveProperty('facets');
  });

  it('has a key that tells its time, and is always the same for the same message and dispatch', () => {
    const key = recordKey(post, 'ausspielung-1');
    expect(key).toMatch(/^[2-7a-j][2-7a-z]{12}$/);
    expect(recordKey({ ...post, text: 'Anders' }, 'ausspielung-1')).toBe(key);
    expect(recordKey(post, 'ausspielung-2')).not.toBe(key);
    expect(recordKey({ ...post, at: '2026-12-01T09:00:00.001Z' }, 'ausspielung-1') > key).toBe(true);
    expect(Math.floor(microsOf(key) / 1_000)).toBe(Date.parse('2026-12-01T09:00:00.000Z'));
  });

  it('is of a post that says when it was put together, for all that leave do', () => {
    const old: Post = { ...post, at: undefined };
    expect(() => recordKey(old, 'k')).toThrow(TypeError);
  });
});

type Facet = { readonly index: { readonly byteStart: number; readonly byteEnd: number }; readonly features: readonly object[] };

const microsOf = (key: string): number =>
  Number([...key].reduce((number, sign) => number * 32n + BigInt('234567abcdefghijklmnopqrstuvwxyz'.indexOf(sign)), 0n) >> 10n);
