import { Section } from '@react-email/components';
import { render } from '@react-email/render';
import type { Language } from '#domain/content';
import { oneLine } from '#domain/text';
import { NOTICE_BUTTONS, NOTICE_HEADINGS, NOTICE_WORDS, stillPublicSentence, unpublishedSentence } from '#i18n/notice';
import { MailLayout } from './mail-layout';
import { Hint, MailHead, MainButton, Paragraph } from './mail-parts';
import { STYLE } from './mail-style';

/** What the mail names: what was planned, the content's title, where editors find it, the reader's language. */
type PublicationNotice = {
  readonly step: 'publish' | 'unpublish';
  readonly title: string;
  readonly url: string;
  readonly language: Language;
};

/** A mail to an editor about a content that could not be published or taken back at its planned time: what to do now. */
export const composePublicationNotice = async (
  notice: PublicationNotice,
): Promise<{ subject: string; html: string; text: string }> => {
  const { step, url, language } = notice;
  const title = oneLine(notice.title);
  const topic = step === 'publish' ? 'unpublished' : 'still-public';
  const heading = NOTICE_HEADINGS[topic][language];
  const subject = `${heading}: ${title}`;
  const sentence = SENTENCES[topic](title)[language];
  const button = NOTICE_BUTTONS[topic][language];
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

const SENTENCES = { unpublished: unpublishedSentence, 'still-public': stillPublicSentence } as const;
