import { Link, Section, Text } from '@react-email/components';
import { render } from '@react-email/render';
import { below } from '#domain/addresses';
import { LINK_WORDS } from '#i18n/account-mail';
import { CONFIRM_MAIL } from '#i18n/signup';
import { MailLayout } from './mail-layout';
import { Hint, Lines, MailHead, MainButton, Paragraph } from './mail-parts';
import { STYLE } from './mail-style';

/** What a mail says to somebody who filled in one of our forms; `listed` stands between the sentence and the question. */
type LinkMail = {
  readonly subject: string;
  readonly kicker: string;
  readonly sentence: string;
  readonly listed: readonly string[];
  readonly ask: string;
  readonly button: string;
  readonly hints: readonly string[];
  readonly url: string;
  readonly publicUrl: string;
};

/** A mail whose one purpose is its link: who, what, until when, and nothing that advertises. */
export const composeLinkMail = async (mail: LinkMail): Promise<{ subject: string; html: string; text: string }> => ({
  subject: mail.subject,
  html: await render(<Mail {...mail} />),
  text: plainText(mail),
});

const Mail = ({ subject, kicker, sentence, listed, ask, button, hints, url, publicUrl }: LinkMail) => (
  <MailLayout language="de" title={subject} preheader={listed.length > 0 ? listed.join(', ') : sentence}>
    <Section className="block" style={{ ...STYLE.block, paddingTop: 26, paddingBottom: 32 }}>
      <MailHead kicker={kicker} title={button} />
      <Paragraph>{`Guten Tag, ${sentence}`}</Paragraph>
      {listed.length > 0 && (
        <Text className="ink" style={{ ...STYLE.text, fontWeight: 600 }}>
          <Lines lines={listed} />
        </Text>
      )}
      <Paragraph>{ask}</Paragraph>
      <MainButton href={url} label={button} />
      {[...hints, LINK_WORDS.de].map((hint) => (
        <Hint key={hint}>{hint}</Hint>
      ))}
      <Text className="muted" style={{ ...STYLE.small, marginTop: 0 }}>
        <Link className="link" href={url} style={STYLE.link}>
          {url}
        </Link>
      </Text>
      <Text className="muted" style={STYLE.small}>
        <Link className="link" href={below(publicUrl, '/impressum')} style={STYLE.link}>
          {CONFIRM_MAIL.imprint}
        </Link>
      </Text>
    </Section>
  </MailLayout>
);

const plainText = ({ sentence, listed, ask, hints, url, publicUrl }: LinkMail): string =>
  [
    `Guten Tag, ${sentence}`,
    listed.map((one) => `- ${one}`).join('\n'),
    `${ask}\n${url}`,
    ...hints,
    `${CONFIRM_MAIL.imprint}: ${below(publicUrl, '/impressum')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
