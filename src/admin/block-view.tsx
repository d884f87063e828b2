import Link from 'next/link';
import type { AdminViewServerProps } from 'payload';
import { inLanguage, type Language } from '#domain/content';
import type { EditionEntry } from '#domain/edition';
import { isBefore } from '#domain/time';
import { BLOCK, blockTitle, embargoUntil, missingInWords } from '#i18n/block-page';
import { momentWithZone, shortMoment } from '#i18n/dates';
import { PURPOSE_WORDS } from '#i18n/words';
import { now } from '#runtime/clock';
import { BlockChoice } from './block-choice';
import { BlockCopy } from './block-copy.client';
import { type BlockPage, loadBlockPage } from './block-load';
import { BlockTaken } from './block-taken.client';
import { PageFrame, type PageRequest, pageRequest } from './page-frame';
import './block.css';
import './ledger-forms.css';

/** `/admin/baustein`: what is due on a newsletter that a body sends with a tool of its own, ready to be copied and confirmed. */
export const BlockView = async (view: AdminViewServerProps) => {
  const request = pageRequest(view, '/baustein');
  const { language } = request;
  const page = await loadBlockPage(request);
  return (
    <PageFrame view={view} steps={[{ label: BLOCK.title }]} className="block-page">
      {page ? (
        <>
          <h1>{blockTitle(page.channel.name)[language]}</h1>
          <p className="block-lead">{BLOCK.lead[language]}</p>
          <BlockChoice page={page} request={request} />
          {page.isStopped ? <p role="status">{BLOCK.stopped[language]}</p> : <Contents page={page} request={request} />}
        </>
      ) : (
        <>
          <h1>{BLOCK.title[language]}</h1>
          <p className="block-lead">{BLOCK.none[language]}</p>
        </>
      )}
    </PageFrame>
  );
};

type Props = { readonly page: BlockPage; readonly request: PageRequest };

const Contents = ({ page, request }: Props) => {
  const { language, viewer } = request;
  const { entries, settings, html, text } = page;
  const missing = missingInWords(page, settings.coolOffMinutes);
  return (
    <>
      {missing && <p className="block-lead">{missing[language]}</p>}
      {entries.length > 0 && (
        <div className="block-columns">
          <section aria-labelledby="block-preview">
            <h2 id="block-preview">{BLOCK.preview[language]}</h2>
            <BlockCopy html={html} text={text} language={language} />
            <iframe
              className="block-frame"
              title={BLOCK.preview[language]}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={documentOf(html, page.channel.language)}
            />
          </section>
          <section aria-labelledby="block-confirm">
            <h2 id="block-confirm">{BLOCK.confirm[language]}</h2>
            {viewer.role === 'author' ? (
              <p>{BLOCK.author[language]}</p>
            ) : (
              <BlockTaken
                // What was confirmed is gone from the list, and what is new in it begins ticked.
                key={entries.map(({ delivery }) => `${delivery.id} ${delivery.fingerprint}`).join()}
                rows={entries.map((entry) => lineOf(entry, page, request))}
                language={language}
              />
            )}
          </section>
        </div>
      )}
      {entries.length > 0 && (
        <p>
          <Link href={`${request.admin}/collections/deliveries?where[channel][equals]=${page.channel.id}&sort=-dueAt`}>
            {BLOCK.ledger[language]}
          </Link>
        </p>
      )}
    </>
  );
};

/** One entry as people tick it. */
const lineOf = ({ delivery, content }: EditionEntry, { settings }: BlockPage, { language }: PageRequest) => ({
  id: delivery.id,
  fingerprint: delivery.fingerprint,
  title: inLanguage(content.title, language),
  facts: [
    `${PURPOSE_WORDS[delivery.purpose][language]}, ${settings.organisations.get(content.organiser)?.shortName ?? ''}`,
    delivery.because.kind === 'clause' ? `${BLOCK.clause[language]} ${delivery.because.code}` : BLOCK.own[language],
    `${BLOCK.due[language]} ${shortMoment(delivery.dueAt, language)}`,
  ].join(' · '),
  warning: embargoOf(content, language),
});

const embargoOf = ({ embargoUntil: until }: EditionEntry['content'], language: Language): string | undefined =>
  until && isBefore(now(), until)
    ? embargoUntil({ de: momentWithZone(until, 'de'), en: momentWithZone(until, 'en') })[language]
    : undefined;

/** As it stands in a newsletter without a look of its own; links open beside the admin. */
const documentOf = (html: string, language: Language): string =>
  `<!doctype html><html lang="${language}"><head><base target="_blank"><meta charset="utf-8"><title></title><style>body{margin:1rem;font:16px/1.5 Arial,sans-serif;color:#1b2733;background:#fff;overflow-wrap:anywhere}</style></head><body>${html}</body></html>`;
