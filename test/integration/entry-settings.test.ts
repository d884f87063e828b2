import { type CollectionSlug, createLocalReq, docAccessOperation, type Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertOnce } from '#store/rows';
import { bootHouse, type House, testDatabases } from './boot';
import { type EntryHouse, EVENT, faultsOf, furnish } from './entry-house';

describe.each(testDatabases())('keeping house on %s', (kind) => {
  let house: House;
  let payload: Payload;
  let ids: EntryHouse['ids'];
  let as: EntryHouse['as'];
  let people: EntryHouse['people'];

  beforeAll(async () => {
    house = await bootHouse(kind, 'entry');
    payload = house.payload;
    ({ ids, as, people } = await furnish(house));
  });
  afterAll(() => house.stop());

  describe('accounts', () => {
    test('the first one runs the house, whatever the client sent', () => {
      expect(people.get('admin')?.role).toBe('admin');
      expect(people.get('coordinator')?.role).toBe('coordinator');
    });

    test('nobody gives oneself or others more than one may', async () => {
      const editor = people.get('editor')?.id ?? '';
      const raised = await payload.update({
        collection: 'users',
        id: editor,
        data: { role: 'admin', organisation: ids.htai, name: 'Neu' },
        depth: 0,
        ...as('editor'),
      });
      expect(raised).toMatchObject({ role: 'editor', organisation: ids.spk, name: 'Neu' });
      const data = { name: 'X', email: 'x@example.org', password: 'sehr-geheim-2026', role: 'admin' } as const;
      expect(await faultsOf(payload.create({ collection: 'users', data, ...as('coordinator') }))).toEqual({
        role: 'Die Koordination vergibt nur die Rollen Redaktion und Erfassung.',
      });
    });

    test('editors need an organisation, passwords twelve characters', async () => {
      const data = { name: 'X', email: 'x@example.org', password: 'sehr-geheim-2026', role: 'editor' } as const;
      expect(await faultsOf(payload.create({ collection: 'users', data }))).toHaveProperty('organisation');
      const short = payload.create({ collection: 'users', data: { ...data, organisation: ids.spk, password: 'elf Zeichen' } });
      expect(await faultsOf(short)).toEqual({ password: 'Das Passwort braucht mindestens 12 Zeichen.' });
    });

    test('the last administration account stays', async () => {
      const id = people.get('admin')?.id ?? '';
      expect(await faultsOf(payload.update({ collection: 'users', id, data: { role: 'coordinator' } }))).toHaveProperty('role');
      await expect(payload.delete({ collection: 'users', id })).rejects.toThrow(/letzte Konto/);
    });
  });

  test('a funding notice ends after it begins, of an organisation as of a content', async () => {
    const funding = { text: 'Gefördert', validFrom: '2027-02-01T00:00:00.000Z', validTo: '2027-01-01T00:00:00.000Z' };
    const refused = { 'funding.validTo': 'Das Ende muss nach dem Anfang liegen. Bitte ändern Sie eine der beiden Angaben.' };
    const change = (data: object) => payload.update({ collection: 'organisations', id: ids.spk, data });
    expect(await faultsOf(change({ funding }))).toEqual(refused);
    await change({ funding: { ...funding, validTo: '2027-03-01T00:00:00.000Z' } });
    expect(await faultsOf(change({ funding: { validTo: funding.validTo } }))).toEqual(refused);
    expect(await faultsOf(payload.create({ collection: 'events', data: { ...EVENT, organiser: ids.spk, funding } }))).toEqual(
      refused,
    );
    await change({ funding: { text: null, validFrom: null, validTo: null } });
  });

  test('accounts on networks are those of the body itself, never of the server where somebody looked at them', async () => {
    const change = (handles: object) => payload.update({ collection: 'organisations', id: ids.spk, data: { handles } });
    const saved = await change({ mastodon: 'https://mastodon.social/@hessen@social.bund.de' });
    expect(saved.handles?.mastodon).toBe('@hessen@social.bund.de');
    expect(await faultsOf(change({ linkedin: 'linkedin.com/company/1und1/', x: 'https://x.com/home' }))).toEqual({
      'handles.linkedin': expect.stringContaining('Öffnen Sie die Seite als Administrator: Es ist die Zahl in der Adresszeile.'),
      'handles.x': expect.stringContaining('Bitte geben Sie das Konto mit @ an'),
    });
    await change({ mastodon: null });
  });

  describe('agreements', () => {
    const clause = { code: 'N-S-1', kind: 'promotion', text: 'Nord wirbt in Süd.', sourceKind: 'proposal' } as const;

    test('are never changed once adopted; a copy is the next version', async () => {
      const data = { title: 'Vereinbarung', version: 1, state: 'draft' } as const;
      const { id } = await payload.create({ collection: 'agreements', data: { ...data, clauses: [clause] } });
      expect(await faultsOf(payload.update({ collection: 'agreements', id, data: { state: 'adopted' } }))).toEqual({
        inForceFrom: 'Bitte angeben, ab wann die beschlossene Fassung gilt.',
      });
      await payload.update({ collection: 'agreements', id, data: { state: 'adopted', inForceFrom: '2026-01-01T00:00:00Z' } });
      await expect(payload.update({ collection: 'agreements', id, data: { title: 'Anders' }, ...as('admin') })).rejects.toThrow(
        /beschlossen/,
      );
      const copy = await payload.duplicate({ collection: 'agreements', id });
      expect(copy).toMatchObject({ version: 2, state: 'draft', title: 'Vereinbarung' });
    });

    test('are read only in the form once adopted', async () => {
      const data = { title: 'Vereinbarung', version: 7, state: 'draft', inForceFrom: '2026-01-01T00:00:00Z' } as const;
      const { id } = await payload.create({ collection: 'agreements', data: { ...data, clauses: [clause] } });
      const user = await payload.findByID({ collection: 'users', id: people.get('admin')?.id ?? '' });
      const permissions = async () => {
        const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload);
        return (await docAccessOperation({ collection: payload.collections.agreements, id, req })).fields;
      };
      const names = ['title', 'version', 'state', 'inForceFrom', 'clauses'];
      expect(await permissions()).toMatchObject(Object.fromEntries(names.map((name) => [name, true])));
      await payload.update({ collection: 'agreements', id, data: { state: 'adopted' } });
      const left = await permissions();
      expect(left).toMatchObject(Object.fromEntries(names.map((name) => [name, { read: true }])));
      expect(JSON.stringify(Object(left).clauses)).not.toContain('update');
    });

    test('say at the field what is no date', async () => {
      const clauses = [{ ...clause, validFrom: 'morgen', validTo: '31.02.2027' }];
      const data = { title: 'V', version: 9, state: 'draft', inForceFrom: 'bald', clauses } as const;
      expect(Object.keys(await faultsOf(payload.create({ collection: 'agreements', data })))).toEqual([
        'inForceFrom',
        'clauses.0.validFrom',
        'clauses.0.validTo',
      ]);
    });

    test('say at each field of a rule what is wrong', async () => {
      const clauses = [clause, { ...clause, remindDays: 9, announceDays: 3 }];
      expect(
        await faultsOf(payload.create({ collection: 'agreements', data: { title: 'V', version: 9, state: 'draft', clauses } })),
      ).toEqual({
        'clauses.1.code': 'Dieses Kürzel gibt es schon. Bitte ein anderes wählen.',
        'clauses.1.remindDays': 'Die Erinnerung läge vor der Ankündigung. Bitte weniger Tage eintragen.',
      });
    });
  });

  describe('what others rest on', () => {
    const refusal = (collection: CollectionSlug, id: string) => expect(payload.delete({ collection, id })).rejects;

    test('is not deleted, and the answer says what that is', async () => {
      await refusal('organisations', ids.spk).toThrow(/wird noch verwendet.*2 Benutzerkonten/);
      const topic = await payload.create({ collection: 'topics', data: { title: 'Gründung', slug: 'gruendung' } });
      await payload.create({
        collection: 'news-items',
        draft: true,
        data: { kind: 'news', title: 'N', teaser: 'n', organiser: ids.spk, topics: [topic.id] },
      });
      await refusal('topics', topic.id).toThrow(/1 Meldung/);
    });

    test('is a channel, too, that people ask for or that proofs of consents are about', async () => {
      const data = { name: 'Post', kind: 'mastodon', via: 'preview', organisation: ids.spk, language: 'de' } as const;
      const channel = async (slug: string) =>
        (await payload.create({ collection: 'channels', data: { ...data, slug, quietFrom: '20:00', quietTo: '07:00' } })).id;
      const [asked, proven, unused] = [await channel('asked'), await channel('proven'), await channel('unused')];
      const at = '2026-11-23T09:00:00.000Z';
      const said = { newsletter: 'n', organisation: 'spk', text: 'Ja.' };
      await insertOnce(payload, 'signups', {
        ...{ key: 'a', email: 'a@example.org', status: 'mailed', formUrl: 'x', requestedAt: at, expiresAt: at },
        choices: [{ ...said, channel: asked }],
      });
      await insertOnce(payload, 'consents', {
        ...{ ...said, key: 'b', channel: proven, addressHash: 'x', textHash: 'x', formUrl: 'x' },
        ...{ requestedAt: at, confirmedAt: at },
      });
      await refusal('channels', asked).toThrow(/1 Offene Anmeldung.*bei „Aktiv“/);
      await refusal('channels', proven).toThrow(/1 Einwilligung/);
      await payload.delete({ collection: 'channels', id: unused });
    });

    test('keeps its short name', async () => {
      const renamed = await payload.update({ collection: 'organisations', id: ids.htai, data: { slug: 'neu' }, ...as('admin') });
      expect(renamed.slug).toBe('htai');
      const bad = payload.create({ collection: 'topics', data: { title: 'T', slug: 'Ä B' } });
      expect(await faultsOf(bad)).toHaveProperty('slug');
    });
  });

  test('the zone beside a date is nothing to choose as a column or to filter by', () => {
    const fields = house.config.collections.flatMap((collection) => collection.flattenedFields);
    const zones = fields.filter((field) => 'name' in field && field.name.endsWith('_tz'));
    expect(zones.length).toBeGreaterThan(10);
    for (const zone of zones)
      expect(zone).toMatchObject({
        label: { de: 'Zeitzone', en: 'Time zone' },
        admin: { disableListColumn: true, disableListFilter: true },
      });
  });

  test('a channel is tidied like everything else, and its sender stands on one line', async () => {
    const channel = {
      name: ' Unser\r\nNewsletter\u0007 ',
      slug: 'unser-newsletter',
      kind: 'newsletter',
      via: 'outbox',
      organisation: ids.spk,
      language: 'de',
      quietFrom: '20:00',
      quietTo: '07:00',
      slotRhythm: 'weekly',
      slotWeekday: '1',
      slotTime: '09:00',
    } as const;
    const create = (sender: string) => payload.create({ collection: 'channels', data: { ...channel, sender } });
    for (const sender of ['Nord <a@example\n.org>', 'Nord <a\r\nBcc: b@example.org>', 'Nord\n<a@example.org'])
      expect(await faultsOf(create(sender))).toEqual({ sender: 'Bitte so eintragen: Name <adresse@example.org>' });
    const made = await create(' Nord\nund Süd\u0000 <a@example.org>');
    expect(made).toMatchObject({ name: 'Unser Newsletter', sender: 'Nord und Süd <a@example.org>' });
  });

  test('a channel says in German what it lacks', async () => {
    const channel = {
      name: 'K',
      slug: 'k',
      kind: 'newsletter',
      via: 'preview',
      organisation: ids.spk,
      language: 'de',
      quietFrom: '8 Uhr',
      quietTo: '07:00',
    } as const;
    const faults = await faultsOf(payload.create({ collection: 'channels', data: channel }));
    expect(faults).toEqual({
      via: 'Dieser Weg passt nicht zur Art des Kanals.',
      quietFrom: 'Bitte eine Uhrzeit wie 07:30 eintragen.',
      slotRhythm: 'Ein Newsletter braucht diese Angabe.',
      slotWeekday: 'Ein Newsletter braucht diese Angabe.',
      slotTime: 'Ein Newsletter braucht diese Angabe.',
      sender: 'Ein Newsletter braucht diese Angabe.',
    });
  });
});
