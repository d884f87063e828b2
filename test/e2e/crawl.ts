import type { Page } from 'playwright-core';
import { barriers, paleOrNameless } from './barriers';
import { open } from './browser';
import { panelTexts, readTexts } from './reading';

/** What is ours on a page of the admin; the rest is Payload's. */
export const OURS = [
  '.today',
  '.report',
  '.promotion',
  '.ledger-page',
  '.ledger-filter',
  '.ledger-bulk',
  '.list-tabs',
  '.mailbox',
  '.block-page',
  '.edition-page',
  '.data-flows',
  '.publish-later',
  '.post-preview',
];

/** Which words of the texts do not belong there. */
type Proofread = (texts: readonly string[]) => readonly string[];

/** What is wrong, one line each; how many lists had an entry, a form and panels to look at; and what of ours was to be seen. */
type Crawl = {
  readonly faults: readonly string[];
  readonly seen: { readonly entries: number; readonly forms: number; readonly panels: number };
  readonly ours: ReadonlySet<string>;
};

/** Opens what the side bar leads to, and of each list the form, the first entry and its tabs. */
export const crawl = async (page: Page, proofread: Proofread): Promise<Crawl> => {
  const faults: string[] = [];
  const seen = { entries: 0, forms: 0, panels: 0 };
  const ours = new Set<string>();
  const told = (what: string) => faults.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('console', (message) => message.type() === 'error' && told(`console: ${message.text()}`));
  page.on('pageerror', (error) => told(`thrown: ${error.message}`));
  const inspect = async (): Promise<void> => {
    const barred = await lasting(page, async () => [...(await paleOrNameless(page)), ...(await barriersOfOurs(page, ours))]);
    for (const what of [...barred, ...proofread(await readWithMenu(page))]) told(what);
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
    const panels = await panelTexts(page);
    if (panels.length > 0) seen.panels += 1;
    for (const word of proofread(panels)) told(`panel: ${word}`);
    if (!path.includes('/collections/')) continue;
    const [[entry], [form]] = [await hrefs(page, 'tbody tr a'), await hrefs(page, 'a[href$="/create"]')];
    if (entry) seen.entries += 1;
    if (form) seen.forms += 1;
    for (const one of [entry, form]) if (one) await lookInto(page, one, look, inspect);
  }
  return { faults, seen, ours };
};

/** Looks at a form with all its tabs and a calendar, and the pages beside it. */
const lookInto = async (
  page: Page,
  path: string,
  look: (path: string) => Promise<void>,
  inspect: () => Promise<void>,
): Promise<void> => {
  await look(path);
  await openPreview(page);
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

/** The barriers that are still there when the scripts of the page have run, which name some of it a moment after it is there. */
const lasting = async (page: Page, look: () => Promise<readonly string[]>): Promise<readonly string[]> => {
  for (let tries = 0; tries < 8; tries += 1) {
    if ((await look()).length === 0) return [];
    await page.waitForTimeout(500);
  }
  return look();
};

/** The posts below the form of a content, or why there are none. */
const openPreview = async (page: Page): Promise<void> => {
  const panel = page.locator('.post-preview summary');
  if (!(await panel.isVisible())) return;
  await panel.click();
  await page.locator('.post-preview .post-card, .post-preview [role=status] p').first().waitFor();
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

/** Barriers in what is ours on this page, which is added to `seen`. */
const barriersOfOurs = async (page: Page, seen: Set<string>): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const selector of OURS) {
    if (!(await page.locator(selector).first().isVisible())) continue;
    seen.add(selector);
    for (const barrier of await barriers(page, selector)) found.push(`${selector} ${barrier}`);
  }
  return found;
};

const hrefs = async (page: Page, selector: string): Promise<readonly string[]> => {
  const found = await page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(found)].filter((href) => href.startsWith('/admin'));
};
