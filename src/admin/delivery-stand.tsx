import { silenceEnds } from '#domain/approval';
import { isNewsletter } from '#domain/channel';
import type { Language } from '#domain/content';
import { isBefore } from '#domain/time';
import { momentWithZone } from '#i18n/dates';
import {
  askedAt,
  awaitingSentence,
  deciders,
  handedOverSentence,
  LEDGER_PAGE,
  plannedSentence,
  readySentence,
  STANDS,
  sentSentence,
  silenceSentence,
  unreachedSentence,
} from '#i18n/ledger-page';
import { REASON_WORDS, type Words } from '#i18n/words';
import { Countdown } from './countdown.client';
import { DeliveryActions } from './delivery-actions.client';
import type { DeliveryPage } from './delivery-load';
import './ledger-forms.css';

/** How the row stands in one or two sentences, how long silence still runs, and the buttons for those who decide. */
export const DeliveryStand = ({ page }: { readonly page: DeliveryPage }) => {
  const { delivery, row, open, language } = page;
  const silent = runningSilence(page);
  return (
    <section className={`ledger-card ledger-stand ledger-stand--${delivery.status}`} aria-labelledby="ledger-stand">
      <h2 id="ledger-stand">{LEDGER_PAGE.next[language]}</h2>
      <p>
        {standInWords(page)[language]} {silent && <Countdown minutes={silent.minutes} language={language} />}
      </p>
      {delivery.reason && <p>{REASON_WORDS[delivery.reason][language]}.</p>}
      {row.declineReason && (
        <p>
          {LEDGER_PAGE.reason[language]}: {row.declineReason}
        </p>
      )}
      {open.length > 0 ? (
        <DeliveryActions
          // A new status brings new buttons, not the old ones with an open form.
          key={`${delivery.status} ${delivery.fingerprint}`}
          url={`/api/deliveries/${delivery.id}`}
          open={[...open]}
          fingerprint={delivery.fingerprint}
          text={textForActions(page)}
          language={language}
        />
      ) : (
        isDecidable(page) && <p className="ledger-small">{deciders(row.carrierName ?? '')[language]}</p>
      )}
    </section>
  );
};

const DECIDABLE = ['awaiting-approval', 'handed-over', 'unconfirmed', 'failed'] as const;
const isDecidable = ({ delivery }: DeliveryPage): boolean => DECIDABLE.some((status) => status === delivery.status);

/** Posts and newsletters take an own text; what stands there already is where people begin. */
const textForActions = ({ delivery, text }: DeliveryPage) =>
  text && text.kind !== 'feed'
    ? {
        start: delivery.ownText ?? (text.kind === 'post' ? text.text : ''),
        isStale: delivery.ownTextStale,
        limits: text.limits,
        link: text.kind === 'post' ? text.link : undefined,
      }
    : undefined;

const runningSilence = ({ delivery, now }: DeliveryPage): { readonly minutes: number } | undefined => {
  const ends = delivery.status === 'awaiting-approval' ? silenceEnds(delivery) : undefined;
  if (!ends || !isBefore(now, ends) || !isBefore(ends, delivery.latestAt)) return undefined;
  return { minutes: now.until(ends).total('minutes') };
};

const standInWords = (page: DeliveryPage): Words => {
  const { delivery, channel, now } = page;
  const facts = (language: Language) => ({
    carrier: page.row.carrierName ?? '',
    latest: momentWithZone(delivery.latestAt, language),
  });
  const said = (sentence: (language: Language) => Words): Words => ({ de: sentence('de').de, en: sentence('en').en });
  switch (delivery.status) {
    case 'planned':
      return said((one) => plannedSentence(facts(one), askInWords(page, one)));
    case 'awaiting-approval':
      return said((one) => awaitingSentence(facts(one), silenceInWords(page, one)));
    case 'ready':
      return said((one) =>
        readySentence(isBefore(now, delivery.dueAt) ? momentWithZone(delivery.dueAt, one) : undefined, wayOf(channel)),
      );
    case 'sent':
      return said((one) => sentSentence(momentWithZone(delivery.sentAt ?? delivery.dueAt, one), wayOf(channel)));
    case 'handed-over':
      return said((one) => handedOverSentence(delivery.askUntil && momentWithZone(delivery.askUntil, one)));
    default:
      return STANDS[delivery.status];
  }
};

const wayOf = (channel: DeliveryPage['channel']): 'feed' | 'newsletter' | 'post' => {
  if (channel?.kind === 'feed') return 'feed';
  return channel && isNewsletter(channel.kind) ? 'newsletter' : 'post';
};

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
