import { Link, Section, Text } from '@react-email/components';
import { render } from '@react-email/render';
import { below } from '#domain/addresses';
import type { Signup } from '#domain/signup';
import { LINK_WORDS } from '#i18n/account-mail';
import { momentWithZone } from '#i18n/dates';
import { CONFIRM_MAIL, linkUntil } from '#i18n/signup';
import { MailLayout } from './mail-layout';
import { Hint, Lines, MailHead, MainButton, Paragraph } from './mail-parts';
import { STYLE } from './mail-style';

type ConfirmationInput = {
  readonly signup: Pick<Signup, 'choices' | 'expiresAt'>;
  readonly confirmUrl: string;
  readonly publicUrl: string;
};

/** Asks somebody whether it was them who asked for newsletters: who, what, until when, and nothing that advertises. */
export const composeConfirmation = async (
  input: ConfirmationInput,
): Promise<{ subject: string; html: string; text: string }> => ({
  subject: CONFIRM_MAIL.subject,
  html: await render(<Confirmation {...input} />),
  text: plainText(input),
});

const Confirmation = ({ signup, confirmUrl, publicUrl }: ConfirmationInput) => (
  <MailLayout language="de" title={CONFIRM_MAIL.subject} preheader={newslettersOf(signup).join(', ')}>
    <Section className="block" style={{ ...STYLE.block, paddingTop: 26, paddingBottom: 32 }}>
      <MailHead kicker={CONFIRM_MAIL.kicker} title={CONFIRM_MAIL.button} />
      <Paragraph>{`Guten Tag, ${CONFIRM_MAIL.sentence}`}</Paragraph>
      <Text className="ink" style={{ ...STYLE.text, fontWeight: 600 }}>
        <Lines lines={newslettersOf(signup)} />
      </Text>
      <Paragraph>{CONFIRM_MAIL.ask}</Paragraph>
      <MainButton href={confirmUrl} label={CONFIRM_MAIL.button} />
      <Hint>{linkUntil(momentWithZone(signup.expiresAt, 'de'))}</Hint>
      <Hint>{CONFIRM_MAIL.ignore}</Hint>
      <Hint>{LINK_WORDS.de}</Hint>
      <Text className="muted" style={{ ...STYLE.small, marginTop: 0 }}>
        <Link className="link" href={confirmUrl} style={STYLE.link}>
          {confirmUrl}
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

const newslettersOf = ({ choices }: ConfirmationInput['signup']): readonly string[] =>
  choices.map(({ newsletter, organisation }) => `${newsletter} (${organisation})`);

const plainText = ({ signup, confirmUrl, publicUrl }: ConfirmationInput): string =>
  [
    `Guten Tag, ${CONFIRM_MAIL.sentence}`,
    newslettersOf(signup)
      .map((one) => `- ${one}`)
      .join('\n'),
    `${CONFIRM_MAIL.ask}\n${confirmUrl}`,
    linkUntil(momentWithZone(signup.expiresAt, 'de')),
    CONFIRM_MAIL.ignore,
    `${CONFIRM_MAIL.imprint}: ${below(publicUrl, '/impressum')}`,
  ].join('\n\n');
