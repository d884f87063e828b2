import Link from 'next/link';
import type { ReactNode } from 'react';
import { blockPath } from '#domain/addresses';
import type { Language } from '#domain/content';
import { openDecisions, standingOf } from '#domain/decision';
import { type Stopped, stopOf } from '#domain/stop';
import type { Instant } from '#domain/time';
import { COLLECTIONS } from '#i18n/admin';
import { AMENDMENT } from '#i18n/amendment';
import { BLOCK, waitingInWords } from '#i18n/block-page';
import { shortMoment } from '#i18n/dates';
import { STOPS } from '#i18n/ledger-page';
import { dueInWords, seeAll, TODAY, whereInWords } from '#i18n/today';
import { PURPOSE_WORDS, REASON_WORDS, STATUS_WORDS } from '#i18n/words';
import type { WaitingBlock } from '#store/block';
import type { NamedRow } from '#store/delivery-row';
import type { DraftLine, ListExcerpt } from '#store/today';
import { DeliveryActions } from './delivery-actions.client';
import { listQuery } from './list-query';
import type { Viewer } from './viewer';

type CardProps = {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
};

/** One part of the start page. */
export const TodayCard = ({ id, title, hint, children }: CardProps) => (
  <section className={`today-card today-card--${id}`} aria-labelledby={`today-${id}`}>
    <h2 id={`today-${id}`}>{title}</h2>
    {hint && <p className="today-hint">{hint}</p>}
    {children}
  </section>
);

/** What `Rows` shows. */
export type RowsProps = {
  readonly excerpt: ListExcerpt;
  readonly at: Instant;
  readonly stopped: Stopped;
  readonly viewer: Viewer;
  readonly language: Language;
  readonly admin: string;
  /** What to say when there is nothing. */
  readonly empty: string;
  /** The order of the whole list in the ledger. */
  readonly sort: string;
  /** Ids of the rows that nobody could be asked about. */
  readonly unasked: ReadonlySet<string>;
  /** Ids of the rows whose posts people have to see to. */
  readonly toSeeTo: ReadonlySet<string>;
  /** Ids of the rows that leave without the text their carrier wrote. */
  readonly lostTexts: ReadonlySet<string>;
  readonly withDecisions?: boolean;
};

/** Ledger rows as people read them, with the buttons that settle each where somebody has to act. */
export const Rows = ({ excerpt, empty, sort, ...line }: RowsProps) => {
  if (excerpt.total === 0) return <p className="today-empty">{empty}</p>;
  return (
    <>
      <ul className="today-list">
        {excerpt.rows.map((one) => (
          <Line key={one.row.id} {...line} one={one} />
        ))}
      </ul>
      {excerpt.total > excerpt.rows.length && (
        <p>
          <Link href={`${line.admin}/collections/deliveries?${listQuery(excerpt.conditions, sort)}`} prefetch={false}>
            {seeAll(excerpt.total)[line.language]}
          </Link>
        </p>
      )}
    </>
  );
};

type LineProps = Pick<
  RowsProps,
  'at' | 'stopped' | 'viewer' | 'language' | 'admin' | 'unasked' | 'toSeeTo' | 'lostTexts' | 'withDecisions'
> & {
  readonly one: NamedRow;
};

const Line = ({
  one: { row, names },
  at,
  stopped,
  viewer,
  language,
  admin,
  unasked,
  toSeeTo,
  lostTexts,
  withDecisions,
}: LineProps) => {
  const stop = stopOf(row, stopped);
  const page = `${admin}/collections/deliveries/${row.id}`;
  const [needsLook, hasLostText] = [toSeeTo, lostTexts].map((ids) => withDecisions && ids.has(row.id));
  const open = withDecisions ? openDecisions(row, standingOf(viewer, row)) : [];
  return (
    <li>
      <p className="today-line">
        <time dateTime={row.dueAt.toString()}>{dueInWords(row, names.carrier, at, language)}</time>
        {needsLook ? (
          <span className="ledger-status ledger-status--to-see-to">{AMENDMENT.toSeeTo[language]}</span>
        ) : (
          <span className={`ledger-status ledger-status--${row.status}`}>{STATUS_WORDS[row.status][language]}</span>
        )}
      </p>
      <p className="today-title">
        <Link href={page} prefetch={false}>
          {names.content}
        </Link>
      </p>
      <p className="today-hint">
        {PURPOSE_WORDS[row.purpose][language]}: {whereInWords(names)[language]}
      </p>
      {stop && <p className="today-hint">{STOPS[stop][language]}</p>}
      {row.reason && <p className="today-hint">{REASON_WORDS[row.reason][language]}.</p>}
      {unasked.has(row.id) && withDecisions && <p className="today-hint">{TODAY.unasked[language]}</p>}
      {needsLook && <p className="today-hint">{AMENDMENT.today[language]}</p>}
      {hasLostText && <p className="today-hint">{TODAY.textLost[language]}</p>}
      {(needsLook || hasLostText) && (
        <p className="today-do">
          <Link className="today-look" href={page} prefetch={false}>
            {(needsLook ? AMENDMENT.look : TODAY.toText)[language]}
          </Link>
        </p>
      )}
      {open.length > 0 && (
        <DeliveryActions
          key={`${row.status} ${row.fingerprint}`}
          url={`/api/deliveries/${row.id}`}
          open={[...open]}
          fingerprint={row.fingerprint}
          text={undefined}
          language={language}
          stays
        />
      )}
    </li>
  );
};

type BlocksProps = { readonly blocks: readonly WaitingBlock[]; readonly admin: string; readonly language: Language };

/** What waits to be copied into the own newsletters; nothing where there is none. */
export const Blocks = ({ blocks, admin, language }: BlocksProps) =>
  blocks.length === 0 ? null : (
    <TodayCard id="blocks" title={BLOCK.today[language]}>
      <ul className="today-list">
        {blocks.map(({ channelId, channelName, count, until }) => (
          <li key={channelId}>
            <p className="today-title">
              <Link href={blockPath(channelId, admin)} prefetch={false}>
                {channelName}
              </Link>
            </p>
            <p className="today-hint">{waitingInWords(count, shortMoment(until, language))[language]}</p>
          </li>
        ))}
      </ul>
    </TodayCard>
  );

type DraftsProps = { readonly drafts: readonly DraftLine[]; readonly admin: string; readonly language: Language };

/** What was begun, with the way back to it. */
export const Drafts = ({ drafts, admin, language }: DraftsProps) => {
  if (drafts.length === 0) return <p className="today-empty">{TODAY.draftsNone[language]}</p>;
  return (
    <ul className="today-list">
      {drafts.map(({ collection, id, title, savedAt }) => (
        <li key={id}>
          <p className="today-title">
            <Link href={`${admin}/collections/${collection}/${id}`} prefetch={false}>
              {title ?? TODAY.untitled[language]}
            </Link>
          </p>
          <p className="today-hint">
            {COLLECTIONS[collection === 'events' ? 'events' : 'newsItems'].singular[language]}
            {savedAt && ` · ${TODAY.saved[language]}: ${shortMoment(savedAt, language)}`}
          </p>
        </li>
      ))}
    </ul>
  );
};
