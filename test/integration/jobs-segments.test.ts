import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '#domain/dispatch';
import type { Mail } from '#domain/message';
import { instant } from '#domain/time';
import { hashAddress } from '#runtime/address-hash';
import { freezeBatches } from '#store/batches';
import { dispatchesOf } from '#store/dispatches';
import { savePreferences } from '#store/preferences';
import { findRows, insertOnce } from '#store/rows';
import { suppress } from '#store/suppressions';
import { loadEditionPage } from '../../src/admin/edition-load';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';

const SLOT = instant('2026-11-26T08:00:00Z');
const NEXT = instant('2026-12-03T08:00:00Z');
const BUSY: SendOutcome = { kind: 'postponed', notBefore: SLOT.add({ minutes: 1 }), detail: '451' };

describe.each(testDatabases())('segments of an edition on %s', (kind) => {
  let world: World;
  const topics: Record<string, string> = {};
  beforeAll(async () => {
    world = await openWorld(kind, 'segments');
    await adopt(world.payload, 2, [
      { code: 'N-S-1', channelKinds: ['newsletter'] },
      { code: 'S-S-1', channelKinds: ['newsletter'], fromRegions: ['south'] },
    ]);
    for (const slug of ['energie', 'gruendung'])
      topics[slug] = (await world.payload.create({ collection: 'topics', data: { slug, title: slug } })).id;
  });
  afterAll(() => world?.stop());
  beforeEach(() => world.reset());

  type Wish = { readonly region?: 'north' | 'south'; readonly topics?: readonly string[]; readonly language?: 'de' | 'en' };
  const reader = async (name: string, { region, topics: wanted, language = 'de' }: Wish = {}): Promise<string> => {
    const email = `${name}@example.org`;
    const channel = world.ids.newsletter;
    const row = await insertOnce(world.payload, 'subscribers', {
      ...{ email, channel, key: `${channel}/${email}`, language, status: 'confirmed', region: region ?? null },
      topics: wanted?.join(' ') ?? null,
    });
    return row?.id ?? '';
  };
  const publish = (title: string, topic?: string) => world.publish({ title, topics: topic ? [topics[topic]] : [] });
  const sent = (): readonly Mail[] =>
    world.fakes.current.outbox.sent.flatMap(({ key, message }) =>
      key.startsWith('edition/') && message.kind === 'mail' ? [message] : [],
    );
  /** Who read which of these titles. */
  const readings = (...titles: string[]) =>
    sent()
      .flatMap(({ text, recipients }) =>
        recipients.map(({ address }) => [address.split('@')[0], ...titles.filter((title) => text.includes(title))].join(' ')),
      )
      .sort();
  const fates = async () =>
    Object.fromEntries((await findRows(world.payload, 'deliveries', {})).map((row) => [row.contentTitle, row.status]));

  it('read what they chose, in one mail for all who want the same', async () => {
    for (const name of ['a1', 'a2', 'a3']) await reader(name);
    for (const name of ['e1', 'e2']) await reader(name, { topics: ['energie'] });
    await reader('g1', { topics: ['gruendung'] });
    await publish('Solarabend', 'energie');
    await publish('Gründerfrühstück', 'gruendung');
    await publish('Sommerfest');
    await world.round();
    world.at(SLOT);
    await world.round();
    expect(readings('Solarabend', 'Gründerfrühstück', 'Sommerfest')).toEqual([
      ...['a1', 'a2', 'a3'].map((name) => `${name} Solarabend Gründerfrühstück Sommerfest`),
      ...['e1 Solarabend Sommerfest', 'e2 Solarabend Sommerfest', 'g1 Gründerfrühstück Sommerfest'],
    ]);
    expect(sent()).toHaveLength(3);
    expect(await world.editions()).toMatchObject([{ status: 'sent', recipients: 6, accepted: 6, rows: { length: 3 } }]);
    expect(new Set(Object.values(await fates()))).toEqual(new Set(['sent']));
  });

  it('are looked at by editors before the mail leaves, with how many people read each, and nobody’s name', async () => {
    for (const name of ['a1', 'a2']) await reader(name);
    for (const name of ['e1', 'e2', 'e3']) await reader(name, { topics: ['energie'] });
    await reader('s1', { region: 'south', topics: ['gruendung'] });
    await publish('Solarabend', 'energie');
    await publish('Gründerfrühstück', 'gruendung');
    await world.round();
    const viewer = { id: 'u', role: 'admin', organisation: undefined } as const;
    const [edition] = await world.editions();
    const page = await loadEditionPage({ payload: world.payload, viewer, searchParams: {} }, edition?.id ?? '');
    if (page === undefined || page === 'elsewhere' || !page.work) throw new Error('no page');
    const { previews, readers } = page.work;
    const seen = readers.lines.map(({ people, region, topics: about, preview }) => [
      ...[people, region, about.join()],
      ['Solarabend', 'Gründerfrühstück'].filter((title) => previews[preview ?? -1]?.text.includes(title)),
    ]);
    expect(seen).toEqual([
      [3, undefined, 'energie', ['Solarabend']],
      [2, undefined, '', ['Solarabend', 'Gründerfrühstück']],
      [1, 'south', 'gruendung', []],
    ]);
    expect(previews.filter(({ isWhole }) => isWhole)).toHaveLength(1);
    expect([readers.others, JSON.stringify(page.work).includes('e1@')]).toEqual([0, false]);
  });

  it('get no mail where nothing is for them, and what nobody wants is not sent by that but waits', async () => {
    await reader('s1', { region: 'south' });
    await reader('e1', { topics: ['energie'] });
    await publish('Gründerfrühstück', 'gruendung');
    await publish('Solarabend', 'energie');
    await world.round();
    world.at(SLOT);
    for (let i = 0; i < 2; i++) await world.round();
    expect(readings('Solarabend', 'Gründerfrühstück')).toEqual(['e1 Solarabend']);
    expect((await world.editions())[0]).toMatchObject({ status: 'sent', recipients: 1, accepted: 1, rows: { length: 1 } });
    expect(await fates()).toEqual({ Solarabend: 'sent', Gründerfrühstück: 'ready' });
    await reader('g1', { topics: ['gruendung'] });
    world.at(NEXT);
    for (let i = 0; i < 2; i++) await world.round();
    expect(readings('Gründerfrühstück')).toContain('g1 Gründerfrühstück');
    expect(await fates()).toEqual({ Solarabend: 'sent', Gründerfrühstück: 'sent' });
  });

  it('let an edition fall out that nobody wants anything of', async () => {
    await reader('s1', { region: 'south' });
    await publish('Gründerfrühstück', 'gruendung');
    await world.round();
    world.at(SLOT);
    for (let i = 0; i < 2; i++) await world.round();
    expect([sent(), (await world.editions())[0]?.status]).toEqual([[], 'skipped']);
    expect(await fates()).toEqual({ Gründerfrühstück: 'ready' });
  });

  it('share the fate of their own batches alone: sent, unclear and refused side by side', async () => {
    await reader('a', { topics: ['energie'] });
    await reader('b', { topics: ['gruendung'] });
    await publish('Solarabend', 'energie');
    await publish('Gründerfrühstück', 'gruendung');
    await world.round();
    world.fakes.current.outbox.answerNext({ kind: 'accepted', providerId: '1' });
    world.fakes.current.outbox.answerNext({ kind: 'rejected', code: 'SMTP 554', detail: 'no' });
    world.at(SLOT);
    for (let i = 0; i < 2; i++) await world.round();
    expect(await fates()).toEqual({ Solarabend: 'sent', Gründerfrühstück: 'failed' });
    expect(await world.editions()).toMatchObject([{ status: 'sent', recipients: 2, accepted: 1 }]);
  });

  it('leave a row out for whom it is no longer right, and it stays sent by those who were told', async () => {
    await reader('a', { topics: ['energie'] });
    await reader('z');
    await publish('Solarabend', 'energie');
    const { id } = await publish('Sommerfest');
    await world.round();
    world.fakes.current.outbox.answerNext({ kind: 'accepted', providerId: '1' });
    world.fakes.current.outbox.answerNext(BUSY);
    world.at(SLOT);
    await world.round();
    await world.payload.update({ collection: 'events', id, data: { _status: 'draft' } });
    world.pass(3600);
    for (let i = 0; i < 2; i++) await world.round();
    expect(readings('Solarabend', 'Sommerfest').map((line) => line.split(' ').slice(1))).toContainEqual(['Solarabend']);
    expect(await fates()).toMatchObject({ Solarabend: 'sent', Sommerfest: 'sent' });
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 2 }]);
  });

  it('reach everybody once when three processes meet, also who chooses anew in that moment', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push(await reader(`l${i}`, i % 2 ? { topics: ['energie'] } : {}));
    await publish('Solarabend', 'energie');
    await world.round();
    world.at(SLOT);
    const change = async () => {
      for (const id of ids) await savePreferences(world.payload, id, { language: 'de', region: 'north', topics: [] });
    };
    await Promise.all([change(), ...['a', 'b', 'c'].map((owner) => world.round({ owner }))]);
    for (let i = 0; i < 3; i++) await world.round();
    const addresses = sent().flatMap(({ recipients }) => recipients.map(({ address }) => address));
    expect(addresses.sort()).toEqual(ids.map((_, i) => `l${i}@example.org`).sort());
    expect(await world.editions()).toMatchObject([{ status: 'sent', recipients: 12, accepted: 12 }]);
  });

  it('are frozen in batches of their own, without whoever is suppressed, and a repetition adds nobody', async () => {
    for (let i = 0; i < 5; i++) await reader(`a${i}`);
    for (let i = 0; i < 3; i++) await reader(`e${i}`, { topics: ['energie'], language: 'en' });
    const scope = world.ids.newsletter;
    await suppress(
      world.payload,
      { addressHash: hashAddress('a0@example.org', scope), scope, reason: 'objection' },
      START.add({ hours: 1 }),
    );
    const freeze = () => freezeBatches(world.payload, world.freezing('e'), START, 2);
    expect(await Promise.all([freeze(), freeze(), freeze()])).toEqual([7, 7, 7]);
    expect(await freeze()).toBe(7);
    const batches = await dispatchesOf(world.payload, 'edition', ['e']);
    expect(batches.map(({ segment, recipientIds }) => [segment, recipientIds?.length])).toEqual([
      ['de.all', 2],
      ['de.all', 2],
      ['de.all.energie', 2],
      ['de.all.energie', 1],
    ]);
  });

  it('read in their language where the newsletter comes in both', async () => {
    const both = (bothLanguages: boolean) =>
      world.payload.update({ collection: 'channels', id: world.ids.newsletter, data: { bothLanguages } });
    await both(true);
    await reader('d');
    await reader('e', { language: 'en' });
    await publish('Sommerfest');
    await world.round();
    world.at(SLOT);
    await world.round();
    const languages = sent().map(({ html, recipients }) => [recipients[0]?.address[0], /<html[^>]*lang="(..)"/.exec(html)?.[1]]);
    expect(languages.sort()).toEqual([
      ['d', 'de'],
      ['e', 'en'],
    ]);
    await both(false);
  });

  it('all read a correction, whatever they chose', async () => {
    await reader('e', { topics: ['energie'] });
    await reader('s', { region: 'south' });
    const { id } = await publish('Solarabend', 'energie');
    await world.round();
    world.at(SLOT);
    await world.round();
    expect(readings('Solarabend')).toEqual(['e Solarabend']);
    await world.payload.update({ collection: 'events', id, data: { status: 'cancelled', _status: 'published' } as never });
    await world.round();
    world.at(NEXT);
    for (let i = 0; i < 2; i++) await world.round();
    expect(readings('Solarabend')).toEqual(['e Solarabend', 'e Solarabend', 's Solarabend']);
  });
});
