import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HANDOVER_TOKEN, READER_TOKEN } from '#domain/addresses';
import type { Mail } from '#domain/message';
import { EVERYWHERE } from '#domain/suppression';
import { instant } from '#domain/time';
import { hashAddress } from '#runtime/address-hash';
import { signToken } from '#runtime/secrets';
import { type FlowSlug, findRows, insertOnce } from '#store/rows';
import { suppress } from '#store/suppressions';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { openPublicSite, SCANNERS, type Site } from './site';

const ANNA = 'anna.aehre@example.org';

describe.each(testDatabases())('what people choose on %s', (kind) => {
  let world: World;
  let site: Site;
  let second: string;
  beforeAll(async () => {
    world = await openWorld(kind, 'preferences');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
    for (const [slug, title] of [
      ['gruendung', 'Gründung'],
      ['uebergabe', 'Übergabe & Nachfolge'],
    ] as const)
      await world.payload.create({ collection: 'topics', data: { slug, title } });
    const place = { organisation: world.ids.carrier, kind: 'newsletter', via: 'outbox', active: true, language: 'de' } as const;
    const slot = { slotRhythm: 'monthly', slotWeekday: '2', slotTime: '09:00', quietFrom: '00:00', quietTo: '00:00' } as const;
    const rest = { sender: 'HTAI <b@example.org>', ownContent: false, bothLanguages: true };
    const data = { ...place, ...slot, ...rest, name: 'Übersicht „Süd“', slug: 'zweiter' };
    ({ id: second } = await world.payload.create({ collection: 'channels', data }));
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    await world.reset();
    site = await openPublicSite(world.payload);
  });
  afterEach(() => site.close());

  const rows = <S extends FlowSlug>(slug: S) => findRows(world.payload, slug, {}, { sort: 'key' });
  const join = async (email: string, channel = world.ids.newsletter): Promise<string> => {
    const key = `${channel}/${email.toLowerCase()}`;
    const row = await insertOnce(world.payload, 'subscribers', { email, channel, key, language: 'de', status: 'confirmed' });
    return row?.id ?? '';
  };
  const pathOf = (id: string, purpose = READER_TOKEN): string => `/einstellungen/${signToken({ purpose, subject: id })}`;
  const look = async (path: string) => {
    const response = await fetch(site.url + path);
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  const post = async (path: string, fields: readonly (readonly [string, string])[]) => {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    const response = await fetch(site.url + path, { method: 'POST', body });
    return { status: response.status, html: await response.text() };
  };
  const save = (path: string, channel: string, ...more: (readonly [string, string])[]) =>
    post(path, [['aktion', 'speichern'], ['liste', channel], ...more]);

  it('is reached from the foot of every newsletter, in both its forms', async () => {
    const id = await join(ANNA);
    await world.publish();
    await world.round();
    world.at(instant('2026-11-26T08:00:00Z'));
    await world.round();
    const mail = world.fakes.current.outbox.sent.map(({ message }) => message).find((one): one is Mail => one.kind === 'mail');
    const [recipient] = mail?.recipients ?? [];
    for (const [key] of Object.entries(recipient?.replace ?? {}))
      expect([mail?.html.includes(key), mail?.text.includes(key)]).toEqual([true, true]);
    expect(recipient?.replace['{{preferences}}']).toBe(`http://localhost:3000${pathOf(id)}`);
    expect(JSON.stringify(recipient?.replace)).not.toContain('anna');
  });

  it('shows all newsletters of an address, in whatever case it was typed, and only its own', async () => {
    const id = await join(ANNA);
    await join('Anna.Aehre@example.org', second);
    await join('berta@example.org', second);
    const { status, html } = await look(pathOf(id));
    expect(status).toBe(200);
    expect(html.match(/<h2 id="n\d+">[^<]+/g)).toEqual([
      expect.stringContaining('htai-newsletter'),
      expect.stringContaining('Übersicht „Süd“'),
    ]);
    // Whoever the newsletter was passed on to has this page: a company's domain often is its only person.
    expect([html.includes('a…@…<'), /anna\.|example\.org|berta/i.test(html)]).toEqual([true, false]);
  });

  it('is kept by newsletter: region, topics and, where it comes in both, language', async () => {
    const id = await join(ANNA);
    await join(ANNA, second);
    const chosen = [
      ['region', 'north'],
      ['thema', 'uebergabe'],
      ['thema', 'gruendung'],
      ['sprache', 'en'],
    ] as const;
    const { status, html } = await save(pathOf(id), second, ...chosen);
    expect([status, html.includes('Ihre Auswahl für „Übersicht „Süd““ ist gespeichert.')]).toEqual([200, true]);
    expect(html).toContain('nur von Akteuren aus Nordhessen; nur zu: Gründung, Übergabe &amp; Nachfolge; auf Englisch.');
    const kept = (await rows('subscribers')).map(({ channel, region, topics, language }) => [
      ...[channel, region ?? null, topics ?? null, language],
    ]);
    expect(kept).toContainEqual([second, 'north', 'gruendung uebergabe', 'en']);
    expect(kept).toContainEqual([world.ids.newsletter, null, null, 'de']);
    await save(pathOf(id), second, ['region', '']);
    expect((await rows('subscribers')).find(({ channel }) => channel === second)).toMatchObject({ language: 'en' });
    expect((await look(pathOf(id))).html).not.toContain('nur von Akteuren');
  });

  it('takes only what there is to choose, however long or strange what is sent', async () => {
    const id = await join(ANNA);
    const long = 'ü'.repeat(1_000);
    for (const fields of [
      [['region', long]],
      [['thema', long]],
      [['thema', 'gibt-es-nicht']],
      [['sprache', 'fr\r\nBcc: x@example.org']],
    ] as const)
      expect((await save(pathOf(id), world.ids.newsletter, ...fields)).status).toBe(200);
    const [row] = await rows('subscribers');
    expect([row?.region ?? null, row?.topics ?? null, row?.language]).toEqual([null, null, 'de']);
    expect((await post(pathOf(id), [['thema', 'x'.repeat(20_000)]])).status).toBe(413);
    for (const fields of [[], [['aktion', 'loeschen']], [['aktion', 'bestellen']]] as const)
      expect((await post(pathOf(id), fields)).status).toBe(422);
  });

  it('reaches nobody else: not with the channel of another, nor with a link that was made for something else', async () => {
    const id = await join(ANNA);
    await join('berta@example.org', second);
    expect((await save(pathOf(id), second, ['region', 'north'])).status).toBe(422);
    expect(
      (
        await post(pathOf(id), [
          ['aktion', 'abbestellen'],
          ['liste', second],
        ])
      ).status,
    ).toBe(422);
    const leaveAll = [['aktion', 'alle-abbestellen']] as const;
    for (const path of [pathOf(id, HANDOVER_TOKEN), `${pathOf(id)}x`, '/einstellungen/x.y'])
      expect([(await look(path)).status, (await post(path, leaveAll)).status]).toEqual([404, 404]);
    expect([(await look(pathOf('nobody'))).status, (await post(pathOf('nobody'), leaveAll)).status]).toEqual([410, 410]);
    const bertas = (await rows('subscribers')).find(({ channel }) => channel === second);
    expect([bertas?.region ?? null, bertas?.status]).toEqual([null, 'confirmed']);
  });

  it('is changed by nobody who only looks, however often', async () => {
    const id = await join(ANNA);
    const before = JSON.stringify(await rows('subscribers'));
    for (const agent of SCANNERS)
      for (const method of ['HEAD', 'GET', 'GET', 'GET', 'GET', 'GET'])
        for (const query of ['', `?aktion=abbestellen&liste=${world.ids.newsletter}`, '?aktion=alle-abbestellen']) {
          const headers = { 'user-agent': agent };
          expect((await fetch(site.url + pathOf(id) + query, { method, headers })).status).toBe(200);
        }
    expect(JSON.stringify(await rows('subscribers'))).toBe(before);
    await post(pathOf(id), [['aktion', 'alle-abbestellen']]);
    expect((await rows('subscribers'))[0]?.status).toBe('unsubscribed');
  });

  it('lets people leave one newsletter or all, and the link in old mails goes on working', async () => {
    const id = await join(ANNA);
    await join(ANNA, second);
    const left = await post(pathOf(id), [
      ['aktion', 'abbestellen'],
      ['liste', world.ids.newsletter],
    ]);
    expect(left.html).toContain('Sie erhalten den Newsletter „htai-newsletter“ ab sofort nicht mehr.');
    const statuses = async () => (await rows('subscribers')).map(({ channel, status }) => [channel === second, status]).sort();
    expect(await statuses()).toEqual([
      [false, 'unsubscribed'],
      [true, 'confirmed'],
    ]);
    const all = await post(pathOf(id), [['aktion', 'alle-abbestellen']]);
    expect(all.html).toContain('Zurzeit bekommen Sie von uns keinen Newsletter.');
    expect((await statuses()).map(([, status]) => status)).toEqual(['unsubscribed', 'unsubscribed']);
    expect((await look(pathOf(id))).status).toBe(200);
  });

  it('orders further newsletters by the mail that asks for a yes, once a day', async () => {
    const id = await join(ANNA);
    const { html } = await look(pathOf(id));
    expect(html.match(/<input type="checkbox" id="liste-\d+"/g)).toHaveLength(1);
    const order = () =>
      post(pathOf(id), [
        ['aktion', 'bestellen'],
        ['liste', second],
      ]);
    expect((await order()).html).toContain('Wenn die Adresse stimmt');
    await order();
    await world.round();
    expect(await rows('subscribers')).toHaveLength(1);
    expect((await rows('signups')).map(({ email, formUrl }) => [email, formUrl])).toEqual([
      [ANNA, 'http://localhost:3000/einstellungen'],
    ]);
    expect(world.fakes.current.outbox.sent).toHaveLength(1);
  });

  it('offers anew what does not come any more because a mailbox refused it', async () => {
    const id = await join(ANNA);
    const bounce = { addressHash: hashAddress(ANNA, EVERYWHERE), scope: EVERYWHERE, reason: 'hard-bounce' } as const;
    await suppress(world.payload, bounce, world.now());
    const { html } = await look(pathOf(id));
    expect(html).toContain('Zurzeit bekommen Sie von uns keinen Newsletter.');
    expect(html.match(/<input type="checkbox" id="liste-\d+"/g)).toHaveLength(2);
  });

  it('says of a link whose person is gone that nothing is kept, and takes a last goodbye', async () => {
    const unsubscribe = `/abmelden/${signToken({ purpose: READER_TOKEN, subject: 'gone' })}`;
    expect((await look(pathOf('gone'))).html).toContain('Zu diesem Link ist nichts gespeichert');
    expect([(await look(unsubscribe)).status, (await post(unsubscribe, [])).status]).toEqual([200, 200]);
  });

  it('tells nobody whose mail program broke the link that they have left', async () => {
    const id = await join(ANNA);
    const { status, html } = await look(pathOf(id).slice(0, -3));
    expect([status, html.includes('nicht vollständig'), html.includes('beendet')]).toEqual([404, true, false]);
  });

  it('is kept out of caches, search engines and other sites', async () => {
    const { headers } = await look(pathOf(await join(ANNA)));
    expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-robots-tag')]).toEqual([
      ...['no-store', 'no-referrer', 'noindex'],
    ]);
  });
});
