import type { Picture } from '#domain/content';
import type { FundingNotice } from '#domain/funding';
import { fromIso } from './instants';
import { type AllLocales, readText } from './localised';
import type { Event as EventRow } from './payload-types';
import { idOf } from './pictures';

/** The funding notice of a content or an organisation, read with `locale: 'all'` and depth 0. */
export type FundingRow = (Omit<NonNullable<EventRow['funding']>, 'text'> & { readonly text?: AllLocales }) | null;

/** The notice as domain type; undefined while it says nothing. `logos` are pictures by id. */
export const readFunding = (row: FundingRow | undefined, logos: ReadonlyMap<string, Picture>): FundingNotice | undefined => {
  const text = readText(row?.text);
  const hashtag = row?.hashtag?.replace(/^#/, '') || undefined;
  const logo = logos.get(idOf(row?.logo) ?? '');
  if (!text && !hashtag && !logo) return undefined;
  return { text, hashtag, logo, validFrom: fromIso(row?.validFrom), validTo: fromIso(row?.validTo) };
};
