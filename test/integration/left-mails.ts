// What a mail leads to and shows, as a gateway or a mail program finds it in the mail as it left.

/** A mail of one person: header lines unfolded, both bodies decoded and filled in. */
export type LeftMail = { readonly to: string; readonly headers: string; readonly html: string; readonly text: string };

/** The link of the header by which one leaves with one click (RFC 8058); undefined on mails of no list. */
export const oneClickOf = ({ headers }: LeftMail): string | undefined => /^List-Unsubscribe: <([^>]+)>$/m.exec(headers)?.[1];

/** All addresses in a mail, once: of its header, of links, buttons and pictures, and those that stand in its text. */
export const linksIn = (mail: LeftMail): readonly string[] => {
  const inHtml = [...mail.html.matchAll(/\s(?:href|src|action|background|srcset|poster)="(https?:[^"]*)"/gi)];
  const inText = [...mail.text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)];
  const found = [...inHtml.map(([, url = '']) => url.replaceAll('&amp;', '&')), ...inText.map(([url]) => url)];
  const leaving = oneClickOf(mail);
  return [...new Set([...(leaving ? [leaving] : []), ...found.map((url) => url.replace(/[.,]$/, ''))])];
};
