// The tab of a content that says who promotes it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UNFINISHED } from '#i18n/promotion-page';
import { withdraw } from '#store/decisions';
import { countMessages, loadPromotion, type PromotionPage } from '../../src/admin/promotion-load';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';

describe.each(testDatabases())('the page of promotions on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'promotion');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  /** What a person of the house sees. */
  const pageFor = async (userId: string, id: string, collection: 'events' | 'news-items' = 'events'): Promise<PromotionPage> => {
    const user = { ...(await world.payload.findByID({ collection: 'users', id: userId })), collection: 'users' as const };
    return loadPromotion({ payload: world.payload, user }, collection, id);
  };

  it('says that changes wait to be published, to those who may read them', async () => {
    const { id } = await world.publish();
    await world.round();
    expect(await pageFor(world.ids.organisersEditor, id)).toMatchObject({ kind: 'planned', hasChanges: false });
    await world.payload.update({ collection: 'events', id, draft: true, data: { title: 'Gründernacht' } });
    const page = await pageFor(world.ids.organisersEditor, id);
    expect(page).toMatchObject({ kind: 'planned', hasChanges: true, content: { title: { de: 'Gründertag' } } });
    expect(await pageFor(world.ids.editor, id)).toMatchObject({ hasChanges: false });
  });

  it('counts what left or will, and at whom', async () => {
    const { id } = await world.publish();
    await world.round();
    const counted = async () => {
      const page = await pageFor(world.ids.organisersEditor, id);
      return page.kind === 'planned' && [page.promotions.length, countMessages(page.promotions)];
    };
    expect(await counted()).toEqual([2, { messages: 2, carriers: 1 }]);
    const [waiting] = (await world.rows()).filter(({ channelId }) => channelId === world.ids.newsletter);
    await withdraw(world.payload, waiting?.id ?? '', { user: 'somebody', now: world.now() });
    expect(await counted()).toEqual([2, { messages: 1, carriers: 1 }]);
  });

  it('counts nothing that would come too late', async () => {
    const startsAt = START.add({ hours: 5 }).toString();
    const { id } = await world.publish({ _status: 'draft', startsAt, endsAt: startsAt });
    const page = await pageFor(world.ids.organisersEditor, id);
    if (page.kind !== 'would-be') throw new Error(page.kind);
    const stands = page.promotions.map(({ delivery, channel }) => [channel?.kind, delivery.status]);
    expect(stands.sort()).toEqual([
      ['mastodon', 'planned'],
      ['newsletter', 'missed'],
    ]);
    expect(countMessages(page.promotions)).toEqual({ messages: 1, carriers: 1 });
  });

  it('asks of a news item for no start', async () => {
    const data = { kind: 'news' as const, organiser: world.ids.organiser };
    const { id } = await world.payload.create({ collection: 'news-items', draft: true, data: data as never });
    const page = await pageFor(world.ids.organisersEditor, id, 'news-items');
    if (page.kind !== 'unfinished') throw new Error(page.kind);
    expect(UNFINISHED[page.collection].de).toMatch(/^Sobald der Titel ausgefüllt ist/);
  });
});
