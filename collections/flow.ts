import type {
  Access,
  CollectionAdminOptions,
  CollectionConfig,
  CompoundIndex,
  Field,
  JSONField,
  SelectField,
  TextField,
} from 'payload';
import type { COLLECTIONS } from '#i18n/admin';
import type { Words } from '#i18n/words';
import { nobody } from './access';
import { choices, shown } from './fields';

type Flow = {
  readonly slug: string;
  readonly labels: (typeof COLLECTIONS)[keyof typeof COLLECTIONS];
  readonly read: Access;
  readonly title: string;
  readonly columns: readonly string[];
  readonly fields: Field[];
  readonly indexes?: CompoundIndex[];
  /** Machinery: only admins see it. */
  readonly adminOnly?: boolean;
  readonly defaultSort?: string;
  /** What the admin shows differently from any other collection. */
  readonly admin?: CollectionAdminOptions;
};

/**
 * A collection the flow writes and nobody else: flat rows (claims are one compare-and-set on plain fields), read-only for
 * everybody through API and admin. Written by `src/store` only.
 */
export const flowCollection = ({
  slug,
  labels,
  read,
  title,
  columns,
  fields,
  indexes,
  adminOnly,
  defaultSort,
  admin = {},
}: Flow): CollectionConfig => ({
  slug,
  labels,
  access: { read, create: nobody, update: nobody, delete: nobody },
  admin: shown(adminOnly ? 'system' : 'ledger', title, columns, {
    ...(adminOnly ? { hidden: ({ user }) => user?.role !== 'admin' } : {}),
    ...admin,
  }),
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  lockDocuments: false,
  ...(defaultSort ? { defaultSort } : {}),
  ...(indexes ? { indexes } : {}),
  fields,
});

/** The key that makes a row exist once; its insert is the claim. */
export const keyField = (label: Words): TextField => ({
  name: 'key',
  type: 'text',
  label,
  required: true,
  unique: true,
  index: true,
  admin: { position: 'sidebar' },
});

/** A plain text column. */
export const plain = (name: string, label: Words, rest: Partial<Pick<TextField, 'index' | 'required'>> = {}): TextField => ({
  ...rest,
  name,
  type: 'text',
  label,
});

/** An id or the like that only machines read: no column, no filter. */
export const technical = (name: string, label: Words, rest: Partial<Pick<TextField, 'index' | 'required'>> = {}): TextField => ({
  ...plain(name, label, rest),
  ...OUT_OF_LISTS,
});

/** Keeps a field out of the columns and filters that people choose from. */
export const OUT_OF_LISTS = { admin: { disableListColumn: true, disableListFilter: true } };

/** Keeps what only machines read out of forms as well. */
export const OUT_OF_SIGHT = { admin: { ...OUT_OF_LISTS.admin, hidden: true } };

/** What was recorded as data, shown as plain text: Payload's own editor would load itself from another house. */
export const recorded = (name: string, label: Words): JSONField => ({
  name,
  type: 'json',
  label,
  admin: { ...OUT_OF_LISTS.admin, components: { Field: '/src/admin/recorded-field.client.tsx#RecordedField' } },
});

/** One of fixed values with their words. */
export const oneOf = <Value extends string>(
  name: string,
  label: Words,
  words: Readonly<Record<Value, Words>>,
  values: readonly NoInfer<Value>[],
  rest: { readonly required?: boolean; readonly index?: boolean; readonly defaultValue?: NoInfer<Value> } = {},
): SelectField => ({ ...rest, name, type: 'select', label, options: choices(values, words) });

/** The field, shown in lists by a component of `src/admin`. */
export const withCell = (field: SelectField | TextField, component: string): Field => ({
  ...field,
  admin: { components: { Cell: component } },
});
