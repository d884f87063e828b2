import type { Content, ContentCollection, EventFacts, Picture } from '#domain/content';
import { type FundingRow, readFunding } from './funding-row';
import { fromIso } from './instants';
import { type AllLocales, readText } from './localised';
import type { Event as EventRow, NewsItem as NewsRow } from './payload-types';
import { idOf } from './pictures';

/** A content document read with `locale: 'all'` and depth 0. */
export type ContentRow = Localised<EventRow> | Localised<NewsRow>;

/** What content documents only name: topics (slugs by id), pictures and logos by id. */
export type Related = {
  readonly topics: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly logos: ReadonlyMap<string, Picture>;
};

/** A content document as domain type; undefined while it was never published or a part every content has is missing. */
export const readContent = (collection: ContentCollection, row: ContentRow, related: Related): Content | undefined => {
  const common = readCommon(collection, row, related);
  if (!common) return undefined;
  if (collection === 'news-items') return { ...common, kind: (row as Localised<NewsRow>).kind };
  const event = readEventFacts(row as Localised<EventRow>);
  return event && { ...common, kind: 'event', event };
};

type Localised<T> = Omit<T, 'title' | 'teaser' | 'funding'> & {
  readonly title?: AllLocales;
  readonly teaser?: AllLocales;
  readonly funding?: FundingRow;
  readonly deletedAt?: string | null;
};

const readCommon = (collection: ContentCollection, row: ContentRow, related: Related) => {
  const title = readText(row.title);
  const publishedAt = fromIso(row.publishedAt);
  const organiser = idOf(row.organiser);
  if (!title || !publishedAt || !organiser || !row.slug) return undefined;
  const pictureId = idOf(row.picture);
  return {
    ref: { collection, id: row.id },
    slug: row.slug,
    title,
    teaser: readText(row.teaser) ?? { de: '' },
    organiser,
    coOrganisers: (row.coOrganisers ?? []).flatMap((one) => idOf(one) ?? []),
    topics: (row.topics ?? []).flatMap((one) => related.topics.get(idOf(one) ?? '') ?? []),
    language: row.language ?? 'de',
    link: row.link || undefined,
    deadline: fromIso(row.deadline),
    picture: pictureId ? related.pictures.get(pictureId) : undefined,
    funding: readFunding(row.funding, related.logos),
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
      soldOut: row.soldOut === true,
    }
  );
};
