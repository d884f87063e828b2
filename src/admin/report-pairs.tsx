import Link from 'next/link';
import type { Agreement, Organisations } from '#domain/agreement';
import type { HalfYear } from '#domain/calendar';
import type { Language } from '#domain/content';
import { type OrganisationId, REGIONS } from '#domain/organisation';
import type { Report } from '#domain/report';
import { promotedInWords, REPORT, regionsInWords } from '#i18n/report-page';
import { ledgerLink } from './ledger-link';
import type { PageRequest } from './page-frame';

export type ReportProps = {
  readonly report: Report;
  readonly organisations: Organisations;
  readonly agreements: readonly Agreement[];
  readonly halfYear: HalfYear;
  readonly request: PageRequest;
};

/** What each region carried of the other. */
export const ReportRegions = ({ report: { regions }, request: { language } }: ReportProps) => (
  <section className="report-card" aria-labelledby="report-regions">
    <h2 id="report-regions">{REPORT.regions[language]}</h2>
    <RegionBars regions={regions} language={language} />
  </section>
);

/** A bar for each side: what it carried of the other, the longer one as wide as there is room. */
export const RegionBars = ({ regions, language }: { readonly regions: Report['regions']; readonly language: Language }) => {
  const sides = [
    { carrier: 'north', organiser: 'south', promoted: regions.north.south },
    { carrier: 'south', organiser: 'north', promoted: regions.south.north },
  ] as const;
  const most = Math.max(1, ...sides.map(({ promoted }) => promoted.messages));
  return (
    <dl className="report-bars">
      {sides.map(({ carrier, organiser, promoted }) => (
        <div key={carrier}>
          <dt>{regionsInWords(carrier, organiser)[language]}</dt>
          <dd>
            <span className={`report-bar report-bar--${carrier}`} style={{ width: `${(100 * promoted.messages) / most}%` }} />
            {promotedInWords(promoted, language)}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** The table of who carried whose content; each number leads to its rows in the ledger. */
export const ReportPairs = ({ report: { pairs }, organisations, halfYear, request }: ReportProps) => {
  const { admin, language } = request;
  const bodies = [...organisations.values()].sort((a, b) => orderOf(a.region) - orderOf(b.region));
  const sumOf = (carrier: OrganisationId): number =>
    [...(pairs.get(carrier)?.values() ?? [])].reduce((sum, one) => sum + one.messages, 0);
  return (
    <section className="report-card" aria-labelledby="report-pairs">
      <h2 id="report-pairs">{REPORT.whom[language]}</h2>
      <p>{REPORT.whomHint[language]}</p>
      <div className="report-scroll">
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">
                {REPORT.carrier[language]} ↓ · {REPORT.organiser[language]} →
              </th>
              {bodies.map(({ id, shortName }) => (
                <th key={id} scope="col">
                  {shortName}
                </th>
              ))}
              <th scope="col">{REPORT.sum[language]}</th>
            </tr>
          </thead>
          <tbody>
            {bodies.map((carrier) => (
              <tr key={carrier.id}>
                <th scope="row">{carrier.shortName}</th>
                {bodies.map((organiser) => {
                  const promoted = pairs.get(carrier.id)?.get(organiser.id);
                  return (
                    <td key={organiser.id} className={carrier.id === organiser.id ? 'report-self' : undefined}>
                      {promoted && (
                        <Link
                          href={ledgerLink(admin, { halfYear, statuses: ['sent'], carrier: carrier.id, organiser: organiser.id })}
                          aria-label={promotedInWords(promoted, language)}
                          prefetch={false}
                        >
                          {promoted.messages} ({promoted.contents})
                        </Link>
                      )}
                    </td>
                  );
                })}
                <td>{sumOf(carrier.id) || null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const orderOf = (region: (typeof REGIONS)[number]): number => REGIONS.indexOf(region);
