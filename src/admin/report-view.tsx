import Link from 'next/link';
import type { AdminViewServerProps } from 'payload';
import { type HalfYear, halfYearCode, halfYearOf, halfYearSpan, neighbourOf, parseHalfYear } from '#domain/calendar';
import { reportOf } from '#domain/report';
import { isBefore } from '#domain/time';
import { halfYearInWords, REPORT } from '#i18n/report-page';
import { now } from '#runtime/clock';
import { loadReportRows } from '#store/report';
import { loadAgreements, loadOrganisations } from '#store/settings';
import { PageFrame, type PageRequest, pageRequest } from './page-frame';
import { PrintButton } from './print-button.client';
import { ReportClauses } from './report-clauses';
import { ReportPairs, ReportRegions } from './report-pairs';
import './report.css';

/** `/admin/bericht`: who promoted whom in a half-year, and what became of every promise. */
export const ReportView = async (view: AdminViewServerProps) => {
  const request = pageRequest(view, '/bericht');
  const { payload, language } = request;
  const at = now();
  const present = halfYearOf(at);
  const asked = request.searchParams.halbjahr;
  const halfYear = (typeof asked === 'string' ? parseHalfYear(asked) : undefined) ?? present;
  const { until } = halfYearSpan(halfYear);
  const [rows, organisations, agreements] = await Promise.all([
    loadReportRows(payload, halfYear),
    loadOrganisations(payload),
    loadAgreements(payload),
  ]);
  // Of a half-year that is over, the agreement as it stood at its end.
  const read = isBefore(until, at) ? until.subtract({ milliseconds: 1 }) : at;
  const report = reportOf({ rows, halfYear, organisations, agreements, at: read });
  const props = { report, organisations, agreements, halfYear, request };
  return (
    <PageFrame view={view} steps={[{ label: REPORT.title }]} className="report">
      <h1>
        {REPORT.title[language]}: {halfYearInWords(halfYear, language)}
      </h1>
      <p className="report-lead">{REPORT.lead[language]}</p>
      <Choice halfYear={halfYear} request={request} />
      {rows.length === 0 && <p className="report-empty">{REPORT.nothing[language]}</p>}
      <ReportRegions {...props} />
      <ReportPairs {...props} />
      <ReportClauses {...props} />
    </PageFrame>
  );
};

/** The half-years beside this one, the table to download, and paper. */
const Choice = ({ halfYear, request }: { readonly halfYear: HalfYear; readonly request: PageRequest }) => {
  const { admin, payload, language } = request;
  return (
    <div className="report-choice">
      <nav aria-label={REPORT.choose[language]}>
        {[neighbourOf(halfYear, -1), halfYear, neighbourOf(halfYear, 1)].map((one) => (
          <Link
            key={halfYearCode(one)}
            href={`${admin}/bericht?halbjahr=${halfYearCode(one)}`}
            aria-current={one === halfYear ? 'page' : undefined}
            prefetch={false}
          >
            {halfYearInWords(one, language)}
          </Link>
        ))}
      </nav>
      <a href={`${payload.config.routes.api}/deliveries/report?halfYear=${halfYearCode(halfYear)}`}>{REPORT.csv[language]}</a>
      <PrintButton label={REPORT.print[language]} />
    </div>
  );
};
