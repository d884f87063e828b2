import type { Payload } from 'payload';
import { htmlOf } from './rich-html';

/** Texts of the public pages that only people can write. */
export type SiteText = 'imprint' | 'privacy' | 'accessibility';

/** The German text as HTML, as written: clean it before showing it. Undefined while nobody has written a word. */
export const loadSiteText = async (payload: Payload, text: SiteText): Promise<string | undefined> => {
  const row: unknown = await payload.findGlobal({ slug: 'site-texts', depth: 0, locale: 'all', overrideAccess: true });
  const html = htmlOf((row as SiteTextRow)[text])?.de;
  return html && /[^\s]/.test(html.replace(/<[^>]*>|&nbsp;/g, '')) ? html : undefined;
};

type SiteTextRow = { readonly [text in SiteText]?: Parameters<typeof htmlOf>[0] };
