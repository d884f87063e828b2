import Link from 'next/link';
import type { Language } from '#domain/content';
import { instant } from '#domain/time';
import { shortMoment } from '#i18n/dates';
import { MAILBOX, mailServerSentence, newestSentence } from '#i18n/mailbox';
import { listMails, type MailScope, type MailSummary } from '#runtime/mailbox';

type Props = {
  readonly dataDir: string;
  readonly scope: MailScope;
  /** Host of the mail server; undefined where mails stay in the folder. */
  readonly mailServer: string | undefined;
  readonly here: string;
  readonly language: Language;
};

/** As many mails as one page shows. */
const SHOWN = 200;

/** The newest mails of the outbox folder, or where mails go instead. */
export const MailboxList = async ({ dataDir, scope, mailServer, here, language }: Props) => {
  const mails = await listMails(dataDir, scope, SHOWN);
  return (
    <>
      <h1>{MAILBOX.title[language]}</h1>
      <p className="mailbox-hint">{(mailServer ? mailServerSentence(mailServer) : MAILBOX.folder)[language]}</p>
      {scope === 'harmless' && !mailServer && <p className="mailbox-hint">{MAILBOX.accountMails[language]}</p>}
      {mails.length === 0 && !mailServer && <p>{MAILBOX.empty[language]}</p>}
      {mails.length > 0 && mailServer && <p>{MAILBOX.older[language]}</p>}
      {mails.length > 0 && <Mails mails={mails} here={here} language={language} />}
      {mails.length === SHOWN && <p className="mailbox-hint">{newestSentence(SHOWN)[language]}</p>}
    </>
  );
};

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
