import type { Page } from 'playwright-core';
import { barriers } from './barriers';
import { open } from './browser';
import { panelTexts, readTexts, strangeWords } from './reading';

/** What is ours on a page of the admin; the rest is Payload's. */
const OURS = [
  '.today',
  '.report',
  '.promotion',
  '.ledger-page',
  '.ledger-filter',
  '.ledger-bulk',
  '.list-tabs',
  '.mailbox',
  '.publish-later',
];

/** Opens what the side bar leads to, and of each list the form, the first entry and its tabs; what is wrong, one line each. */
export const crawl = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  const told = (what: string) => faults.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('console', (message) => message.type() === 'error' && told(`console: ${message.text()}`));
  page.on('pageerror', (error) => told(`thrown: ${error.message}`));
  const look = async (path: string): Promise<void> => {
    await open(page, path);
    await inspect(page, told);
  };
  await look('/admin');
  const screens = await hrefs(page, 'nav a[href^="/admin"]');
  if (screens.length < 9) told('the side bar is short');
  for (const path of [...screens, '/admin/account']) {
    await look(path);
    if (path.includes('/collections/')) await lookInto(page, path, look, told);
  }
  return faults;
};

const lookInto = async (
  page: Page,
  list: string,
  look: (path: string) => Promise<void>,
  told: (what: string) => void,
): Promise<void> => {
  const [entry] = await hrefs(page, 'tbody tr a');
  const canCreate = (await page.locator('a[href$="/create"]').count()) > 0;
  for (const word of strangeWords(await panelTexts(page))) told(`panel: ${word}`);
  if (entry) {
    await look(entry);
    for (const tab of await hrefs(page, '.doc-tabs a')) await look(tab);
    await open(page, entry);
  }
  for (const button of await page.locator('.tabs-field__tab-button').all()) {
    await button.click();
    await inspect(page, told);
  }
  if (canCreate) await look(`${list}/create`);
};

/** Reads the page as it stands, the menu of a form opened. */
const inspect = async (page: Page, told: (what: string) => void): Promise<void> => {
  const menu = page.locator('.doc-controls__popup button').first();
  if (await menu.isVisible()) await menu.click();
  for (const word of strangeWords(await readTexts(page))) told(word);
  for (const selector of OURS)
    if (await page.locator(selector).first().isVisible())
      for (const barrier of await barriers(page, selector)) told(`${selector} ${barrier}`);
  if (await menu.isVisible()) await page.keyboard.press('Escape');
};

const hrefs = async (page: Page, selector: string): Promise<readonly string[]> => {
  const found = await page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(found)].filter((href) => href.startsWith('/admin'));
};
