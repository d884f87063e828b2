import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA, one line each, in the page or within `selector`. */
export const barriers = (page: Page | Frame, selector?: string): Promise<readonly string[]> =>
  found(page, { type: 'tag', values: WCAG }, selector);

/** Texts of the page, whoever made it, too pale in the dark theme or in the light one; buttons and fields without a name to be read out. */
export const paleOrNameless = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(STAND_STILL);
  const dark = await inTheme(page, 'dark', PALE);
  return [...dark, ...(await inTheme(page, 'light', [...PALE, ...NAMELESS]))];
};

const PALE = ['color-contrast'];
const NAMELESS = ['aria-input-field-name', 'button-name', 'label', 'select-name'];

/** A colour on its way from one theme to the other belongs to neither. */
const STAND_STILL = `if (document.adoptedStyleSheets.length === 0) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [sheet];
}`;

const inTheme = async (page: Page, theme: 'dark' | 'light', values: string[]): Promise<readonly string[]> => {
  await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
  return (await found(page, { type: 'rule', values })).map((one) => `${theme} ${one}`);
};

const found = async (page: Page | Frame, runOnly: axe.RunOnly, selector?: string): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const scope = selector ? JSON.stringify(selector) : 'document';
  const { violations } = (await page.evaluate(`axe.run(${scope}, ${JSON.stringify({ runOnly })})`)) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
};

/** The same of a page in which no script runs: what it shows is looked at in `mirror`, where scripts do. */
export const barriersWithoutScripts = async (page: Page, mirror: Page): Promise<readonly string[]> => {
  await mirror.setContent(await page.content());
  return barriers(mirror);
};
