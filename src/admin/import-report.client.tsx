'use client';

import type { Language } from '#domain/language';
import { IMPORT_VERDICTS, type ImportVerdict } from '#domain/subscriber-import';
import { IMPORT, moreRows, VERDICT_WORDS } from '#i18n/subscriber-import';

/** What became of a row of the table. */
export type ReportRow = {
  readonly line: number;
  readonly address: string;
  readonly verdict: ImportVerdict;
  readonly words: string;
};

/** More than that nobody reads, and browsers get slow. */
const SHOWN = 500;

/** How many rows of each kind, then the rows, those first with which something is wrong. */
export const ImportReport = ({ rows, language }: { readonly rows: readonly ReportRow[]; readonly language: Language }) => {
  const sorted = [...rows].sort((a, b) => Number(a.verdict === 'accepted') - Number(b.verdict === 'accepted') || a.line - b.line);
  const shown = sorted.slice(0, SHOWN);
  return (
    <section aria-labelledby="import-report" className="import-report">
      <h2 id="import-report">{IMPORT.report[language]}</h2>
      <ul>
        {IMPORT_VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length] as const)
          .filter(([, count]) => count > 0)
          .map(([verdict, count]) => (
            <li key={verdict}>
              <strong>{count}</strong> {VERDICT_WORDS[verdict][language]}
            </li>
          ))}
      </ul>
      <div className="import-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{IMPORT.line[language]}</th>
              <th scope="col">{IMPORT.address[language]}</th>
              <th scope="col">{IMPORT.verdict[language]}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, address, verdict, words }) => (
              <tr key={line} className={verdict === 'accepted' ? undefined : 'import-out'}>
                <td>{line}</td>
                <td>{address}</td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > SHOWN && <p>{moreRows(sorted.length - SHOWN)[language]}</p>}
    </section>
  );
};
