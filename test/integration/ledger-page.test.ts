import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '#runtime/clock';
import { loadContent, markPlanned } from '#store/contents';
import { moveDelivery } from '#store/deliveries';
import { loadSettings } from '#store/settings';
import { type DeliveryPage, loadDeliveryPage } from '../../src/admin/delivery-load';
import { StatusCell } from '../../src/admin/ledger-cells';
import { loadPromotion } from '../../src/admin/promotion-load';
import { standSentences } from '../../src/admin/stand-words';
import { viewerOf } from '../../src/admin/viewer';
import { make } from './access-documents';
import { openRest, type Person } from './access-doors';
import { addPerson, idOf, inDays, mark, settle, type World } from './access-world';
import { bootHouse, type House } from './boot';

describe('the page about a ledger row', () => {
  let house: House;
  let world: World;
  let third: Person;
  beforeAll(async () => {
    house = await bootHouse('sqlite', 'ledger-page');
    const rest = openRest(house);
    world = await settle(house, rest);
    const organisation = idOf(
      await house.payload.create({
        collection: 'organisations',
        data: { name: 'Dritte', shortName: 'Dritte', slug: 'dritte', region: 'south' },
      }),
    );
    third = await addPerson(house.payload, rest, { role: 'editor', organisation });
  });
  afterAll(() => house.stop());

  /** A row about an event of the foreign organisation, carried by the own one. */
  const addRow = async (
    state: 'published' | 'unpublished',
    status: 'planned' | 'ready' | 'sent' | 'handed-over',
    latestAt = inDays(20),
  ): Promise<string> => {
    const event = await make(world, { slug: 'events', state, owner: 'foreign', viewer: 'editor' });
    const moment = inDays(status === 'ready' ? -1 : 1);
    const row = await house.payload.db.create({
      collection: 'deliveries',
      data: {
        ...{ key: mark(), content: `events/${event}`, contentTitle: 'Gründertag', purpose: 'announce', occasion: 0 },
        ...{ organiser: world.organisations.foreign, carrier: world.organisations.own, channel: world.channels.own },
        ...{ becauseKind: 'own-channel', approval: 'carrier', wantedAt: moment, dueAt: moment, latestAt },
        ...{ status, fingerprint: 'v1', sequence: 0 },
      },
    });
    return String(row.id);
  };

  const addPost = async (delivery: string, text: string, kind: 'post' | 'handover' = 'post'): Promise<void> => {
    const { db } = house.payload;
    const key = mark();
    const data = { key, kind: 'post', subject: delivery, status: 'accepted', attempt: 1, notBefore: inDays(0) };
    const dispatch = String((await db.create({ collection: 'dispatches', data })).id);
    const post = { kind: 'post', text, language: 'de' };
    const message = kind === 'post' ? post : { kind, mail: {}, post, askUntil: inDays(1) };
    const times = { startedAt: inDays(0), leaseUntil: inDays(0) };
    const attempt = { key: mark(), dispatch, number: 1, stage: 'accepted', owner: 'test', message, ...times };
    await db.create({ collection: 'attempts', data: attempt });
  };

  const pageFor = async ({ user }: Person, id: string): Promise<DeliveryPage | undefined> => {
    // The person as a request would carry it.
    const asUser = user as unknown as Parameters<typeof viewerOf>[0];
    const viewer = viewerOf(asUser);
    return viewer && loadDeliveryPage({ payload: house.payload, user: asUser ?? null, viewer, language: 'de' }, id);
  };

  it('shows everybody what is published', async () => {
    const id = await addRow('published', 'planned');
    for (const person of [third, world.people.editor, world.stranger, world.people.coordinator])
      expect((await pageFor(person, id))?.text?.text).toBeTruthy();
  });

  it('shows a draft to its organiser and to those above only', async () => {
    const id = await addRow('unpublished', 'planned');
    for (const person of [third, world.people.editor, world.people.author]) {
      const page = await pageFor(person, id);
      expect(page?.row.contentTitle).toBe('Gründertag');
      expect([page?.content, page?.text]).toEqual([undefined, undefined]);
    }
    for (const person of [world.stranger, world.people.coordinator, world.people.admin])
      expect((await pageFor(person, id))?.text?.text).toBeTruthy();
  });

  const standOf = async (id: string): Promise<string> => {
    const page = await pageFor(world.people.editor, id);
    return page
      ? standSentences(page)
          .map(({ de }) => de)
          .join(' ')
      : '';
  };

  it('says in the list of a post that it is deleted since, and of no other', async () => {
    const cell = async (id: string) => {
      const props = { cellData: 'sent', rowData: { id }, payload: house.payload, i18n: { language: 'de' } };
      return renderToStaticMarkup(await StatusCell(props as unknown as Parameters<typeof StatusCell>[0]));
    };
    const [kept, refused, gone] = [
      await addRow('published', 'sent'),
      await addRow('published', 'sent'),
      await addRow('published', 'sent'),
    ];
    for (const [subject, status] of [
      [refused, 'failed'],
      [gone, 'accepted'],
    ] as const)
      await house.payload.db.create({
        collection: 'dispatches',
        data: { key: mark(), kind: 'removal', subject, status, attempt: 1, notBefore: inDays(0) },
      });
    const said = await Promise.all([kept, refused, gone].map(cell));
    expect(said.map((html) => html.includes('inzwischen gelöscht'))).toEqual([false, false, true]);
  });

  it('promises nothing of what waits in a block, but says who moves it on', async () => {
    const { payload } = house;
    const { id: channel } = await payload.create({
      collection: 'channels',
      data: {
        ...{ name: 'Rundbrief', slug: 'rundbrief', kind: 'newsletter', via: 'block', organisation: world.organisations.own },
        ...{ slotRhythm: 'weekly', slotWeekday: '4', slotTime: '09:00', quietFrom: '00:00', quietTo: '00:00', language: 'de' },
      },
    });
    const stand = async (status: 'ready' | 'sent'): Promise<string> => {
      const id = await addRow('published', status);
      await payload.db.updateOne({ collection: 'deliveries', id, data: { channel } });
      return standOf(id);
    };
    expect(await stand('ready')).toBe('Wartet im Baustein, bis jemand es in den Newsletter übernimmt und das dort bestätigt.');
    expect(await stand('sent')).toMatch(/^In den Newsletter übernommen am /);
  });

  it('says that a channel is stopped, or everything, instead of promising that what is due leaves shortly', async () => {
    const { payload } = house;
    const id = await addRow('published', 'ready');
    const stand = () => standOf(id);
    const tab = async () => {
      const [collection, content = ''] = ((await payload.findByID({ collection: 'deliveries', id })).content ?? '').split('/');
      const page = await loadPromotion({ payload, user: null }, collection === 'events' ? 'events' : 'news-items', content);
      return page.kind === 'planned' ? page.promotions.map(({ stop }) => stop) : [];
    };
    const stopChannel = (paused: boolean) => payload.update({ collection: 'channels', id: world.channels.own, data: { paused } });
    expect([await stand(), await tab()]).toEqual(['Geht in Kürze hinaus.', [undefined]]);
    await stopChannel(true);
    const stopped = 'Der Kanal ist angehalten. Was fällig ist, wartet und geht hinaus, sobald er wieder läuft.';
    expect([await stand(), await tab()]).toEqual([stopped, ['channel']]);
    await payload.updateGlobal({ slug: 'operations', data: { paused: true } });
    expect(await stand()).toBe('Alles ist angehalten. Was fällig ist, wartet und geht hinaus, sobald es weitergeht.');
    await payload.updateGlobal({ slug: 'operations', data: { paused: false } });
    await stopChannel(false);
  });

  describe('of what is due on a network', () => {
    const setChannel = (data: Record<string, unknown>) =>
      house.payload.db.updateOne({ collection: 'channels', id: world.channels.own, data, options: { atomic: true } });
    const NETWORK = { kind: 'x', via: 'preview', quietFrom: '00:00', quietTo: '00:00' };
    const FEED = { kind: 'feed', via: 'feed', restUntil: null, perDay: null, paused: false, trouble: null, ownerEmail: null };
    beforeAll(() => setChannel(NETWORK));
    afterAll(() => setChannel(FEED));

    it('says for how long the network takes nothing', async () => {
      const id = await addRow('published', 'ready');
      expect(await standOf(id)).toBe('Geht in Kürze hinaus.');
      await setChannel({ restUntil: inDays(1) });
      expect(await standOf(id)).toMatch(
        /^Wartet, weil der Kanal Pause macht bis .* \(Berliner Zeit\): Das Netzwerk nimmt gerade nichts an\.$/,
      );
      await setChannel({ restUntil: null });
    });

    it('says which limit it waits for, and since when it may leave at the earliest, behind what goes first', async () => {
      const [first, second] = [await addRow('published', 'ready'), await addRow('published', 'ready')];
      await setChannel({ perDay: 1 });
      await addPlace();
      const [one, other] = [await standOf(first), await standOf(second)];
      for (const stand of [one, other])
        expect(stand).toMatch(
          /^Wartet auf seinen Platz: höchstens 1 Beitrag am Tag, frühestens .*09:00 Uhr \(Berliner Zeit\)\.$/,
        );
      expect(one).not.toBe(other);
      expect(await standOf(await addRow('published', 'ready', inDays(1)))).toBe(
        'Findet auf dem Kanal rechtzeitig keinen Platz: höchstens 1 Beitrag am Tag. Der fertige Text geht an die zuständige Person.',
      );
      await setChannel({ perDay: null });
    });

    it('says that a person posts it while the channel cannot', async () => {
      const id = await addRow('published', 'ready');
      await setChannel({ paused: true, trouble: 'spending-limit', ownerEmail: 'presse@example.org' });
      expect(await standOf(id)).toBe(
        'Der Kanal kann gerade nicht selbst veröffentlichen. Was fällig wird, bekommt die zuständige Person als fertigen Text per E-Mail. Grund: Bei X ist das Guthaben aufgebraucht oder die Ausgabengrenze erreicht.',
      );
      await setChannel({ paused: false, trouble: null });
    });

    /** A post that left a moment ago. */
    const addPlace = async () => {
      const times = { startedAt: inDays(0), leaseUntil: inDays(0) };
      const data = { key: mark(), dispatch: mark(), number: 1, stage: 'accepted', owner: 'test', channel: world.channels.own };
      await house.payload.db.create({ collection: 'attempts', data: { ...data, ...times } });
    };
  });

  it('asks of a text that was handed over and is no longer right only whether it was published', async () => {
    const id = await addRow('unpublished', 'handed-over');
    await addPost(id, 'So wurde es übergeben.', 'handover');
    const page = await pageFor(world.people.editor, id);
    if (!page) throw new Error('no page');
    expect(page.text).toMatchObject({ text: 'So wurde es übergeben.', wasSent: true });
    expect(standSentences(page).map(({ de }) => de)).toEqual([
      'Der Inhalt ist nicht mehr öffentlich: Bitte veröffentlichen Sie diesen Text nicht mehr. Haben Sie den übergebenen Text schon veröffentlicht? Dann bestätigen Sie das bitte; sonst ist nichts zu tun.',
    ]);
  });

  it('says in the tab until when nothing leaves, while something waits for that', async () => {
    const { payload } = house;
    const id = await addRow('published', 'ready');
    const key = (await payload.findByID({ collection: 'deliveries', id })).content ?? '';
    const settles = async () => {
      const page = await loadPromotion({ payload, user: null }, 'events', key.slice('events/'.length));
      return page.kind === 'unfinished' ? undefined : page.settlesAt;
    };
    const content = await loadContent(payload, key);
    expect(await settles()).toBeUndefined();
    await payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 15 } });
    expect(await settles()).toEqual(content?.changedAt.add({ minutes: 15 }));
    await moveDelivery(payload, id, 'ready', 'withdrawn', { reason: 'withdrawn-by-person' });
    expect(await settles()).toBeUndefined();
    await payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
  });

  it('says in the tab of the content that the plan lags behind, and plans for what is unpublished as for a draft', async () => {
    const { payload } = house;
    const id = await addRow('published', 'ready');
    const key = (await payload.findByID({ collection: 'deliveries', id })).content ?? '';
    const event = key.slice('events/'.length);
    const tab = async () => {
      const page = await loadPromotion({ payload, user: null }, 'events', event);
      return page.kind === 'unfinished' ? [page.kind] : [page.kind, page.isBehind];
    };
    const plan = async () => {
      const content = await loadContent(payload, key);
      if (!content) throw new Error('no content');
      await markPlanned(payload, content, (await loadSettings(payload, now())).basis);
    };
    expect(await tab()).toEqual(['planned', true]);
    await plan();
    expect(await tab()).toEqual(['planned', false]);
    await payload.update({ collection: 'events', id: event, data: { _status: 'draft' } });
    expect(await tab()).toEqual(['planned', true]);
    await moveDelivery(payload, id, 'ready', 'withdrawn', { reason: 'content-withdrawn' });
    await plan();
    expect((await tab())[0]).not.toBe('planned');
  });

  it('still shows both bodies what was sent when the content is a draft again', async () => {
    const id = await addRow('unpublished', 'sent');
    await addPost(id, 'So ging es hinaus.');
    for (const person of [world.people.editor, world.stranger])
      expect((await pageFor(person, id))?.text).toMatchObject({ text: 'So ging es hinaus.', wasSent: true });
    expect((await pageFor(third, id))?.text).toBeUndefined();
  });
});
