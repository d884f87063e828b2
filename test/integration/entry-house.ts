import type { Payload } from 'payload';
import { ValidationError } from 'payload';
import { expect } from 'vitest';
import type { Role } from '#domain/role';
import { instant } from '#domain/time';
import { setClock } from '#runtime/clock';
import type { House } from './boot';

/** An event that may be published once it has an organiser. */
export const EVENT = {
  title: 'Gründertag',
  teaser: 'Ein Tag für alle, die gründen.',
  startsAt: '2027-01-10T17:00:00.000Z',
  attendance: 'on-site',
  placeRegion: 'north',
  town: 'Kassel',
} as const;

type Faults = readonly { readonly path: string; readonly message: string }[];

/** Messages by field of what a save complains about; fails when it does not complain. */
export const faultsOf = async (saving: Promise<unknown>): Promise<Record<string, string>> => {
  const error: unknown = await saving.then(
    () => expect.unreachable('nothing was refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ValidationError)) throw error;
  const faults: Faults = error.data.errors;
  return Object.fromEntries(faults.map(({ path, message }) => [path, message]));
};

export type EntryHouse = {
  /** Ids of two organisations; everybody below works for the first. */
  readonly ids: { readonly spk: string; readonly htai: string };
  /** What the first account, which asked to be an author, and the others became. */
  readonly people: ReadonlyMap<string, Awaited<ReturnType<typeof person>>>;
  /** Options of a call made by a person of that role, access rules respected. */
  readonly as: (role: string) => { readonly overrideAccess: false; readonly user: object };
};

/** Two organisations and one person per role, in November 2026: before anything here takes place. */
export const furnish = async ({ payload }: House): Promise<EntryHouse> => {
  setClock(() => instant('2026-11-01T08:00:00Z'));
  const organisation = async (slug: string, defaults = {}) =>
    (
      await payload.create({
        collection: 'organisations',
        data: { name: slug, shortName: slug, slug, region: 'north', defaults },
      })
    ).id;
  const spk = await organisation('science-park-kassel', { venue: 'Science Park', town: 'Kassel', placeRegion: 'north' });
  const htai = await organisation('htai');
  const people = new Map([
    ['admin', await person(payload, 'first', 'author')],
    ['coordinator', await person(payload, 'coordinator', 'coordinator')],
    ['editor', await person(payload, 'editor', 'editor', spk)],
    ['author', await person(payload, 'author', 'author', spk)],
  ]);
  return {
    ids: { spk, htai },
    people,
    as: (role) => ({ overrideAccess: false, user: { ...people.get(role), collection: 'users' } }),
  };
};

const person = (payload: Payload, name: string, role: Role, organisation: string | null = null) =>
  payload.create({
    collection: 'users',
    data: { name, email: `${name}@example.org`, password: 'sehr-geheim-2026', role, organisation },
  });
