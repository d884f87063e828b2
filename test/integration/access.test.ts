import type { CollectionSlug } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPersonal, make } from './access-documents';
import { type Door, localDoor, openRest, restDoor } from './access-doors';
import { PROBES } from './access-probes';
import { ACCESS, type Cell, GLOBALS, type Row, VERBS, type Verb, VIEWERS, type Viewer, WITHOUT_REST } from './access-table';
import { OWNERS, type Owner, settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

describe.each(testDatabases())('access on %s', (kind) => {
  let house: House;
  let world: World;
  let doors: readonly Door[];
  const shelf = new Map<string, Promise<string | undefined>>();

  beforeAll(async () => {
    house = await bootHouse(kind, 'access');
    const rest = openRest(house);
    world = await settle(house, rest);
    doors = [localDoor(house.payload), restDoor(rest)];
  });
  afterAll(() => house.stop());

  it('has a row for every collection and every global, and none for what is gone', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(house.config.collections.map(({ slug }) => slug).sort());
    expect(house.config.globals.map(({ slug }) => slug).sort()).toEqual(Object.keys(GLOBALS).sort());
  });

  it('tries every verb that a collection has', () => {
    const missing = house.config.collections.flatMap((collection) => {
      const needed: readonly Verb[] = [
        'create',
        'read',
        'update',
        'delete',
        ...(collection.versions ? (['read versions', 'restore version'] as const) : []),
        ...(collection.trash ? (['trash', 'untrash'] as const) : []),
        ...(collection.auth ? (['unlock'] as const) : []),
      ];
      return needed.filter((verb) => !sheetOf(collection.slug)[verb]).map((verb) => `${collection.slug}: ${verb}`);
    });
    expect(missing).toEqual([]);
  });

  const rows = slugs().flatMap((slug) => VERBS.filter((verb) => sheetOf(slug)[verb]).map((verb) => ({ slug, verb })));

  it.each(rows)('$slug: $verb', async ({ slug, verb }) => {
    const expected = sheetOf(slug)[verb] ?? {};
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const [state, row] of Object.entries(expected))
      for (const door of doors) {
        const name = `${state} by ${door.name}`;
        wanted[name] = door.name === 'REST' && WITHOUT_REST.includes(slug) ? '--- --- --- --- ---' : row;
        found[name] = await tryRow({ slug, verb, state, door, expected: rowOf(wanted[name]) });
      }
    expect(found).toEqual(wanted);
  });

  type Line = { slug: CollectionSlug; verb: Verb; state: string; door: Door; expected: readonly Cell[] };

  const tryRow = async ({ expected, ...line }: Line): Promise<string> => {
    const cells: string[] = [];
    for (const [column, viewer] of VIEWERS.entries()) {
      const results: { [owner in Owner]?: boolean | undefined } = {};
      const cell = expected[column];
      // Those above have no organisation: what they may do with anybody's document, they may do with all.
      const isAbove = viewer === 'coordinator' || viewer === 'admin';
      for (const owner of isAbove && cell === 'all' ? (['foreign'] as const) : OWNERS) {
        results[owner] = await tryOne({ ...line, viewer, owner, fresh: cell === 'all' || (cell === 'own' && owner === 'own') });
      }
      cells.push(cellOf(results, cell));
    }
    return cells.join(' ');
  };

  type One = Omit<Line, 'expected'> & { viewer: Viewer; owner: Owner; fresh: boolean };

  const tryOne = async ({ verb, fresh, ...one }: One): Promise<boolean | undefined> => {
    const { slug, state, owner, viewer } = one;
    const key = [slug, state, owner, ...(isPersonal(one) ? [viewer] : [])].join('/');
    // What is about to be created is not there yet.
    const shared = verb === 'create' ? undefined : (shelf.get(key) ?? make(world, one));
    if (shared) shelf.set(key, shared);
    if (shared && (await shared) === undefined) return undefined;
    const target = async (): Promise<string> => (fresh && !keepsState(verb, state) ? await make(world, one) : await shared) ?? '';
    return PROBES[verb]({ ...one, world, as: viewer === 'anonymous' ? undefined : world.people[viewer], target });
  };
});

/** After this verb the document can serve the next try. */
const keepsState = (verb: Verb, state: string): boolean => {
  if (verb === 'update') return state !== 'revised';
  return verb.startsWith('read') || (verb === 'save draft' && state !== 'published');
};

const slugs = (): readonly CollectionSlug[] => Object.keys(ACCESS) as CollectionSlug[];
const sheetOf = (slug: CollectionSlug) => ACCESS[slug];
const rowOf = (row: string | undefined): readonly Cell[] => ((row as Row | undefined) ?? '').split(' ') as Cell[];

/** The cell two tries amount to; where one document does not exist (nobody's own account) the expected cell decides the name. */
const cellOf = ({ own, foreign }: { readonly [owner in Owner]?: boolean | undefined }, expected: Cell | undefined): string => {
  if (own === undefined && foreign === undefined) return '---';
  if (foreign === undefined) return own ? 'own' : '---';
  if (own === undefined) return foreign ? 'all' : '---';
  if (own && foreign) return 'all';
  if (own) return 'own';
  return foreign ? `foreign only (${expected})` : '---';
};
