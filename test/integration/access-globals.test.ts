import type { GlobalSlug } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRest, type Rest } from './access-doors';
import { GLOBALS, VIEWERS } from './access-table';
import { settle, type World } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';

/** A change that each of them takes. */
const CHANGES: Readonly<Record<GlobalSlug, (number: number) => { readonly name: string; readonly value: unknown }>> = {
  operations: (number) => ({ name: 'coolOffMinutes', value: number }),
  'site-texts': (number) => ({ name: 'imprint', value: textOf(`Impressum ${number}`) }),
};

const textOf = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    children: [
      { type: 'paragraph', version: 1, format: '', indent: 0, direction: null, children: [{ type: 'text', text, version: 1 }] },
    ],
  },
});

describe.each(testDatabases())('globals on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  let number = 20;
  beforeAll(async () => {
    house = await bootHouse(kind, 'globals');
    rest = openRest(house);
    world = await settle(house, rest);
  });
  afterAll(() => house.stop());

  const rows = (Object.keys(GLOBALS) as GlobalSlug[]).flatMap((slug) =>
    VIEWERS.map((viewer, column) => ({ slug, viewer, column })),
  );

  it.each(rows)('$slug for $viewer', async ({ slug, viewer, column }) => {
    const as = viewer === 'anonymous' ? undefined : world.people[viewer];
    const change = CHANGES[slug](++number);
    const mayRead = GLOBALS[slug].read.split(' ')[column] === 'all';
    const mayWrite = GLOBALS[slug].update.split(' ')[column] === 'all';
    const who = { overrideAccess: false, user: as?.user ?? null } as const;

    const stored = () => house.payload.findGlobal({ slug, depth: 0 });
    const before = Object(await stored())[change.name];
    const read = await rest('GET', `/globals/${slug}`, as ? { as } : {});
    expect(read.status).toBe(mayRead ? 200 : 403);
    expect(
      await house.payload.findGlobal({ slug, ...who }).then(
        () => true,
        () => false,
      ),
    ).toBe(mayRead);

    const body = { [change.name]: change.value };
    const written = await rest('POST', `/globals/${slug}`, { ...(as ? { as } : {}), body });
    expect(written.status).toBe(mayWrite ? 200 : 403);
    expect(Object(await stored())[change.name]).toEqual(mayWrite ? change.value : before);
    expect(
      await house.payload.updateGlobal({ slug, data: body, ...who }).then(
        () => true,
        () => false,
      ),
    ).toBe(mayWrite);
  });
});
