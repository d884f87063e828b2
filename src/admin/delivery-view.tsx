import { Gutter, SetStepNav } from '@payloadcms/ui';
import { notFound } from 'next/navigation';
import type { DocumentViewServerProps } from 'payload';
import { COLLECTIONS } from '#i18n/admin';
import { LEDGER_PAGE } from '#i18n/ledger-page';
import { PURPOSE_WORDS, STATUS_WORDS } from '#i18n/words';
import { DeliveryFacts } from './delivery-facts';
import { DeliveryHistory } from './delivery-history';
import { type DeliveryPage, loadDeliveryPage } from './delivery-load';
import { DeliveryPreview } from './delivery-preview';
import { DeliveryStand } from './delivery-stand';
import { UnclearPeople } from './unclear-people';
import { languageOf, viewerOf } from './viewer';
import './ledger.css';
import './ledger-list.css';

/** The page about one ledger row, in place of Payload's form: what, from whom, why, when, its text, and what can be decided. */
export const DeliveryView = async ({ initPageResult, payload }: DocumentViewServerProps) => {
  const { user, i18n } = initPageResult.req;
  const viewer = viewerOf(user);
  const id = initPageResult.docID;
  if (!viewer || id === undefined) return notFound();
  const page = await loadDeliveryPage({ payload, user, viewer, language: languageOf(i18n) }, String(id));
  if (!page) return notFound();
  const { admin } = payload.config.routes;
  return (
    <Gutter className="ledger-page">
      <SetStepNav nav={stepsOf(page, admin)} />
      <Head page={page} />
      <DeliveryStand page={page} adminRoute={admin} />
      <UnclearPeople payload={payload} delivery={page.delivery} viewer={viewer} language={page.language} />
      <div className="ledger-columns">
        <DeliveryFacts page={page} adminRoute={admin} />
        <DeliveryPreview page={page} />
      </div>
      <DeliveryHistory page={page} />
      {viewer.role === 'admin' && <Technical page={page} />}
    </Gutter>
  );
};

const Head = ({ page: { row, delivery, language } }: { readonly page: DeliveryPage }) => (
  <header className="ledger-head">
    <p className="ledger-kicker">
      {COLLECTIONS.deliveries.singular[language]} · {PURPOSE_WORDS[delivery.purpose][language]}
    </p>
    <h1>{row.contentTitle}</h1>
    <p className={`ledger-status ledger-status--${delivery.status}`}>{STATUS_WORDS[delivery.status][language]}</p>
  </header>
);

const Technical = ({ page: { delivery, row, language } }: { readonly page: DeliveryPage }) => (
  <details className="ledger-technical">
    <summary>{LEDGER_PAGE.technical[language]}</summary>
    <dl>
      {Object.entries({
        key: delivery.key,
        id: delivery.id,
        content: delivery.content,
        channel: delivery.channelId,
        fingerprint: row.fingerprint ?? '–',
        sequence: row.sequence ?? '–',
        wantedAt: delivery.wantedAt.toString(),
        dispatch: row.dispatchId ?? '–',
        edition: delivery.editionId ?? '–',
      }).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </details>
);

const stepsOf = ({ row, language }: DeliveryPage, adminRoute: string) => [
  { label: COLLECTIONS.deliveries.plural[language], url: `${adminRoute}/collections/deliveries` },
  { label: row.contentTitle ?? '' },
];
