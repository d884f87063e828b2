import type { PayloadRequest } from 'payload';
import type { ContentCollection } from '#domain/content';

type Texts = { readonly title: string | undefined; readonly teaser: string | undefined };

/** Title and teaser in German, whatever language is being edited; undefined where they are missing. */
export const germanTexts = async (
  req: PayloadRequest,
  collection: ContentCollection,
  id: string | undefined,
  data: { readonly title?: unknown; readonly teaser?: unknown },
): Promise<Texts> => {
  if (req.locale !== 'en') return { title: germanOf(data.title), teaser: germanOf(data.teaser) };
  if (!id) return { title: undefined, teaser: undefined };
  const doc = await req.payload.findByID({
    collection,
    id,
    draft: true,
    trash: true,
    locale: 'de',
    fallbackLocale: false,
    depth: 0,
    select: { title: true, teaser: true },
    disableErrors: true,
  });
  return { title: germanOf(doc?.title), teaser: germanOf(doc?.teaser) };
};

/** With `locale: 'all'` a text comes as `{ de, en }`. */
const germanOf = (value: unknown): string | undefined => {
  const text = typeof value === 'object' && value !== null && 'de' in value ? value.de : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
};
