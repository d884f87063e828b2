import { inLanguage, type Language } from '#domain/content';
import type { EditionEntry } from '#domain/edition';
import type { LeftOut } from '#domain/edition-making';
import { isCorrection } from '#domain/purpose';
import { isBefore } from '#domain/time';
import { BLOCK } from '#i18n/block-page';
import { EDITION_PAGE } from '#i18n/edition-page';
import { PURPOSE_WORDS, SECTION_WORDS } from '#i18n/words';
import { EditionEntries } from './edition-entries.client';
import type { EntryLine } from './edition-forms.client';
import type { EditionPage, EditionWork } from './edition-load';
import { EditionWaiting, type WaitingLine } from './edition-waiting.client';

type Props = { readonly page: EditionPage; readonly work: EditionWork; readonly language: Language };

/** What is in an edition and what waits for the next one, as people can change it. */
export const EditionWorkbench = ({ page, work, language }: Props) => {
  const { id, version } = page.edition;
  const seen = { id, version, language };
  const { sections, leftOut } = work.made;
  return (
    <>
      {sections.length === 0 && <p>{EDITION_PAGE.none[language]}</p>}
      <EditionEntries
        seen={seen}
        sections={sections.map((section) => ({
          id: section.id,
          heading: SECTION_WORDS[section.id][language],
          lines: section.entries.map((entry) => lineOf(entry, page, work, language)),
        }))}
      />
      {leftOut.length > 0 && (
        <section aria-labelledby="edition-waiting">
          <h3 id="edition-waiting">{EDITION_PAGE.waiting[language]}</h3>
          <EditionWaiting seen={seen} lines={leftOut.map((one) => waitingOf(one, language))} />
        </section>
      )}
    </>
  );
};

const lineOf = (
  { delivery, content }: EditionEntry,
  { settings, edition }: EditionPage,
  { nextSlotAt }: EditionWork,
  language: Language,
): EntryLine => ({
  id: delivery.id,
  fingerprint: delivery.fingerprint,
  title: inLanguage(content.title, language),
  facts: [
    PURPOSE_WORDS[delivery.purpose][language],
    settings.organisations.get(content.organiser)?.shortName,
    delivery.because.kind === 'clause' ? `${BLOCK.clause[language]} ${delivery.because.code}` : BLOCK.own[language],
  ]
    .filter(Boolean)
    .join(' · '),
  isPinned: edition.edits.pinned.includes(delivery.id),
  canPin: !isCorrection(delivery.purpose),
  canWait: isBefore(nextSlotAt, delivery.latestAt),
  teaser: delivery.ownText ?? inLanguage(content.teaser, language),
  isTeaserStale: delivery.ownTextStale,
});

const waitingOf = ({ entry, why }: LeftOut, language: Language): WaitingLine => ({
  id: entry.delivery.id,
  title: inLanguage(entry.content.title, language),
  why: why.kind === 'put-off' ? `${EDITION_PAGE.reason[language]}: ${why.reason}` : EDITION_PAGE.othersShare[language],
  canTakeIn: why.kind === 'put-off',
});
