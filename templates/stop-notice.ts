import type { Language } from '#domain/content';
import { oneLine } from '#domain/text';
import { meanwhileInWords, mendInWords, type StoppedChannel, stopInWords } from '#i18n/channel-stop';
import { NOTICE_HEADINGS } from '#i18n/notice';
import { composeShortNotice } from './short-notice';

/** What the mail says: which channel stopped and why, whether people post by hand meanwhile, where it is mended, the reader's language. */
type StopNotice = {
  readonly channel: StoppedChannel;
  readonly isByHand: boolean;
  readonly url: string;
  readonly language: Language;
};

/** A mail to an editor about a channel that stopped by itself: why, what becomes of what is due, what to do. */
export const composeStopNotice = ({
  channel,
  isByHand,
  url,
  language,
}: StopNotice): Promise<{ subject: string; html: string; text: string }> => {
  const name = oneLine(channel.name);
  const { sentence, button } = mendInWords(channel);
  const said = [stopInWords({ ...channel, name }), meanwhileInWords(isByHand), sentence].map((one) => one[language]);
  return composeShortNotice({
    ...{ title: name, url, language },
    heading: NOTICE_HEADINGS['channel-stopped'][language],
    sentence: said.join(' ').trim(),
    button: button[language],
  });
};
