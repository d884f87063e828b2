import { Link, Section, Text } from '@react-email/components';
import { render } from '@react-email/render';
import { oneLine } from '#domain/text';
import { type AccountMailLines, accountMailLines, type ComposeAccountMail, LINK_WORDS } from '#i18n/account-mail';
import { MailLayout } from './mail-layout';
import { Hint, MailHead, MainButton, Paragraph } from './mail-parts';
import { STYLE } from './mail-style';

/** A mail about somebody's own account: an invitation, a forgotten password, a changed address. */
export const composeAccountMail: ComposeAccountMail = async (mail) => {
  const lines = accountMailLines({ ...mail, name: oneLine(mail.name) });
  const linkWords = LINK_WORDS[mail.language];
  const html = await render(
    <MailLayout language={mail.language} title={lines.subject} preheader={lines.sentences[1] ?? ''}>
      <Section className="block" style={{ ...STYLE.block, paddingTop: 26, paddingBottom: 32 }}>
        <MailHead kicker={lines.kicker} title={lines.heading} />
        {lines.sentences.map((sentence) => (
          <Paragraph key={sentence}>{sentence}</Paragraph>
        ))}
        {lines.action && <Action action={lines.action} words={linkWords} />}
        <Hint>{lines.hint}</Hint>
      </Section>
    </MailLayout>,
  );
  return { subject: lines.subject, html, text: plainText(lines) };
};

type Action = NonNullable<AccountMailLines['action']>;

const Action = ({ action, words }: { readonly action: Action; readonly words: string }) => (
  <>
    <MainButton href={action.link} label={action.label} />
    <Hint>{words}</Hint>
    <Text className="muted" style={{ ...STYLE.small, marginTop: 0 }}>
      <Link className="link" href={action.link} style={STYLE.link}>
        {action.link}
      </Link>
    </Text>
  </>
);

const plainText = ({ heading, sentences, action, hint }: AccountMailLines): string =>
  [heading, ...sentences, action && `${action.label}:\n${action.link}`, hint].filter(Boolean).join('\n\n');
