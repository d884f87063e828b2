import type { CollectionBeforeValidateHook } from 'payload';
import { isAbove } from '#domain/role';
import { oneLine, stripControls } from '#domain/text';
import { instant, toIso } from '#domain/time';
import { viewerOf } from './access';
import { type ContentDoc, idOf } from './content-doc';

/**
 * Puts right what needs no question: control characters (pasted from Word they break whole feeds), line breaks in single lines,
 * a web address without https, the place of online events, the organiser of those who may write for one body only.
 */
export const tidyContent: CollectionBeforeValidateHook<ContentDoc> = ({ collection, data, operation, originalDoc, req }) => {
  if (!data) return data;
  const tidied = tidyRecord(data);
  const viewer = viewerOf(req.user);
  const organiser =
    viewer && !isAbove(viewer) ? (operation === 'create' ? viewer.organisation : idOf(originalDoc?.organiser)) : undefined;
  const own = organiser ?? idOf(data.organiser);
  return {
    ...tidied,
    ...(operation === 'create' && collection.slug === 'events' ? emptyPlace(data) : {}),
    ...(organiser ? { organiser } : {}),
    ...(data.coOrganisers ? { coOrganisers: data.coOrganisers.filter((one) => idOf(one) !== own) } : {}),
    ...(data.attendance === 'online' ? ONLINE : {}),
  };
};

/** For every other document: texts and moments as `tidyRecord` gives them. */
export const tidyDocument: CollectionBeforeValidateHook = ({ data }) => data && tidyRecord(data);

/** Texts of any document without controls, single-line fields as one line, moments as ISO instants with milliseconds. */
export const tidyRecord = (data: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, tidyField(name, value)]));

const PLACE = ['venue', 'street', 'postalCode', 'town'] as const;
const ONLINE = { venue: null, street: null, postalCode: null, town: null, placeRegion: 'online' };

/** MongoDB keeps no undefined: a field left out would later show the defaults of whoever reads it. */
const emptyPlace = (data: Partial<ContentDoc>) => Object.fromEntries(PLACE.map((name) => [name, data[name] ?? null]));

const LINES = new Set([
  'title',
  'shortName',
  'name',
  'venue',
  'street',
  'postalCode',
  'town',
  'cost',
  'audience',
  'link',
  'website',
  'country',
  'credit',
  'alt',
  'doNotPromoteReason',
  'sender',
]);
const MOMENTS = new Set([
  'startsAt',
  'endsAt',
  'previousStartsAt',
  'deadline',
  'embargoUntil',
  'inForceFrom',
  'validFrom',
  'validTo',
]);

const tidyField = (name: string, value: unknown): unknown => {
  if (MOMENTS.has(name)) return tidyMoment(value);
  if (typeof value === 'string' && LINES.has(name))
    return name === 'link' || name === 'website' ? tidyLink(value) : oneLine(value);
  return tidyValue(value);
};

const tidyValue = (value: unknown): unknown => {
  if (typeof value === 'string') return stripControls(value);
  if (Array.isArray(value)) return value.map(tidyValue);
  return isPlain(value) ? tidyRecord(value) : value;
};

const tidyLink = (value: string): string => {
  const link = oneLine(value);
  return /^www\./i.test(link) ? `https://${link}` : link;
};

/** What is no moment stays as it is: the check says so at the field. */
const tidyMoment = (value: unknown): unknown => {
  const text = value instanceof Date ? value.toISOString() : value;
  if (typeof text !== 'string' || text === '') return text || null;
  try {
    return toIso(instant(text));
  } catch {
    return text;
  }
};

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
