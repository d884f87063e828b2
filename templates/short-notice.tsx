import { Section } from '@react-email/components';
import { render } from '@react-email/render';
import type { Language } from '#domain/content';
import { NOTICE_WORDS } from '#i18n/notice';
import { MailLayout } from './mail-layout';
import { Hint, MailHead, MainButton, Paragraph } from './mail-parts';
import { STYLE } from './mail-style';

/** A mail to an editor that says one thing and where to go. */
export type ShortNotice = {
  readonly heading: string;
  readonly title: string;
  readonly sentence: string;
  readonly button: string;
  readonly url: string;
  readonly language: Language;
};

/** Puts it into subject, HTML and plain text. */
export const composeShortNotice = async ({
  heading,
  title,
  sentence,
  button,
  url,
  language,
}: ShortNotice): Promise<{ subject: string; html: string; text: string }> => {
  const subject = `${heading}: ${title}`;
  const why = NOTICE_WORDS.why[language];
  const html = await render(
    <MailLayout language={language} title={subject} preheader={sentence}>
      <Section className="block" style={{ ...STYLE.block, paddingTop: 26, paddingBottom: 32 }}>
        <MailHead kicker={heading} title={title} />
        <Paragraph>{sentence}</Paragraph>
        <MainButton href={url} label={button} />
        <Hint>{why}</Hint>
      </Section>
    </MailLayout>,
  );
  return { subject, html, text: [subject, sentence, `${button}: ${url}`, why].join('\n\n') };
};
