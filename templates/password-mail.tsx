import { Section } from '@react-email/components';
import { render } from '@react-email/render';
import type { Language } from '#domain/content';
import { oneLine } from '#domain/text';
import { greeting, PASSWORD_MAIL } from '#i18n/account-mail';
import { MailLayout } from './mail-layout';
import { Hint, MailHead, MainButton, Paragraph } from './mail-parts';
import { STYLE } from './mail-style';

type PasswordMailInput = {
  readonly name: string;
  /** Absolute; good for one hour. */
  readonly link: string;
  readonly language: Language;
};

/** The mail with the link for a new password, as HTML. */
export const composePasswordMail = (input: PasswordMailInput): Promise<string> => render(<PasswordMail {...input} />);

const PasswordMail = ({ name, link, language }: PasswordMailInput) => (
  <MailLayout language={language} title={PASSWORD_MAIL.subject[language]} preheader={PASSWORD_MAIL.task[language]}>
    <Section className="block" style={{ ...STYLE.block, paddingTop: 26, paddingBottom: 32 }}>
      <MailHead kicker={greeting(oneLine(name), language)} title={PASSWORD_MAIL.heading[language]} />
      <Paragraph>{PASSWORD_MAIL.task[language]}</Paragraph>
      <MainButton href={link} label={PASSWORD_MAIL.button[language]} />
      <div data-skip-in-text="true">
        <Hint>{link}</Hint>
      </div>
      <Hint>{PASSWORD_MAIL.why[language]}</Hint>
    </Section>
  </MailLayout>
);
