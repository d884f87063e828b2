import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { open, openBrowser } from './browser';
import { type Demo, startDemo } from './demo';

// The four pictures of README.md, taken of the demo: `npm run screenshots`.
const FOLDER = join('docs', 'screenshots');
const SIZE = { width: 1366, height: 1000 };

const takeAll = async (demo: Demo, browser: Browser): Promise<void> => {
  const htai = await demo.logInAs(browser, 'htai');
  await open(htai, '/admin');
  await keep(htai, 'heute');
  const spk = await demo.logInAs(browser, 'spk');
  await open(spk, /\/admin\/collections\/events\/\S+\/bewerbung/.exec(demo.output())?.[0] ?? '');
  await spk.locator('.promotion summary').first().click();
  await keep(spk, 'veranstaltung');
  const coordination = await demo.logInAs(browser, 'coordination');
  await open(coordination, '/admin/collections/deliveries');
  await keep(coordination, 'nachweis');
  await openNewsletter(coordination);
  await keep(coordination, 'newsletter');
};

/** The newest newsletter as its readers see it: alone in the window. */
const openNewsletter = async (page: Page): Promise<void> => {
  await open(page, '/admin/postfach');
  await page
    .locator('.mailbox-table a', { hasText: /– .*Newsletter/ })
    .first()
    .click();
  const frame = await (await page.locator('.mailbox-frame').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The mailbox shows no newsletter.');
  await page.setContent(await frame.content());
};

/** Few colours are enough for screens, and keep the repository small. */
const keep = async (page: Page, name: string): Promise<void> => {
  await page.setViewportSize(SIZE);
  await page.waitForTimeout(1_000);
  const picture = await page.screenshot({ animations: 'disabled' });
  await sharp(picture)
    .png({ palette: true, effort: 10 })
    .toFile(join(FOLDER, `${name}.png`));
};

mkdirSync(FOLDER, { recursive: true });
const demo = await startDemo();
const browser = await openBrowser();
await takeAll(demo, browser).finally(async () => {
  await browser.close();
  await demo.stop();
});
