import { Section } from '@react-email/components';
import { render } from '@react-email/render';
import { ledgerUrl } from '#domain/addresses';
import type { Language } from '#domain/content';
import { oneLine } from '#domain/text';
import { NOTICE_BUTTONS, NOTICE_HEADINGS, NOTICE_WORDS } from '#i18n/notice';
import { PURPOSE_WORDS } from '#i18n/words';
import { textAsItAppears } from './appearance';
import { MailLayout } from './mail-layout';
import { Hint, MailHead, MainButton, Paragraph, Verbatim } from './mail-parts';
import { STYLE } from './mail-style';
import { isRequest, type NoticeInput, type NoticeLines, noticeLines } from './notice-lines';

/** A mail to an editor about one ledger row: what happened, what to do next, the exact text, the way to the ledger. */
export const composeNotice = async (input: NoticeInput): Promise<{ subject: string; html: string; text: string }> => {
  const { language, about } = input;
  const lines = noticeLines(input);
  const heading = NOTICE_HEADINGS[about.kind][language];
  const notice: Notice = {
    ...lines,
    kind: about.kind,
    language,
    heading,
    // The same content is asked about more than once on a channel: to announce it, to remind of it.
    subject: `${heading}: ${lines.title} (${oneLine(input.channel.name)}, ${PURPOSE_WORDS[input.delivery.purpose][language]})`,
    exact: textAsItAppears(input),
    url: about.kind === 'handover-due' ? about.confirmUrl : ledgerUrl(input.delivery.id, input.publicUrl),
  };
  return { subject: notice.subject, html: await render(<NoticeMail notice={notice} />), text: plainText(notice) };
};

type Notice = NoticeLines & {
  readonly kind: NoticeInput['about']['kind'];
  readonly language: Language;
  readonly heading: string;
  readonly subject: string;
  readonly exact: string;
  readonly url: string;
};

const NoticeMail = ({ notice }: { readonly notice: Notice }) => {
  const { language, kind } = notice;
  return (
    <MailLayout language={language} title={notice.subject} preheader={notice.sentences.at(-1) ?? ''}>
      <Section className="block" style={{ ...STYLE.block, paddingTop: 26, paddingBottom: 32 }}>
        <MailHead kicker={notice.heading} title={notice.title} />
        {notice.sentences.map((sentence) => (
          <Paragraph key={sentence}>{sentence}</Paragraph>
        ))}
        {notice.quote && <Verbatim label={notice.quote.label} text={notice.quote.text} />}
        <Verbatim label={textLabel(notice)} text={notice.exact} />
        {notice.picture && <Hint>{notice.picture}</Hint>}
        {isRequest(notice) && <Paragraph>{NOTICE_WORDS.approvalHint[language]}</Paragraph>}
        <MainButton href={notice.url} label={NOTICE_BUTTONS[kind][language]} />
        <Hint>{notice.basis}</Hint>
        <Hint>{NOTICE_WORDS.why[language]}</Hint>
      </Section>
    </MailLayout>
  );
};

const textLabel = (notice: Notice): string =>
  (isRequest(notice) ? NOTICE_WORDS.exactText : NOTICE_WORDS.sentText)[notice.language];

const RULE = '-'.repeat(40);

const plainText = (notice: Notice): string => {
  const { language, kind } = notice;
  return [
    `${notice.heading}: ${notice.title}`,
    ...notice.sentences,
    notice.quote && `${notice.quote.label}: ${notice.quote.text}`,
    `${textLabel(notice)}:\n${RULE}\n${notice.exact}\n${RULE}`,
    notice.picture,
    isRequest(notice) && NOTICE_WORDS.approvalHint[language],
    `${NOTICE_BUTTONS[kind][language]}: ${notice.url}`,
    `${notice.basis}\n${NOTICE_WORDS.why[language]}`,
  ]
    .filter(Boolean)
    .join('\n\n');
};
