import type { Language } from '#domain/content';
import { oneLine } from '#domain/text';
import { NOTICE_BUTTONS, NOTICE_HEADINGS, stillPublicSentence, unpublishedSentence } from '#i18n/notice';
import { composeShortNotice } from './short-notice';

/** What the mail names: what was planned, the content's title, where editors find it, the reader's language. */
type PublicationNotice = {
  readonly step: 'publish' | 'unpublish';
  readonly title: string;
  readonly url: string;
  readonly language: Language;
};

/** A mail to an editor about a content that could not be published or taken back at its planned time: what to do now. */
export const composePublicationNotice = ({
  step,
  url,
  language,
  ...notice
}: PublicationNotice): Promise<{ subject: string; html: string; text: string }> => {
  const title = oneLine(notice.title);
  const topic = step === 'publish' ? 'unpublished' : 'still-public';
  return composeShortNotice({
    ...{ title, url, language },
    heading: NOTICE_HEADINGS[topic][language],
    sentence: SENTENCES[topic](title)[language],
    button: NOTICE_BUTTONS[topic][language],
  });
};

const SENTENCES = { unpublished: unpublishedSentence, 'still-public': stillPublicSentence } as const;
