import { silenceEnds } from '#domain/approval';
import { afterSilence, type Departure, departureOf } from '#domain/channel';
import type { Language } from '#domain/content';
import { isBefore } from '#domain/time';
import { answerInWords, PICTURE_LEFT_OUT } from '#i18n/answers';
import { whyInWords } from '#i18n/channel-stop';
import { momentWithZone } from '#i18n/dates';
import {
  askedAt,
  awaitingSentence,
  FAILED,
  handedOverSentence,
  overtakenSentence,
  plannedSentence,
  readySentence,
  STANDS,
  STOPS,
  sentSentence,
  silenceSentence,
  TEXT_LOST,
  unreachedSentence,
  type Way,
} from '#i18n/ledger-page';
import { placeSentence, RULE_WORDS, restSentence } from '#i18n/spacing';
import { AFTER_SILENCE } from '#i18n/unclear';
import { REASON_WORDS, type Words, words } from '#i18n/words';
import type { DeliveryPage } from './delivery-load';
import type { WaitingPlace } from './delivery-place';

/** How a row stands, whether people stopped what it leaves through (then nothing leaves shortly), and whether its picture or own text fell away. */
export const standSentences = (page: DeliveryPage): readonly Words[] => [
  ...leavingSentences(page),
  ...silenceSentences(page),
  ...leftOutSentences(page),
  ...(page.isTextLost ? [TEXT_LOST.what, ...rewordingSentences(page)] : []),
];

/** Why it was missed, withdrawn, failed or given to a person: what its network said, where it refused it; undefined where nothing of that happened. */
export const reasonSentence = ({ delivery, attempts, open, text }: DeliveryPage): Words | undefined => {
  const { status, reason } = delivery;
  if (!reason) return undefined;
  const refusal = reason === 'rejected' ? attempts.at(-1)?.outcome : undefined;
  const why = (refusal && answerInWords(refusal)) ?? REASON_WORDS[reason];
  if (status !== 'failed') return words(`${why.de}.`, `${why.en}.`);
  const isTextRefused = refusal?.kind === 'rejected' && refusal.code === 'duplicate';
  const advice = isTextRefused && text && open.includes('reword') ? FAILED.reword : words('', '');
  return words(`${FAILED.why.de}: ${why.de}. ${advice.de}`.trim(), `${FAILED.why.en}: ${why.en}. ${advice.en}`.trim());
};

/** What the house itself does about a row of unknown fate. */
const silenceSentences = ({ delivery, channel, isAskedAfter }: DeliveryPage): readonly Words[] =>
  delivery.status === 'unconfirmed' && channel ? [AFTER_SILENCE[afterSilence(channel.via, isAskedAfter)]] : [];

/** What is there without the picture that was meant to go with it. */
const leftOutSentences = ({ delivery, text }: DeliveryPage): readonly Words[] => {
  const said = delivery.status === 'sent' && text?.leftOut && PICTURE_LEFT_OUT[text.leftOut];
  return said ? [{ de: `${said.de}.`, en: `${said.en}.` }] : [];
};

const rewordingSentences = ({ open, delivery }: DeliveryPage): readonly Words[] => {
  if (delivery.editionId) return [TEXT_LOST.inEdition];
  return open.includes('reword') ? [TEXT_LOST.here] : [];
};

const leavingSentences = (page: DeliveryPage): readonly Words[] => {
  const { delivery, stop, place, now } = page;
  if (!stop) return [place ? placeInWords(place) : standInWords(page)];
  const isDue = delivery.status === 'ready' && !isBefore(now, delivery.dueAt);
  return [...(isDue ? [] : [standInWords(page)]), STOPS[stop], ...whyStopped(page)];
};

/** Why its channel stopped, where it did so by itself. */
const whyStopped = ({ channel, stop }: DeliveryPage): readonly Words[] => {
  if (!channel?.trouble || stop === 'all') return [];
  const { de, en } = whyInWords({ ...channel, trouble: channel.trouble });
  return [{ de: `Grund: ${de}.`, en: `Reason: ${en}.` }];
};

const placeInWords = ({ at, because }: WaitingPlace): Words => {
  const from = at && { de: momentWithZone(at, 'de'), en: momentWithZone(at, 'en') };
  return because === 'rest' ? restSentence(from) : placeSentence(RULE_WORDS[because.rule](because.limit), from);
};

const standInWords = (page: DeliveryPage): Words => {
  const { delivery, now } = page;
  const way = wayOf(page.channel);
  const facts = (language: Language) => ({
    carrier: page.row.carrierName ?? '',
    latest: momentWithZone(delivery.latestAt, language),
  });
  const said = (sentence: (language: Language) => Words): Words => ({ de: sentence('de').de, en: sentence('en').en });
  switch (delivery.status) {
    case 'planned':
      return said((one) => plannedSentence(facts(one), askInWords(page, one), way));
    case 'awaiting-approval':
      return said((one) => awaitingSentence(facts(one), silenceInWords(page, one)));
    case 'ready':
      return said((one) => readySentence(isBefore(now, delivery.dueAt) ? momentWithZone(delivery.dueAt, one) : undefined, way));
    case 'sent':
      return said((one) => sentSentence(momentWithZone(delivery.sentAt ?? delivery.dueAt, one), way));
    case 'handed-over':
      return said((one) => handedInWords(page, delivery.askUntil && momentWithZone(delivery.askUntil, one)));
    default:
      return STANDS[delivery.status];
  }
};

const handedInWords = ({ noLongerTrue }: DeliveryPage, askUntil: string | undefined): Words =>
  noLongerTrue ? overtakenSentence(noLongerTrue, askUntil) : handedOverSentence(askUntil);

const wayOf = (channel: DeliveryPage['channel']): Way => {
  if (!channel) return 'post';
  return channel.kind === 'feed' ? 'feed' : WAYS[departureOf(channel)];
};

const WAYS: Readonly<Record<Departure, Way>> = { single: 'post', edition: 'newsletter', block: 'block' };

const askInWords = ({ delivery, askAt, now }: DeliveryPage, language: Language): Words | undefined => {
  if (delivery.approval.kind === 'automatic') return undefined;
  return askedAt(askAt && isBefore(now, askAt) ? momentWithZone(askAt, language) : undefined);
};

const silenceInWords = ({ delivery }: DeliveryPage, language: Language): Words | undefined => {
  if (delivery.approval.kind !== 'silence') return undefined;
  const ends = silenceEnds(delivery);
  if (!ends) return unreachedSentence(delivery.approval.hours);
  return isBefore(ends, delivery.latestAt) ? silenceSentence(momentWithZone(ends, language)) : undefined;
};
