import { DefaultTemplate } from '@payloadcms/next/templates';
import { Gutter, SetStepNav } from '@payloadcms/ui';
import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';
import { MAILBOX } from '#i18n/mailbox';
import { readEnv } from '#runtime/env';
import { MailboxList } from './mailbox-list';
import { MailboxMail } from './mailbox-mail';
import { isAbove, languageOf, mailScopeOf, viewerOf } from './viewer';
import './mailbox.css';

/** `/admin/postfach`: mails that stay on this machine. Custom views are open to everybody, so this one looks itself. */
export const MailboxView = async ({ initPageResult, params, payload, searchParams }: AdminViewServerProps) => {
  const { req, locale, permissions, visibleEntities } = initPageResult;
  const { admin } = payload.config.routes;
  const viewer = viewerOf(req.user);
  if (!viewer) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/postfach`)}`);
  const language = languageOf(req.i18n);
  const { dataDir, smtpUrl } = readEnv();
  const name = searchParams?.mail;
  const here = `${admin}/postfach`;
  const scope = mailScopeOf(viewer);
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      params={params ?? {}}
      payload={payload}
      permissions={permissions}
      searchParams={searchParams ?? {}}
      {...(req.user ? { user: req.user } : {})}
      req={req}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: MAILBOX.title[language], ...(name ? { url: here } : {}) }]} />
      <Gutter className="mailbox">
        {!isAbove(viewer) ? (
          <p>{MAILBOX.refused[language]}</p>
        ) : typeof name === 'string' ? (
          <MailboxMail name={name} dataDir={dataDir} scope={scope} here={here} language={language} />
        ) : (
          <MailboxList
            dataDir={dataDir}
            scope={scope}
            mailServer={smtpUrl && new URL(smtpUrl).hostname}
            here={here}
            language={language}
          />
        )}
      </Gutter>
    </DefaultTemplate>
  );
};
