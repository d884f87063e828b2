import { archiveUrl, type EditionDay, editionUrl, signupUrl } from '#domain/addresses';
import { oneLine } from '#domain/text';
import { ARCHIVE, archiveLead } from '#i18n/archive';
import { dateInWords } from '#i18n/dates';
import { markup } from './markup';
import { findable, pageShell } from './page-shell';

/** The editions of one newsletter that were sent, newest first. */
export type ArchivePageInput = {
  readonly name: string;
  readonly slug: string;
  readonly publisher: string;
  readonly editions: readonly (EditionDay & { readonly subject?: string | undefined })[];
  readonly publicUrl: string;
};

/** Earlier editions to read, each by its day and subject. */
export const archivePage = ({ name, slug, publisher, editions, publicUrl }: ArchivePageInput): string =>
  pageShell({
    title: oneLine(name),
    head: [findable(archiveUrl(slug, publicUrl), archiveLead(publisher))],
    main: [
      markup`<p class="kicker">${ARCHIVE.kicker}</p><h1>${oneLine(name)}</h1><p class="lead">${archiveLead(publisher)}</p>
<ul>${editions.map(
        (edition) =>
          markup`<li><a href="${editionUrl(slug, edition, publicUrl)}">${dateInWords(edition.slotAt, 'de')}: ${edition.subject ?? oneLine(name)}</a></li>`,
      )}</ul>
<p><a href="${signupUrl(publicUrl)}">${ARCHIVE.subscribe}</a></p>`,
    ],
  });
