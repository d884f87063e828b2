// What LinkedIn makes of a commentary, from its page (learn.microsoft.com: Little Text Format) and from code of others that reads posts back:
// escapes are taken away, a bare reserved sign ends the text, that of a hashtag or a mention does not. A hashtag has a letter and begins a
// word. It comes back as the template `{hashtag|\#|…}` however it was sent, here in small letters, so that nobody relies on others.
// Left out: mentions of people, templates in what is sent, and that LinkedIn may know a page by another name.

/** A commentary as readers see it, and as it is given back. */
export const readLittle = (commentary: string): { readonly shown: string; readonly kept: string } => {
  let [shown, kept] = ['', ''];
  for (let at = 0; at < commentary.length; ) {
    const found = partAt(commentary, at);
    if (!found) break;
    shown += found.shown;
    kept += found.kept ?? found.raw;
    at += found.raw.length;
  }
  return { shown, kept };
};

type Part = { readonly raw: string; readonly shown: string; readonly kept?: string };

const MENTION = /@\[((?:\\.|[^\]\\])+)\]\(urn:li:organization:\d+\)/y;
const HASHTAG = /(?<=^|[\s(„"'‚]|\\[(])#((?:\\_|[\p{L}\p{M}\p{N}])+)/uy;

/** The part of a little text that begins there; undefined where it ends. */
const partAt = (commentary: string, at: number): Part | undefined => {
  const [mention, hashtag] = [MENTION, HASHTAG].map((pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(commentary);
  });
  if (mention) return { raw: mention[0], shown: readLittle(mention[1] ?? '').shown };
  if (hashtag && /\p{L}/u.test(hashtag[1] ?? '')) return tagged(hashtag[0], hashtag[1] ?? '');
  const sign = commentary[at] ?? '';
  if (sign === '\\') return { raw: commentary.slice(at, at + 2), shown: commentary[at + 1] ?? '' };
  return '|{}@[]()<>#*_~'.includes(sign) ? undefined : { raw: sign, shown: sign };
};

const tagged = (raw: string, tag: string): Part => ({
  ...{ raw, shown: raw.replaceAll('\\_', '_') },
  kept: `{hashtag|\\#|${tag.toLowerCase()}}`,
});
