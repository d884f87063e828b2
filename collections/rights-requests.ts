import type { Access, CollectionBeforeValidateHook, CollectionConfig, DateFieldValidation } from 'payload';
import { date } from 'payload/shared';
import { answerBy, RIGHTS_REQUEST_KINDS } from '#domain/rights-request';
import { isAbove } from '#domain/role';
import { isBefore, readInstant, toIso } from '#domain/time';
import { COLLECTIONS, COMMON } from '#i18n/admin';
import { refusal } from '#i18n/problems';
import { RIGHTS_REQUEST, RIGHTS_REQUEST_KIND_WORDS } from '#i18n/rights-requests';
import { now } from '#runtime/clock';
import type { RightsRequest } from '#store/payload-types';
import { aboveField, viewerOf, writeOfOrganisation } from './access';
import { idOf } from './content-doc';
import { choices, moment, nameField, ORGANISATION_CELL, shown } from './fields';
import { languageOf } from './refuse';
import { tidyRecord } from './tidying';

/** Editors of a body, and those above. */
const createAsEditor: Access = ({ req }) => {
  const viewer = viewerOf(req.user);
  return isAbove(viewer) || (viewer?.role === 'editor' && Boolean(viewer.organisation));
};

/** Reckons the day of the answer; what editors enter is their own body's. */
const reckon: CollectionBeforeValidateHook<RightsRequest> = ({ data, operation, originalDoc, req }) => {
  if (!data) return data;
  const all = { ...originalDoc, ...tidyRecord(data) };
  const viewer = viewerOf(req.user);
  const isOwn = viewer && !isAbove(viewer);
  const organisation = operation === 'create' ? viewer?.organisation : idOf(originalDoc?.organisation);
  const receivedAt = readInstant(all.receivedAt);
  return {
    ...tidyRecord(data),
    ...(isOwn && organisation ? { organisation } : {}),
    ...(receivedAt ? { dueAt: toIso(answerBy(receivedAt, Boolean(all.extendedBecause?.trim()))) } : {}),
  };
};

/** Nothing of it lies ahead. */
const pastCheck: DateFieldValidation = (value, options) => {
  const at = readInstant(value ? String(value instanceof Date ? value.toISOString() : value) : undefined);
  return at && isBefore(now(), at) ? refusal('liesAhead', languageOf(options.req)) : date(value, options);
};

/** Requests of people about data of their own that no page answers (UI: Datenschutzanfragen), with the day by which somebody must. */
export const rightsRequests: CollectionConfig = {
  slug: 'rights-requests',
  labels: COLLECTIONS.rightsRequests,
  admin: shown('system', 'reference', ['reference', 'kind', 'organisation', 'dueAt', 'answeredAt'], {
    description: RIGHTS_REQUEST.lead,
  }),
  access: { read: writeOfOrganisation, create: createAsEditor, update: writeOfOrganisation, delete: writeOfOrganisation },
  disableDuplicate: true,
  hooks: { beforeValidate: [reckon] },
  defaultSort: 'dueAt',
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: RIGHTS_REQUEST.kind,
      required: true,
      options: choices(RIGHTS_REQUEST_KINDS, RIGHTS_REQUEST_KIND_WORDS),
    },
    { ...nameField('reference', RIGHTS_REQUEST.reference), admin: { description: RIGHTS_REQUEST.referenceHint } },
    moment('receivedAt', RIGHTS_REQUEST.receivedAt, { required: true, validate: pastCheck }),
    {
      name: 'extendedBecause',
      type: 'textarea',
      label: RIGHTS_REQUEST.extendedBecause,
      admin: { description: RIGHTS_REQUEST.extendedHint },
    },
    moment('answeredAt', RIGHTS_REQUEST.answeredAt, {
      validate: pastCheck,
      admin: { description: RIGHTS_REQUEST.answeredHint },
    }),
    moment('dueAt', RIGHTS_REQUEST.dueAt, { index: true, admin: { readOnly: true, position: 'sidebar' } }),
    {
      name: 'organisation',
      type: 'relationship',
      relationTo: 'organisations',
      label: COMMON.organisation,
      required: true,
      access: { create: aboveField, update: aboveField },
      admin: { ...ORGANISATION_CELL, position: 'sidebar' },
    },
  ],
};
