import { Gutter } from '@payloadcms/ui';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { DocumentViewServerProps } from 'payload';
import type { Language } from '#domain/content';
import { openDecisions, standingOf } from '#domain/decision';
import { isOut, isUnsent } from '#domain/delivery';
import { momentWithZone, shortMoment } from '#i18n/dates';
import { STOPS } from '#i18n/ledger-page';
import { PROMOTION, promotionSum, settlesInWords, UNFINISHED } from '#i18n/promotion-page';
import { REMOVAL_STANDS } from '#i18n/removal';
import { PURPOSE_WORDS, REASON_WORDS, STATUS_WORDS, type Words } from '#i18n/words';
import { DeliveryActions } from './delivery-actions.client';
import { PostCard } from './post-card.client';
import { countMessages, loadPromotion, type Promotion, type PromotionPage } from './promotion-load';
import { Reloading } from './reloading.client';
import { languageOf, type Viewer, viewerOf } from './viewer';
import { WithdrawAll } from './withdraw-all.client';
import './ledger-forms.css';
import './ledger-list.css';
import './post-card.css';
import './today.css';
import './promotion.css';

/** The tab of a content that says who promotes it when, where, why and in which words. */
export const PromotionView = async ({ initPageResult, payload }: DocumentViewServerProps) => {
  const { collectionConfig, docID, req } = initPageResult;
  const viewer = viewerOf(req.user);
  const collection = collectionConfig?.slug;
  if (!viewer || docID === undefined || (collection !== 'events' && collection !== 'news-items')) return notFound();
  const page = await loadPromotion({ payload, user: req.user }, collection, String(docID));
  const language = languageOf(req.i18n);
  return (
    <Gutter className="promotion">
      <h1>{PROMOTION.title[language]}</h1>
      <Lead page={page} language={language} />
      {page.kind === 'planned' && !page.isBehind && <TakeBack page={page} viewer={viewer} language={language} />}
      {page.kind !== 'unfinished' && (
        <ul className="promotion-list">
          {page.promotions.map((promotion) => (
            <Line
              key={promotion.delivery.key}
              promotion={promotion}
              isPlanned={page.kind === 'planned'}
              isBehind={page.isBehind}
              viewer={viewer}
              language={language}
              admin={payload.config.routes.admin}
            />
          ))}
        </ul>
      )}
      {page.kind !== 'unfinished' && <Clauses promotions={page.promotions} language={language} />}
    </Gutter>
  );
};

/** What the list is, in one or two sentences; or why there is none. */
const Lead = ({ page, language }: { readonly page: PromotionPage; readonly language: Language }) => {
  if (page.kind === 'unfinished') return <p>{UNFINISHED[page.collection][language]}</p>;
  const { content, promotions, isBehind, hasChanges, kind } = page;
  const { messages, carriers } = countMessages(promotions);
  return (
    <>
      {kind === 'would-be' && <p>{PROMOTION.draft[language]}</p>}
      {hasChanges && <p>{PROMOTION.changed[language]}</p>}
      {content.visibility === 'stakeholders' && <p>{PROMOTION.stakeholders[language]}</p>}
      {content.doNotPromote && <p>{PROMOTION.doNotPromote[language]}</p>}
      {isBehind && (
        <p role="status">
          {PROMOTION.unplanned[language]}
          <Reloading />
        </p>
      )}
      {messages > 0 && <p className="promotion-sum">{promotionSum(messages, carriers)[language]}</p>}
      {promotions.length === 0 && !isBehind && content.visibility === 'public' && <p>{PROMOTION.nothing[language]}</p>}
    </>
  );
};

type TakeBackProps = {
  readonly page: Exclude<PromotionPage, { readonly kind: 'unfinished' }>;
  readonly viewer: Viewer;
  readonly language: Language;
};

/** Until when nothing leaves, and one button for all that this person may withdraw. */
const TakeBack = ({ page: { promotions, settlesAt }, viewer, language }: TakeBackProps) => {
  const rows = promotions
    .map(({ delivery }) => delivery)
    .filter((row) => isUnsent(row.status) && openDecisions(row, standingOf(viewer, row)).includes('withdraw'));
  return (
    <>
      {settlesAt && <p role="status">{settlesInWords(momentWithZone(settlesAt, language))[language]}</p>}
      {rows.length > 0 && <WithdrawAll rows={rows.map(({ id, fingerprint }) => ({ id, fingerprint }))} language={language} />}
    </>
  );
};

