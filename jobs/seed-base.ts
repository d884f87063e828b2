import { type Payload, ValidationError, type Where } from 'payload';
import { type Instant, instant, toIso } from '#domain/time';
import { log } from '#runtime/log';
import type { Config } from '#store/payload-types';
import { findRow } from '#store/rows';
import { claimTick } from '#store/tick-claims';
import { seedClauses } from './seed-agreement';
import { COORDINATOR, SEED_ORGANISATIONS, SEED_TOPICS, type SeedOrganisation } from './seed-organisations';

/**
 * Gives an empty installation the six bodies, their topics and feeds, and the agreement. Done once: what people change or
 * delete afterwards stays so. Two processes may do it at once; after a crash the next start adds what is missing.
 */
export const seedBase = async (payload: Payload, now: Instant): Promise<void> => {
  if (await findRow(payload, 'tick-claims', { key: { equals: DONE } })) return;
  const organisations = await seedOrganisations(payload);
  await seedTopics(payload);
  for (const body of SEED_ORGANISATIONS) await seedFeed(payload, body, idOf(organisations, body.slug));
  await seedAgreement(payload, idOf(organisations, COORDINATOR));
  if (await claimTick(payload, DONE)) log('seed.done', { at: now.toString() });
};

const DONE = 'seed-base/1';

/** The project ended in January 2023; the exchange it agreed on was to go on from then. */
const IN_FORCE_FROM = instant('2023-01-31T23:00:00Z');

const seedOrganisations = async (payload: Payload): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const { slug, shortName, name, seat, region, statewide, house, website } of SEED_ORGANISATIONS) {
    const id = await ensure(payload, 'organisations', bySlug(slug), () =>
      payload.create({
        collection: 'organisations',
        data: {
          ...{ slug, shortName, name, region, statewide, website: website ?? null },
          imprint: `${name}\n${seat}`,
          house: house ? idOf(ids, house) : null,
          defaults: { town: seat, placeRegion: region },
        },
      }),
    );
    ids.set(slug, id);
  }
  return ids;
};

const seedTopics = async (payload: Payload): Promise<void> => {
  for (const [slug, de, en] of SEED_TOPICS)
    await ensure(payload, 'topics', bySlug(slug), async () => {
      const topic = await payload.create({ collection: 'topics', locale: 'de', data: { slug, title: de } });
      return payload.update({ collection: 'topics', id: topic.id, locale: 'en', data: { title: en } });
    });
};

const seedFeed = async (payload: Payload, { slug, shortName }: SeedOrganisation, organisation: string): Promise<void> => {
  await ensure(payload, 'channels', bySlug(`${slug}-feed`), () =>
    payload.create({
      collection: 'channels',
      data: {
        ...{ slug: `${slug}-feed`, name: `Feed ${shortName}`, kind: 'feed', via: 'feed', organisation },
        ...{ active: true, ownContent: true, wantsApproval: false, language: 'de' },
        // A feed disturbs nobody at night.
        ...{ quietFrom: '00:00', quietTo: '00:00', quietSundays: false },
      },
    }),
  );
};

const seedAgreement = async (payload: Payload, coordinator: string): Promise<void> => {
  await ensure(payload, 'agreements', { version: { equals: 1 } }, () =>
    payload.create({
      collection: 'agreements',
      data: {
        ...{ title: 'Vereinbarung der sechs Akteure', version: 1, state: 'adopted' },
        inForceFrom: toIso(IN_FORCE_FROM),
        clauses: seedClauses(coordinator),
      },
    }),
  );
};

type Seeded = 'organisations' | 'topics' | 'channels' | 'agreements';

/** The id of what matches, created when there is none; another process may be faster. */
const ensure = async (
  payload: Payload,
  collection: Seeded,
  where: Where,
  create: () => Promise<Pick<Config['collections'][Seeded], 'id'>>,
): Promise<string> => {
  const find = async () =>
    (await payload.find({ collection, where, depth: 0, limit: 1, pagination: false, select: {} })).docs[0]?.id;
  const found = await find();
  if (found) return found;
  try {
    return (await create()).id;
  } catch (error) {
    const winner = error instanceof ValidationError ? await find() : undefined;
    if (!winner) throw error;
    return winner;
  }
};

const bySlug = (slug: string): Where => ({ slug: { equals: slug } });

const idOf = (ids: ReadonlyMap<string, string>, slug: string): string => {
  const id = ids.get(slug);
  if (!id) throw new Error(`no organisation ${slug}`);
  return id;
};
