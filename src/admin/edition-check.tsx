import Link from 'next/link';
import type { Language } from '#domain/content';
import { EDITION_PAGE, findingInWords, sizeInWords } from '#i18n/edition-page';
import type { EditionWork } from './edition-load';

type Props = { readonly work: EditionWork; readonly editionId: string; readonly admin: string; readonly language: Language };

/** What was found before an edition leaves: what must be corrected, what is good to know, and how large it is. */
export const EditionCheck = ({ work: { findings, bytes, canCheckLinks }, editionId, admin, language }: Props) => (
  <section className="ledger-card" aria-labelledby="edition-check">
    <h2 id="edition-check">{EDITION_PAGE.check[language]}</h2>
    {findings.length === 0 ? (
      <p className="edition-fine">{EDITION_PAGE.fine[language]}</p>
    ) : (
      <ul className="edition-findings">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.detail}`} className={`edition-finding edition-finding--${finding.level}`}>
            <b>{EDITION_PAGE[finding.level][language]}:</b> {findingInWords(finding)[language]}
          </li>
        ))}
      </ul>
    )}
    <p className="ledger-small">{sizeInWords(bytes)[language]}</p>
    {canCheckLinks && (
      <p>
        <Link href={`${admin}/ausgabe?id=${editionId}&links=1`} prefetch={false}>
          {EDITION_PAGE.checkLinks[language]}
        </Link>
      </p>
    )}
  </section>
);
