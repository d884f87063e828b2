import type { Browser, Page } from 'playwright-core';
import { api, logIn, open, openBrowser, openContext } from './browser';
import { type RunningHouse, startHouse } from './house-process';

const PASSWORD = 'ein langes Passwort';

/** An editor to begin with: name, address, slug of the body. */
type Editor = readonly [name: string, email: string, body: string];

/** A house with its first account, the administration's, and its editors; nothing waits for the time to think. */
export type SettledHouse = RunningHouse & {
  readonly browser: Browser;
  readonly admin: Page;
  /** Ids of the bodies by their slugs. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Somebody at a computer of their own, logged in where an address is given. */
  readonly somebody: (email?: string) => Promise<Page>;
};

/** Starts one, as `startHouse` does; `stop` closes the browser too. */
export const settleHouse = async (editors: readonly Editor[]): Promise<SettledHouse> => {
  const house = await startHouse();
  try {
    return await settle(house, await openBrowser(), editors);
  } catch (error) {
    await house.stop();
    throw error;
  }
};

const settle = async (house: RunningHouse, browser: Browser, editors: readonly Editor[]): Promise<SettledHouse> => {
  const somebody = async (email?: string): Promise<Page> => {
    const page = await (await openContext(browser, house.url)).newPage();
    if (email) await logIn(page, email, PASSWORD);
    return page;
  };
  const admin = await somebody();
  await open(admin, '/admin');
  const account = { name: 'Vera Waltung', email: 'verwaltung@example.org', password: PASSWORD };
  await api(admin, '/users/first-register', { method: 'POST', data: account });
  await api(admin, '/globals/operations', { method: 'POST', data: { coolOffMinutes: 0 } });
  const { docs } = await api<{ docs: readonly { id: string; slug: string }[] }>(admin, '/organisations?limit=0&depth=0');
  const bodies = new Map(docs.map(({ id, slug }) => [slug, id]));
  for (const [name, email, body] of editors) {
    const data = { name, email, password: PASSWORD, role: 'editor', organisation: bodies.get(body) };
    await api(admin, '/users', { method: 'POST', data });
  }
  const stop = async (): Promise<void> => {
    await browser.close();
    await house.stop();
  };
  return { ...house, browser, admin, bodies, somebody, stop };
};
