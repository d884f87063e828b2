// What readers do behind the links of a newsletter, and editors with a list from elsewhere, in the browser.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, barriersWithoutScripts } from './barriers';
import { open, openBrowser, openContext, photograph } from './browser';
import { type Demo, startDemo } from './demo';
import { waitUntil } from './house-process';

describe('what belongs to readers', () => {
  let demo: Demo;
  let browser: Browser;
  beforeAll(async () => {
    demo = await startDemo();
    browser = await openBrowser();
  }, 1_200_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  /** Where a link of the newest mail of that subject leads, as the mailbox shows it. */
  const linkInMail = async (hasText: RegExp, name: string): Promise<string> => {
    const page = await demo.logInAs(browser, 'administration');
    const mail = page.locator('.mailbox-table a', { hasText }).first();
    await waitUntil(90, async () => {
      await open(page, '/admin/postfach');
      return (await mail.count()) > 0;
    });
    await mail.click();
    return (await page.frameLocator('.mailbox-frame').getByRole('link', { name }).getAttribute('href')) ?? '';
  };
  const linkInNewsletter = () => linkInMail(/– .*Newsletter/, 'Auswahl und Daten verwalten');

  /** Has the link to everything mailed from the page behind a newsletter's link, and reads that mail. */
  const linkToEverything = async (page: Page, own: string): Promise<string> => {
    await page.goto(own);
    await page.getByRole('button', { name: 'Link zu meinen Daten schicken' }).click();
    expect(await page.getByRole('status').innerText()).toMatch(/eine E-Mail mit dem Link an diese Adresse/);
    await photograph(page, 'readers-asked');
    return linkInMail(/Auskunft über Ihre Daten/, 'Meine Daten ansehen');
  };

  const withoutScripts = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL: demo.url, locale: 'de-DE', javaScriptEnabled: false });
    return context.newPage();
  };

  it('has no barriers, nor more than a phone shows', async () => {
    const own = await linkInNewsletter();
    const page = await (await openContext(browser, demo.url)).newPage();
    const everything = await linkToEverything(page, own);
    await page.setViewportSize({ width: 320, height: 700 });
    const erasing = everything.replace(/daten$/, 'loeschen');
    for (const path of [own, everything, erasing, '/newsletter/auskunft', `${own.slice(0, -3)}`]) {
      await page.goto(path);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await barriers(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320);
    }
  });

  it('is chosen and left behind the link of a newsletter, shown and deleted behind a mailed one, without any script', async () => {
    const page = await withoutScripts();
    const mirror = await (await openContext(browser, demo.url)).newPage();
    const expectNoBarriers = async (what: string) => expect(await barriersWithoutScripts(page, mirror), what).toEqual([]);
    const own = await linkInNewsletter();
    await page.goto(own);
    await page.locator('summary').first().click();
    await page.getByLabel('Nur aus Nordhessen').first().check();
    await page
      .getByRole('button', { name: /^Auswahl speichern/ })
      .first()
      .click();
    expect(await page.getByRole('status').innerText()).toMatch(/^Ihre Auswahl für „.+“ ist gespeichert\.$/);
    expect(await page.locator('section').first().innerText()).toContain('nur von Akteuren aus Nordhessen');
    await photograph(page, 'readers-choice');
    await expectNoBarriers('chosen');
    await page
      .getByRole('button', { name: /^Diesen Newsletter abbestellen/ })
      .first()
      .click();
    expect(await page.getByRole('status').innerText()).toMatch(/^Sie erhalten den Newsletter „.+“ ab sofort nicht mehr\.$/);
    await photograph(page, 'readers-left');
    await expectNoBarriers('left');
    await page.goto(await linkToEverything(page, own));
    expect(await page.locator('main').innerText()).toContain('@example.org');
    await page.getByRole('link', { name: 'Alle Daten löschen' }).click();
    await page.getByRole('button', { name: 'Ja, alles löschen' }).click();
    expect(await page.locator('h1').innerText()).toBe('Ihre Daten sind gelöscht');
    await expectNoBarriers('deleted');
    await page.goBack();
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Dieser Link gilt nicht mehr');
    await expectNoBarriers('gone');
  });

  it('comes from elsewhere with its proof, checked first', async () => {
    const page = await demo.logInAs(browser, 'htai');
    await open(page, '/admin/collections/subscribers');
    await page.getByRole('link', { name: 'Abonnements übernehmen' }).click();
    const table = 'adresse;datum\nneu@example.org;14.03.2025\nkein Postfach für Grüße;14.03.2025\n';
    const file = { name: 'Liste.csv', mimeType: 'text/csv', buffer: Buffer.from(table, 'latin1') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('Liste.csv').waitFor();
    expect(await page.getByLabel('Oder hier einfügen').inputValue()).toBe(table);
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByText('Nachweis fehlt: Wortlaut der Einwilligung').first().waitFor();
    expect(await page.getByRole('button', { name: 'Jetzt übernehmen' }).count()).toBe(0);
    await page.getByLabel('Wortlaut der Einwilligung').fill('Ja, ich möchte den Newsletter.');
    await page.getByLabel('Herkunft', { exact: true }).fill('Liste vom Stand, Ordner 7');
    await page.getByRole('button', { name: 'Prüfen' }).click();
    const take = page.getByRole('button', { name: 'Jetzt übernehmen' });
    await take.waitFor();
    await photograph(page, 'import');
    expect(await barriers(page, '.import-page')).toEqual([]);
    await take.click();
    await page.getByText('1 Abonnement ist übernommen.').waitFor();
    await open(page, '/admin/collections/subscribers?limit=100');
    await page.getByText('neu@example.org').first().waitFor();
  });
});
