import type { Delivery } from './delivery';
import { arrangeEdition, type EditionEntry, type Regions, type Section, type SectionId } from './edition';
import { coverOf, type EditionApproval, type EditionEdits } from './edition-edit';
import { closesAt, type NewsletterSettings } from './newsletter';
import { isCorrection } from './purpose';
import { type Instant, isBefore, latest } from './time';

/** Why a row that is ready for an edition waits for the next one: a person put it off, or there is too much of the own content. */
export type LeftOut = {
  readonly entry: EditionEntry;
  readonly why: { readonly kind: 'put-off'; readonly reason: string } | { readonly kind: 'others-share' };
};

/** An edition as it would leave: its sections in reading order, and what waits. Every entry is in exactly one place. */
export type MadeEdition = { readonly sections: readonly Section[]; readonly leftOut: readonly LeftOut[] };

/** Which rows may still join an edition, and which one comes after it. */
export type Issue = { readonly slotAt: Instant; readonly nextSlotAt: Instant };

/**
 * True when a ready row joins an edition: until the edition is closed for editing whatever is due by its slot; afterwards, until the
 * slot, corrections and what the next edition would be too late for.
 */
export const joinsEdition = (
  row: Pick<Delivery, 'dueAt' | 'latestAt' | 'purpose'>,
  { slotAt, nextSlotAt }: Issue,
  newsletter: Pick<NewsletterSettings, 'leadHours'>,
  now: Instant,
): boolean => {
  // One that leaves late takes along what became ready meanwhile.
  if (isBefore(latest(slotAt, now), row.dueAt)) return false;
  if (newsletter.leadHours === 0 || !isBefore(closesAt(newsletter, slotAt), now)) return true;
  return isCorrection(row.purpose) || isBefore(row.latestAt, nextSlotAt);
};

/** Applies what people decided to the entries of an edition, then the share that others have by the newsletter's settings. */
export const makeEdition = (
  entries: readonly EditionEntry[],
  organisations: Regions,
  edits: EditionEdits,
  newsletter: Pick<NewsletterSettings, 'othersShare' | 'minimumItems'>,
): MadeEdition => {
  const putOff = new Map(edits.putOff.map(({ row, reason }) => [row, reason]));
  const wanted = entries.filter(({ delivery }) => !putOff.has(delivery.id));
  const sections = editedSections(wanted, organisations, edits);
  const surplus = surplusOf(sections, newsletter);
  return {
    sections: sections
      .map((section) => ({ ...section, entries: section.entries.filter(({ delivery }) => !surplus.has(delivery.id)) }))
      .filter((section) => section.entries.length > 0),
    leftOut: entries.flatMap((entry): LeftOut[] => {
      const reason = putOff.get(entry.delivery.id);
      if (reason !== undefined) return [{ entry, why: { kind: 'put-off', reason } }];
      return surplus.has(entry.delivery.id) ? [{ entry, why: { kind: 'others-share' } }] : [];
    }),
  };
};

/** The entries with their edited teasers, in the sections and the order of people. Leaves nothing out. */
export const editedSections = (
  entries: readonly EditionEntry[],
  organisations: Regions,
  edits: EditionEdits,
): readonly Section[] => {
  const told = entries.map((entry) => withTeaser(entry, edits));
  return arrangeEdition(told, organisations, edits.pinned).map((section) => ({
    ...section,
    entries: inOrder(section.entries, edits.order),
  }));
};

/** True when so few entries are no edition; what corrects something leaves however little there is. */
export const isTooFew = (
  rows: readonly Pick<Delivery, 'purpose'>[],
  { minimumItems }: Pick<NewsletterSettings, 'minimumItems'>,
): boolean => rows.length < minimumItems && !rows.some(({ purpose }) => isCorrection(purpose));

/** True when a yes still covers what would leave. What went meanwhile, and corrections, do not need another. */
export const isCovered = (
  approval: EditionApproval | undefined,
  version: number,
  rows: readonly Pick<Delivery, 'id' | 'fingerprint' | 'purpose'>[],
): boolean =>
  approval?.version === version && rows.every((row) => isCorrection(row.purpose) || approval.covers.includes(coverOf(row)));

/** Kept when the content changes, but flagged then, as the ledger does with own texts: readers get the content's teaser. */
const withTeaser = (entry: EditionEntry, { teasers }: EditionEdits): EditionEntry => {
  const teaser = teasers.find(({ row }) => row === entry.delivery.id);
  if (!teaser) return entry;
  const isStale = teaser.fingerprint !== entry.delivery.fingerprint;
  return { ...entry, delivery: { ...entry.delivery, ownText: teaser.text, ownTextStale: isStale } };
};

/** Who came later stands behind the one it follows by the rules, wherever people put that one. */
const inOrder = (byRule: readonly EditionEntry[], order: readonly string[]): readonly EditionEntry[] => {
  const placed = byRule
    .filter(({ delivery }) => order.includes(delivery.id))
    .sort((a, b) => order.indexOf(a.delivery.id) - order.indexOf(b.delivery.id));
  for (const [index, entry] of byRule.entries()) {
    if (placed.includes(entry)) continue;
    const before = byRule[index - 1];
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, entry);
  }
  return placed;
};

/**
 * The own entries beyond what the share of others leaves room for, from the end. Without others there is no share; corrections
 * and what people pinned stay and count for neither side; and no edition becomes too little by it.
 */
const surplusOf = (
  sections: readonly Section[],
  { othersShare, minimumItems }: Pick<NewsletterSettings, 'othersShare' | 'minimumItems'>,
): ReadonlySet<string> => {
  const count = (...ids: readonly SectionId[]): number =>
    sections.reduce((sum, { id, entries }) => (ids.includes(id) ? sum + entries.length : sum), 0);
  const others = count('north', 'south');
  if (othersShare === 0 || others === 0) return new Set();
  const byShare = Math.floor((others * (100 - othersShare)) / othersShare);
  const room = Math.max(byShare, minimumItems - others - count('corrections', 'highlights'));
  const own = sections.find(({ id }) => id === 'own')?.entries ?? [];
  return new Set(own.slice(room).map(({ delivery }) => delivery.id));
};
