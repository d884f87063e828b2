import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { crawl } from './crawl';

import { type Demo, startDemo } from './demo';
import { englishWords, strangeWords } from './reading';

const TEN_MINUTES = 600_000;

describe('every screen of the admin on the demo, in a German browser', () => {
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

  for (const name of ['htai', 'coordination'] as const)
    it(`shows ${name} no English word, nothing meant for machines, no barrier and no error`, {
      timeout: TEN_MINUTES,
    }, async () => {
      expect(await crawl(await demo.logInAs(browser, name), strangeWords)).toEqual([]);
    });

  // Who keeps the machine running sees its keys.
  it('shows the administration no English word, no barrier and no error', { timeout: TEN_MINUTES }, async () => {
    expect(await crawl(await demo.logInAs(browser, 'administration'), englishWords)).toEqual([]);
  });

  it('has written no error', () => {
    expect(demo.output()).not.toMatch(/"level":"error"|Error:/);
  });
});
