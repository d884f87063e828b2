import type { Payload, PayloadRequest } from 'payload';
import { z } from 'zod';
import { CONTENT_KINDS, type Content, type ContentCollection, EVENT_STATUSES, PLACE_REGIONS } from '#domain/content';
import { slugOf } from '#domain/slug';
import { type Instant, readInstant, toIso } from '#domain/time';
import { type ContentRow, readContent } from './content-row';
import { loadRelated } from './contents';
import type { AllLocales } from './localised';

const LANGUAGES = ['de', 'en'] as const;
const text = z.string().max(5_000).nullish().catch(undefined);
const moment = z
  .string()
  .refine((value) => readInstant(value) !== undefined)
  .nullish()
  .catch(undefined);
const id = z.string().max(100).nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const chosen = <const Choices extends readonly string[]>(choices: Choices) => z.enum(choices).optional().catch(undefined);

/** What of a form a post can say; what is not readable is left out as if it were not filled in. */
const VALUES = z.object({
  title: text,
  teaser: text,
  kind: chosen(CONTENT_KINDS),
  organiser: id,
  coOrganisers: z.array(z.string().max(100)).max(50).nullish().catch(undefined),
  language: chosen(LANGUAGES),
  picture: id,
  link: text,
  deadline: moment,
  startsAt: moment,
  endsAt: moment,
  allDay: flag,
  status: chosen(EVENT_STATUSES),
  previousStartsAt: moment,
  attendance: chosen(['on-site', 'online', 'hybrid']),
  placeRegion: chosen(PLACE_REGIONS),
  venue: text,
  street: text,
  postalCode: text,
  town: text,
  soldOut: flag,
  funding: z.object({ hashtag: text, validFrom: moment, validTo: moment }).nullish().catch(undefined),
});

/** A form as it stands: of which document, in which language its texts are. */
export const UNSAVED = z.object({
  collection: z.enum(['events', 'news-items']),
  id: z.string().max(100).optional(),
  locale: z.enum(LANGUAGES),
  values: VALUES,
});
export type Unsaved = z.infer<typeof UNSAVED>;

/**
 * A content as it stands in somebody's form, as if it were published at `now`; undefined while a part that every content has is missing,
 * or where this person may not read what it is a version of. Nothing is written.
 */
export const loadUnsaved = async (
  payload: Payload,
  { collection, id: saved, locale, values }: Unsaved,
  user: PayloadRequest['user'],
  now: Instant,
): Promise<Content | undefined> => {
  const before = saved ? await loadRow(payload, collection, saved, user) : {};
  if (!before) return undefined;
  const { title, teaser, funding, picture, ...rest } = values;
  const at = toIso(now);
  const row: unknown = {
    ...UNCHOSEN,
    ...before,
    ...withoutGaps(rest),
    organiser: rest.organiser ?? before.organiser ?? user?.organisation,
    id: saved ?? 'entwurf',
    picture: (await maySee(payload, picture, user)) ? picture : null,
    title: inLocale(before.title, locale, title),
    teaser: inLocale(before.teaser, locale, teaser),
    funding: { ...before.funding, ...funding },
    ...{ _status: 'published', publishedAt: at, changedAt: at },
    slug: before.slug || slugOf(title ?? '') || 'entwurf',
  };
  return readContent(collection, row as ContentRow, await loadRelated(payload, [row as ContentRow]));
};

const inLocale = (before: AllLocales | undefined, locale: string, text: string | null | undefined): AllLocales => ({
  ...(typeof before === 'object' ? before : {}),
  [locale]: text,
});

/** What the form always has, as it stands there at first. */
const UNCHOSEN = { kind: 'news', attendance: 'on-site', placeRegion: 'statewide' };

/** A field that is not in somebody's form says nothing; an emptied one is null. */
const withoutGaps = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const loadRow = async (
  payload: Payload,
  collection: ContentCollection,
  saved: string,
  user: PayloadRequest['user'],
): Promise<Partial<ContentRow> | undefined> => {
  const options = { collection, id: saved, draft: true, locale: 'all', depth: 0, trash: true } as const;
  const doc: unknown = await payload.findByID({ ...options, user, overrideAccess: false, disableErrors: true });
  return (doc as ContentRow | null) ?? undefined;
};

const maySee = async (payload: Payload, picture: string | null | undefined, user: PayloadRequest['user']): Promise<boolean> => {
  if (!picture) return false;
  const where = { id: { equals: picture } };
  return (await payload.count({ collection: 'media', where, overrideAccess: false, user })).totalDocs > 0;
};
