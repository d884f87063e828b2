// What readers do behind the links of a newsletter, and editors with a list from elsewhere, in the browser.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './barriers';
import { open, openBrowser, openContext, photograph } from './browser';
import { type Demo, startDemo } from './demo';

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

  /** The link in the foot of the newest newsletter, as the mailbox shows it. */
  const linkInNewsletter = async (): Promise<string> => {
    const page = await demo.logInAs(browser, 'coordination');
    await open(page, '/admin/postfach');
    await page
      .locator('.mailbox-table a', { hasText: /– .*Newsletter/ })
      .first()
      .click();
    const frame = page.frameLocator('.mailbox-frame');
    return (await frame.getByRole('link', { name: 'Auswahl und Daten verwalten' }).getAttribute('href')) ?? '';
  };

  const withoutScripts = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL: demo.url, locale: 'de-DE', javaScriptEnabled: false });
    return context.newPage();
  };

  it('has no barriers, nor more than a phone shows', async () => {
    const own = await linkInNewsletter();
    const page = await (await openContext(browser, demo.url)).newPage();
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of [own, `${own}/daten`, `${own}/loeschen`, '/newsletter/auskunft', `${own.slice(0, -3)}`]) {
      await page.goto(path);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await barriers(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320);
    }
  });

  it('is chosen, shown and deleted behind the link of a newsletter, without any script', async () => {
    const page = await withoutScripts();
    await page.goto(await linkInNewsletter());
    await page.locator('summary').first().click();
    await page.getByLabel('Nur aus Nordhessen').first().check();
    await page
      .getByRole('button', { name: /^Auswahl speichern/ })
      .first()
      .click();
    expect(await page.getByRole('status').innerText()).toMatch(/^Ihre Auswahl für „.+“ ist gespeichert\.$/);
    expect(await page.locator('section').first().innerText()).toContain('nur von Akteuren aus Nordhessen');
    await photograph(page, 'readers-choice');
    await page.getByRole('link', { name: 'Auskunft ansehen' }).click();
    expect(await page.locator('main').innerText()).toContain('@example.org');
    await page.getByRole('link', { name: 'Alle Daten löschen' }).click();
    await page.getByRole('button', { name: 'Ja, alles löschen' }).click();
    expect(await page.locator('h1').innerText()).toBe('Ihre Daten sind gelöscht');
    await page.goBack();
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Zu diesem Link ist nichts gespeichert');
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
