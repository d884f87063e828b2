import type { AdminViewServerProps } from 'payload';
import { isAbove } from '#domain/role';
import { MAILBOX } from '#i18n/mailbox';
import { readEnv } from '#runtime/env';
import { MailboxList } from './mailbox-list';
import { MailboxMail } from './mailbox-mail';
import { PageFrame, pageRequest } from './page-frame';
import { mailScopeOf } from './viewer';
import './mailbox.css';

/** `/admin/postfach`: mails that stay on this machine. */
export const MailboxView = (view: AdminViewServerProps) => {
  const { admin, language, searchParams, viewer } = pageRequest(view, '/postfach');
  const { dataDir, smtpUrl } = readEnv();
  const name = searchParams.mail;
  const here = `${admin}/postfach`;
  const scope = mailScopeOf(viewer);
  return (
    <PageFrame view={view} steps={[{ label: MAILBOX.title, ...(name ? { url: here } : {}) }]} className="mailbox">
      {!isAbove(viewer) ? (
        <p>{MAILBOX.refused[language]}</p>
      ) : typeof name === 'string' ? (
        <MailboxMail name={name} dataDir={dataDir} scope={scope} here={here} language={language} />
      ) : (
        <MailboxList
          dataDir={dataDir}
          scope={scope}
          mailServer={smtpUrl && new URL(smtpUrl).hostname}
          page={Math.max(1, Math.trunc(Number(searchParams.seite)) || 1)}
          here={here}
          language={language}
        />
      )}
    </PageFrame>
  );
};
