import type { Where } from 'payload';
import { halfYearCode, halfYearOf, halfYearSpan, parseHalfYear } from '#domain/calendar';
import { instant, toIso } from '#domain/time';
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
  const span = halfYear && halfYearSpan(halfYear);
  const because = clause === OWN_CHANNEL ? { becauseKind: { equals: OWN_CHANNEL } } : { clause: { equals: clause } };
  const all: readonly (Where | undefined)[] = [
    status ? { status: { in: status } } : undefined,
    organiser ? { organiser: { equals: organiser } } : undefined,
    carrier ? { carrier: { equals: carrier } } : undefined,
    channel ? { channel: { equals: channel } } : undefined,
    clause ? because : undefined,
    span && { dueAt: { greater_than_equal: toIso(span.from) } },
    span && { dueAt: { less_than: toIso(span.until) } },
  ];
  return all.filter((condition) => condition !== undefined);
};

/** What the list is narrowed to now, read back from the conditions in its address. */
export const ledgerFilterOf = (searchParams: SearchParams | undefined): LedgerFilter => {
  const value = (field: string, operator: string): string | undefined => {
    const name = Object.keys(searchParams ?? {}).find(
      (key) => key.startsWith('where') && key.endsWith(`[${field}][${operator}]`),
    );
    const found = name && searchParams?.[name];
    return typeof found === 'string' ? found : undefined;
  };
  const from = value('dueAt', 'greater_than_equal');
  return {
    organiser: value('organiser', 'equals'),
    carrier: value('carrier', 'equals'),
    channel: value('channel', 'equals'),
    status: value('status', 'in'),
    clause: value('becauseKind', 'equals') ?? value('clause', 'equals'),
    half: from && isMoment(from) ? halfYearCode(halfYearOf(instant(from))) : undefined,
  };
};

/** What was chosen in the form, which sends plain names; undefined where nobody sent it. */
export const ledgerChoicesSent = (searchParams: SearchParams | undefined): LedgerFilter | undefined => {
  const sent = LEDGER_CHOICES.map((name) => [name, searchParams?.[name]] as const).filter(
    ([, value]) => typeof value === 'string',
  );
  return sent.length > 0 ? Object.fromEntries(sent) : undefined;
};

const isMoment = (text: string): boolean => !Number.isNaN(Date.parse(text));
