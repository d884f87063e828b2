import { type Field, flattenAllFields } from 'payload';
import { expect, it } from 'vitest';
import { enteredFields } from '#store/entered';
import { events } from './events';
import { newsItems } from './news-items';

/** Each field that a person can change, by its path, with the value it begins with. */
const editable = (fields: Field[], prefix = ''): readonly (readonly [string, unknown])[] =>
  flattenAllFields({ fields }).flatMap((field) => {
    if (field.name.startsWith('_') || field.admin?.hidden || ('virtual' in field && field.virtual)) return [];
    if (field.type === 'group') return editable(field.fields, `${prefix}${field.name}.`);
    const begins: unknown = 'defaultValue' in field ? field.defaultValue : undefined;
    const languages = 'localized' in field && field.localized ? ['.de', '.en'] : [''];
    return languages.map((language) => [`${prefix}${field.name}${language}`, begins] as const);
  });

const PLACES = { venue: ['Kurhaus'], street: ['Am Markt'], postalCode: ['34117'], town: ['Kassel'], placeRegion: ['north'] };

/** The form chooses them by itself. */
const CHOSEN = ['organiser', 'topics'];

it.each([
  ['events', events],
  ['news-items', newsItems],
] as const)('every field of %s that people fill in tells whether they entered something', (slug, { fields }) => {
  const known = new Map(enteredFields(slug, PLACES).map(({ path, begins }) => [path, begins]));
  const asked = editable(fields).filter(([path]) => !CHOSEN.includes(path));
  expect([...known.keys()].toSorted()).toEqual(asked.map(([path]) => path).toSorted());
  for (const [path, begins] of asked)
    if (typeof begins !== 'function') expect([path, known.get(path)]).toEqual([path, begins === undefined ? [] : [begins]]);
});
