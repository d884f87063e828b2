import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRest } from './access-doors';
import { logIn } from './access-world';
import { bootHouse, type House, testDatabases } from './boot';
import { type EntryHouse, EVENT, faultsOf, furnish } from './entry-house';

describe.each(testDatabases())('entering contents on %s', (kind) => {
  let house: House;
  let payload: Payload;
  let ids: EntryHouse['ids'];
  let as: EntryHouse['as'];

  beforeAll(async () => {
    house = await bootHouse(kind, 'entry');
    payload = house.payload;
    ({ ids, as } = await furnish(house));
  });
  afterAll(() => house.stop());

  describe('contents', () => {
    test('belong to the organisation of whoever enters them', async () => {
      const draft = await payload.create({
        collection: 'events',
        draft: true,
        data: { ...EVENT, organiser: ids.htai },
        depth: 0,
        ...as('editor'),
      });
      expect(draft.organiser).toBe(ids.spk);
      const moved = await payload.update({
        collection: 'events',
        id: draft.id,
        draft: true,
        data: { organiser: ids.htai },
        depth: 0,
        ...as('editor'),
      });
      expect(moved.organiser).toBe(ids.spk);
    });

    test('say in German at each field what is missing, all at once', async () => {
      const faults = await faultsOf(
        payload.create({
          collection: 'events',
          data: {
            ...EVENT,
            organiser: ids.spk,
            town: '',
            link: 'anmeldung',
            contact: { email: 'keine Adresse' },
            endsAt: '2027-01-10T16:00:00Z',
            _status: 'published',
          },
        }),
      );
      expect(faults).toEqual({
        town: 'Bitte ausfüllen, das wird zum Veröffentlichen gebraucht.',
        endsAt: 'Das Ende liegt vor dem Beginn. Bitte eine der beiden Angaben ändern.',
        link: 'Bitte eine vollständige Adresse eintragen, zum Beispiel https://www.example.org/anmeldung.',
        'contact.email': 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.org.',
      });
    });

    test('may be unfinished as drafts, but hold no nonsense dates', async () => {
      const { id } = await payload.create({
        collection: 'events',
        draft: true,
        data: { title: 'Nur ein Titel' },
      });
      expect(id).toBeTruthy();
      const faults = await faultsOf(payload.update({ collection: 'events', id, draft: true, data: { startsAt: 'morgen' } }));
      expect(faults).toEqual({ startsAt: 'Bitte Datum und Uhrzeit so eintragen: 10.01.2027 18:00.' });
    });

    test('are not published for the first time when they are over, but put right at any time after', async () => {
      const over = { ...EVENT, startsAt: '2026-10-10T17:00:00.000Z', organiser: ids.spk, _status: 'published' } as const;
      const faults = await faultsOf(payload.create({ collection: 'events', data: over, ...as('editor') }));
      expect(faults).toEqual({ startsAt: expect.stringContaining('Der Beginn liegt in der Vergangenheit.') });
      const { id } = await payload.create({ collection: 'events', data: { ...over, endsAt: '2026-11-02T17:00:00.000Z' } });
      const recorded = { endsAt: '2026-10-10T19:00:00.000Z', town: 'Fulda' };
      expect(await payload.update({ collection: 'events', id, data: recorded, ...as('editor') })).toMatchObject(recorded);
    });

    test('hold no nonsense dates when they are published, or changed after that, either', async () => {
      const notThis = 'Bitte Datum und Uhrzeit so eintragen: 10.01.2027 18:00.';
      const live = { ...EVENT, organiser: ids.spk, _status: 'published' } as const;
      const data = { ...live, startsAt: 'morgen', endsAt: '2027-13-45T99:00:00Z' };
      expect(await faultsOf(payload.create({ collection: 'events', data }))).toEqual({ startsAt: notThis, endsAt: notThis });
      const { id } = await payload.create({ collection: 'events', data: live });
      for (const name of ['startsAt', 'endsAt', 'previousStartsAt', 'deadline', 'embargoUntil'])
        expect(await faultsOf(payload.update({ collection: 'events', id, data: { [name]: '31.02.2027' } }))).toEqual({
          [name]: notThis,
        });
    });

    test('need German, English may stay empty', async () => {
      const en = await payload.create({
        collection: 'events',
        draft: true,
        locale: 'en',
        data: { ...EVENT, organiser: ids.spk },
      });
      const faults = await faultsOf(
        payload.update({ collection: 'events', id: en.id, locale: 'en', data: { _status: 'published' } }),
      );
      expect(faults.title).toContain('Die deutsche Fassung fehlt noch.');
      const de = await payload.create({
        collection: 'events',
        draft: true,
        data: { ...EVENT, title: 'Über uns', organiser: ids.spk },
      });
      const published = await payload.update({ collection: 'events', id: de.id, locale: 'en', data: { _status: 'published' } });
      expect(published).toMatchObject({ title: 'Über uns', slug: 'ueber-uns' });
    });

    test('keep their marks whatever a client sends', async () => {
      const forged = {
        planRevision: 99,
        plannedFor: 'x',
        slug: 'mein-slug',
        sequence: 9,
        publishedAt: '2001-01-01T00:00:00.000Z',
      };
      const event = await payload.create({
        collection: 'events',
        data: { ...EVENT, ...forged, organiser: ids.spk, _status: 'published' },
        ...as('admin'),
      });
      expect(event).toMatchObject({ planRevision: 1, plannedFor: '', sequence: 0 });
      expect(event.slug).not.toBe('mein-slug');
      const changed = await payload.update({ collection: 'events', id: event.id, data: forged, ...as('admin') });
      expect(changed).toMatchObject({ planRevision: 2, sequence: 0, slug: event.slug, publishedAt: event.publishedAt });
    });

    test('begin with what the organisation has set, online events have no place', async () => {
      const { placeRegion: _, town: __, ...rest } = EVENT;
      const data = { ...rest, organiser: ids.spk } as typeof EVENT & { organiser: string };
      const here = await payload.create({ collection: 'events', draft: true, data, depth: 0, ...as('editor') });
      expect(here).toMatchObject({ venue: 'Science Park', town: 'Kassel', placeRegion: 'north', organiser: ids.spk });
      const online = await payload.create({
        collection: 'events',
        draft: true,
        data: { ...data, attendance: 'online' },
        ...as('editor'),
      });
      expect([online.venue ?? null, online.town ?? null, online.placeRegion]).toEqual([null, null, 'online']);
    });

    test('are entered by authors and published by editors', async () => {
      const own = { ...EVENT, organiser: ids.spk };
      await expect(
        payload.create({ collection: 'events', data: { ...own, _status: 'published' }, ...as('author') }),
      ).rejects.toThrow(/Rolle/);
      const { id } = await payload.create({ collection: 'events', draft: true, data: own, ...as('author') });
      await payload.update({ collection: 'events', id, draft: true, autosave: true, data: { title: 'Weiter' }, ...as('author') });
      await expect(payload.update({ collection: 'events', id, data: { _status: 'published' }, ...as('author') })).rejects.toThrow(
        /Rolle/,
      );
      await payload.update({ collection: 'events', id, data: { _status: 'published' }, ...as('editor') });
      for (const data of [{ _status: 'draft' }, { title: 'Anders' }, { deletedAt: '2026-12-01T00:00:00.000Z' }] as const)
        await expect(payload.update({ collection: 'events', id, data, ...as('author') })).rejects.toThrow();
      // An editor's draft over the published one opens no back door.
      await payload.update({ collection: 'events', id, draft: true, data: { title: 'Entwurf' }, ...as('editor') });
      await payload.update({ collection: 'events', id, draft: true, data: { title: 'Mitgeschrieben' }, ...as('author') });
      for (const data of [{ _status: 'draft' }, { _status: 'published' }, { deletedAt: '2026-12-01T00:00:00.000Z' }] as const)
        await expect(payload.update({ collection: 'events', id, data, ...as('author') })).rejects.toThrow(/Rolle/);
      const main = await payload.db.findOne<{ id: string; _status: string }>({
        collection: 'events',
        where: { id: { equals: id } },
      });
      expect(main?._status).toBe('published');
    });

    test('are copied over the web as drafts that forget when, whether and how the first was promoted', async () => {
      const rest = openRest(house);
      const { token } = await logIn(rest, 'editor@example.org', 'sehr-geheim-2026');
      const past = {
        endsAt: '2027-01-10T19:00:00.000Z',
        deadline: '2027-01-09T17:00:00.000Z',
        embargoUntil: '2026-12-01T08:00:00.000Z',
        doNotPromoteReason: 'Nur für Eingeladene.',
      };
      const { id } = await payload.create({
        collection: 'events',
        data: { ...EVENT, ...past, organiser: ids.spk, soldOut: true, doNotPromote: true, cost: 'frei', _status: 'published' },
      });
      await payload.update({ collection: 'events', id, locale: 'en', data: { title: 'Founders’ day' } });
      const { status, body } = await rest('POST', `/events/${id}/duplicate`, {
        headers: { authorization: `JWT ${token}` },
        body: { _status: 'draft' },
      });
      expect(status).toBe(200);
      const copy = Object(body.doc);
      expect(copy).toMatchObject({ _status: 'draft', status: 'planned', soldOut: false, doNotPromote: false });
      for (const name of ['startsAt', 'slug', 'publishedAt', ...Object.keys(past)]) expect(copy[name] ?? null, name).toBeNull();
      expect(copy).toMatchObject({ title: 'Gründertag (Kopie)', town: 'Kassel', cost: 'frei' });
      const english = await payload.findByID({ collection: 'events', id: String(copy.id), draft: true, locale: 'en' });
      expect(english.title).toBe('Founders’ day (copy)');
    });

    test('show their versions to the organiser only', async () => {
      const { id } = await payload.create({ collection: 'events', data: { ...EVENT, organiser: ids.spk, _status: 'published' } });
      const foreign = await payload.create({
        collection: 'events',
        data: { ...EVENT, organiser: ids.htai, _status: 'published' },
      });
      const versionsOf = async (parent: string) =>
        (await payload.findVersions({ collection: 'events', where: { parent: { equals: parent } }, ...as('editor') })).totalDocs;
      expect([await versionsOf(id), await versionsOf(foreign.id)]).toEqual([1, 0]);
    });
  });
});
