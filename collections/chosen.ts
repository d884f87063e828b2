import type { CollectionBeforeChangeHook, CollectionConfig, CollectionSlug, FlattenedField, PayloadRequest } from 'payload';
import { refusal } from '#i18n/problems';
import { faulty, labelOf, languageOf } from './refuse';

/** The collection, where nobody can save what names a document that is not there (any more), in whatever field, drafts included. */
export const withChosenChecked = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeChange: [checkChosen, ...(collection.hooks?.beforeChange ?? [])] },
});

/**
 * Payload leaves it to the database: SQLite refuses without a word about the field, MongoDB keeps anything. What the document held
 * before is not asked for again.
 */
const checkChosen: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const held = new Set(chosenIn(collection.flattenedFields, originalDoc).map(({ id }) => id));
  const gone = new Map<string, FlattenedField>();
  for (const chosen of chosenIn(collection.flattenedFields, data))
    if (!held.has(chosen.id) && !(await isThere(req, chosen))) gone.set(chosen.path, chosen.field);
  if (gone.size === 0) return data;
  const language = languageOf(req);
  const message = refusal('chosenGone', language);
  const faults = [...gone].map(([path, field]) => ({ path, message, label: labelOf(field, language) }));
  throw faulty(req, collection.slug, faults);
};

/** A document that a field names: the field and where it stands, and of which collection the document is. */
type Chosen = { readonly path: string; readonly field: FlattenedField; readonly of: CollectionSlug; readonly id: string };

const chosenIn = (fields: readonly FlattenedField[], data: unknown, prefix = ''): readonly Chosen[] =>
  fields.flatMap((field) => {
    const value = partOf(data, field.name);
    const path = prefix + field.name;
    if (field.type === 'group' || field.type === 'tab') return chosenIn(field.flattenedFields, value, `${path}.`);
    if (field.type === 'array')
      return listOf(value).flatMap((row, index) => chosenIn(field.flattenedFields, row, `${path}.${index}.`));
    if ((field.type !== 'relationship' && field.type !== 'upload') || typeof field.relationTo !== 'string') return [];
    const of = field.relationTo;
    return listOf(value)
      .flatMap(idIn)
      .map((id) => ({ path, field, of, id }));
  });

/** No id of either database looks otherwise; what does may be more than one to MongoDB. */
const ID = /^[\w-]+$/;

const isThere = async (req: PayloadRequest, { of, id }: Chosen): Promise<boolean> =>
  ID.test(id) && Boolean(await req.payload.db.findOne({ collection: of, req, where: { id: { equals: id } }, select: {} }));

const partOf = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Object.entries(data).find(([key]) => key === name)?.[1] : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** What is no id at all is nowhere either. */
const idIn = (value: unknown): readonly string[] => {
  if (value === undefined || value === null) return [];
  return [String(typeof value === 'object' && 'id' in value ? value.id : value)];
};
