import type { Where } from 'payload';
import { halfYearCode, halfYearOf, parseHalfYear } from '#domain/calendar';
import { readInstant } from '#domain/time';
import { fulfilling, ofHalfYear } from '#store/selections';
import type { SearchParams } from './list-query';

/** What the ledger's list can be narrowed to; the names are those of the form and stand in the address for a moment. */
export const LEDGER_CHOICES = ['organiser', 'carrier', 'channel', 'status', 'clause', 'half'] as const;

/** Values of the choices made; ids of the bodies and channels, a status or several with commas, a code, `2027-H1`. */
export type LedgerFilter = { readonly [Choice in (typeof LEDGER_CHOICES)[number]]?: string | undefined };

/** Stands for the rows that no clause asks for. */
export const OWN_CHANNEL = 'own-channel';

/** The conditions that a row must meet. */
export const ledgerConditions = ({ organiser, carrier, channel, status, clause, half }: LedgerFilter): readonly Where[] => {
  const halfYear = half ? parseHalfYear(half) : undefined;
  const all: readonly (Where | undefined)[] = [
    status ? { status: { in: status } } : undefined,
    organiser ? { organiser: { equals: organiser } } : undefined,
    carrier ? { carrier: { equals: carrier } } : undefined,
    channel ? { channel: { equals: channel } } : undefined,
    clause ? byClause(clause) : undefined,
    halfYear && ofHalfYear(halfYear),
  ];
  return all.filter((condition) => condition !== undefined);
};

const byClause = (clause: string): Where =>
  clause === OWN_CHANNEL ? { becauseKind: { equals: OWN_CHANNEL } } : fulfilling(clause);

/** What the list is narrowed to now, read back from the conditions in its address. */
export const ledgerFilterOf = (searchParams: SearchParams | undefined): LedgerFilter => {
  const value = (field: string, operator: string): string | undefined => {
    const name = Object.keys(searchParams ?? {}).find(
      (key) => key.startsWith('where') && key.endsWith(`[${field}][${operator}]`),
    );
    const found = name && searchParams?.[name];
    return typeof found === 'string' ? found : undefined;
  };
  const from = readInstant(value('sentAt', 'greater_than_equal'));
  const isOwnChannel = value('becauseKind', 'equals') === OWN_CHANNEL;
  return {
    organiser: value('organiser', 'equals'),
    carrier: value('carrier', 'equals'),
    channel: value('channel', 'equals'),
    status: value('status', 'in'),
    clause: isOwnChannel ? OWN_CHANNEL : value('clause', 'equals'),
    half: from && halfYearCode(halfYearOf(from)),
  };
};

/** What was chosen in the form, which sends plain names; undefined where nobody sent it. */
export const ledgerChoicesSent = (searchParams: SearchParams | undefined): LedgerFilter | undefined => {
  const sent = LEDGER_CHOICES.map((name) => [name, searchParams?.[name]] as const).filter(
    ([, value]) => typeof value === 'string',
  );
  return sent.length > 0 ? Object.fromEntries(sent) : undefined;
};
