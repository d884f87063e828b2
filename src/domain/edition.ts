import type { Content } from './content';
import type { Delivery } from './delivery';
import type { OrganisationId, Region } from './organisation';
import { isCorrection } from './purpose';
import { compareInstants } from './time';

export type EditionEntry = { readonly delivery: Delivery; readonly content: Content };

/** Corrections come first, then what editors pinned, the carrier's own content, the regions. */
export type SectionId = 'corrections' | 'highlights' | 'own' | Region;

/** One part of an edition in reading order; never empty. */
export type Section = { readonly id: SectionId; readonly entries: readonly EditionEntry[] };

const ORDER: readonly SectionId[] = ['corrections', 'highlights', 'own', 'north', 'south'];

/**
 * Section rules of an edition: corrections, what is pinned (ids of rows), own content of the carrier, then by the region of the
 * organiser. Inside a section events by their beginning, then news by publication, newest first. Every entry lands in exactly one.
 */
export const arrangeEdition = (
  entries: readonly EditionEntry[],
  organisations: Regions,
  pinned: readonly string[] = [],
): readonly Section[] =>
  ORDER.map((id) => ({
    id,
    entries: entries.filter((entry) => sectionOf(entry, organisations, pinned) === id).sort(byReadingOrder),
  })).filter((section) => section.entries.length > 0);

/** Where each organisation stands. */
export type Regions = ReadonlyMap<OrganisationId, { readonly region: Region }>;

const sectionOf = ({ delivery, content }: EditionEntry, organisations: Regions, pinned: readonly string[]): SectionId => {
  if (isCorrection(delivery.purpose)) return 'corrections';
  if (pinned.includes(delivery.id)) return 'highlights';
  if (delivery.because.kind === 'own-channel') return 'own';
  return organisations.get(content.organiser)?.region ?? 'north';
};

const byReadingOrder = (a: EditionEntry, b: EditionEntry): number => {
  if (a.content.kind === 'event' && b.content.kind === 'event')
    return compareInstants(a.content.event.startsAt, b.content.event.startsAt) || compareKeys(a, b);
  if (a.content.kind === 'event') return -1;
  if (b.content.kind === 'event') return 1;
  return compareInstants(b.content.publishedAt, a.content.publishedAt) || compareKeys(a, b);
};

const compareKeys = (a: EditionEntry, b: EditionEntry): number => (a.delivery.key < b.delivery.key ? -1 : 1);
