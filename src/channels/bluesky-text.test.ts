import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '#domain/message';
import { germanText } from '../../test/fixtures/arbitraries';
import { facetsOf } from './bluesky-text';

const LINK = 'https://nordsued.example.org/veranstaltungen/gründungstag';
const postOf = (text: string): Post => ({ kind: 'post', text, link: LINK, language: 'de' });
const sliceOf = (text: string, { byteStart, byteEnd }: { byteStart: number; byteEnd: number }): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(text).slice(byteStart, byteEnd));

describe('facets for Bluesky', () => {
  it('count bytes, not letters', () => {
    const text = `Größe 👩‍👩‍👧‍👦\n\n${LINK}\n\n#Gründung`;
    expect(facetsOf(postOf(text)).map(({ index }) => index)).toEqual([
      { byteStart: 35, byteEnd: 35 + LINK.length + 1 },
      { byteStart: 35 + LINK.length + 3, byteEnd: 35 + LINK.length + 13 },
    ]);
  });

  it('mention who is known, and leave a name plain where its identity is not', () => {
    const post = { ...postOf('Mit @htai.example.org'), mentions: [{ text: '@htai.example.org', account: 'htai.example.org' }] };
    expect(facetsOf(post)).toEqual([]);
    expect(facetsOf(post, new Map([['htai.example.org', 'did:plc:abc']]))[0]?.features).toEqual([
      { $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:abc' },
    ]);
  });

  it('mention exactly the handle, once, whatever stands around it', () => {
    const handle = '@science-park.example.org';
    const mentions = [{ text: handle, account: handle.slice(1) }];
    const known = new Map([[handle.slice(1), 'did:plc:abc']]);
    fc.assert(
      fc.property(germanText(20), germanText(20), (before, after) => {
        const text = `${before} ${handle}, ${after} ${handle}`;
        const found = facetsOf({ ...postOf(text), mentions }, known).flatMap(({ index, features: [feature] }) =>
          feature?.$type === 'app.bsky.richtext.facet#mention' ? [[sliceOf(text, index), feature.did, index.byteStart]] : [],
        );
        const at = new TextEncoder().encode(`${before} `).length;
        expect(found).toEqual([[handle, 'did:plc:abc', at]]);
      }),
    );
  });

  it.each(['C# und 7#3', '#2026', 'nur Text', 'post@example.org'])('see nothing in „%s“', (text) => {
    expect(facetsOf(postOf(text))).toEqual([]);
  });

  it('cut out exactly the link and the hashtags, whatever stands around them', () => {
    fc.assert(
      fc.property(germanText(20), germanText(20), (before, after) => {
        const text = `${before}\n\n${LINK}\n\n#Gründung #EFREHessen ${after}`;
        const slices = facetsOf(postOf(text)).map(({ index, features: [feature] }) => {
          const slice = sliceOf(text, index);
          if (feature?.$type === 'app.bsky.richtext.facet#link') expect(slice).toBe(feature.uri);
          else if (feature?.$type === 'app.bsky.richtext.facet#tag') expect(slice).toBe(`#${feature.tag}`);
          return slice;
        });
        expect(slices.filter((slice) => slice === LINK)).toHaveLength(1);
        expect(slices).toContain('#Gründung');
        expect(slices.some((slice) => slice.startsWith('#EFREHessen'))).toBe(true);
      }),
    );
  });
});
