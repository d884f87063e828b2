import type { Payload } from 'payload';
import type { DeliveryStatus } from '#domain/delivery';
import type { Delivery } from '#store/payload-types';
import { openRest, type Person, type Rest } from './access-doors';
import { addPerson, mark, settle, type World } from './access-world';
import { bootHouse, type House } from './boot';

/** Everybody who may press a button; the row belongs to the carrier, its content to the organiser. */
export const PEOPLE = ['admin', 'coordinator', 'carrier', 'carrierAuthor', 'organiser', 'third', 'anonymous'] as const;
export type Who = (typeof PEOPLE)[number];

/** Those who decide; the organiser may only withdraw. */
export const ALLOWED: readonly Who[] = ['admin', 'coordinator', 'carrier'];

/** A house with people who decide and rows to decide about. */
export type Desk = {
  readonly house: House;
  readonly payload: Payload;
  readonly rest: Rest;
  readonly world: World;
  readonly people: Readonly<Record<Who, Person | undefined>>;
  readonly addRow: (status: DeliveryStatus, change?: object) => Promise<string>;
  readonly rowOf: (id: string) => Promise<Delivery>;
};

/** Boots the house; `name` makes its database its own. */
export const openDesk = async (kind: Parameters<typeof bootHouse>[0], name: string): Promise<Desk> => {
  const house = await bootHouse(kind, name);
  const { payload } = house;
  const rest = openRest(house);
  const world = await settle(house, rest);
  const { id } = await payload.create({
    collection: 'organisations',
    data: { name: 'Dritte', shortName: 'Dritte', slug: 'dritte', region: 'south' },
  });
  const people = {
    admin: world.people.admin,
    coordinator: world.people.coordinator,
    carrier: world.people.editor,
    carrierAuthor: world.people.author,
    organiser: world.stranger,
    third: await addPerson(payload, rest, { role: 'editor', organisation: id }),
    anonymous: undefined,
  };
  const addRow = async (status: DeliveryStatus, change: object = {}): Promise<string> => {
    const { own, foreign } = world.organisations;
    const moment = '2027-01-10T17:00:00.000Z';
    const row = await payload.db.create({
      collection: 'deliveries',
      data: {
        key: mark(),
        content: 'events/65f0c0ffee0000000000e001',
        contentTitle: 'Gründertag',
        organiser: foreign,
        carrier: own,
        channel: world.channels.own,
        purpose: 'announce',
        occasion: 0,
        becauseKind: 'own-channel',
        approval: 'carrier',
        wantedAt: moment,
        dueAt: moment,
        latestAt: moment,
        status,
        fingerprint: 'v1',
        sequence: 0,
        ...change,
      },
    });
    return String(row.id);
  };
  const rowOf = (id: string) => payload.findByID({ collection: 'deliveries', id, depth: 0 });
  return { house, payload, rest, world, people, addRow, rowOf };
};
