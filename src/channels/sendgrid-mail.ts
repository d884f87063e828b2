import { classes } from '@sendgrid/helpers';
import type { MailJSON } from '@sendgrid/helpers/classes/mail';
import type { MailDataRequired } from '@sendgrid/mail';
import type { Mail, Recipient } from '#domain/message';
import { headerLine, leavingHeaders, listIdOf, parseSender } from './mail-headers';
import { escapeHtml } from './mime';

/** As many people as one request may name (Mail Send, `personalizations`). */
const MOST_PEOPLE = 1_000;

/**
 * What SendGrid keeps with a mail and repeats in every event about it: our ids alone, because it keeps them for long and takes them for
 * no personal data. Names that no event has itself (`attempt` is one of its own).
 */
export const PERSON_ARGS = { dispatch: 'dispatch_key', attempt: 'attempt_number', subscriber: 'subscriber_id' } as const;

/**
 * A batch as one request: one personalization per person, so that everybody gets a mail of their own. Every tracking is off, whatever
 * the account says; leaving is ours (no `asm`), and nobody's suppression is bypassed. Throws RangeError for more than 1,000 people.
 */
export const sendgridMail = (mail: Mail, people: readonly Recipient[], key: string, attempt: number): MailDataRequired => {
  if (people.length > MOST_PEOPLE) throw new RangeError(`a request takes ${MOST_PEOPLE} people, not ${people.length}`);
  const marks = marksOf(people);
  const request: MailJSON = {
    from: senderOf(mail.from),
    ...(mail.replyTo ? { reply_to: senderOf(mail.replyTo) } : {}),
    subject: headerLine(mail.subject),
    content: [
      { type: 'text/plain', value: mail.text },
      { type: 'text/html', value: marks.reduce((html, { mark, inHtml }) => html.replaceAll(mark, inHtml), mail.html) },
    ],
    headers: mail.listId ? { 'List-Id': listIdOf(mail.listId) } : { 'Auto-Submitted': 'auto-generated' },
    tracking_settings: NO_TRACKING,
    personalizations: people.map((person) => ({
      to: [{ email: person.address }],
      headers: { ...leavingHeaders(person) },
      substitutions: substitutionsOf(person, marks),
      custom_args: {
        [PERSON_ARGS.dispatch]: key,
        [PERSON_ARGS.attempt]: String(attempt),
        [PERSON_ARGS.subscriber]: person.id,
      },
    })),
  };
  return readyMail(request);
};

/**
 * A mail that is the request already, which the package takes as it is, though its types only know what it makes a mail of: its own
 * copies every person several times over, which takes half of all sending.
 */
const readyMail = (request: MailJSON): MailDataRequired =>
  Object.assign(new classes.Mail(), { toJSON: () => request }) as unknown as MailDataRequired;

/** Everybody once: SendGrid refuses a whole request that names an address twice, however it is written. The first one stays. */
export const withoutDoubles = (people: readonly Recipient[]): readonly Recipient[] => {
  const seen = new Set<string>();
  return people.filter(({ address }) => {
    const written = address.toLowerCase();
    if (seen.has(written)) return false;
    seen.add(written);
    return true;
  });
};

const NO_TRACKING = {
  click_tracking: { enable: false, enable_text: false },
  open_tracking: { enable: false },
  subscription_tracking: { enable: false },
  ganalytics: { enable: false },
};

const senderOf = (sender: string): { name?: string; email: string } => {
  const { name, address } = parseSender(sender);
  return name === '' ? { email: address } : { name, email: address };
};

/** What is replaced for each person; `inHtml` is another mark where somebody's value needs escaping there. */
type Mark = { readonly mark: string; readonly inHtml: string };

const marksOf = (people: readonly Recipient[]): readonly Mark[] => {
  const marks = [...new Set(people.flatMap(({ replace }) => Object.keys(replace)))].filter((mark) => mark !== '');
  return marks.map((mark, index) => {
    const needsEscaping = people.some(({ replace }) => escapeHtml(replace[mark] ?? '') !== (replace[mark] ?? ''));
    return { mark, inHtml: needsEscaping ? `[[html-${index}]]` : mark };
  });
};

const substitutionsOf = ({ replace }: Recipient, marks: readonly Mark[]): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const { mark, inHtml } of marks) {
    if (inHtml !== mark) found[inHtml] = escapeHtml(replace[mark] ?? '');
    found[mark] = replace[mark] ?? '';
  }
  return found;
};
