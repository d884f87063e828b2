// The mail of an edition as readers' screens show it: no house is needed, the mail is made by the same function that makes what leaves.
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#domain/content';
import { NO_EDITS } from '#domain/edition-edit';
import { PLAIN_NEWSLETTER } from '#domain/newsletter';
import { composeEdition } from '#templates/newsletter.tsx';
import { editionOf, entries } from '../fixtures/edition';
import { congressOf, FUNDED, rowOf } from '../fixtures/reader';
import { barriers } from './barriers';
import { openBrowser } from './browser';

const SCREENSHOTS = 'test/e2e/screenshots';
const LOGOS = {
  de: { path: '/media/breit.png', alt: { de: 'Regionalmanagement Nordhessen' }, width: 440, height: 100 },
  en: { path: '/media/quadrat.png', alt: { de: 'Regionalmanagement Nordhessen' }, width: 256, height: 256 },
} as const;
const PICTURE = await sharp({ create: { width: 1200, height: 630, channels: 3, background: '#7d9aa8' } })
  .png()
  .toBuffer();
const INTRO = {
  de: 'Guten Tag!\n\nVier Termine und ein Blick nach Murcia.',
  en: 'Good morning!\n\nFour dates and a look at Murcia.',
};

const cases = (['de', 'en'] as const).flatMap((language) =>
  [320, 600, 900].flatMap((width) =>
    (['light', 'dark'] as const).flatMap((look) => [true, false].map((pictures) => ({ language, width, look, pictures }))),
  ),
);

describe('the mail of an edition', () => {
  let browser: Browser;
  const mails = new Map<Language, string>();
  beforeAll(async () => {
    browser = await openBrowser();
    for (const language of ['de', 'en'] as const) mails.set(language, await mailIn(language));
    mkdirSync(SCREENSHOTS, { recursive: true });
  });
  afterAll(() => browser?.close());

  it.each(cases)('can be read in $language, $width px wide, $look, with pictures: $pictures', async (one) => {
    const { language, width, look, pictures } = one;
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: look });
    await page.route('**/*', (route) => (pictures ? route.fulfill({ contentType: 'image/png', body: PICTURE }) : route.abort()));
    await page.setContent(mails.get(language) ?? '', { waitUntil: 'load' });
    await page.screenshot({
      path: `${SCREENSHOTS}/mail-${language}-${width}-${look}${pictures ? '' : '-bare'}.png`,
      fullPage: true,
    });
    const { widest, letters, targets, shown } = await page.evaluate(measure);
    expect(widest, 'nothing runs over').toBeLessThanOrEqual(width);
    expect(letters, 'letters that can be read').toBeGreaterThanOrEqual(14);
    expect(targets, 'room for fingers').toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(4);
    expect(shown.filter(({ isLoaded }) => isLoaded !== pictures)).toEqual([]);
    if (!pictures)
      expect(
        shown.filter(({ saysAll }) => !saysAll),
        'descriptions in place of pictures',
      ).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    const paper = (await sharp(await page.screenshot()).stats()).channels.slice(0, 3).map(({ mean }) => mean);
    for (const mean of paper) expect(mean < 110).toBe(look === 'dark');
    await page.close();
  });
});

/** Each kind of entry, funded ones among them, under an introduction and the publisher's logo. */
const mailIn = async (language: Language): Promise<string> => {
  const funded = congressOf({ ref: { collection: 'events', id: 'messe' }, slug: 'messe', organiser: 'spk', funding: FUNDED });
  const list = [...entries, { content: funded, delivery: rowOf(funded, 'remind', 'rmnh', { channelId: 'common' }) }];
  const { channel, edition, ...rest } = editionOf(list, language);
  const input = { ...rest, edition: { ...edition, edits: { ...NO_EDITS, intro: INTRO } } };
  const { html } = await composeEdition({
    ...input,
    channel: { ...channel, newsletter: { ...PLAIN_NEWSLETTER, logo: LOGOS[language] } },
  });
  return html;
};

/** Runs in the page: how wide it is, its smallest letters, links too small for fingers, and what stands where pictures are. */
const measure = () => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes: number[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (node.textContent?.trim() && node.parentElement?.checkVisibility())
      sizes.push(parseFloat(getComputedStyle(node.parentElement).fontSize));
  const links = [...document.querySelectorAll('a')].map((link) => ({
    name: link.innerText,
    height: link.getBoundingClientRect().height,
  }));
  /** As high as the description is at the width of its picture. */
  const heightOf = (image: HTMLImageElement): number => {
    const { font, width } = getComputedStyle(image);
    const copy = Object.assign(document.createElement('div'), { textContent: image.alt });
    copy.style.cssText = `font:${font};width:${width};overflow-wrap:anywhere`;
    document.body.append(copy);
    const { height } = copy.getBoundingClientRect();
    copy.remove();
    return height;
  };
  return {
    widest: document.documentElement.scrollWidth,
    letters: Math.min(...sizes),
    targets: links.filter(({ height }) => height < 24),
    shown: [...document.images].map((image) => ({
      alt: image.alt,
      isLoaded: image.naturalWidth > 0,
      box: [image.clientWidth, image.clientHeight],
      saysAll: heightOf(image) <= image.clientHeight,
    })),
  };
};
