import type { Language } from '#domain/content';
import type { EndingVersion } from '#domain/interface-version';
import { dayInWords } from '#i18n/dates';
import { NOTICE_BUTTONS, NOTICE_HEADINGS, versionInWords } from '#i18n/notice';
import { composeShortNotice } from './short-notice';

/** A mail to those above: the version of LinkedIn's interface that we speak ends, and who can do what about it. */
export const composeVersionNotice = ({
  until,
  days,
  url,
  language,
}: EndingVersion & { readonly url: string; readonly language: Language }): Promise<{
  subject: string;
  html: string;
  text: string;
}> =>
  composeShortNotice({
    ...{ title: 'LinkedIn', url, language },
    heading: NOTICE_HEADINGS[days === 0 ? 'version-ended' : 'version-ends'][language],
    sentence: versionInWords({ de: dayInWords(until, 'de'), en: dayInWords(until, 'en') }, days)[language],
    button: NOTICE_BUTTONS['version-ends'][language],
  });
