import type { ContentCollection } from '#domain/content';
import type { Instant } from '#domain/time';
import type { Event as EventRow, NewsItem as NewsRow } from '#store/payload-types';

/** What an editor types in, without what the form fills in by itself. Moments as ISO strings. */
type Typed<Row, Extra extends keyof Row> = Partial<Pick<Row, Extra>> & { readonly title: string; readonly teaser: string };

export type EventData = Typed<
  EventRow,
  'endsAt' | 'attendance' | 'venue' | 'town' | 'link' | 'deadline' | 'cost' | 'audience' | 'visibility'
> &
  Pick<EventRow, 'startsAt' | 'placeRegion'>;

export type NewsData = Typed<
  NewsRow,
  'problem' | 'actors' | 'evidence' | 'transferability' | 'country' | 'callRole' | 'deadline' | 'link'
> &
  Pick<NewsRow, 'kind'>;

/** A generated picture; the words describe it in both languages. */
export type PictureWish = {
  readonly motif: 'waves' | 'circles' | 'steps' | 'lines';
  readonly colours: 'sea' | 'ember' | 'night' | 'beach' | 'violet' | 'meadow' | 'dusk' | 'sky';
  readonly de: string;
  readonly en: string;
};

type Common = {
  /** How the demo's timeline calls it. */
  readonly name: string;
  /** Slug of the organisation whose editor enters it. */
  readonly by: string;
  /** Slugs of co-organisers. */
  readonly with?: readonly string[];
  /** When it is published. */
  readonly at: Instant;
  /** Slugs of topics. */
  readonly topics: readonly string[];
  readonly english?: { readonly title: string; readonly teaser: string };
  readonly picture?: PictureWish;
  /** The description, a paragraph each. */
  readonly paragraphs: readonly string[];
};

export type EventItem = Common & { readonly collection: 'events'; readonly data: EventData };
export type NewsItem = Common & { readonly collection: 'news-items'; readonly data: NewsData };

/** One example content of the demo. */
export type DemoItem = EventItem | NewsItem;

/** A content that has been entered. */
export type Entered = {
  readonly collection: ContentCollection;
  readonly id: string;
  readonly by: string;
  readonly title: string;
};
