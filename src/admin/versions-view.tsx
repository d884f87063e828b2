import type { TFunction } from '@payloadcms/translations';
import { Gutter } from '@payloadcms/ui';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { DocumentViewServerProps } from 'payload';
import type { Language } from '#domain/content';
import { COMMON } from '#i18n/admin';
import { shortMoment } from '#i18n/dates';
import { authorInWords, VERSIONS } from '#i18n/versions';
import { VersionChoice } from './version-choice.client';
import { loadVersions, type Versioned, type VersionLine, type Versions } from './versions-load';
import { languageOf, viewerOf } from './viewer';
import './versions.css';

/** The versions of a document: when and by whom each was made, and what it is now. Also in the drawer that picks one to compare. */
export const VersionsView = async (props: DocumentViewServerProps) => {
  const { hasPublishedDoc, initPageResult, payload, routeSegments, searchParams, versions: drawer } = props;
  const { collectionConfig, docID, req } = initPageResult;
  const collection = versionedOf(collectionConfig?.slug);
  if (!viewerOf(req.user) || docID === undefined || !collection) return notFound();
  const isChoice = drawer?.useVersionDrawerCreatedAtCell === true;
  const asking = { payload, user: req.user, collection };
  const paging = isChoice ? { limit: 100 } : { page: Number(searchParams?.page) || 1 };
  const versions = await loadVersions(asking, String(docID), { ...paging, isPublished: hasPublishedDoc });
  const language = languageOf(req.i18n);
  const page = `${payload.config.routes.admin}/${routeSegments.join('/')}`;
  return (
    <Gutter className="versions-page">
      <table>
        <thead>
          <tr>
            <th scope="col">{VERSIONS.changedAt[language]}</th>
            <th scope="col">{COMMON.changedBy[language]}</th>
            {collection !== 'agreements' && <th scope="col">{COMMON.status[language]}</th>}
          </tr>
        </thead>
        <tbody>
          {versions.lines.map((line) => (
            <tr key={line.id}>
              <td>
                <When line={line} language={language} page={page} isChoice={isChoice} />
              </td>
              <td>{authorInWords(line.changedBy, versions.names)[language]}</td>
              {collection !== 'agreements' && <td>{standOf(line, req.t)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {!isChoice && <Pages versions={versions} language={language} page={page} />}
    </Gutter>
  );
};

/** In Payload's words, which its other pages about versions use. */
const standOf = ({ stand, isAutosaved }: VersionLine, t: TFunction): string =>
  [...(stand ? [t(`version:${stand}`)] : []), ...(isAutosaved ? [t('version:autosave')] : [])].join(', ');

type WhenProps = { readonly line: VersionLine; readonly language: Language; readonly page: string; readonly isChoice: boolean };

const When = ({ line: { id, at }, language, page, isChoice }: WhenProps) => {
  const text = shortMoment(at, language);
  if (isChoice) return <VersionChoice id={id} text={text} />;
  return (
    <Link href={`${page}/${id}`} prefetch={false}>
      {text}
    </Link>
  );
};

type PagesProps = { readonly versions: Versions; readonly language: Language; readonly page: string };

const Pages = ({ versions: { newer, older }, language, page }: PagesProps) =>
  newer || older ? (
    <nav aria-label={VERSIONS.pages[language]}>
      {newer && <Link href={`${page}?page=${newer}`}>{VERSIONS.newer[language]}</Link>}
      {older && <Link href={`${page}?page=${older}`}>{VERSIONS.older[language]}</Link>}
    </nav>
  ) : null;

const versionedOf = (slug: string | undefined): Versioned | undefined =>
  slug === 'events' || slug === 'news-items' || slug === 'agreements' ? slug : undefined;
