import type { Payload, Where } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#domain/time';
import { loadAccount } from '#store/people';
import { loadShortName } from '#store/settings';
import { loadDrafts } from '#store/today';
import { isTouched } from '#store/untouched';
import { contentViews } from '../../src/admin/content-views';
import { publishedState } from '../../src/admin/published-state';
import { bootHouse, type House, testDatabases } from './boot';
import { type EntryHouse, EVENT, furnish } from './entry-house';

const NOW = instant('2027-01-10T09:00:00Z');

type Step = (args: object) => Promise<void>;

/** What brings the column, and what takes it away. */
const STEPS = {
  sqlite: () => import('#store/migrations/sqlite/20261125_171805_lasts_until'),
  mongodb: () => import('#store/migrations/mongodb/20261125_171805_lasts_until'),
} as unknown as Readonly<Record<'sqlite' | 'mongodb', () => Promise<{ readonly up: Step; readonly down: Step }>>>;

describe.each(testDatabases())('lists of contents on %s', (kind) => {
  let house: House;
  let payload: Payload;
  let ids: EntryHouse['ids'];
  let as: EntryHouse['as'];

  beforeAll(async () => {
    house = await bootHouse(kind, 'lists');
    payload = house.payload;
    ({ ids, as } = await furnish(house));
    await add('Eigener Abend', {});
    await add('Eigener Entwurf', { _status: 'draft' });
    await add('Eigene Messe, läuft noch', { startsAt: '2027-01-08T08:00:00Z', endsAt: '2027-01-10T16:00:00Z' });
    await add('Eigener Rückblick', { startsAt: '2026-11-10T17:00:00Z' });
    await add('Fremder Abend', { organiser: ids.htai, town: 'Wiesbaden', venue: 'Kurhaus' });
    await add('Fremder Rückblick', { organiser: ids.htai, startsAt: '2026-11-10T17:00:00Z', endsAt: '2026-11-10T19:00:00Z' });
    await add('Fremder Entwurf', { organiser: ids.htai, _status: 'draft' });
  });
  afterAll(() => house.stop());

  const add = (title: string, change: object) =>
    payload.create({ collection: 'events', data: { ...EVENT, organiser: ids.spk, _status: 'published', title, ...change } });

  /** As the admin's list asks. */
  const listed = async (role: string, where: Where): Promise<readonly string[]> =>
    (
      await payload.find({ collection: 'events', where, sort: 'title', draft: true, depth: 0, locale: 'de', ...as(role) })
    ).docs.map(({ title }) => title);

  const view = (role: 'editor' | 'coordinator', name: string) => {
    const viewer = role === 'editor' ? { id: 'u', role, organisation: ids.spk } : { id: 'u', role };
    const found = contentViews('events', viewer, NOW).find((one) => one.name === name);
    if (!found) throw new Error(`no view ${name}`);
    return listed(role, { and: [...found.conditions] });
  };

  test('show the own, the past, the drafts and really all', async () => {
    expect(await view('editor', 'myUpcoming')).toEqual(['Eigene Messe, läuft noch', 'Eigener Abend', 'Eigener Entwurf']);
    expect(await view('editor', 'myDrafts')).toEqual(['Eigener Entwurf']);
    expect(await view('editor', 'myPast')).toEqual(['Eigener Rückblick']);
    expect(await view('editor', 'upcoming')).toHaveLength(4);
    expect(await view('editor', 'all')).toHaveLength(6);
    expect(await view('coordinator', 'upcoming')).toHaveLength(5);
    expect(await view('coordinator', 'past')).toEqual(['Eigener Rückblick', 'Fremder Rückblick']);
    expect(await view('coordinator', 'drafts')).toEqual(['Eigener Entwurf', 'Fremder Entwurf']);
    expect(await view('coordinator', 'all')).toHaveLength(7);
  });

  test('show what was saved before they asked how long an event lasts', async () => {
    const shown = async () => [await view('editor', 'myUpcoming'), await view('coordinator', 'past')];
    const before = await shown();
    const { down, up } = await STEPS[kind]();
    const args = { payload, db: 'drizzle' in payload.db ? payload.db.drizzle : undefined };
    await down(args);
    await up(args);
    expect(await shown()).toEqual(before);
  });

  test('show a draft with any text, and none that was only opened', async () => {
    const root = { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [] } as const;
    const make = async (data: object) =>
      (await payload.create({ collection: 'news-items', draft: true, depth: 0, data: { organiser: ids.spk, ...data } })).id;
    await make({});
    const drafts = [await make({ text: { root } }), await make({ kind: 'best-practice', actors: 'Zwei Betriebe' })];
    const own = { where: await isTouched(payload, 'news-items'), ...as('editor') };
    const { docs } = await payload.find({ collection: 'news-items', draft: true, depth: 0, ...own });
    expect(docs.map(({ id }) => id).toSorted()).toEqual(drafts.toSorted());
    const editors = await payload.find({
      collection: 'users',
      where: { role: { equals: 'editor' }, organisation: { equals: ids.spk } },
    });
    const lines = await loadDrafts(payload, await loadAccount(payload, editors.docs[0]?.id ?? ''), ids.spk, 50);
    expect(lines.flatMap(({ collection, id }) => (collection === 'news-items' ? [id] : [])).toSorted()).toEqual(
      drafts.toSorted(),
    );
  });

  test('say that an older version is published only while one is', async () => {
    const { id } = await add('Zurückgenommen', {});
    const cell = async () => {
      const docs = await payload.find({ collection: 'events', where: { id: { equals: id } }, draft: true, depth: 0 });
      // What Payload hands to the cell of a draft of which any version was published ever.
      return publishedState(payload, 'events', id, docs.docs[0]?._status === 'draft' ? 'changed' : 'published');
    };
    expect(await cell()).toBe('published');
    await payload.update({ collection: 'events', id, data: { title: 'Geändert' }, draft: true });
    expect(await cell()).toBe('changed');
    await payload.update({ collection: 'events', id, data: { _status: 'draft' } });
    expect(await cell()).toBe('draft');
  });

  test('show whether it is published, and whose it is, in cells of their own', async () => {
    const cellOf = (collection: 'events' | 'news-items', name: string): unknown => {
      const field = payload.collections[collection].config.flattenedFields.find((one) => one.name === name);
      return field?.admin?.components && 'Cell' in field.admin.components && field.admin.components.Cell;
    };
    for (const collection of ['events', 'news-items'] as const) {
      expect(cellOf(collection, '_status')).toBe('/src/admin/content-cells.tsx#PublishedCell');
      expect(cellOf(collection, 'organiser')).toBe('/src/admin/content-cells.tsx#OrganisationCell');
    }
    expect(await loadShortName(payload, ids.htai)).toBe('htai');
  });

  test('are searched by title, place and the name of the body', async () => {
    const fields = payload.collections.events.config.admin.listSearchableFields ?? [];
    const search = (text: string) => listed('editor', { or: fields.map((field) => ({ [field]: { like: text } })) });
    expect(await search('rückblick')).toEqual(['Eigener Rückblick', 'Fremder Rückblick']);
    expect(await search('Wiesbaden')).toEqual(['Fremder Abend']);
    expect(await search('kurhaus')).toEqual(['Fremder Abend']);
    expect(await search('htai')).toEqual(['Fremder Abend', 'Fremder Rückblick']);
  });
});
