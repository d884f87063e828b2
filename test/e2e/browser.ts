import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where pictures of the pages go; looked at by people, not kept in git. */
const SCREENSHOTS = join('test', 'e2e', 'screenshots');
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1366, height: 900 };

/** The system's Chromium, without anything that calls home. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Somebody at a computer of their own: German, on a desktop, in the given time zone. */
export const openContext = async (browser: Browser, url: string, timezoneId = 'Europe/Berlin'): Promise<BrowserContext> => {
  const context = await browser.newContext({ baseURL: url, locale: 'de-DE', timezoneId, viewport: DESKTOP });
  context.setDefaultTimeout(60_000);
  return context;
};

/** Takes a picture of the whole page on a desktop and on a phone. */
export const photograph = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  // Toasts fade and pages settle; a picture of a movement helps nobody.
  await page.waitForLoadState('networkidle').catch(() => {});
  for (const [suffix, viewport] of [['desktop', DESKTOP] as const, ['phone', PHONE] as const]) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(SCREENSHOTS, `${name}-${suffix}.png`), fullPage: true, animations: 'disabled' });
  }
  await page.setViewportSize(DESKTOP);
};

/** Logs somebody in by the login form. */
export const logIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.goto('/admin/login');
  await page.locator('#field-email').fill(email);
  await page.locator('#field-password').fill(password);
  await page.locator('.login__form button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
};

/** Opens a page of the admin and waits until it listens: what is typed earlier is lost. */
export const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
};

/** Turns to a tab of a form by its name. */
export const turnTo = (page: Page, tab: string): Promise<void> =>
  page.locator('.tabs-field__tab-button', { hasText: tab }).first().click();

/** Chooses from one of Payload's select fields by what people read. */
export const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.locator(`#field-${field} .rs__control`).click();
  await page.locator('.rs__option', { hasText: option }).first().click();
};

/** Waits as long as people need from field to field, and until the draft is saved: a save takes back what is typed meanwhile. */
export const pause = async (page: Page): Promise<void> => {
  await page.waitForTimeout(700);
  await page.locator('.autosave', { hasText: 'Speichern' }).waitFor({ state: 'hidden' });
};

/** Types a moment as people do and leaves the field. */
export const typeMoment = async (page: Page, field: string, text: string): Promise<void> => {
  // Beside it stands the hidden one of the time zone, for a moment alone.
  const input = page.locator(`#field-${field} .react-datepicker__input-container input`);
  await input.click();
  await input.fill(text);
  await input.press('Enter');
  await input.press('Tab');
};

/** What Payload's REST API answers to the person whose browser this is. */
export const api = async <Answer>(
  page: Page,
  path: string,
  { method = 'GET', data }: { method?: string; data?: unknown } = {},
): Promise<Answer> => {
  const origin = new URL(page.url()).origin;
  const response = await page.request.fetch(`${origin}/api${path}`, {
    method,
    headers: { origin },
    ...(data === undefined ? {} : { data }),
  });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return response.json();
};
