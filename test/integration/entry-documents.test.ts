import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootHouse, type House, testDatabases } from './boot';
import { type EntryHouse, EVENT, faultsOf, furnish } from './entry-house';

describe.each(testDatabases())('entering files on %s', (kind) => {
  let house: House;
  let payload: Payload;
  let ids: EntryHouse['ids'];
  let as: EntryHouse['as'];

  beforeAll(async () => {
    house = await bootHouse(kind, 'entry-files');
    payload = house.payload;
    ({ ids, as } = await furnish(house));
  });
  afterAll(() => house.stop());

  describe('files', () => {
    const upload = (text: string, name = 'programm.pdf') => {
      const data = Buffer.from(text, 'latin1');
      const file = { data, name, mimetype: 'application/pdf', size: data.length };
      return payload.create({ collection: 'documents', data: { title: 'Programm' }, file, depth: 0, ...as('editor') });
    };

    test('are kept under a name that nobody guesses, for the own organisation', async () => {
      const { filename, organisation } = await upload('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n0\n%%EOF\n');
      expect(filename).toMatch(/^programm-[0-9a-f]{12}\.pdf$/);
      expect(organisation).toBe(ids.spk);
    });

    test('may hold anything in compressed data, and stay as long as a draft shows them', async () => {
      const { id } = await upload('%PDF-1.7\n1 0 obj<<>>stream\n/JS \nendstream\nendobj\nstartxref\n0\n%%EOF\n');
      const draft = { ...EVENT, organiser: ids.spk, attachments: [id], _status: 'draft' as const };
      const event = await payload.create({ collection: 'events', data: draft, draft: true, ...as('editor') });
      await expect(payload.delete({ collection: 'documents', id, ...as('editor') })).rejects.toThrow(/Veranstaltung/);
      await payload.update({ collection: 'events', id: event.id, draft: true, data: { attachments: [] }, ...as('editor') });
      await payload.delete({ collection: 'documents', id, ...as('editor') });
      expect((await payload.find({ collection: 'documents', where: { id: { equals: id } } })).totalDocs).toBe(0);
    });

    test('are looked through in one go, however many streams they seem to begin', async () => {
      const began = performance.now();
      await upload(`%PDF-1.7\n${'stream\n'.repeat(100_000)}startxref\n0\n%%EOF\n`);
      expect(performance.now() - began).toBeLessThan(5_000);
    });

    test('are PDF by their bytes, not too large, without programs', async () => {
      expect(await faultsOf(upload('<html>%%EOF'))).toEqual({
        file: 'Diese Datei ist kein PDF. Bitte speichern Sie sie als PDF.',
      });
      expect(await faultsOf(upload('%PDF-1.7\n<</S/JavaScript/JS(app.alert(1))>>\nstartxref\n0\n%%EOF'))).toEqual({
        file: 'Die Datei enthält ein Programm oder einen Anhang. Bitte drucken Sie sie neu als PDF.',
      });
      for (const hidden of [
        '% stream\n<</S/JavaScript/JS(app.alert(1))>>\n% endstream',
        '<</S /J#61vaScript /JS (app.alert(1))>>',
        '(>>\nstream\n) <</S/Launch/F(a.exe)>> (endstream)',
      ])
        expect(await faultsOf(upload(`%PDF-1.7\n${hidden}\nstartxref\n0\n%%EOF`))).toEqual({
          file: expect.stringContaining('enthält ein Programm'),
        });
      expect(await faultsOf(upload(`%PDF-1.7\n${'x'.repeat(10_000_001)}\n%%EOF`))).toEqual({
        file: 'Die Datei ist größer als 10 MB. Bitte verkleinern Sie sie.',
      });
    });
  });
});
