import type { DaysLeft } from '#domain/access';
import type { Language } from '#domain/content';
import { oneLine } from '#domain/text';
import type { Instant } from '#domain/time';
import { momentWithZone } from '#i18n/dates';
import { accessInWords, NOTICE_BUTTONS, NOTICE_HEADINGS } from '#i18n/notice';
import { composeShortNotice } from './short-notice';

/** What the mail names: the channel, until when its access is good, where it is renewed, the reader's language. */
type AccessNotice = {
  readonly channel: string;
  readonly until: Instant;
  readonly days: DaysLeft;
  readonly url: string;
  readonly language: Language;
};

/** A mail to an editor about a channel whose access to its account ends soon, or has ended: what to do now. */
export const composeAccessNotice = ({
  channel,
  until,
  days,
  url,
  language,
}: AccessNotice): Promise<{ subject: string; html: string; text: string }> =>
  composeShortNotice({
    ...{ title: oneLine(channel), url, language },
    heading: NOTICE_HEADINGS[days === 0 ? 'access-ended' : 'access-ends'][language],
    sentence: accessInWords(oneLine(channel), { de: momentWithZone(until, 'de'), en: momentWithZone(until, 'en') }, days)[
      language
    ],
    button: NOTICE_BUTTONS['access-ends'][language],
  });
