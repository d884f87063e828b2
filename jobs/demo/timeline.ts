import type { Payload } from 'payload';
import { toIso } from '#domain/time';
import { SEED_ORGANISATIONS } from '../seed-organisations';
import type { Act } from '../virtual-run';
import type { Days } from './days';
import { type Desk, type Edit, editItem, enterItem } from './entering';
import type { DemoItem, Entered } from './items';

/** What has been entered so far, by the name of the item. */
export type Shelf = Map<string, Entered>;

/** Everything editors do in the thirty days: enter each item at its time, and change three of them after they were announced. */
export const timeline = (
  desk: Desk,
  items: readonly DemoItem[],
  pictures: ReadonlyMap<string, string>,
  days: Days,
  shelf: Shelf,
): readonly Act[] => [
  ...items.map((item) => ({
    at: item.at,
    says: `${by(item.by)} veröffentlicht: ${item.data.title}`,
    run: async () => {
      shelf.set(item.name, await enterItem(desk, item, pictures.get(item.name)));
    },
  })),
  {
    at: days.ago(10, '11:00'),
    says: 'Redaktion RMNH sagt ab: Cluster-Frühstück Mobilität',
    run: change(desk, shelf, 'cluster-breakfast', { status: 'cancelled' }),
  },
  {
    at: days.ago(9, '10:20'),
    says: 'Redaktion SPK verschiebt: Werkstattgespräch: Künstliche Intelligenz in der Fertigung',
    run: change(desk, shelf, 'workshop-talk', {
      startsAt: toIso(days.ahead(33, '15:00')),
      endsAt: toIso(days.ahead(33, '17:30')),
    }),
  },
  {
    at: days.ago(5, '09:05'),
    says: 'Redaktion SPK ändert den Kurztext: Gründungsabend: Vom Prototyp zum ersten Auftrag',
    run: change(desk, shelf, 'founders-evening', NEW_TEASER),
  },
];

const NEW_TEASER: Edit = {
  teaser:
    'Vier junge Unternehmen aus Kassel erzählen, wie sie ihren ersten Auftrag gewonnen haben. Neu dabei: ein Team, das inzwischen exportiert.',
  english: {
    teaser: 'Four young companies from Kassel tell how they won their first order. New on stage: a team that exports by now.',
  },
};

const by = (organisation: string): string =>
  `Redaktion ${SEED_ORGANISATIONS.find(({ slug }) => slug === organisation)?.shortName}`;

const change =
  (desk: Desk, shelf: Shelf, name: string, edit: Edit): (() => Promise<void>) =>
  async () => {
    const entered = shelf.get(name);
    if (!entered) throw new Error(`${name} has not been entered`);
    await editItem(desk, entered, edit);
  };

/** Ids by slug. */
export const idsBySlug = async (
  payload: Payload,
  collection: 'organisations' | 'topics',
): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await payload.find({ collection, depth: 0, limit: 0, pagination: false, select: { slug: true } });
  return new Map(docs.map(({ slug, id }) => [slug, id]));
};
