import type { Payload } from 'payload';
import { halfYearCode, halfYearOf, neighbourOf } from '#domain/calendar';
import type { Language } from '#domain/content';
import { DELIVERY_STATUSES, UNSENT_STATUSES } from '#domain/delivery';
import { type Instant, instant } from '#domain/time';
import { halfYearInWords, LEDGER_FILTERS } from '#i18n/lists';
import { STATUS_WORDS } from '#i18n/words';
import { LEDGER_CHOICES, type LedgerFilter, OWN_CHANNEL } from './ledger-query';

/** The values each choice offers, in words. */
export type LedgerOptions = Readonly<Record<(typeof LEDGER_CHOICES)[number], readonly Option[]>>;
type Option = { readonly value: string; readonly label: string };

type Props = {
  readonly list: string;
  readonly filter: LedgerFilter;
  readonly options: LedgerOptions;
  readonly language: Language;
};

/** The choices above the ledger: an ordinary form, so that it works before the page listens. */
export const LedgerFilterForm = ({ list, filter, options, language }: Props) => (
  <form className="ledger-filter" method="get" action={list} aria-label={LEDGER_FILTERS.label[language]}>
    {LEDGER_CHOICES.map((name) => (
      <label key={`${name} ${filter[name] ?? ''}`}>
        <span>{LEDGER_FILTERS[name][language]}</span>
        <select name={name} defaultValue={filter[name] ?? ''}>
          <option value="">{LEDGER_FILTERS.any[language]}</option>
          {options[name].map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    ))}
    <div className="ledger-filter-do">
      <button type="submit">{LEDGER_FILTERS.show[language]}</button>
      {Object.values(filter).some(Boolean) && <a href={`${list}?sort=-dueAt`}>{LEDGER_FILTERS.reset[language]}</a>}
    </div>
  </form>
);

/** Bodies, channels and clauses by their names, half-years from the first row to the last. */
export const ledgerOptions = async (payload: Payload, language: Language): Promise<LedgerOptions> => {
  const everything = { depth: 0, pagination: false, overrideAccess: true } as const;
  const [organisations, channels, agreements, first, last] = await Promise.all([
    payload.find({ collection: 'organisations', ...everything, sort: 'shortName', select: { shortName: true } }),
    payload.find({ collection: 'channels', ...everything, sort: 'name', select: { name: true } }),
    payload.find({ collection: 'agreements', ...everything, select: { clauses: true } }),
    dueOfOne(payload, 'dueAt'),
    dueOfOne(payload, '-dueAt'),
  ]);
  const bodies = organisations.docs.map(({ id, shortName }) => ({ value: id, label: shortName }));
  const codes = agreements.docs.flatMap(({ clauses }) =>
    (clauses ?? []).filter(({ kind }) => kind === 'promotion').map(({ code }) => code),
  );
  return {
    organiser: bodies,
    carrier: bodies,
    channel: channels.docs.map(({ id, name }) => ({ value: id, label: name })),
    status: [
      { value: UNSENT, label: LEDGER_FILTERS.unsent[language] },
      ...DELIVERY_STATUSES.map((status) => ({ value: status, label: STATUS_WORDS[status][language] })),
    ],
    clause: [
      ...[...new Set(codes)].sort().map((code) => ({ value: code, label: code })),
      { value: OWN_CHANNEL, label: LEDGER_FILTERS.ownChannel[language] },
    ],
    half: first && last ? halvesBetween(first, last).map((value) => ({ value, label: halfYearInWords(value)[language] })) : [],
  };
};

/** Rows that have not left, as the list's tab filters for them. */
export const UNSENT = UNSENT_STATUSES.join(',');

const dueOfOne = async (payload: Payload, sort: string): Promise<Instant | undefined> => {
  const { docs } = await payload.find({
    collection: 'deliveries',
    sort,
    limit: 1,
    pagination: false,
    depth: 0,
    select: { dueAt: true },
  });
  return docs[0] && instant(docs[0].dueAt);
};

/** Codes of the half-years from one moment to the other, newest first. */
const halvesBetween = (first: Instant, last: Instant): readonly string[] => {
  const found: string[] = [];
  const oldest = halfYearCode(halfYearOf(first));
  for (let one = halfYearOf(last); halfYearCode(one) >= oldest; one = neighbourOf(one, -1)) found.push(halfYearCode(one));
  return found;
};
