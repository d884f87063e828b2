import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { crawl, OURS } from './crawl';
import { type Demo, startDemo } from './demo';
import { englishWords, strangeWords } from './reading';

const TEN_MINUTES = 600_000;

/** How many lists have an entry, a form and panels to look at. */
const SEEN = {
  htai: { entries: 10, forms: 5, panels: 13 },
  coordination: { entries: 12, forms: 10, panels: 14 },
  administration: { entries: 15, forms: 10, panels: 20 },
} as const;

describe('every screen of the admin on the demo, in a German browser', () => {
  let demo: Demo;
  let browser: Browser;
  const ours = new Set<string>();

  beforeAll(async () => {
    demo = await startDemo();
    browser = await openBrowser();
  }, 1_200_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const look = async (name: keyof typeof SEEN, proofread: Parameters<typeof crawl>[1]): Promise<void> => {
    const found = await crawl(await demo.logInAs(browser, name), proofread);
    for (const selector of found.ours) ours.add(selector);
    expect({ faults: found.faults, seen: found.seen }).toEqual({ faults: [], seen: SEEN[name] });
  };

  // Side by side: three people who only read, and mostly wait.
  for (const name of ['htai', 'coordination'] as const)
    it.concurrent(`shows ${name} no English word, nothing meant for machines, no barrier and no error`, {
      timeout: TEN_MINUTES,
    }, async () => {
      await look(name, strangeWords);
    });

  // Who keeps the machine running sees its keys.
  it.concurrent('shows the administration no English word, no barrier and no error', { timeout: TEN_MINUTES }, async () => {
    await look('administration', englishWords);
  });

  it('has shown all that is ours to one of them', () => {
    expect([...ours].sort()).toEqual([...OURS].sort());
  });

  it('has written no error', () => {
    expect(demo.output()).not.toMatch(/"level":"error"|Error:/);
  });
});
