import type { Post } from '#domain/message';
import { utf8Length } from '#domain/post-length';
import { type PostSpan, spansIn } from '#domain/post-spans';

/** A facet of app.bsky.richtext.facet: what a part of a text is, by bytes of its UTF-8. Without one no link can be followed. */
export type Facet = {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly Feature[];
};
type Feature =
  | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
  | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string }
  | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string };

/** The facets of a post, in the order of its text. A mention needs the identity (DID) behind its handle; without it stays plain text. */
export const facetsOf = (post: Post, didOf: ReadonlyMap<string, string> = new Map()): readonly Facet[] =>
  spansIn(post).flatMap((span) => {
    const feature = featureOf(span, didOf);
    if (!feature) return [];
    const byteStart = utf8Length(post.text.slice(0, span.start));
    return [{ index: { byteStart, byteEnd: byteStart + utf8Length(span.text) }, features: [feature] }];
  });

/** As many bytes of a tag as app.bsky.richtext.facet takes. */
const TAG_BYTES = 640;

const featureOf = ({ kind, target }: PostSpan, didOf: ReadonlyMap<string, string>): Feature | undefined => {
  if (kind === 'link') return { $type: 'app.bsky.richtext.facet#link', uri: target };
  if (kind === 'hashtag')
    return utf8Length(target) <= TAG_BYTES ? { $type: 'app.bsky.richtext.facet#tag', tag: target } : undefined;
  const did = didOf.get(target);
  return did === undefined ? undefined : { $type: 'app.bsky.richtext.facet#mention', did };
};
