import Link from 'next/link';
import type { Language } from '#domain/content';
import { instant } from '#domain/time';
import { shortMoment } from '#i18n/dates';
import { MAILBOX, mailServerSentence } from '#i18n/mailbox';
import { listMails, type MailScope, type MailSummary } from '#runtime/mailbox';

type Props = {
  readonly dataDir: string;
  readonly scope: MailScope;
  /** Host of the mail server; undefined where mails stay in the folder. */
  readonly mailServer: string | undefined;
  /** Which page of the list, from 1. */
  readonly page: number;
  readonly here: string;
  readonly language: Language;
};

/** As many mails as one page shows. */
const SHOWN = 50;

/** Mails of the outbox folder, newest first, or where mails go instead. */
export const MailboxList = async ({ dataDir, scope, mailServer, page, here, language }: Props) => {
  // One more than is shown tells whether there are older ones.
  const found = await listMails(dataDir, scope, { limit: SHOWN + 1, skip: (page - 1) * SHOWN });
  const mails = found.slice(0, SHOWN);
  return (
    <>
      <h1>{MAILBOX.title[language]}</h1>
      <p className="mailbox-hint">{(mailServer ? mailServerSentence(mailServer) : MAILBOX.folder)[language]}</p>
      {scope === 'harmless' && !mailServer && <p className="mailbox-hint">{MAILBOX.accountMails[language]}</p>}
      {mails.length === 0 && !mailServer && <p>{MAILBOX.empty[language]}</p>}
      {mails.length > 0 && mailServer && <p>{MAILBOX.older[language]}</p>}
      {mails.length > 0 && <Mails mails={mails} here={here} language={language} />}
      <Pages page={page} hasOlder={found.length > SHOWN} here={here} language={language} />
    </>
  );
};

type PagesProps = Pick<Props, 'page' | 'here' | 'language'> & { readonly hasOlder: boolean };

const Pages = ({ page, hasOlder, here, language }: PagesProps) =>
  page > 1 || hasOlder ? (
    <nav className="mailbox-pages" aria-label={MAILBOX.pages[language]}>
      {page > 1 && <Link href={`${here}?seite=${page - 1}`}>{MAILBOX.newerPage[language]}</Link>}
      {hasOlder && <Link href={`${here}?seite=${page + 1}`}>{MAILBOX.olderPage[language]}</Link>}
    </nav>
  ) : null;

type MailsProps = Pick<Props, 'here' | 'language'> & { readonly mails: readonly MailSummary[] };

const Mails = ({ mails, here, language }: MailsProps) => (
  <table className="mailbox-table">
    <thead>
      <tr>
        <th scope="col">{MAILBOX.subject[language]}</th>
        <th scope="col">{MAILBOX.to[language]}</th>
        <th scope="col">{MAILBOX.dateHeading[language]}</th>
      </tr>
    </thead>
    <tbody>
      {mails.map((mail) => (
        <tr key={mail.name}>
          <td>
            <Link href={`${here}?mail=${mail.name}`} prefetch={false}>
              {mail.subject}
            </Link>
          </td>
          <td>{mail.to}</td>
          <td className="mailbox-date">{shortMoment(instant(mail.date), language)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
