import type { Field, NumberField, RelationshipField, SelectField } from 'payload';
import { CHANNEL_KINDS } from '#domain/channel';
import { CONTENT_KINDS, PLACE_REGIONS } from '#domain/content';
import { REGIONS } from '#domain/organisation';
import { CLAUSE, CLAUSE_KINDS, SOURCE_KINDS } from '#i18n/admin-agreements';
import { CONTENT } from '#i18n/admin-contents';
import { APPROVAL_WORDS, DELIVERY } from '#i18n/admin-ledger';
import { CHANNEL_WORDS, KIND_WORDS, PLACE_WORDS, REGION_WORDS, type Words } from '#i18n/words';
import { choices, moment, row } from './fields';

const isPromotion = (_data: unknown, clause: { kind?: unknown }): boolean => clause.kind !== 'meetings';

const many = <Value extends string>(
  name: string,
  label: Words,
  values: readonly NoInfer<Value>[],
  words: Readonly<Record<Value, Words>>,
): SelectField => ({
  name,
  type: 'select',
  hasMany: true,
  label,
  options: choices(values, words),
  admin: { condition: isPromotion, description: CLAUSE.emptyMeansAll },
});

const related = (name: string, label: Words, relationTo: 'organisations' | 'topics'): RelationshipField => ({
  name,
  type: 'relationship',
  relationTo,
  hasMany: true,
  label,
  admin: { condition: isPromotion, description: CLAUSE.emptyMeansAll },
});

const amount = (name: string, label: Words, min: number, max: number, description?: Words): NumberField => ({
  name,
  type: 'number',
  label,
  min,
  max,
  admin: { condition: isPromotion, step: 1, ...(description ? { description } : {}) },
});

/** Fields of one rule of an agreement; empty lists mean: all. */
export const clauseFields: Field[] = [
  row(
    { name: 'code', type: 'text', label: CLAUSE.code, required: true, admin: { description: CLAUSE.codeHint } },
    {
      name: 'kind',
      type: 'select',
      label: CLAUSE.kind,
      required: true,
      defaultValue: 'promotion',
      options: choices(['promotion', 'meetings'], CLAUSE_KINDS),
    },
  ),
  { name: 'text', type: 'textarea', label: CLAUSE.text, required: true },
  {
    name: 'sourceKind',
    type: 'select',
    label: CLAUSE.sourceKind,
    required: true,
    defaultValue: 'proposal',
    options: choices(['agreed', 'proposal'], SOURCE_KINDS),
  },
  {
    name: 'quote',
    type: 'textarea',
    label: CLAUSE.quote,
    admin: { condition: (_data, clause) => clause.sourceKind === 'agreed' },
  },
  row(
    many('fromRegions', CLAUSE.fromRegions, REGIONS, REGION_WORDS),
    related('fromOrganisations', CLAUSE.fromOrganisations, 'organisations'),
  ),
  row(
    many('toRegions', CLAUSE.toRegions, REGIONS, REGION_WORDS),
    related('toOrganisations', CLAUSE.toOrganisations, 'organisations'),
  ),
  row(many('contentKinds', CLAUSE.contentKinds, CONTENT_KINDS, KIND_WORDS), related('topics', CONTENT.topics, 'topics')),
  row(
    many('places', CLAUSE.places, PLACE_REGIONS, PLACE_WORDS),
    many('channelKinds', CLAUSE.channelKinds, CHANNEL_KINDS, CHANNEL_WORDS),
  ),
  row(
    amount('announceDays', CLAUSE.announceDays, 0, 730, CLAUSE.announceHint),
    amount('remindDays', CLAUSE.remindDays, 0, 365),
    amount('lastCallDays', CLAUSE.lastCallDays, 0, 365),
  ),
  row(
    {
      name: 'approval',
      type: 'select',
      label: DELIVERY.approval,
      defaultValue: 'automatic',
      options: choices(['automatic', 'carrier', 'silence'], APPROVAL_WORDS),
      admin: { condition: isPromotion },
    },
    {
      ...amount('silenceHours', CLAUSE.silenceHours, 1, 720),
      admin: { condition: (data, clause) => isPromotion(data, clause) && clause.approval === 'silence', step: 1 },
    },
  ),
  row(amount('minimumPerHalfYear', CLAUSE.minimumPerHalfYear, 1, 1000), amount('capPerWeek', CLAUSE.capPerWeek, 1, 100)),
  {
    name: 'perYear',
    type: 'number',
    label: CLAUSE.perYear,
    min: 1,
    max: 52,
    admin: { condition: (_data, clause) => clause.kind === 'meetings', step: 1 },
  },
  row(moment('validFrom', CLAUSE.validFrom), moment('validTo', CLAUSE.validTo)),
];
