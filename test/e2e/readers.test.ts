import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './barriers';
import { open, openBrowser, openContext, photograph } from './browser';
import { type Demo, startDemo } from './demo';

const OPEN_STATUSES = ['awaiting-approval', 'handed-over', 'unconfirmed', 'declined', 'withdrawn', 'sent'];

/** Links of the home page to every other sort of page. */
const FROM_HOME = {
  event: 'main a[href*="/veranstaltungen/"]',
  news: 'main a[href*="/meldungen/"]',
  region: '.filter a[href="/?region=sued"]',
  organisation: 'main a[href$="/science-park-kassel"]',
  imprint: 'footer a[href="/impressum"]',
  privacy: 'footer a[href="/datenschutz"]',
  accessibility: 'footer a[href="/barrierefreiheit"]',
} as const;

describe('what the demo shows to readers and to the coordinator', () => {
  let demo: Demo;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await openBrowser();
    context = await openContext(browser, demo.url);
    page = await context.newPage();
  }, 1_200_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it('prints what promoted what, because of which clause, and what is open', () => {
    expect(demo.output()).toMatch(/\d+ Übermittlungen/);
    expect(demo.output()).toContain('Das ist offen:');
  });

  it('has public pages without barriers, on a phone too', async () => {
    await page.goto('/');
    await photograph(page, '30-home');
    expect(await barriers(page)).toEqual([]);
    for (const [name, link] of Object.entries(FROM_HOME)) {
      await page.goto('/');
      await page.locator(link).first().click();
      await page.locator('main h1').waitFor();
      await photograph(page, `31-${name}`);
      expect(await barriers(page), page.url()).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), 'reflow at 320 px').toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1366, height: 900 });
    }
    await page.goto('/veranstaltungen/gibt-es-nicht');
    expect(await barriers(page)).toEqual([]);
  });

  it('has public pages without barriers in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    expect(await barriers(page)).toEqual([]);
    await photograph(page, '32-home-dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('shows the coordinator the ledger and one row of every fate', async () => {
    page = await demo.logInAs(browser, 'coordination');
    await open(page, '/admin');
    await photograph(page, '33-coordinator');
    await open(page, '/admin/collections/deliveries?limit=50');
    await photograph(page, '34-ledger');
    for (const status of OPEN_STATUSES) {
      await open(page, `/admin/collections/deliveries?where[status][equals]=${status}`);
      await page.locator('.cell-contentTitle a').first().click();
      await page.waitForURL(/deliveries\/[^?]/);
      await page.locator('.ledger-head').waitFor();
      await photograph(page, `35-row-${status}`);
      expect(await barriers(page, '.ledger-head'), status).toEqual([]);
    }
  });

  it('has mails without barriers, one of each kind', async () => {
    await open(page, '/admin/postfach');
    await photograph(page, '36-mailbox');
    expect(await barriers(page, '.mailbox-table')).toEqual([]);
    const mails = await page
      .locator('.mailbox-table a')
      .evaluateAll((links) => links.map((link) => ({ href: link.getAttribute('href') ?? '', subject: link.textContent ?? '' })));
    const kinds = [...new Map(mails.map((mail) => [mail.subject.split(/[:„ ]/)[0], mail])).values()];
    expect(kinds.length).toBeGreaterThan(2);
    for (const [i, { href, subject }] of kinds.entries()) {
      await open(page, href);
      const frame = await (await page.locator('.mailbox-frame').elementHandle())?.contentFrame();
      if (!frame) throw new Error(`no frame for ${subject}`);
      const html = await frame.content();
      await photograph(page, `37-mail-${i}`);
      await onItsOwn(page.context(), html, async (mail) => {
        await photograph(mail, `38-mail-${i}-whole`);
        expect(await barriers(mail), subject).toEqual([]);
      });
    }
  });

  it('has written no error', () => {
    expect(demo.output()).not.toMatch(/"level":"error"|Error:/);
  });
});

/** Opens a mail as a mail client does: alone in its window. */
const onItsOwn = async (context: BrowserContext, html: string, look: (page: Page) => Promise<void>): Promise<void> => {
  const page = await context.newPage();
  await page.setContent(html);
  await look(page);
  await page.close();
};
