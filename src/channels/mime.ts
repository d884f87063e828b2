import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail, Recipient } from '#domain/message';
import type { Instant } from '#domain/time';
import { type DkimKey, signMail } from './dkim';
import { leavingHeaders, listIdOf, parseSender } from './mail-headers';
import { nameFor } from './write-once';

/** A mail for one person: what they read, and the same as a MIME message (RFC 5322) with its envelope. */
export type ComposedMail = {
  readonly messageId: string;
  readonly sender: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly raw: Buffer;
};

/**
 * Builds the mail one recipient gets: replacements filled in (escaped in html), one-click unsubscribe (RFC 8058), List-Id (RFC 2919),
 * Auto-Submitted on mails of no list, signed with `dkim` where there is one. The Message-ID is the same for the same key and recipient, however often it is built.
 */
export const composeMail = async (
  mail: Mail,
  recipient: Recipient,
  key: string,
  at: Instant,
  dkim?: DkimKey,
): Promise<ComposedMail> => {
  const from = parseSender(mail.from);
  const html = fillIn(mail.html, recipient.replace, escapeHtml);
  const text = fillIn(mail.text, recipient.replace, (value) => value);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const messageId = `<${nameFor(key, recipient.id)}@${domain}>`;
  const composer = new MailComposer({
    from,
    to: { name: '', address: recipient.address },
    ...(mail.replyTo ? { replyTo: parseSender(mail.replyTo) } : {}),
    subject: mail.subject,
    messageId,
    date: new Date(at.epochMilliseconds),
    html,
    text,
    headers: headersOf(mail, recipient),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  const built = await composer.compile().build();
  const raw = dkim ? await signMail(built, domain, dkim) : built;
  return { messageId, sender: from.address, subject: mail.subject, html, text, raw };
};

const headersOf = (mail: Mail, recipient: Recipient) => {
  const { 'List-Unsubscribe': target, ...oneClick } = leavingHeaders(recipient);
  return {
    ...(mail.listId
      ? { 'List-Id': { prepared: true, foldLines: true, value: listIdOf(mail.listId) } }
      : { 'Auto-Submitted': 'auto-generated' }),
    // Unfolded on purpose: some mail servers that sign later break a folded one.
    ...(target ? { 'List-Unsubscribe': { prepared: true, value: target } } : {}),
    ...oneClick,
  };
};

/** Fills in all keys in one pass, longer keys first, so that a value is never searched for keys again. */
const fillIn = (template: string, values: Readonly<Record<string, string>>, encode: (value: string) => string): string => {
  const keys = Object.keys(values).filter((key) => key !== '');
  if (keys.length === 0) return template;
  const pattern = keys
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return template.replace(new RegExp(pattern, 'g'), (key) => encode(values[key] ?? ''));
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** A value as it stands in html, also within an attribute. */
export const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