type LineProps = {
  readonly promotion: Promotion;
  /** A row of the ledger; otherwise one that would be. */
  readonly isPlanned: boolean;
  /** It is being planned anew: nothing to decide until that is done. */
  readonly isBehind: boolean;
  readonly viewer: Viewer;
  readonly language: Language;
  readonly admin: string;
};

const Line = ({ promotion, isPlanned, isBehind, viewer, language, admin }: LineProps) => {
  const { delivery, channel, carrier, stop, text, isRemoved } = promotion;
  const open = isPlanned && !isBehind ? openDecisions(delivery, standingOf(viewer, delivery)) : [];
  return (
    <li>
      <p className="today-line">
        <time dateTime={delivery.dueAt.toString()}>{shortMoment(delivery.sentAt ?? delivery.dueAt, language)}</time>
        <span className={`ledger-status ledger-status--${delivery.status}`}>{standOf(promotion, isPlanned)[language]}</span>
      </p>
      <p className="today-title">
        {carrier} · {channel?.name} · {PURPOSE_WORDS[delivery.purpose][language]}
      </p>
      <Because promotion={promotion} language={language} />
      {stop && <p className="today-hint">{STOPS[stop][language]}</p>}
      {delivery.reason && <p className="today-hint">{REASON_WORDS[delivery.reason][language]}.</p>}
      {isRemoved && <p className="today-hint">{REMOVAL_STANDS.accepted[language]}</p>}
      {delivery.url && !isRemoved && (
        <p className="promotion-link">
          {PROMOTION.seen[language]}:{' '}
          <a href={delivery.url} target="_blank" rel="noreferrer">
            {delivery.url}
          </a>
        </p>
      )}
      {text && (
        <details>
          <summary>{(isOut(delivery.status) ? PROMOTION.textNow : PROMOTION.text)[language]}</summary>
          {text.shown ? (
            <PostCard shown={text.shown} language={language} />
          ) : (
            <pre className="promotion-text" lang={text.language}>
              {text.text}
            </pre>
          )}
        </details>
      )}
      {isPlanned && (
        <p>
          <Link href={`${admin}/collections/deliveries/${delivery.id}`} prefetch={false}>
            {PROMOTION.details[language]}
          </Link>
        </p>
      )}
      {open.length > 0 && (
        <DeliveryActions
          key={`${delivery.status} ${delivery.fingerprint}`}
          url={`/api/deliveries/${delivery.id}`}
          open={[...open]}
          fingerprint={delivery.fingerprint}
          text={undefined}
          language={language}
        />
      )}
    </li>
  );
};

const standOf = ({ delivery }: Promotion, isPlanned: boolean): Words => {
  if (isPlanned) return STATUS_WORDS[delivery.status];
  return delivery.status === 'missed' ? PROMOTION.wouldMiss : PROMOTION.would;
};

const Because = ({ promotion: { delivery }, language }: Pick<LineProps, 'promotion' | 'language'>) => {
  const { because } = delivery;
  if (because.kind === 'own-channel')
    return (
      <p className="today-hint">
        {PROMOTION.because[language]}: {PROMOTION.ownChannel[language]}
      </p>
    );
  return (
    <p className="today-hint">
      {PROMOTION.because[language]} <a href={`#${because.code}`}>{because.code}</a>
      {!because.agreed && ` (${PROMOTION.proposal[language]})`}
    </p>
  );
};

/** The sentences of the clauses that the lines name, each once. */
const Clauses = ({ promotions, language }: { readonly promotions: readonly Promotion[]; readonly language: Language }) => {
  const texts = new Map(
    promotions.flatMap(({ delivery: { because } }) => (because.kind === 'clause' ? [[because.code, because.text] as const] : [])),
  );
  if (texts.size === 0) return null;
  return (
    <section className="promotion-clauses" aria-labelledby="promotion-clauses">
      <h2 id="promotion-clauses">{PROMOTION.clauses[language]}</h2>
      <dl>
        {[...texts].sort().map(([code, text]) => (
          <div key={code} id={code}>
            <dt>{code}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
