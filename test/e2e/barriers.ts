import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA, one line each, in the page or within `selector`. */
export const barriers = (page: Page | Frame, selector?: string): Promise<readonly string[]> =>
  found(page, { type: 'tag', values: WCAG }, selector);

/** Texts of the page, whoever made it, too pale to read in the light theme or in the dark one. */
export const paleTexts = async (page: Page): Promise<readonly string[]> => {
  const pale: string[] = [];
  for (const theme of ['dark', 'light']) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    pale.push(...(await found(page, { type: 'rule', values: ['color-contrast'] })).map((one) => `${theme} ${one}`));
  }
  return pale;
};

/** Buttons and fields of the page, whoever made it, that have no name to be read out. */
export const namelessControls = (page: Page): Promise<readonly string[]> =>
  found(page, { type: 'rule', values: ['aria-input-field-name', 'button-name', 'label', 'select-name'] });

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
