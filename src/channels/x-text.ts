/** A post as X gives it back. */
export type ReadPost = {
  readonly text: string;
  readonly entities?:
    | {
        readonly urls?:
          | readonly {
              readonly url: string;
              readonly expanded_url?: string | undefined;
              readonly media_key?: string | undefined;
            }[]
          | undefined;
      }
    | undefined;
};

/** True when what X gives back is this text. X writes addresses its own way: a scheme before a bare one, a slash behind it. */
export const isSameText = (text: string, read: ReadPost): boolean => plain(text) === plain(readText(read));

/**
 * What was written, of a post that X gave back: its short addresses spelled out, that of a picture left out, `&amp;` an ampersand. (Post
 * object, `entities.urls`)
 */
export const readText = ({ text, entities }: ReadPost): string => {
  const written = new Map(entities?.urls?.map((link) => [link.url, link.media_key ? '' : (link.expanded_url ?? link.url)]));
  return text
    .replace(/&(amp|lt|gt);/g, (escaped, name: keyof typeof SIGNS) => SIGNS[name] ?? escaped)
    .replace(/https?:\/\/t\.co\/\w+/g, (short) => written.get(short) ?? short)
    .trimEnd();
};

const SIGNS = { amp: '&', lt: '<', gt: '>' } as const;

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/https?:\/\//gi, '')
    .replace(/\/(?=[\s.,;:!?)…“"]|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
