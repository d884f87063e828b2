import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA, one line each, in the page or within `selector`. */
export const barriers = async (page: Page | Frame, selector?: string): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: WCAG } });
  const scope = selector ? JSON.stringify(selector) : 'document';
  const found = (await page.evaluate(`axe.run(${scope}, ${options})`)) as Pick<axe.AxeResults, 'violations'>;
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
};

/** The same of a page in which no script runs: what it shows is looked at in `mirror`, where scripts do. */
export const barriersWithoutScripts = async (page: Page, mirror: Page): Promise<readonly string[]> => {
  await mirror.setContent(await page.content());
  return barriers(mirror);
};
