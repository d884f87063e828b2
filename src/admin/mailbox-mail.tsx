import Link from 'next/link';
import type { Language } from '#domain/content';
import { instant } from '#domain/time';
import { momentWithZone } from '#i18n/dates';
import { MAILBOX } from '#i18n/mailbox';
import { type MailScope, readMail } from '#runtime/mailbox';

type Props = {
  readonly name: string;
  readonly dataDir: string;
  readonly scope: MailScope;
  readonly here: string;
  readonly language: Language;
};

/** One mail as people see it, in a frame without scripts and without our cookies, and as plain text. */
export const MailboxMail = async ({ name, dataDir, scope, here, language }: Props) => {
  const mail = await readMail(dataDir, name, scope);
  return (
    <>
      <p>
        <Link href={here}>{MAILBOX.back[language]}</Link>
      </p>
      {mail ? (
        <article>
          <h1>{mail.subject}</h1>
          <dl className="mailbox-head">
            <Line label={MAILBOX.from[language]}>{mail.from}</Line>
            <Line label={MAILBOX.to[language]}>{mail.to}</Line>
            <Line label={MAILBOX.date[language]}>{momentWithZone(instant(mail.date), language)}</Line>
          </dl>
          <iframe
            className="mailbox-frame"
            title={MAILBOX.frame[language]}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcDoc={withNewTabs(mail.html)}
          />
          <details>
            <summary>{MAILBOX.text[language]}</summary>
            <pre className="mailbox-text">{mail.text}</pre>
          </details>
        </article>
      ) : (
        <p>{MAILBOX.missing[language]}</p>
      )}
    </>
  );
};

const Line = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Links of the mail open beside the admin, never inside the small frame. */
const withNewTabs = (html: string): string => html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);
