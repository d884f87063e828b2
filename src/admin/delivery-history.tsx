import { decidedAs } from '#domain/decided';
import type { Instant } from '#domain/time';
import { STAGE_WORDS } from '#i18n/admin-dispatch';
import { AMENDMENT } from '#i18n/amendment';
import { answerInFull, answerInWords } from '#i18n/answers';
import { momentInWords } from '#i18n/dates';
import { DECIDED_WORDS, FAILED, LEDGER_PAGE } from '#i18n/ledger-page';
import { REMOVAL } from '#i18n/removal';
import type { Words } from '#i18n/words';
import type { Attempt } from '#store/attempts';
import type { DeliveryPage } from './delivery-load';

/** What happened to the row so far, oldest first. */
export const DeliveryHistory = ({ page }: { readonly page: DeliveryPage }) => {
  const entries = entriesOf(page);
  return (
    <section className="ledger-card" aria-labelledby="ledger-history">
      <h2 id="ledger-history">{LEDGER_PAGE.history[page.language]}</h2>
      {entries.length === 0 ? (
        <p>{LEDGER_PAGE.noHistory[page.language]}</p>
      ) : (
        <ol className="ledger-history">
          {entries.map((entry) => (
            <li key={`${entry.at} ${entry.what}`}>
              <time dateTime={entry.at.toString()}>{momentInWords(entry.at, page.language)}</time>
              <span>{entry.what}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

type Entry = { readonly at: Instant; readonly what: string };

const entriesOf = (page: DeliveryPage): readonly Entry[] => {
  const { delivery, attempts, removals, amendments, language } = page;
  const known: readonly (Entry | undefined)[] = [
    delivery.noticedAt && { at: delivery.noticedAt, what: LEDGER_PAGE.noticed[language] },
    decisionOf(page),
    ...attempts.map((attempt) => ({ at: attempt.startedAt, what: attemptInWords(attempt, page, LEDGER_PAGE.attempt) })),
    ...removals.map((attempt) => ({ at: attempt.startedAt, what: attemptInWords(attempt, page, REMOVAL.attempt) })),
    ...amendments.map((attempt) => ({ at: attempt.startedAt, what: attemptInWords(attempt, page, AMENDMENT.attempt) })),
    delivery.sentAt && { at: delivery.sentAt, what: LEDGER_PAGE.sent[language] },
  ];
  return known.filter((entry) => entry !== undefined).sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
};

/** A yes without a name was silence; nobody is named where the account is gone. */
const decisionOf = ({ delivery, row, attempts, decidedBy, language }: DeliveryPage): Entry | undefined => {
  const { decidedAt: at } = delivery;
  const decided = decidedAs(delivery, attempts.at(0)?.startedAt);
  if (!at || !decided) return undefined;
  if (!row.decidedBy) return { at, what: LEDGER_PAGE.silent[language] };
  const who = decidedBy ? ` ${LEDGER_PAGE.by[language]} ${decidedBy}` : '';
  const why = row.declineReason ? `. ${LEDGER_PAGE.reason[language]}: ${row.declineReason}` : '';
  return { at, what: `${DECIDED_WORDS[decided][language]}${who}${why}` };
};

/** What a provider answered word for word is technical and often English: for the administration. */
const attemptInWords = ({ number, stage, outcome }: Attempt, { language, viewer }: DeliveryPage, name: Words): string => {
  const said = outcome && (viewer.role === 'admin' ? answerInFull(outcome) : answerInWords(outcome));
  const answer = said ? `. ${FAILED.why[language]}: ${said[language]}` : '';
  return `${name[language]} ${number}: ${STAGE_WORDS[stage][language]}${answer}`;
};
