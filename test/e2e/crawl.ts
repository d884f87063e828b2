import type { Page } from 'playwright-core';
import { barriers } from './barriers';
import { open } from './browser';
import { panelTexts, readTexts } from './reading';

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

/** Which words of the texts do not belong there. */
type Proofread = (texts: readonly string[]) => readonly string[];

/** Opens what the side bar leads to, and of each list the form, the first entry and its tabs; what is wrong, one line each. */
export const crawl = async (page: Page, proofread: Proofread): Promise<readonly string[]> => {
  const faults: string[] = [];
  const told = (what: string) => faults.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('console', (message) => message.type() === 'error' && told(`console: ${message.text()}`));
  page.on('pageerror', (error) => told(`thrown: ${error.message}`));
  const inspect = async (): Promise<void> => {
    for (const what of [...proofread(await readWithMenu(page)), ...(await barriersOfOurs(page))]) told(what);
  };
  const look = async (path: string): Promise<void> => {
    await open(page, path);
    await inspect();
  };
  await look('/admin');
  const screens = await hrefs(page, 'nav a[href^="/admin"]');
  if (screens.length < 9) told('the side bar is short');
  for (const path of [...screens, '/admin/account']) {
    await look(path);
    for (const word of proofread(await panelTexts(page))) told(`panel: ${word}`);
    const [entry, form] = [...(await hrefs(page, 'tbody tr a')).slice(0, 1), ...(await hrefs(page, 'a[href$="/create"]'))];
    if (!path.includes('/collections/')) continue;
    for (const one of [entry, form]) if (one) await lookInto(page, one, look, inspect);
  }
  return faults;
};

/** Looks at a form with all its tabs and a calendar, and the pages beside it. */
const lookInto = async (
  page: Page,
  path: string,
  look: (path: string) => Promise<void>,
  inspect: () => Promise<void>,
): Promise<void> => {
  await look(path);
  const beside = await hrefs(page, '.doc-tabs a');
  const moment = page.locator('.react-datepicker__input-container input:visible:enabled').first();
  if (await moment.isVisible()) {
    await moment.click();
    await page.locator('.react-datepicker').waitFor();
    await inspect();
    await page.keyboard.press('Escape');
  }
  for (const button of await page.locator('.tabs-field__tab-button').all()) {
    await button.click();
    await inspect();
  }
  for (const tab of beside) await look(tab);
};

/** The page as it stands, the menu of a form opened. */
const readWithMenu = async (page: Page): Promise<readonly string[]> => {
  const menu = page.locator('.doc-controls__popup button').first();
  const isThere = await menu.isVisible();
  if (isThere) await menu.click();
  const texts = await readTexts(page);
  if (isThere) await page.keyboard.press('Escape');
  return texts;
};

const barriersOfOurs = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const selector of OURS)
    if (await page.locator(selector).first().isVisible())
      for (const barrier of await barriers(page, selector)) found.push(`${selector} ${barrier}`);
  return found;
};

const hrefs = async (page: Page, selector: string): Promise<readonly string[]> => {
  const found = await page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(found)].filter((href) => href.startsWith('/admin'));
};
