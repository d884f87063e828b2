import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMails, readMail } from '#runtime/mailbox';
import { barriers, barriersWithoutScripts } from './barriers';
import { api, logIn, open, openContext, photograph } from './browser';
import { waitUntil } from './house-process';
import { type SettledHouse, settleHouse } from './settled-house';

const PASSWORD = 'ein langes Passwort';
const EDITOR = 'redaktion.spk@example.org';
const READER = 'leserin@example.org';
const TITLE = 'Gründungsabend im Science Park';

type Doc = { readonly id: string; readonly [field: string]: unknown };
type Found = { readonly docs: readonly Doc[] };

describe('newsletters, in a German browser', () => {
  let house: SettledHouse;
  let readers: BrowserContext;
  let admin: Page;
  let mirror: Page;

  beforeAll(async () => {
    house = await settleHouse([['Stefan Park', EDITOR, 'science-park-kassel']]);
    ({ admin } = house);
    await api(admin, '/channels', { method: 'POST', data: newsletter('Newsletter Nordhessen', 'outbox', 'rmnh') });
    await api(admin, '/channels', { method: 'POST', data: newsletter('Rundbrief Science Park', 'block', 'science-park-kassel') });
    // Public pages work without JavaScript.
    readers = await house.browser.newContext({ baseURL: house.url, locale: 'de-DE', javaScriptEnabled: false });
    mirror = await house.somebody();
  }, 1_200_000);
  afterAll(() => house?.stop());

  it('are asked for without JavaScript, and what is missing is said at its field', async () => {
    const page = await readers.newPage();
    await page.goto('/newsletter');
    await page.waitForTimeout(4_000);
    await page.getByLabel('E-Mail-Adresse').fill('leserin@');
    await page.getByRole('button', { name: 'Newsletter bestellen' }).click();
    expect(await page.locator('#email-problem').innerText()).toContain('vollständige E-Mail-Adresse');
    expect(await page.locator('#choice-problem').innerText()).toBe('Bitte wählen Sie mindestens einen Newsletter.');
    await photograph(page, '80-signup-problems');
    expect(await barriersWithoutScripts(page, mirror), 'with faults').toEqual([]);
    await page.getByLabel('E-Mail-Adresse').fill(READER);
    await page.getByLabel('Newsletter Nordhessen').check();
    await page.getByRole('button', { name: 'Newsletter bestellen' }).click();
    expect(await page.locator('h1').innerText()).toBe('Bitte sehen Sie in Ihr Postfach');
    expect(await peopleOf('Newsletter Nordhessen')).toEqual([]);
    await photograph(page, '81-signup-asked');
    expect(await barriersWithoutScripts(page, mirror), 'asked').toEqual([]);
  });

  it('come only to whoever clicked in the mail: opening its link confirms nothing', async () => {
    await waitUntil(60, async () => (await linkTo(READER)) !== undefined);
    const link = (await linkTo(READER)) ?? '';
    const page = await readers.newPage();
    for (let times = 0; times < 3; times++) await page.goto(link);
    expect(await peopleOf('Newsletter Nordhessen')).toEqual([]);
    await photograph(page, '82-signup-confirm');
    expect(await barriersWithoutScripts(page, mirror), 'to be confirmed').toEqual([]);
    await page.getByRole('button', { name: 'Ja, ich möchte sie erhalten' }).click();
    expect(await page.locator('h1').innerText()).toBe('Sie sind angemeldet');
    expect(await barriersWithoutScripts(page, mirror), 'confirmed').toEqual([]);
    expect(await peopleOf('Newsletter Nordhessen')).toEqual([READER]);
    await page.goto(link);
    expect(await page.locator('h1').innerText()).toBe('Dieser Link gilt nicht mehr');
    expect(await barriersWithoutScripts(page, mirror), 'used').toEqual([]);
  });

  it('have pages without barriers', async () => {
    const page = await house.somebody();
    await page.goto('/newsletter');
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth'), 'reflow at 320 px').toBeLessThanOrEqual(320);
  });

  it('of a body’s own tool get their block by copying, and what was taken over is so in the ledger', async () => {
    const context = await openContext(house.browser, house.url);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const editor = await context.newPage();
    await logIn(editor, EDITOR, PASSWORD);
    await publish(editor);
    await waitUntil(60, async () => (await rowOn('Rundbrief Science Park'))?.status === 'ready');
    await open(editor, '/admin');
    await editor.locator('#nav-baustein').waitFor({ state: 'attached' });
    await open(editor, '/admin/baustein');
    await editor.locator('#block-until').fill(new Date(Date.now() + 14 * 24 * 3_600_000).toISOString().slice(0, 10));
    await editor.getByRole('button', { name: 'Zeigen' }).click();
    await editor.locator('.block-rows').waitFor();
    await photograph(editor, '83-block');
    expect(await barriers(editor, '.block-page')).toEqual([]);
    await editor.locator('#copy-text').click();
    await editor.getByText('Kopiert').first().waitFor();
    expect(await editor.evaluate('navigator.clipboard.readText()')).toContain(TITLE);
    await editor.locator('#take-over').click();
    await waitUntil(30, async () => (await rowOn('Rundbrief Science Park'))?.status === 'sent');
    await open(editor, `/admin/collections/deliveries/${(await rowOn('Rundbrief Science Park'))?.id}`);
    await editor.getByText('In den Newsletter übernommen am').first().waitFor();
    await photograph(editor, '84-taken-over');
  });

  it('have written no error', () => {
    expect(house.output()).not.toMatch(/"level":"error"|Error:/);
  });

  const newsletter = (name: string, via: 'outbox' | 'block', body: string) => ({
    ...{ name, slug: name.toLowerCase().replaceAll(' ', '-'), kind: 'newsletter', via, language: 'de' },
    organisation: house.bodies.get(body) ?? house.bodies.get('regionalmanagement-nordhessen'),
    ...{ slotRhythm: 'weekly', slotWeekday: '2', slotTime: '09:00', quietFrom: '00:00', quietTo: '00:00' },
    ...(via === 'outbox' ? { sender: 'Nordhessen <newsletter@example.org>' } : {}),
  });

  const peopleOf = async (name: string): Promise<readonly unknown[]> => {
    const { docs } = await api<Found>(admin, `/channels?where[name][equals]=${encodeURIComponent(name)}&depth=0`);
    const found = await api<Found>(admin, `/subscribers?where[channel][equals]=${docs[0]?.id}&depth=0`);
    return found.docs.map(({ email }) => email);
  };

  const rowOn = async (channelName: string): Promise<Doc | undefined> => {
    const where = `where[channelName][equals]=${encodeURIComponent(channelName)}&where[purpose][equals]=announce`;
    return (await api<Found>(admin, `/deliveries?${where}&depth=0`)).docs[0];
  };

  /** Where the newest mail to somebody asks for a click. */
  const linkTo = async (address: string): Promise<string | undefined> => {
    const names = await listMails(house.dataDir, 'all');
    const mails = await Promise.all(names.map(({ name }) => readMail(house.dataDir, name, 'all')));
    const own = mails.find((mail) => mail?.to === address);
    return /https?:\/\/\S+\/newsletter\/bestaetigen\/\S+/.exec(own?.text ?? '')?.[0];
  };

  const publish = (page: Page): Promise<unknown> => {
    const startsAt = new Date(Date.now() + 21 * 24 * 3_600_000).toISOString();
    const about = { title: TITLE, teaser: 'Drei Geschichten, viele Gespräche.', startsAt, attendance: 'on-site' };
    const place = { town: 'Kassel', placeRegion: 'north', organiser: house.bodies.get('science-park-kassel') };
    return api(page, '/events?locale=de', { method: 'POST', data: { ...about, ...place, _status: 'published' } });
  };
});
