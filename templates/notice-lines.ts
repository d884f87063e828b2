import { type AfterSilence, type ChannelKind, type ChannelSettings, isNewsletter } from '#domain/channel';
import { inLanguage, type Language } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import { oneLine, stripControls } from '#domain/text';
import { type Instant, isBefore } from '#domain/time';
import { dayInWords, momentWithZone, timeInWords } from '#i18n/dates';
import {
  askSentence,
  declinedSentence,
  dueSentence,
  failedSentence,
  handoverDueSentence,
  leavesSentence,
  type Medium,
  NOTICE_WORDS,
  noEditorSentence,
  noSilenceSentence,
  partlySentence,
  quoted,
  silenceSentence,
  unclearSentence,
} from '#i18n/notice';
import { AFTER_SILENCE } from '#i18n/unclear';
import type { Words } from '#i18n/words';
import type { AppearanceInput } from './appearance';
import { contentInWords, spokenName } from './content-words';

/**
 * What a notice is about. `because` tells the kinds apart; `language` is the reader's, `now` when it is written. Approval: `dueAt`, `latestAt` and the rule
 * come from the row. Declined: the reason as typed. Failed: what the provider answered; partly: and how many people it concerns.
 */
export type NoticeInput = Omit<AppearanceInput, 'delivery' | 'channel'> & {
  readonly delivery: Delivery;
  readonly channel: Pick<ChannelSettings, 'carrier' | 'language' | 'kind' | 'name'>;
  readonly language: Language;
  readonly now: Instant;
  readonly about:
    | { readonly kind: 'approval' | 'no-editor' }
    | { readonly kind: 'unclear'; readonly after: AfterSilence }
    | { readonly kind: 'declined'; readonly reason: string }
    | { readonly kind: 'failed'; readonly answer: string }
    | { readonly kind: 'partly'; readonly people: number; readonly answer: string }
    | { readonly kind: 'handover-due'; readonly confirmUrl: string; readonly askUntil: Instant };
};

/** The words of one notice in the reader's language. */
export type NoticeLines = {
  readonly title: string;
  /** What happened and what to do, one paragraph each. */
  readonly sentences: readonly string[];
  /** Somebody's words: the reason for a no, the answer of a provider. */
  readonly quote?: { readonly label: string; readonly text: string } | undefined;
  readonly picture?: string | undefined;
  /** The clause with its text, or that it is the body's own content. */
  readonly basis: string;
};

/** True when the notice asks for a decision about what has not left. */
export const isRequest = ({ kind }: Pick<NoticeInput['about'], 'kind'>): boolean => kind === 'approval' || kind === 'no-editor';

/** What is to be said, by the kind of notice. */
export const noticeLines = (input: NoticeInput): NoticeLines => {
  const { about, content, language } = input;
  const picture = isRequest(about) && !isNewsletter(input.channel.kind) ? content.picture : undefined;
  return {
    title: oneLine(inLanguage(content.title, language)),
    sentences: sentencesOf(input).map((words) => words[language]),
    quote: quoteOf(about, language),
    picture: picture && `${NOTICE_WORDS.picture[language]}: ${oneLine(inLanguage(picture.alt, language))}`,
    basis: basisOf(input.delivery, language),
  };
};

const sentencesOf = (input: NoticeInput): readonly Words[] => {
  const { about, channel, delivery, organisations } = input;
  const name = oneLine(channel.name);
  const carrier = organisations.get(delivery.carrier);
  switch (about.kind) {
    case 'approval':
    case 'no-editor':
      return requestSentences(input, name);
    case 'declined':
      return [declinedSentence(carrier ? spokenName(carrier) : name, name, delivery.purpose)];
    case 'failed':
      return [failedSentence(name)];
    case 'partly':
      return [partlySentence(name, about.people)];
    case 'unclear':
      return [unclearSentence(name), AFTER_SILENCE[about.after]];
    case 'handover-due':
      return [handoverDueSentence(name, delivery.purpose, both(momentWithZone, about.askUntil))];
  }
};

const requestSentences = (input: NoticeInput, name: string): readonly Words[] => {
  const { about, content, delivery, language, organisations, publicUrl } = input;
  const { owners } = contentInWords(content, organisations, publicUrl, language);
  const clause = delivery.because.kind === 'clause' ? delivery.because.code : undefined;
  const carrier = organisations.get(delivery.carrier);
  const isNobody = about.kind === 'no-editor';
  return [
    isNobody
      ? noEditorSentence(carrier ? spokenName(carrier) : name, name, content.kind, delivery.purpose, owners)
      : askSentence(name, content.kind, delivery.purpose, owners),
    whenSentence(input),
    delivery.approval.kind === 'silence' && !isNobody
      ? silenceSentence(delivery.approval.hours, clause)
      : noSilenceSentence(both(momentWithZone, delivery.latestAt)),
  ];
};

/** Nothing leaves without a yes, whatever moment the plan names. */
const whenSentence = ({ about, channel, delivery: { approval, dueAt }, now }: NoticeInput): Words => {
  const medium = mediumOf(channel.kind);
  return isBefore(now, dueAt)
    ? leavesSentence(both(dayInWords, dueAt), both(timeInWords, dueAt), medium)
    : dueSentence(medium, approval.kind === 'silence' && about.kind === 'approval');
};

const mediumOf = (kind: ChannelKind): Medium => {
  if (isNewsletter(kind)) return 'edition';
  return kind === 'feed' ? 'feed' : 'post';
};

const both = (say: (at: Instant, language: Language) => string, at: Instant): Record<Language, string> => ({
  de: say(at, 'de'),
  en: say(at, 'en'),
});

const quoteOf = (about: NoticeInput['about'], language: Language): NoticeLines['quote'] => {
  const [label, said] =
    about.kind === 'declined'
      ? [NOTICE_WORDS.reason, about.reason]
      : [NOTICE_WORDS.answer, 'answer' in about ? about.answer : ''];
  const text = stripControls(said).trim();
  return text ? { label: label[language], text } : undefined;
};

const basisOf = ({ because }: Delivery, language: Language): string => {
  const label = NOTICE_WORDS.clause[language];
  if (because.kind === 'own-channel') return `${label}: ${NOTICE_WORDS.ownChannel[language]}`;
  const note = because.agreed ? '' : ` (${NOTICE_WORDS.proposal[language]})`;
  const clause = language === 'de' ? 'Regel' : 'clause';
  return `${label}: ${clause} ${because.code}, ${quoted(oneLine(because.text))[language]}${note}`;
};
