import Link from 'next/link';
import type { ReactNode } from 'react';
import { isUnsent } from '#domain/delivery';
import { costOf } from '#domain/spacing';
import { VIA_WORDS } from '#i18n/admin-agreements';
import { APPROVAL_WORDS, BECAUSE_WORDS } from '#i18n/admin-ledger';
import { momentWithZone } from '#i18n/dates';
import { LEDGER_PAGE } from '#i18n/ledger-page';
import { centsInWords } from '#i18n/spacing';
import { CHANNEL_WORDS, KIND_WORDS, PURPOSE_WORDS } from '#i18n/words';
import type { DeliveryPage } from './delivery-load';

type Props = { readonly page: DeliveryPage; readonly adminRoute: string };

/** What, from whom, by whom, where, because of what and when. */
export const DeliveryFacts = ({ page, adminRoute }: Props) => {
  const { delivery, row, language } = page;
  return (
    <section className="ledger-card" aria-labelledby="ledger-facts">
      <h2 id="ledger-facts">{LEDGER_PAGE.facts[language]}</h2>
      <dl className="ledger-facts">
        <Fact label={LEDGER_PAGE.content[language]}>
          <ContentLink page={page} adminRoute={adminRoute} />
        </Fact>
        <Fact label={LEDGER_PAGE.from[language]}>{row.organiserName}</Fact>
        <Fact label={LEDGER_PAGE.carrier[language]}>{row.carrierName}</Fact>
        <Fact label={LEDGER_PAGE.channel[language]}>
          <ChannelName page={page} />
        </Fact>
        <Fact label={LEDGER_PAGE.purpose[language]}>{PURPOSE_WORDS[delivery.purpose][language]}</Fact>
        <Fact label={LEDGER_PAGE.because[language]}>
          <Because page={page} adminRoute={adminRoute} />
        </Fact>
        <Fact label={LEDGER_PAGE.due[language]}>{momentWithZone(delivery.dueAt, language)}</Fact>
        {isUnsent(delivery.status) && (
          <Fact label={LEDGER_PAGE.latest[language]}>{momentWithZone(delivery.latestAt, language)}</Fact>
        )}
        <Fact label={LEDGER_PAGE.approval[language]}>{APPROVAL_WORDS[delivery.approval.kind][language]}</Fact>
        <Cost page={page} />
        <WhereItIs page={page} adminRoute={adminRoute} />
      </dl>
    </section>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const ContentLink = ({ page: { row, content, contentPath, language }, adminRoute }: Props) => (
  <>
    {contentPath ? <Link href={`${adminRoute}${contentPath}`}>{row.contentTitle}</Link> : row.contentTitle}
    <span className="ledger-note">{content?.live ? KIND_WORDS[content.kind][language] : LEDGER_PAGE.unpublished[language]}</span>
  </>
);

const ChannelName = ({ page: { row, channel, language } }: Pick<Props, 'page'>) => (
  <>
    {row.channelName}
    {channel && (
      <span className="ledger-note">{wayInWords(CHANNEL_WORDS[channel.kind][language], VIA_WORDS[channel.via][language])}</span>
    )}
  </>
);

/** The ways of networks name them already. */
const wayInWords = (kind: string, way: string): string => (way.startsWith(kind) ? way : `${kind}, ${way}`);

/** The quoted clause, with whether it was agreed; or why no clause is needed. */
const Because = ({ page: { delivery, language }, adminRoute }: Props) => {
  const { because, alsoFulfils } = delivery;
  if (because.kind === 'own-channel') return BECAUSE_WORDS['own-channel'][language];
  return (
    <>
      <Link href={`${adminRoute}/collections/agreements/${because.agreementId}`}>
        {LEDGER_PAGE.clause[language]} {because.code}
      </Link>
      <span className="ledger-note">{(because.agreed ? LEDGER_PAGE.agreed : LEDGER_PAGE.proposal)[language]}</span>
      <blockquote>{because.text}</blockquote>
      {alsoFulfils.length > 0 && (
        <p className="ledger-small">
          {LEDGER_PAGE.alsoFulfils[language]}: {alsoFulfils.join(', ')}
        </p>
      )}
    </>
  );
};

/** What its post is estimated to cost, or to have cost. */
const Cost = ({ page: { channel, text, isOurPost, language } }: Pick<Props, 'page'>) =>
  isOurPost && channel?.prices && channel.via === 'x' && text?.kind === 'post' ? (
    <Fact label={LEDGER_PAGE.cost[language]}>
      {centsInWords(costOf(channel.prices, { text: text.text, picture: text.shown?.picture }))[language]}
    </Fact>
  ) : null;

/** The edition it stands in, and the post's own address. */
const WhereItIs = ({ page: { delivery, removal, language }, adminRoute }: Props) => (
  <>
    {delivery.editionId && (
      <Fact label={LEDGER_PAGE.edition[language]}>
        <Link href={`${adminRoute}/collections/editions/${delivery.editionId}`}>{LEDGER_PAGE.showEdition[language]}</Link>
      </Fact>
    )}
    {delivery.url && (
      <Fact label={LEDGER_PAGE[removal === 'accepted' ? 'postOnce' : 'post'][language]}>
        {removal === 'accepted' ? (
          delivery.url
        ) : (
          <a href={delivery.url} rel="noreferrer" target="_blank">
            {delivery.url}
          </a>
        )}
      </Fact>
    )}
  </>
);
