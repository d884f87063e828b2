import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isHoliday } from '#domain/holidays';
import { berlinDay, inBerlin, instant } from '#domain/time';
import { listMails, readMail } from '#runtime/mailbox';
import { barriers } from './barriers';
import { api, open, photograph } from './browser';
import { waitUntil } from './house-process';
import { type SettledHouse, settleHouse } from './settled-house';

const HTAI = 'redaktion.htai@example.org';
const READER = 'leserin@example.org';
const TITLES = ['Abend der offenen Labore', 'Beratungstag Förderung', 'Clustertreffen Mobilität'] as const;

type Doc = { readonly id: string; readonly [field: string]: unknown };
type Found = { readonly docs: readonly Doc[] };

/** On a holiday no newsletter leaves, so there would be nothing to see. */
const isDayOff = isHoliday(inBerlin(instant(new Date().toISOString())).toPlainDate());

describe.skipIf(isDayOff)('an edition, from assembled to sent, in a German browser', () => {
  let house: SettledHouse;
  let admin: Page;
  let htai: Page;
  let slot: Date;
  let newsletter: string;

  beforeAll(async () => {
    house = await settleHouse([['Rita Redaktion', HTAI, 'hessen-trade-invest']]);
    ({ admin } = house);
    const organisation = house.bodies.get('hessen-trade-invest');
    slot = new Date(Math.ceil((Date.now() + 220_000) / 60_000) * 60_000);
    newsletter = (await api<{ doc: Doc }>(admin, '/channels', { method: 'POST', data: channel(organisation) })).doc.id;
    await subscribe();
    htai = await house.somebody(HTAI);
    for (const [at, title] of TITLES.entries()) await publish(title, at, organisation);
    await waitUntil(90, async () => (await editions()).length === 1);
    await waitUntil(60, async () => (await api<Found>(admin, '/deliveries?where[editionId][exists]=true')).docs.length === 3);
    // From now on somebody has to say yes.
    await api(admin, `/channels/${newsletter}`, { method: 'PATCH', data: { release: 'approval', leadHours: 1 } });
  }, 1_200_000);
  afterAll(() => house?.stop());

  it('is found on the start page and shows what will leave', async () => {
    await open(htai, '/admin');
    await photograph(htai, '80-today');
    await htai.locator('.today-card--editions a', { hasText: 'HTAI-Newsletter' }).click();
    await htai.waitForURL(/ausgabe\?id=/);
    await htai.locator('h1', { hasText: 'Ausgabe vom' }).waitFor();
    await htai.waitForLoadState('networkidle');
    await expectOrder(TITLES);
    const choices = htai.getByRole('combobox', { name: /^Auswahl/ });
    await choices.waitFor();
    expect(await choices.locator('option').allInnerTexts()).toEqual(['alle Einträge', 'ohne Einschränkung · 1 Person']);
    await choices.selectOption({ label: 'ohne Einschränkung · 1 Person' });
    await expectOrder(TITLES);
    await photograph(htai, '81-edition');
    expect(await barriers(htai, '.edition-page')).toEqual([]);
    await htai.setViewportSize({ width: 320, height: 700 });
    expect(await htai.evaluate('document.documentElement.scrollWidth'), 'reflow at 320 px').toBeLessThanOrEqual(320);
    await htai.setViewportSize({ width: 1366, height: 900 });
  });

  it('is put in another order by keyboard alone, and whoever does it stays where they are', async () => {
    const down = htai.getByRole('button', { name: `Nach unten: ${TITLES[0]}` });
    await down.focus();
    await down.press('Enter');
    await expectOrder([TITLES[1], TITLES[0], TITLES[2]]);
    expect(await htai.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe(`Nach unten: ${TITLES[0]}`);
    await htai.keyboard.press('Enter');
    await expectOrder([TITLES[1], TITLES[2], TITLES[0]]);
  });

  it('goes without what somebody put off, with the reason', async () => {
    await htai.getByRole('button', { name: `Diesmal nicht: ${TITLES[2]}` }).click();
    const form = htai.locator('.ledger-form', { has: htai.getByLabel('Grund') });
    await form.locator('button[type=submit]').click();
    await htai.getByText('Bitte nennen Sie den Grund').first().waitFor();
    await form.locator('textarea').fill('Die Anmeldung öffnet erst im Januar.');
    await form.locator('button[type=submit]').click();
    await expectOrder([TITLES[1], TITLES[0]]);
    await htai.getByText('Grund: Die Anmeldung öffnet erst im Januar.').waitFor();
  });

  it('is blocked by filler until the introduction is written', async () => {
    await write('XXX');
    await htai.getByText('Hier fehlt noch ein Text: „XXX“').waitFor();
    await photograph(htai, '82-blocked');
    expect(await barriers(htai, '.edition-page')).toEqual([]);
    await write('Liebe Leserinnen und Leser,\n\nzwei Termine noch in diesem Jahr.');
    await htai.getByText('Nichts zu beanstanden.').waitFor();
    await preview().getByText('zwei Termine noch in diesem Jahr.').waitFor();
  });

  it('is shown in the dark, on a phone and as text', async () => {
    await htai.getByLabel('Darstellung').selectOption({ label: 'dunkel' });
    await htai.getByLabel('Breite').selectOption({ label: 'Telefon (320 Pixel)' });
    await htai.waitForTimeout(500);
    // No script runs in the frame, so that it is looked at as people do.
    const { channels } = await sharp(await htai.locator('.edition-frame').screenshot()).stats();
    for (const { mean } of channels.slice(0, 3)) expect(mean).toBeLessThan(100);
    expect((await htai.locator('.edition-frame').boundingBox())?.width).toBeLessThanOrEqual(322);
    await photograph(htai, '83-dark-phone');
    await htai.getByLabel('Breite').selectOption({ label: 'nur Text' });
    expect(await htai.locator('.edition-page pre').innerText()).toContain('zwei Termine noch in diesem Jahr.');
    await htai.getByLabel('Breite').selectOption({ label: 'Bildschirm (600 Pixel)' });
    await htai.getByLabel('Darstellung').selectOption({ label: 'hell' });
  });

  it('goes as a test to the one who asks for it', async () => {
    await htai.locator('#edition-test').click();
    await htai.getByText('Die Test-Mail ist unterwegs').first().waitFor();
    await waitUntil(60, async () => (await mailsTo(HTAI)).some(({ subject }) => subject.startsWith('[Test] ')));
    expect(await mailsTo(READER, 'Labore')).toEqual([]);
  });

  it('leaves at its time when somebody has said yes, and can be read on the web from then on', async () => {
    const web = `${house.url}/ausgaben/htai-newsletter/${berlinDay(instant(slot.toISOString()))}`;
    expect((await htai.request.get(web)).status()).toBe(404);
    expect(Date.now(), 'the time of the edition came before everything was looked at').toBeLessThan(slot.getTime());
    await htai.locator('#edition-approve').click();
    await htai.getByText('Freigegeben. Wenn Sie noch etwas ändern').waitFor();
    await photograph(htai, '84-approved');
    await waitUntil(420, async () => (await editions()).some(({ status }) => status === 'sent'));
    const [mail] = await mailsTo(READER, 'Labore');
    expect(mail?.text).toContain('zwei Termine noch in diesem Jahr.');
    expect(mail?.text).not.toContain(TITLES[2]);
    await htai.goto(web);
    await htai.locator('h1', { hasText: 'HTAI-Newsletter' }).waitFor();
    await photograph(htai, '85-web');
    expect(await barriers(htai)).toEqual([]);
    await htai.getByText('Alle Ausgaben').click();
    await htai.locator('main a', { hasText: TITLES[1] }).waitFor();
    expect(await barriers(htai)).toEqual([]);
    expect(await htai.request.get('/newsletter').then((answer) => answer.text())).toContain('/ausgaben/htai-newsletter');
  }, 600_000);

  it('lets its reader, who had signed up by form and click, choose, leave by its link and be deleted, without barriers', async () => {
    const page = await house.somebody();
    const [mail] = await mailsTo(READER, 'Labore');
    const linkTo = (place: string): string => new RegExp(`http\\S+/${place}/\\S+`).exec(mail?.text ?? '')?.[0] ?? '';
    const expectPage = async (heading: string): Promise<void> => {
      expect(await page.locator('h1').innerText()).toBe(heading);
      expect(await barriers(page), heading).toEqual([]);
    };
    await page.goto(linkTo('einstellungen'));
    await page.locator('summary').first().click();
    await page.getByLabel('Nur aus Südhessen').check();
    await page.getByRole('button', { name: /^Auswahl speichern/ }).click();
    expect(await page.getByRole('status').innerText()).toBe('Ihre Auswahl für „HTAI-Newsletter“ ist gespeichert.');
    await expectPage('Ihre Newsletter');
    await page.goto(linkTo('abmelden'));
    await photograph(page, '86-leaving');
    await expectPage('Newsletter abbestellen');
    expect(await readers()).toMatchObject([{ email: READER, status: 'confirmed', region: 'south' }]);
    await page.getByRole('button', { name: 'Newsletter abbestellen' }).click();
    await photograph(page, '87-left');
    await expectPage('Sie sind abgemeldet');
    expect(await readers()).toMatchObject([{ email: READER, status: 'unsubscribed' }]);
    await page.goto(linkTo('einstellungen'));
    expect(await page.locator('.lead').innerText()).toBe('Zurzeit bekommen Sie von uns keinen Newsletter.');
    await page.getByRole('button', { name: 'Link zu meinen Daten schicken' }).click();
    await waitUntil(60, async () => (await mailsTo(READER, '/newsletter/auskunft/')).length === 1);
    const everything = /http\S+\/auskunft\/\S+/.exec((await mailsTo(READER, '/newsletter/auskunft/'))[0]?.text ?? '')?.[0] ?? '';
    await page.goto(everything);
    await expectPage('Ihre Daten');
    await page.getByRole('link', { name: 'Alle Daten löschen' }).click();
    await expectPage('Alle Daten löschen');
    await page.getByRole('button', { name: 'Ja, alles löschen' }).click();
    await expectPage('Ihre Daten sind gelöscht');
    expect(await readers()).toEqual([]);
    for (const [link, heading] of [
      [everything, 'Dieser Link gilt nicht mehr'],
      [linkTo('einstellungen'), 'Zu diesem Link ist nichts gespeichert'],
      [linkTo('abmelden'), 'Zu diesem Link ist nichts gespeichert'],
    ] as const) {
      await page.goto(link);
      await expectPage(heading);
    }
  }, 300_000);

  it('has written no error', () => {
    expect(house.output()).not.toMatch(/"level":"error"|Error:/);
  });

  const editions = async (): Promise<readonly Doc[]> => (await api<Found>(admin, '/editions?limit=0&sort=slotAt')).docs;
  const readers = async (): Promise<readonly Doc[]> => (await api<Found>(admin, '/subscribers?depth=0')).docs;
  const titles = (): Promise<string[]> => htai.locator('.edition-sections .edition-title').allInnerTexts();
  const preview = () => htai.frameLocator('.edition-frame');
  const expectOrder = async (expected: readonly string[]): Promise<void> => {
    const shown = async () => [await titles(), await preview().locator('h3').allInnerTexts()].map((all) => all.join());
    // The preview is loaded anew a moment after what it shows has changed.
    await waitUntil(20, async () => (await shown()).every((all) => all === expected.join()));
    expect(await shown()).toEqual([expected.join(), expected.join()]);
  };

  const write = async (text: string): Promise<void> => {
    await htai.getByRole('textbox', { name: 'Einleitung' }).first().fill(text);
    await htai.locator('#edition-save').click();
  };

  /** Mails to somebody, of those about `about`. */
  const mailsTo = async (address: string, about = '') => {
    const names = await listMails(house.dataDir, 'all');
    const mails = await Promise.all(names.map(({ name }) => readMail(house.dataDir, name, 'all')));
    return mails.flatMap((mail) => (mail?.to === address && mail.text.includes(about) ? [mail] : []));
  };

  const subscribe = async (): Promise<void> => {
    const reader = await house.somebody();
    await reader.goto('/newsletter');
    await reader.locator('input[name=liste]').first().check();
    await reader.locator('#email').fill(READER);
    // At people's pace: what is faster is taken for a machine.
    await reader.waitForTimeout(4_000);
    await reader.locator('form button[type=submit]').click();
    await waitUntil(60, async () => (await mailsTo(READER)).length === 1);
    const link = /http\S+\/newsletter\/bestaetigen\/\S+/.exec((await mailsTo(READER))[0]?.text ?? '')?.[0] ?? '';
    await reader.goto(link);
    await reader.locator('form button[type=submit]').click();
    await reader.locator('h1').waitFor();
  };

  const publish = (title: string, at: number, organiser: string | undefined) => {
    const day = (days: number) => new Date(Date.now() + (21 + at + days) * 24 * 3_600_000).toISOString();
    const about = { title, teaser: 'Ein Termin zum Kennenlernen.', startsAt: day(0), endsAt: day(0.1), attendance: 'on-site' };
    const data = { ...about, town: 'Wiesbaden', placeRegion: 'south', organiser, _status: 'published' };
    return api(htai, '/events?locale=de', { method: 'POST', data });
  };

  const channel = (organisation: string | undefined) => {
    const local = inBerlin(instant(slot.toISOString()));
    const time = [local.hour, local.minute].map((part) => String(part).padStart(2, '0')).join(':');
    return {
      ...{ slug: 'htai-newsletter', name: 'HTAI-Newsletter', kind: 'newsletter', via: 'outbox', organisation, language: 'de' },
      ...{ sender: 'HTAI <newsletter@example.org>', ownContent: true, quietFrom: '00:00', quietTo: '00:00' },
      ...{ slotRhythm: 'weekly', slotWeekday: String(local.dayOfWeek), slotTime: time },
    };
  };
});
