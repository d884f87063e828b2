import type { Content, ContentCollection, EventFacts, LocalText, Picture } from '#domain/content';
import { fromIso } from './instants';
import type { Event as EventRow, Media as MediaRow, NewsItem as NewsRow } from './payload-types';

/** A content document read with `locale: 'all'` and depth 0. */
export type ContentRow = Localised<EventRow> | Localised<NewsRow>;

/** What content documents only name: topics (slugs by id) and pictures by id. */
export type Related = { readonly topics: ReadonlyMap<string, string>; readonly pictures: ReadonlyMap<string, Picture> };

/** A content document as domain type; undefined while it was never published or a part every content has is missing. */
export const readContent = (collection: ContentCollection, row: ContentRow, related: Related): Content | undefined => {
  const common = readCommon(collection, row, related);
  if (!common) return undefined;
  if (collection === 'news-items') return { ...common, kind: (row as Localised<NewsRow>).kind };
  const event = readEventFacts(row as Localised<EventRow>);
  return event && { ...common, kind: 'event', event };
};

/** A picture document as domain type, in the size for previews where there is one. */
export const readPicture = (row: Localised<MediaRow>): Picture | undefined => {
  const file = row.sizes?.card?.url ? row.sizes.card : row;
  if (!file.url) return undefined;
  return {
    path: pathOf(file.url),
    alt: textOf(row.alt)?.de ?? '',
    credit: row.credit || undefined,
    width: file.width ?? 0,
    height: file.height ?? 0,
  };
};

/** Id of a related document, however deep it was read. */
export const idOf = (related: string | { readonly id: string } | null | undefined): string | undefined =>
  typeof related === 'string' ? related : (related?.id ?? undefined);

type Localised<T> = Omit<T, 'title' | 'teaser' | 'alt'> & {
  readonly title?: AllLocales;
  readonly teaser?: AllLocales;
  readonly alt?: AllLocales;
  readonly deletedAt?: string | null;
};
type AllLocales = { readonly de?: string | null; readonly en?: string | null } | string | null;

const readCommon = (collection: ContentCollection, row: ContentRow, related: Related) => {
  const title = textOf(row.title);
  const publishedAt = fromIso(row.publishedAt);
  const organiser = idOf(row.organiser);
  if (!title || !publishedAt || !organiser || !row.slug) return undefined;
  const pictureId = idOf(row.picture);
  return {
    ref: { collection, id: row.id },
    slug: row.slug,
    title,
    teaser: textOf(row.teaser) ?? { de: '' },
    organiser,
    coOrganisers: (row.coOrganisers ?? []).flatMap((one) => idOf(one) ?? []),
    topics: (row.topics ?? []).flatMap((one) => related.topics.get(idOf(one) ?? '') ?? []),
    language: row.language ?? 'de',
    link: row.link || undefined,
    deadline: fromIso(row.deadline),
    picture: pictureId ? related.pictures.get(pictureId) : undefined,
    visibility: row.visibility ?? 'public',
    doNotPromote: row.doNotPromote === true,
    embargoUntil: fromIso(row.embargoUntil),
    live: row._status === 'published' && !row.deletedAt,
    publishedAt,
    changedAt: fromIso(row.changedAt) ?? publishedAt,
    planRevision: row.planRevision ?? 0,
    sequence: row.sequence ?? 0,
  };
};

const readEventFacts = (row: Localised<EventRow>): EventFacts | undefined => {
  const startsAt = fromIso(row.startsAt);
  return (
    startsAt && {
      startsAt,
      endsAt: fromIso(row.endsAt) ?? startsAt,
      allDay: row.allDay === true,
      status: row.status ?? 'planned',
      previousStartsAt: fromIso(row.previousStartsAt),
      attendance: row.attendance,
      region: row.placeRegion,
      venue: row.venue || undefined,
      street: row.street || undefined,
      postalCode: row.postalCode || undefined,
      town: row.town || undefined,
      cost: row.cost || undefined,
    }
  );
};

const textOf = (value: AllLocales | undefined): LocalText | undefined => {
  if (typeof value === 'string') return value ? { de: value } : undefined;
  const de = value?.de || value?.en;
  return de ? { de, en: value?.en || undefined } : undefined;
};

/** Payload writes absolute addresses when it knows its own; we keep the path. */
const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url);
