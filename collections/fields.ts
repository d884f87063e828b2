import type { CheckboxField, CollectionAdminOptions, DateField, Field, FieldAccess, TextField } from 'payload';
import type { ChannelVia } from '#domain/channel';
import { MAX_LENGTH } from '#domain/problems';
import { MAX_SLUG } from '#domain/slug';
import { ZONE } from '#domain/time';
import { COMMON, GROUPS } from '#i18n/admin';
import { BERLIN_TIME } from '#i18n/dates';
import { MOMENT_PICKER } from '#i18n/typed-moment';
import type { Words } from '#i18n/words';
import { aboveField, nobodyField } from './access';
import { slugCheck } from './checks';

/** Only those above may write the field once the document exists. */
export const lockedForEditors: { readonly access: { readonly update: FieldAccess } } = { access: { update: aboveField } };

/** Shows an organisation in a list by its name. */
export const ORGANISATION_CELL = { components: { Cell: '/src/admin/content-cells.tsx#OrganisationCell' } };

/** The one zone people enter and read times in. */
export const BERLIN = { label: BERLIN_TIME.de, value: ZONE };

/** Choices of a select with their words, in the order of `values`. */
export const choices = <Value extends string>(values: readonly NoInfer<Value>[], words: Readonly<Record<Value, Words>>) =>
  values.map((value) => ({ value, label: words[value] }));

/**
 * A moment people enter and read in Berlin time, wherever their browser stands; stored as ISO instant (UTC).
 * The zone beside it is fixed, so it is no column of the database.
 */
export const moment = (
  name: string,
  label: Words,
  { admin, ...rest }: Omit<Partial<DateField>, 'type' | 'name' | 'label' | 'timezone'> = {},
): DateField => ({
  ...rest,
  name,
  type: 'date',
  label,
  admin: {
    ...admin,
    components: {
      Cell: '/src/admin/moment-cell.tsx#MomentCell',
      afterInput: ['/src/admin/typed-moment.client.tsx#TypedMomentField'],
    },
    date: MOMENT_PICKER,
  },
  timezone: {
    supportedTimezones: [BERLIN],
    override: ({ baseField }) => ({
      ...baseField,
      label: COMMON.zone,
      required: false,
      virtual: true,
      // It is the same everywhere: nothing to choose as a column, nothing to filter by.
      admin: { ...baseField.admin, disableListColumn: true, disableListFilter: true },
    }),
  },
});

/** The unique short name of a document in addresses; fixed for editors. */
export const slugField = (): TextField => ({
  name: 'slug',
  type: 'text',
  label: COMMON.slug,
  required: true,
  maxLength: MAX_SLUG,
  unique: true,
  index: true,
  validate: slugCheck,
  // Feeds, ledger keys and links rest on it.
  access: { update: nobodyField },
  hooks: {
    beforeChange: [({ operation, previousValue, value }) => (operation === 'update' && previousValue ? previousValue : value)],
  },
  admin: { position: 'sidebar', description: COMMON.slugHint },
});

/** What something or somebody is called, on one line of at most 200 characters: it stands in subjects, headers and buttons. */
export const nameField = (name: string, label: Words, rest: Pick<TextField, 'localized'> = {}): TextField => ({
  ...{ ...rest, name, type: 'text', label, required: true, maxLength: MAX_LENGTH.line },
});

/** On or off; off unless said otherwise. */
export const flag = (
  name: string,
  label: Words,
  rest: Omit<Partial<CheckboxField>, 'type' | 'name' | 'label'> = {},
): CheckboxField => ({
  defaultValue: false,
  ...rest,
  name,
  type: 'checkbox',
  label,
});

/** Label or hint of a channel's field in the words of its network. */
export const byNetwork = (part: 'Label' | 'Hint', words: Readonly<Partial<Record<ChannelVia, Words>>>) => ({
  path: `/src/admin/by-network.client.tsx#ByNetwork${part}`,
  clientProps: { words },
});

/** Side by side on wide screens. */
export const row = (...fields: Field[]): Field => ({ type: 'row', fields });

/** Bar, columns and title of a collection in the admin. */
export const shown = (
  group: keyof typeof GROUPS,
  useAsTitle: string,
  defaultColumns: readonly string[],
  rest: CollectionAdminOptions = {},
): CollectionAdminOptions => ({
  group: GROUPS[group],
  useAsTitle,
  defaultColumns: [...defaultColumns],
  hideAPIURL: true,
  ...rest,
});
