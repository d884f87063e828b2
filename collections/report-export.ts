import type { Endpoint } from 'payload';
import { halfYearCode, parseHalfYear } from '#domain/calendar';
import type { Language } from '#domain/content';
import { csvOf } from '#domain/csv';
import { fateOf } from '#domain/report';
import { shortMoment } from '#i18n/dates';
import { REFUSED } from '#i18n/decisions';
import { FATE_WORDS, REPORT_COLUMNS, YES_NO } from '#i18n/report-page';
import { PURPOSE_WORDS, REASON_WORDS, STATUS_WORDS } from '#i18n/words';
import type { NamedRow } from '#store/delivery-row';
import { loadReportLines } from '#store/report';
import { viewerOf } from './access';
import { languageOf } from './refuse';

/** `GET /api/deliveries/report?halfYear=2026-H2`: the ledger rows a report rests on, as CSV. For everybody who may see the ledger. */
export const reportExport: Omit<Endpoint, 'root'> = {
  path: '/report',
  method: 'get',
  handler: async (req) => {
    const language = languageOf(req);
    const refuse = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status });
    if (!viewerOf(req.user)) return refuse(401, REFUSED.login[language]);
    const halfYear = parseHalfYear(String(req.query.halfYear ?? ''));
    if (!halfYear) return refuse(400, REFUSED.body[language]);
    const lines = await loadReportLines(req.payload, halfYear);
    const headings = COLUMNS.map((name) => REPORT_COLUMNS[name][language]);
    return new Response(csvOf([headings, ...lines.map((line) => cellsOf(line, language))]), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="bericht-${halfYearCode(halfYear)}.csv"`,
        'Cache-Control': 'no-store',
      },
    });
  },
};

/** In the order of the headings. */
const COLUMNS = [
  'content',
  'organiser',
  'carrier',
  'channel',
  'purpose',
  'clause',
  'text',
  'agreed',
  'alsoFulfils',
  'due',
  'sent',
  'fate',
  'status',
  'why',
  'url',
] as const satisfies readonly (keyof typeof REPORT_COLUMNS)[];

const cellsOf = ({ row, names }: NamedRow, language: Language): readonly string[] => {
  const fate = fateOf(row.status);
  const because = row.because.kind === 'clause' ? row.because : undefined;
  const cells: Readonly<Record<keyof typeof REPORT_COLUMNS, string>> = {
    ...names,
    purpose: PURPOSE_WORDS[row.purpose][language],
    clause: because?.code ?? '',
    text: because?.text ?? '',
    agreed: YES_NO[because?.agreed ? 'yes' : 'no'][language],
    alsoFulfils: row.alsoFulfils.join(', '),
    due: shortMoment(row.dueAt, language),
    sent: row.sentAt ? shortMoment(row.sentAt, language) : '',
    fate: fate ? FATE_WORDS[fate][language] : '',
    status: STATUS_WORDS[row.status][language],
    why: row.declineReason ?? (row.reason ? REASON_WORDS[row.reason][language] : ''),
    url: row.url ?? '',
  };
  return COLUMNS.map((name) => cells[name]);
};
