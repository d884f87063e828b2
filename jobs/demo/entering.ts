import type { Payload, TypedUser } from 'payload';
import type { DemoItem, Entered, PictureWish } from './items';
import { drawPicture } from './picture';

/** What entering needs to know: ids of organisations and topics by slug, and who enters. */
export type Desk = {
  readonly payload: Payload;
  readonly organisations: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  readonly editors: ReadonlyMap<string, TypedUser>;
};

/** What a person changes of a published content. */
export type Edit = {
  readonly teaser?: string;
  readonly english?: { readonly teaser: string };
  readonly status?: 'cancelled';
  readonly startsAt?: string;
  readonly endsAt?: string;
};

/** Draws the pictures of the items beforehand; ids by the name of the item. They belong to the organisation that enters it. */
export const uploadPictures = async (desk: Desk, items: readonly DemoItem[]): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const { name, by, picture } of items) if (picture) ids.set(name, await upload(desk, by, picture, ids.size + 1));
  return ids;
};

/** Enters a content as its editor does: draft, English texts, publish. Access rules and hooks run as for everybody. */
export const enterItem = async (desk: Desk, item: DemoItem, picture: string | undefined): Promise<Entered> => {
  const { collection, by, english } = item;
  const as = { user: editorOf(desk, by), overrideAccess: false, depth: 0 } as const;
  const { id } = await createDraft(desk, item, picture);
  if (english) await desk.payload.update({ ...as, collection, id, locale: 'en', draft: true, data: english });
  await desk.payload.update({ ...as, collection, id, locale: 'de', data: { _status: 'published' } });
  return { collection, id, by, title: item.data.title };
};

/** Changes a published content as its editor does: the change takes effect at once. */
export const editItem = async (desk: Desk, { collection, id, by }: Entered, { english, ...edit }: Edit): Promise<void> => {
  const as = { user: editorOf(desk, by), overrideAccess: false, depth: 0 } as const;
  if (english) await desk.payload.update({ ...as, collection, id, locale: 'en', draft: true, data: english });
  await desk.payload.update({ ...as, collection, id, locale: 'de', data: { ...edit, _status: 'published' } });
};

const createDraft = (desk: Desk, item: DemoItem, picture: string | undefined): Promise<{ readonly id: string }> => {
  const as = { user: editorOf(desk, item.by), overrideAccess: false, depth: 0, locale: 'de', draft: true } as const;
  const shared = {
    organiser: idOf(desk.organisations, item.by),
    coOrganisers: (item.with ?? []).map((slug) => idOf(desk.organisations, slug)),
    topics: item.topics.map((slug) => idOf(desk.topics, slug)),
    picture: picture ?? null,
    _status: 'draft' as const,
  };
  const text = richText([...item.paragraphs, EXAMPLE]);
  return item.collection === 'events'
    ? desk.payload.create({ ...as, collection: 'events', data: { ...item.data, ...shared, description: text } })
    : desk.payload.create({ ...as, collection: 'news-items', data: { ...item.data, ...shared, text } });
};

const EXAMPLE = 'Beispiel: Dieser Inhalt gehört zur Vorführung. Termin, Angaben und Links sind erfunden.';

const upload = async (desk: Desk, by: string, wish: PictureWish, number: number): Promise<string> => {
  const data = await drawPicture(wish);
  const as = { user: editorOf(desk, by), overrideAccess: false, depth: 0, collection: 'media' } as const;
  const file = { data, mimetype: 'image/jpeg', name: `beispiel-grafik-${number}.jpg`, size: data.byteLength };
  const { id } = await desk.payload.create({
    ...as,
    file,
    locale: 'de',
    data: { alt: wish.de, credit: 'Erzeugte Grafik (Beispiel)' },
  });
  await desk.payload.update({ ...as, id, locale: 'en', data: { alt: wish.en } });
  return id;
};

/** Paragraphs as the editor's rich text stores them. */
const richText = (paragraphs: readonly string[]) => {
  const block = { version: 1, direction: 'ltr', format: '', indent: 0 } as const;
  const children = paragraphs.map((text) => ({
    ...block,
    type: 'paragraph',
    textFormat: 0,
    children: [{ type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }],
  }));
  return { root: { ...block, type: 'root', children } };
};

const editorOf = (desk: Desk, organisation: string): TypedUser => {
  const editor = desk.editors.get(organisation);
  if (!editor) throw new Error(`nobody edits for ${organisation}`);
  return editor;
};

const idOf = (ids: ReadonlyMap<string, string>, slug: string): string => {
  const id = ids.get(slug);
  if (!id) throw new Error(`nothing is called ${slug}`);
  return id;
};
