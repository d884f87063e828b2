import { encodeWords } from 'nodemailer/lib/mime-funcs';
import type { Recipient } from '#domain/message';

/** What becomes a header, on one line: a second one would begin another header. */
export const headerLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ');

/** Splits `Name <address>`; a bare address has an empty name. Commas and quotes in the name stay part of it. */
export const parseSender = (sender: string): { name: string; address: string } => {
  const match = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(headerLine(sender));
  return match
    ? { name: (match[1] ?? '').replace(/^"(.*)"$/, '$1'), address: match[2] ?? '' }
    : { name: '', address: headerLine(sender).trim() };
};

/** The name encoded, the identifier bare: nodemailer would encode both, and no reader would find the list (RFC 2919 §2). */
export const listIdOf = (listId: string): string => {
  const { name, address } = parseSender(listId);
  const phrase = /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, '')}"` : encodeWords(name, 'Q', 52, true);
  return name === '' ? `<${address}>` : `${phrase} <${address}>`;
};

/** One-click unsubscribing (RFC 8058) of those who can leave; nothing on mails of no list. */
export const leavingHeaders = ({ unsubscribeUrl }: Pick<Recipient, 'unsubscribeUrl'>): Readonly<Record<string, string>> =>
  unsubscribeUrl
    ? {
        'List-Unsubscribe': `<${new URL(unsubscribeUrl).href}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {};
