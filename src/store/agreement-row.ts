import type { Agreement, ApprovalRule, Clause, ClauseSource, Party, PromotionClause } from '#domain/agreement';
import { fromIso } from './instants';
import type { Agreement as AgreementRow, Organisation as OrganisationRow, Topic as TopicRow } from './payload-types';

type ClauseRow = NonNullable<AgreementRow['clauses']>[number];
type Topics = ReadonlyMap<string, string>;

/** An agreement document as domain type; `topics` are slugs by id. Undefined while it has no date to come into force. */
export const readAgreement = (row: AgreementRow, topics: Topics): Agreement | undefined => {
  const inForceFrom = fromIso(row.inForceFrom);
  return inForceFrom
    ? {
        id: row.id,
        version: row.version,
        title: row.title,
        state: row.state,
        inForceFrom,
        clauses: (row.clauses ?? []).map((clause) => readClause(clause, topics)),
      }
    : undefined;
};

const readClause = (row: ClauseRow, topics: Topics): Clause => {
  const common = {
    code: row.code,
    text: row.text,
    source: readSource(row),
    validFrom: fromIso(row.validFrom),
    validTo: fromIso(row.validTo),
  };
  if (row.kind === 'meetings') return { ...common, kind: 'meetings', perYear: row.perYear ?? 0 };
  return { ...common, kind: 'promotion', ...readPromotion(row, topics) };
};

const readPromotion = (row: ClauseRow, topics: Topics): Omit<PromotionClause, 'kind' | 'code' | 'text' | 'source'> => ({
  from: readParty(row.fromRegions, row.fromOrganisations),
  to: readParty(row.toRegions, row.toOrganisations),
  contentKinds: row.contentKinds ?? [],
  topics: idsOf(row.topics).map((id) => topics.get(id) ?? id),
  places: row.places ?? [],
  channelKinds: row.channelKinds ?? [],
  ladder: {
    announceDays: row.announceDays ?? undefined,
    remindDays: row.remindDays ?? undefined,
    lastCallDays: row.lastCallDays ?? undefined,
  },
  approval: readApproval(row),
  minimumPerHalfYear: row.minimumPerHalfYear ?? undefined,
  capPerWeek: row.capPerWeek ?? undefined,
});

const readSource = (row: ClauseRow): ClauseSource =>
  row.sourceKind === 'agreed' ? { kind: 'agreed', quote: row.quote ?? '' } : { kind: 'proposal' };

const readApproval = (row: ClauseRow): ApprovalRule => {
  if (row.approval === 'silence') return row.silenceHours ? { kind: 'silence', hours: row.silenceHours } : { kind: 'carrier' };
  return { kind: row.approval === 'carrier' ? 'carrier' : 'automatic' };
};

const readParty = (
  regions: ClauseRow['fromRegions'] | ClauseRow['toRegions'],
  organisations: ClauseRow['fromOrganisations'] | ClauseRow['toOrganisations'],
): Party => ({ regions: regions ?? [], organisations: idsOf(organisations) });

const idsOf = (related: readonly (string | OrganisationRow | TopicRow)[] | null | undefined): readonly string[] =>
  (related ?? []).map((one) => (typeof one === 'string' ? one : one.id));
