import Link from 'next/link';
import type { Language } from '#domain/content';
import type { RightsRequest } from '#domain/rights-request';
import { type Instant, isBefore } from '#domain/time';
import { dateInWords } from '#i18n/dates';
import { answerInWords, RIGHTS_REQUEST, RIGHTS_REQUEST_KIND_WORDS } from '#i18n/rights-requests';
import { TodayCard } from './today-lists';

type Props = {
  readonly requests: readonly RightsRequest[];
  readonly at: Instant;
  readonly admin: string;
  readonly language: Language;
};

/** Requests about people's own data that wait for an answer; nothing where there is none. */
export const RightsRequests = ({ requests, at, admin, language }: Props) =>
  requests.length === 0 ? null : (
    <TodayCard id="rights" title={RIGHTS_REQUEST.today[language]}>
      <ul className="today-list">
        {requests.map(({ id, kind, reference, dueAt }) => (
          <li key={id}>
            <p className="today-title">
              <Link href={`${admin}/collections/rights-requests/${id}`} prefetch={false}>
                {reference}
              </Link>
            </p>
            <p className="today-hint">{RIGHTS_REQUEST_KIND_WORDS[kind][language]}</p>
            <p className="today-hint">
              {answerInWords({ de: dateInWords(dueAt, 'de'), en: dateInWords(dueAt, 'en') }, isBefore(dueAt, at))[language]}
            </p>
          </li>
        ))}
      </ul>
    </TodayCard>
  );
