import type { Language } from '#domain/content';
import { isBlocked } from '#domain/edition-lint';
import { newsletterOf } from '#domain/newsletter';
import { momentWithZone } from '#i18n/dates';
import { EDITION_PAGE, goneInWords, leavingInWords, WAITS_SENTENCES } from '#i18n/edition-page';
import { EditionActs } from './edition-acts.client';
import type { EditionPage } from './edition-load';

type Props = { readonly page: EditionPage; readonly language: Language };

/** When an edition leaves or how far it got, what it waits for, and the buttons that settle it. */
export const EditionStand = ({ page, language }: Props) => {
  const { edition, channel, work, people, told, sent, mayWork, webUrl } = page;
  const isAsked = newsletterOf(channel).release === 'approval';
  const isOnItsWay = edition.status === 'closed' && edition.recipients !== undefined && told < people;
  return (
    <section className="ledger-card" aria-label={EDITION_PAGE.title[language]}>
      <p>{standOf(page)[language]}</p>
      {work && edition.waitsFor && (
        <p className="ledger-warning" role="status">
          {WAITS_SENTENCES[edition.waitsFor][language]}
        </p>
      )}
      {work && isAsked && work.isApproved && <p role="status">{EDITION_PAGE.approved[language]}</p>}
      {sent && (
        <p>
          <a href={webUrl} target="_blank" rel="noreferrer">
            {EDITION_PAGE.web[language]}
          </a>
        </p>
      )}
      {mayWork && (work || isOnItsWay) && (
        <EditionActs
          seen={{ id: edition.id, version: edition.version, language }}
          covers={
            work && isAsked && !work.isApproved && work.covers.length > 0 && !isBlocked(work.findings) ? work.covers : undefined
          }
          canTest={work !== undefined && work.covers.length > 0}
          stop={work ? 'skip' : 'stop'}
        />
      )}
    </section>
  );
};

const standOf = ({ edition: { slotAt, recipients }, people, told }: EditionPage) =>
  recipients === undefined
    ? leavingInWords({ de: momentWithZone(slotAt, 'de'), en: momentWithZone(slotAt, 'en') }, people)
    : goneInWords(told, people);
