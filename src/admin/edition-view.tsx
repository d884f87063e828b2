import Link from 'next/link';
import type { AdminViewServerProps } from 'payload';
import { languagesOf } from '#domain/segment';
import { EDITION_STATUS_WORDS } from '#i18n/admin-ledger';
import { dateInWords } from '#i18n/dates';
import { EDITION_PAGE, editionTitle } from '#i18n/edition-page';
import { EditionCheck } from './edition-check';
import { type EditionPage, type EditionWork, loadEditionPage } from './edition-load';
import { EditionPreview } from './edition-preview.client';
import { EditionStand } from './edition-stand';
import { EditionTop } from './edition-top.client';
import { EditionWorkbench } from './edition-workbench';
import { PageFrame, type PageRequest, pageRequest } from './page-frame';
import './edition.css';
import './ledger.css';
import './ledger-forms.css';

/** `/admin/ausgabe?id=…`: an edition as it will leave, with all that people can do about it, or as it left. */
export const EditionView = async (view: AdminViewServerProps) => {
  const request = pageRequest(view, '/ausgabe');
  const { admin, language, searchParams } = request;
  const page = await loadEditionPage(request, typeof searchParams.id === 'string' ? searchParams.id : '');
  const list = `${admin}/collections/editions`;
  return (
    <PageFrame
      view={view}
      steps={[{ label: EDITION_PAGE.all, url: list }, { label: EDITION_PAGE.title }]}
      className="edition-page"
    >
      {page === undefined || page === 'elsewhere' ? (
        <>
          <h1>{EDITION_PAGE.title[language]}</h1>
          <p>{(page ? EDITION_PAGE.elsewhere : EDITION_PAGE.missing)[language]}</p>
          <p>
            <Link href={list}>{EDITION_PAGE.all[language]}</Link>
          </p>
        </>
      ) : (
        <Contents page={page} request={request} />
      )}
    </PageFrame>
  );
};

type Props = { readonly page: EditionPage; readonly request: PageRequest };

const Contents = ({ page, request }: Props) => {
  const { language } = request;
  const { edition, channel, work, sent } = page;
  const day = { de: dateInWords(edition.slotAt, 'de'), en: dateInWords(edition.slotAt, 'en') };
  const previews = work?.previews ?? (sent && [sent]);
  return (
    <>
      <header className="ledger-head">
        <p className="ledger-kicker">{channel.name}</p>
        <h1>{editionTitle(day)[language]}</h1>
        <p className="edition-status">{EDITION_STATUS_WORDS[edition.status][language]}</p>
      </header>
      <EditionStand page={page} language={language} />
      <div className="edition-columns">
        {work && (
          <div>
            {page.mayWork ? (
              <Work page={page} work={work} request={request} />
            ) : (
              <p className="ledger-card">{EDITION_PAGE.author[language]}</p>
            )}
          </div>
        )}
        {previews && (
          <section className="ledger-card edition-shown" aria-labelledby="edition-preview">
            <h2 id="edition-preview">{EDITION_PAGE.preview[language]}</h2>
            <EditionPreview previews={previews} readers={work?.readers} language={language} />
          </section>
        )}
      </div>
    </>
  );
};

const Work = ({ page, work, request }: Props & { readonly work: EditionWork }) => {
  const { edition, channel } = page;
  const { language } = request;
  return (
    <>
      <EditionCheck work={work} editionId={edition.id} admin={request.admin} language={language} />
      <section className="ledger-card" aria-labelledby="edition-top">
        <h2 id="edition-top">{EDITION_PAGE.top[language]}</h2>
        <EditionTop
          // Saved texts are where the next change begins.
          key={JSON.stringify([edition.edits.subject, edition.edits.intro])}
          seen={{ id: edition.id, version: edition.version, language }}
          written={languagesOf(channel)}
          subject={edition.edits.subject}
          intro={edition.edits.intro}
          madeSubject={work.madeSubject}
        />
      </section>
      <section className="ledger-card" aria-labelledby="edition-entries">
        <h2 id="edition-entries">{EDITION_PAGE.entries[language]}</h2>
        <EditionWorkbench page={page} work={work} language={language} />
      </section>
    </>
  );
};
