import Link from 'next/link';
import type { Language } from '#domain/content';
import { type ClauseReport, FATE_STATUSES, FATES } from '#domain/report';
import { causeInWords, FATE_WORDS, minimumInWords, REPORT } from '#i18n/report-page';
import { countedIn, ledgerLink } from './ledger-link';
import type { ReportProps } from './report-pairs';

/** What became of every promise, and of what is only proposed. */
export const ReportClauses = (props: ReportProps) => {
  const { report, request } = props;
  const { language } = request;
  const promises = report.clauses.filter(({ agreed }) => agreed);
  const proposals = report.clauses.filter(({ agreed }) => !agreed);
  return (
    <>
      <section className="report-card" aria-labelledby="report-promises">
        <h2 id="report-promises">{REPORT.promises[language]}</h2>
        {promises.length > 0 ? (
          <Clauses {...props} clauses={promises} asked={REPORT.asked[language]} />
        ) : (
          <p>{REPORT.noPromises[language]}</p>
        )}
      </section>
      {proposals.length > 0 && (
        <section className="report-card" aria-labelledby="report-proposals">
          <h2 id="report-proposals">{REPORT.proposals[language]}</h2>
          <p>{REPORT.proposalsHint[language]}</p>
          <Clauses {...props} clauses={proposals} asked={REPORT.wanted[language]} />
        </section>
      )}
    </>
  );
};

type ClausesProps = ReportProps & { readonly clauses: readonly ClauseReport[]; readonly asked: string };

const Clauses = ({ clauses, asked, agreements, halfYear, request: { admin, language } }: ClausesProps) => (
  <div className="report-scroll">
    <table className="report-table report-table--clauses">
      <thead>
        <tr>
          <th scope="col">{asked}</th>
          {FATES.map((fate) => (
            <th key={fate} scope="col">
              {FATE_WORDS[fate][language]}
            </th>
          ))}
        </tr>
      </thead>
      {clauses.map((clause) => (
        <tbody key={clause.code}>
          <tr>
            <th scope="rowgroup" colSpan={FATES.length + 1}>
              <About clause={clause} language={language} />
            </th>
          </tr>
          <tr>
            <td>{clause.asked}</td>
            {FATES.map((fate) => (
              <td key={fate} className={clause.fates[fate] > 0 ? `report-fate--${fate}` : undefined}>
                {clause.fates[fate] > 0 ? (
                  <Link
                    href={ledgerLink(admin, { halfYear, statuses: FATE_STATUSES[fate], clause: countedIn(agreements, clause) })}
                    prefetch={false}
                  >
                    {clause.fates[fate]}
                  </Link>
                ) : (
                  0
                )}
              </td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  </div>
);

/** What the clause says, how much it promises, and why something was declined or missed. */
const About = ({
  clause: { code, text, minimum, causes },
  language,
}: {
  readonly clause: ClauseReport;
  readonly language: Language;
}) => (
  <>
    {code}
    <span className="report-quote">{text}</span>
    {minimum !== undefined && <span className="report-quote">{minimumInWords(minimum)[language]}</span>}
    {causes.length > 0 && (
      <ul className="report-causes" aria-label={REPORT.why[language]}>
        {causes.map((cause) => (
          <li key={`${cause.fate} ${cause.why}`}>{causeInWords(cause, language)}</li>
        ))}
      </ul>
    )}
  </>
);
