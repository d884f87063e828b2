import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html';
import type { LocalText } from '#domain/content';

/** A rich text in all its languages as HTML, as written: clean it before showing it. Undefined when there is none. */
export const htmlOf = (
  text: { readonly de?: RichText | null; readonly en?: RichText | null } | null | undefined,
): LocalText | undefined => {
  const de = text?.de ?? text?.en;
  if (!de) return undefined;
  return { de: toHtml(de), en: text?.en ? toHtml(text.en) : undefined };
};

const toHtml = (data: RichText): string => convertLexicalToHTML({ data, disableContainer: true });

type RichText = Parameters<typeof convertLexicalToHTML>[0]['data'];
