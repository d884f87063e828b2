import type { Page } from 'playwright-core';

/** What slips through where a label is missing: words of Payload, and names of fields. */
const ENGLISH = new RegExp(
  [
    '\\b(?:the|and|of|is|are|with|by|from|your|no|this|not|yes|or)\\b',
    '\\b(?:Add|Alt|Clear|Columns?|Created?|Dashboard|Deleted?|Drafts?|Edit|Events?|Fields?|File|Filters? by|Focal|Height|Logout)\\b',
    '\\b(?:Items?|Locale|Lock|Login|Mime|MIME|Password|Publish(?:ed)?|Reset|Results?|Role|Save|Search|Select|Sessions?|Settings|Sizes?)\\b',
    '\\b(?:Choose|Close|Drag|Insert|Month|Notifications|Previous|Remove|Toggle|draggable|dropdown|object|sortable)\\b',
    '\\b(?:Submit|Thumbnail|Time ?zones?|Timezones?|Title|Type|Untitled|Updated?|Uploads?|Users?|Value|Views?|Where|Width)\\b',
    '\\b\\w*_tz\\b|\\bTz\\b|\\b[a-z]+[A-Z]\\w*\\b',
  ].join('|'),
  'g',
);

/** What is meant for machines: ids, short names of addresses, codes. */
const RAW = new RegExp(
  [
    '\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b|\\b[0-9a-f]{24}\\b',
    '\\b[a-z]{2,}(?:-[a-z0-9]+)+\\b',
    '\\b(?:north|south|central|statewide|announce|remind|planned|ready|sending|sent|unconfirmed|failed|declined|missed|withdrawn)\\b',
    '\\b(?:undefined|null|NaN|true|false|admin|coordinator|editor|author|stakeholders|silence|automatic|publish|draft)\\b',
  ].join('|'),
  'g',
);

/** Addresses and what people named themselves after machines may stand anywhere. */
const ADDRESSES = /\bhttps?:\/\/\S+|\S+@\S+|(?<=^|\s)\/[\w/.<>-]+|\b\S+\.(?:png|jpe?g|webp|pdf|svg)\b/g;

/** Words in the texts that a German reader should not meet. */
export const englishWords = (texts: readonly string[]): readonly string[] => wordsIn(texts, ENGLISH);

/** English words, and what is meant for machines. */
export const strangeWords = (texts: readonly string[]): readonly string[] => [...wordsIn(texts, ENGLISH), ...wordsIn(texts, RAW)];

const wordsIn = (texts: readonly string[], words: RegExp): readonly string[] => [
  ...new Set(texts.join('\n').replaceAll(ADDRESSES, ' ').match(words)),
];

/**
 * What people see: the text without scripts, what is hidden, marked as English, or recorded as it was sent; then what fields
 * suggest and what screen readers say.
 */
export const readTexts = async (page: Page): Promise<readonly string[]> => {
  const texts = await page.evaluate(`(() => {
    const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest('main [lang=en], .recorded pre');
    const english = [...document.querySelectorAll('main [lang=en], .recorded pre')].map((element) => element.innerText).filter(Boolean);
    const said = ${JSON.stringify(SPOKEN)}.flatMap((name) =>
      [...document.querySelectorAll('[' + name + ']')].filter(seen).map((element) => element.getAttribute(name)),
    );
    return [english.reduce((text, part) => text.replace(part, ''), document.body.innerText), ...said];
  })()`);
  return Array.isArray(texts) ? texts.map(String) : [];
};

/** Attributes that are shown or read out like text. */
const SPOKEN = ['placeholder', 'title', 'alt', 'aria-label', 'aria-roledescription', 'aria-valuetext'];

/** What the panels below the search field offer: columns, and fields to filter by. */
export const panelTexts = async (page: Page): Promise<readonly string[]> => {
  const columns = page.locator('#toggle-list-columns');
  if ((await columns.count()) === 0) return [];
  await columns.click();
  await page.locator('.pill-selector__pill').first().waitFor();
  const offered = await page.locator('.pill-selector').innerText();
  // The ledger has a form of its own in place of this panel.
  const filters = page.locator('#toggle-list-filters');
  if (!(await filters.isVisible())) return [offered];
  await filters.click();
  const first = page.locator('.where-builder__add-first-filter');
  await first.or(page.locator('.condition__field')).first().waitFor();
  if (await first.isVisible()) await first.click();
  await page.locator('.condition__field .rs__control').first().click();
  await page.locator('.rs__option').first().waitFor();
  // The whole page would hold the English that react-select whispers to screen readers.
  return [offered, ...(await page.locator('.rs__option').allInnerTexts())];
};
