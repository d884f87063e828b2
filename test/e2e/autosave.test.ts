import type { Locator, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, open, pause, turnTo } from './browser';
import { type SettledHouse, settleHouse } from './settled-house';

const YEAR = new Date().getFullYear() + 1;
const [BEGINS, ENDS] = [`10.01.${YEAR} 18:00`, `10.01.${YEAR} 21:00`];
const TEASER = 'Ein Abend für alle, die gründen wollen.';
const AUDIENCE = 'Alle, die gründen wollen, und die sie beraten';
const LINK = 'https://example.org/gruendungsabend';
/** Milliseconds; on a fast machine nobody could type while it lasts. */
const SAVE_TAKES = 1500;

describe('what is typed while the draft is being saved', () => {
  let house: SettledHouse;
  let page: Page;

  beforeAll(async () => {
    house = await settleHouse([]);
    page = house.admin;
    await open(page, '/admin/collections/events/create');
    await page.waitForURL(/collections\/events\/(?!create)/);
    await page.waitForLoadState('networkidle');
    await page.route('**/api/events/**', async (route) => {
      if (isSave(route.request())) await page.waitForTimeout(SAVE_TAKES);
      await route.continue();
    });
  }, 1_200_000);
  afterAll(() => house?.stop());

  it('stays in the form and is stored by the next save: begin, town, link, teaser', async () => {
    await beginSave('title', 'Gründungsabend');
    await moment('startsAt').fill(BEGINS);
    await field('town').fill('Kassel');
    await field('link').fill(LINK);
    await field('teaser').pressSequentially(TEASER, { delay: 100 });
    const inputs = [moment('startsAt'), field('town'), field('link'), field('teaser')];
    await expectKept(inputs, [BEGINS, 'Kassel', LINK, TEASER], {
      title: 'Gründungsabend',
      startsAt: `${YEAR}-01-10T17:00:00.000Z`,
      town: 'Kassel',
      link: LINK,
      teaser: TEASER,
    });
  });

  it('stays in the form and is stored by the next save: end, venue, audience', async () => {
    await turnTo(page, 'Details');
    await beginSave('cost', '10 Euro');
    await moment('endsAt').fill(ENDS);
    await field('venue').fill('Großer Saal');
    await field('audience').pressSequentially(AUDIENCE, { delay: 100 });
    const inputs = [moment('endsAt'), field('venue'), field('audience')];
    await expectKept(inputs, [ENDS, 'Großer Saal', AUDIENCE], {
      cost: '10 Euro',
      startsAt: `${YEAR}-01-10T17:00:00.000Z`,
      endsAt: `${YEAR}-01-10T20:00:00.000Z`,
      venue: 'Großer Saal',
      audience: AUDIENCE,
    });
  });

  it('is stored too when it is the last and typed during a save that followed another at once', async () => {
    await turnTo(page, 'Details');
    await beginSave('cost', '12 Euro');
    await beginSave('venue', 'Haupteingang');
    await page.waitForTimeout(SAVE_TAKES - 50);
    await field('street').fill('Universitätsplatz 12');
    await expectKept([field('street')], ['Universitätsplatz 12'], { venue: 'Haupteingang', street: 'Universitätsplatz 12' });
  });

  it('is the moment a German means by it, or none, and the field says so', async () => {
    await turnTo(page, 'Das Wichtigste');
    await leave('startsAt', `12.1.${YEAR % 100}`);
    await expectMoment('startsAt', `12.01.${YEAR} 00:00`, `${YEAR}-01-11T23:00:00.000Z`);
    await leave('startsAt', `13.01.${YEAR}, 18 Uhr`);
    await expectMoment('startsAt', `13.01.${YEAR} 18:00`, `${YEAR}-01-13T17:00:00.000Z`);
    await leave('startsAt', `12/01/${YEAR} 18:00`);
    await page.getByText(`„12/01/${YEAR} 18:00“ ist nicht als Datum zu lesen`).waitFor();
    await expectMoment('startsAt', `13.01.${YEAR} 18:00`, `${YEAR}-01-13T17:00:00.000Z`);
  });

  /** Types a moment and goes on to the next field. */
  const leave = async (name: string, text: string): Promise<void> => {
    await moment(name).fill(text);
    await moment(name).press('Tab');
  };

  const expectMoment = async (name: string, shown: string, stored: string): Promise<void> => {
    await pause(page);
    expect(await moment(name).inputValue()).toBe(shown);
    await expect.poll(draft, { timeout: 30_000 }).toMatchObject({ [name]: stored });
  };

  const isSave = (request: Request): boolean => request.method() === 'PATCH';
  const field = (name: string): Locator => page.locator(`#field-${name}`);
  const moment = (name: string): Locator => field(name).locator('.react-datepicker__input-container input');

  const draft = (): Promise<object> =>
    api<object>(page, `/events/${new URL(page.url()).pathname.split('/').at(-1)}?draft=true&depth=0&locale=de`);

  /** Types something and returns when the draft is on its way, which then takes its time. */
  const beginSave = async (name: string, text: string): Promise<void> => {
    await Promise.all([page.waitForRequest(isSave), field(name).fill(text)]);
  };

  /** The last field is typed for longer than the save takes: its answer has come by now. */
  const expectKept = async (inputs: readonly Locator[], texts: readonly string[], stored: object): Promise<void> => {
    const shown = () => Promise.all(inputs.map((input) => input.inputValue()));
    expect(await shown()).toEqual(texts);
    await expect.poll(draft, { timeout: 30_000 }).toMatchObject(stored);
    await pause(page);
    expect(await shown()).toEqual(texts);
  };
});
