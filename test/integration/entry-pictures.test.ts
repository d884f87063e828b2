import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Payload } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describedIn } from '#domain/picture';
import { loadPictures } from '#store/pictures';
import { bootHouse, type House, testDatabases } from './boot';
import { type EntryHouse, faultsOf, furnish } from './entry-house';

describe.each(testDatabases())('pictures on %s', (kind) => {
  let house: House;
  let payload: Payload;
  let ids: EntryHouse['ids'];
  let as: EntryHouse['as'];

  beforeAll(async () => {
    house = await bootHouse(kind, 'entry-pictures');
    payload = house.payload;
    ({ ids, as } = await furnish(house));
  });
  afterAll(() => house.stop());

  const upload = (data: Buffer, name = 'bild.jpg', mimetype = 'image/jpeg', focus: object = {}) =>
    payload.create({
      collection: 'media',
      data: { alt: 'Ein Saal', credit: 'Foto: J. Muster', ...focus },
      file: { data, name, mimetype, size: data.length },
      depth: 0,
      ...as('editor'),
    });
  const photo = () => sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#a33' } });

  test('are drawn anew: smaller, upright, without what the camera noted', async () => {
    const raw = await photo()
      .withExif({ IFD0: { Artist: 'Geheim' }, IFD3: { GPSLatitude: '51/1 18/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(raw.includes('Geheim')).toBe(true);
    const media = await upload(raw);
    expect(media).toMatchObject({ width: 2400, height: 1200, mimeType: 'image/jpeg', organisation: ids.spk });
    const stored = readFileSync(join(house.dataDir, 'media', media.filename ?? ''));
    expect(stored.includes('Geheim')).toBe(false);
    expect((await sharp(stored).metadata()).exif).toBeUndefined();
    expect(media.sizes?.card).toMatchObject({ width: 1200, height: 630 });
  });

  test('are what their bytes say, not what their name says', async () => {
    const png = await photo().resize(40).png().toBuffer();
    expect(await upload(png)).toMatchObject({ mimeType: 'image/png', filename: expect.stringMatching(/\.png$/) });
    for (const data of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('GIF89a'), Buffer.from('<?php')])
      expect(await faultsOf(upload(data))).toEqual({ file: 'Bitte laden Sie ein Bild im Format JPEG, PNG oder WebP hoch.' });
    const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('kaputt')]);
    expect(await faultsOf(upload(broken))).toEqual({ file: expect.stringContaining('lässt sich nicht lesen') });
  });

  test('get a name nobody can guess', async () => {
    const data = await photo().resize(40).jpeg().toBuffer();
    const names = [await upload(data, 'Unser Haus.jpeg'), await upload(data, 'Unser Haus.jpeg')].map(({ filename }) => filename);
    for (const name of names) expect(name).toMatch(/^Unser Haus-[0-9a-f]{16}\.jpg$/);
    expect(new Set(names).size).toBe(2);
  });

  test('are described in both languages, in German where nobody wrote English', async () => {
    const data = await photo().resize(40).jpeg().toBuffer();
    const [{ id: both }, { id: german }] = [await upload(data), await upload(data)];
    await payload.update({ collection: 'media', id: both, locale: 'en', data: { alt: 'A hall' }, ...as('editor') });
    const pictures = await loadPictures(payload, [both, german]);
    const told = [both, german].map((id) => pictures.get(id)).flatMap((one) => (one ? describedIn(one, 'en').alt : []));
    expect(told).toEqual(['A hall', 'Ein Saal']);
    expect(pictures.get(both)?.alt.de).toBe('Ein Saal');
  });

  test('are cut around what people marked as what matters', async () => {
    const side = { create: { width: 400, height: 1000, channels: 3, background: '#00f' } } as const;
    const band = await sharp(side).png().toBuffer();
    const data = await photo()
      .resize(3000, 1000, { fit: 'fill' })
      .composite([{ input: band, left: 0, top: 0 }])
      .png()
      .toBuffer();
    const leftmost = async (focus: object) => {
      const { sizes } = await upload(data, 'bild.jpg', 'image/jpeg', focus);
      const [red = 0, , blue = 0] = await sharp(join(house.dataDir, 'media', sizes?.card?.filename ?? ''))
        .extract({ left: 5, top: 300, width: 1, height: 1 })
        .raw()
        .toBuffer();
      return blue > red ? 'the band' : 'the rest';
    };
    expect(await leftmost({ focalX: 5, focalY: 50 })).toBe('the band');
    expect(await leftmost({})).toBe('the rest');
  });

  test('of strangers are refused before anything is drawn', async () => {
    const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('kaputt')]);
    const file = { data: broken, name: 'bild.jpg', mimetype: 'image/jpeg', size: broken.length };
    const { id } = await upload(await photo().resize(40).png().toBuffer());
    const data = { alt: 'x', credit: 'y' };
    const options = { collection: 'media', data, overrideAccess: false } as const;
    for (const attempt of [() => payload.create({ ...options, file }), () => payload.create(options)])
      await expect(attempt()).rejects.toMatchObject({ status: 403 });
    await expect(payload.update({ ...options, id, file })).rejects.toMatchObject({ status: 403 });
  });

  test('come as files only, never from an address', async () => {
    const data = { alt: 'x', credit: 'y', url: 'http://127.0.0.1:1/x.jpg', filename: 'x.jpg' };
    expect(await faultsOf(payload.create({ collection: 'media', data, ...as('editor') }))).toEqual({
      file: 'Bitte wählen Sie ein Bild aus.',
    });
  });
});
