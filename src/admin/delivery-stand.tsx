import Link from 'next/link';
import { silenceEnds } from '#domain/approval';
import { isNetwork } from '#domain/channel';
import { standingOf } from '#domain/decision';
import { isBefore } from '#domain/time';
import { AMENDMENT } from '#i18n/amendment';
import { mendInWords, TO_CHANNEL } from '#i18n/channel-stop';
import { deciders, LEDGER_PAGE } from '#i18n/ledger-page';
import { REMOVAL, REMOVAL_STANDS } from '#i18n/removal';
import { Countdown } from './countdown.client';
import { DeliveryActions } from './delivery-actions.client';
import { amendmentInWords } from './delivery-amendment';
import { SeenTo } from './delivery-amendment.client';
import type { DeliveryPage } from './delivery-load';
import { RemovePost } from './delivery-removal.client';
import { reasonSentence, standSentences } from './stand-words';
import './ledger-forms.css';

type Props = { readonly page: DeliveryPage; readonly adminRoute: string };

/** How the row stands in one or two sentences, how long silence still runs, and the buttons for those who decide. */
export const DeliveryStand = ({ page, adminRoute }: Props) => {
  const { delivery, row, open, language } = page;
  const silent = runningSilence(page);
  return (
    <section className={`ledger-card ledger-stand ledger-stand--${delivery.status}`} aria-labelledby="ledger-stand">
      <h2 id="ledger-stand">{LEDGER_PAGE.next[language]}</h2>
      <p>
        {standSentences(page)
          .map((sentence) => sentence[language])
          .join(' ')}{' '}
        {silent && <Countdown minutes={silent.minutes} language={language} />}
      </p>
      <ToStoppedChannel page={page} adminRoute={adminRoute} />
      {delivery.reason && <p>{reasonSentence(page)?.[language]}</p>}
      {row.declineReason && (
        <p>
          {LEDGER_PAGE.reason[language]}: {row.declineReason}
        </p>
      )}
      {page.amendment && !page.toldBy && <p>{amendmentInWords(page.amendment)[language]}</p>}
      {page.toldBy && (
        <p>
          {AMENDMENT.told[language]}{' '}
          <Link href={`${adminRoute}/collections/deliveries/${page.toldBy}`} prefetch={false}>
            {AMENDMENT.toTold[language]}
          </Link>
        </p>
      )}
      <PostLink page={page} />
      {page.removal && <p>{REMOVAL_STANDS[page.removal][language]}</p>}
      {page.isElsewhere && <p>{REMOVAL.elsewhere[language]}</p>}
      {page.canSeeTo && <SeenTo url={`/api/deliveries/${delivery.id}`} language={language} />}
      {page.canRemove && <RemovePost key={page.removal ?? 'never'} url={`/api/deliveries/${delivery.id}`} language={language} />}
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

/** Where the post stands at its network, before anybody deletes it. */
const PostLink = ({ page: { delivery, channel, removal, language } }: { readonly page: DeliveryPage }) =>
  delivery.url && channel && isNetwork(channel.kind) && removal !== 'accepted' ? (
    <p>
      <a href={delivery.url} rel="noreferrer" target="_blank">
        {LEDGER_PAGE.see[language]}
      </a>
    </p>
  ) : null;

/** The way to where a channel that stopped is let go on, for those who may do that. */
const ToStoppedChannel = ({ page: { delivery, stop, channel, viewer, language }, adminRoute }: Props) => {
  const { above, carrier } = standingOf(viewer, delivery);
  if (!channel || !stop || stop === 'all' || !(above || carrier)) return null;
  const button = channel.trouble ? mendInWords({ ...channel, trouble: channel.trouble }).button : TO_CHANNEL;
  return (
    <p>
      <Link href={`${adminRoute}/collections/channels/${channel.id}`} prefetch={false}>
        {button[language]}
      </Link>
    </p>
  );
};

const DECIDABLE = ['awaiting-approval', 'handed-over', 'unconfirmed', 'failed'] as const;
const isDecidable = ({ delivery }: DeliveryPage): boolean => DECIDABLE.some((status) => status === delivery.status);

/** Posts and newsletters take an own text; what stands there already is where people begin. */
const textForActions = ({ delivery, text, isTextFixed }: DeliveryPage) =>
  text && text.kind !== 'feed' && !isTextFixed
    ? {
        start: delivery.ownText ?? (text.kind === 'post' ? text.text : ''),
        before: delivery.ownText ?? '',
        isStale: delivery.ownTextStale,
        limits: text.limits,
        fixed: text.fixed,
        shown: text.shown,
      }
    : undefined;

const runningSilence = ({ delivery, now }: DeliveryPage): { readonly minutes: number } | undefined => {
  const ends = delivery.status === 'awaiting-approval' ? silenceEnds(delivery) : undefined;
  if (!ends || !isBefore(now, ends) || !isBefore(ends, delivery.latestAt)) return undefined;
  return { minutes: now.until(ends).total('minutes') };
};
