import { createHash } from 'node:crypto';
import RSS from 'rss';
import { contentUrn } from '#domain/addresses';
import type { Language } from '#domain/content';
import { oneLine } from '#domain/text';
import { type Instant, instant, latest } from '#domain/time';
import { KIND_WORDS } from '#i18n/words';
import { type ContentWords, contentInWords } from './content-words';
import { type FeedItem, feedEntryHtml, feedSummaryHtml } from './feed-entry';
import { fundingInWords } from './funding-words';

export type { FeedItem } from './feed-entry';

/** What a feed is made of; `selfUrl` is its own address, `siteUrl` the page it belongs to, `publicUrl` the root of our pages. */
export type FeedInput = {
  readonly title: string;
  readonly description: string;
  readonly selfUrl: string;
  readonly siteUrl: string;
  readonly publicUrl: string;
  readonly language: Language;
  readonly items: readonly FeedItem[];
  /** Decides which funding notices hold. */
  readonly now: Instant;
};

/**
 * RSS 2.0 with a strong ETag (quoted) over its bytes. Depends on nothing but its input: equal items give equal bytes.
 * `lastModified` is the newest change of an item; an empty feed was last modified in 1970.
 */
export const renderFeed = (input: FeedInput): { xml: string; etag: string; lastModified: Instant } => {
  const entries = input.items.map((item) => entryOf(item, input)).sort(byNewest);
  const lastModified = latest(instant('1970-01-01T00:00:00Z'), ...entries.map((entry) => entry.changedAt));
  const feed = new RSS({
    title: oneLine(input.title),
    description: oneLine(input.description),
    feed_url: input.selfUrl,
    site_url: input.siteUrl,
    language: input.language,
    generator: 'Nordsüd',
    ttl: 60,
  });
  for (const entry of entries) feed.item(entry.options);
  const xml = withBuildDate(feed.xml({ indent: true }), entries.length > 0 ? lastModified : undefined);
  return { xml, etag: `"${createHash('sha256').update(xml).digest('base64url')}"`, lastModified };
};

type Entry = { readonly publicAt: Instant; readonly changedAt: Instant; readonly options: RSS.ItemOptions };

const entryOf = (item: FeedItem, input: FeedInput): Entry => {
  const { content } = item;
  const { language, publicUrl } = input;
  const bodies = new Map([item.organiser, ...(item.coOrganisers ?? [])].map((body) => [body.id, body]));
  const words = contentInWords(content, bodies, publicUrl, language);
  const funding = fundingInWords(content, bodies, publicUrl, language, input.now);
  const publicAt = latest(content.publishedAt, content.embargoUntil ?? content.publishedAt);
  const enclosure = enclosureOf(item, words);
  return {
    publicAt,
    changedAt: latest(publicAt, content.changedAt, item.since ?? publicAt),
    options: {
      title: words.state ? `${words.state}: ${words.title}` : words.title,
      description: feedSummaryHtml(words),
      url: words.url,
      guid: contentUrn(content),
      categories: [KIND_WORDS[content.kind][language]],
      author: oneLine(item.organiser.name),
      date: publicAt.toString(),
      ...(enclosure && { enclosure }),
      custom_elements: [{ 'content:encoded': { _cdata: feedEntryHtml(item, words, funding, input) } }],
    },
  };
};

const enclosureOf = ({ content, pictureBytes }: FeedItem, { pictureUrl }: ContentWords): RSS.EnclosureObject | undefined => {
  const type = MIME_TYPES[content.picture?.path.split('.').at(-1)?.toLowerCase() ?? ''];
  return pictureUrl && type && pictureBytes && pictureBytes > 0 ? { url: pictureUrl, size: pictureBytes, type } : undefined;
};

const MIME_TYPES: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

const byNewest = (a: Entry, b: Entry): number =>
  Number(b.publicAt.epochMilliseconds - a.publicAt.epochMilliseconds) ||
  (String(a.options.guid) < String(b.options.guid) ? -1 : 1);

/** `rss` writes the time of rendering; nobody would ever get a 304. */
const withBuildDate = (xml: string, at: Instant | undefined): string =>
  xml.replace(/\n? *<lastBuildDate>[^<]*<\/lastBuildDate>/, (element) =>
    at ? element.replace(/>[^<]*</, `>${rfc822(at)}<`) : '',
  );

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu, 10 Dec 2026 17:00:00 GMT`, the date format of RSS and HTTP. */
const rfc822 = (at: Instant): string => {
  const utc = at.toZonedDateTimeISO('UTC');
  const date = `${DAYS[utc.dayOfWeek - 1]}, ${String(utc.day).padStart(2, '0')} ${MONTHS[utc.month - 1]} ${utc.year}`;
  return `${date} ${utc.toPlainTime().toString({ smallestUnit: 'second' })} GMT`;
};
