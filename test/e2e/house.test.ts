import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, choose, logIn, open, openBrowser, openContext, photograph, turnTo, typeMoment } from './browser';
import { type RunningHouse, startHouse, waitUntil } from './house-process';

const PASSWORD = 'ein langes Passwort';
const ADMIN = 'verwaltung@example.org';
const SPK = 'redaktion.spk@example.org';
const HTAI = 'redaktion.htai@example.org';
const YEAR = new Date().getFullYear() + 1;

type Doc = { id: string; [field: string]: unknown };
type Found = { docs: Doc[]; totalDocs: number };

describe('the house, in a German browser', () => {
  let house: RunningHouse;
  let browser: Browser;
  let admin: Page;
  let spk: Page;
  let htai: Page;
  const ids: Record<string, string> = {};
  const contexts: BrowserContext[] = [];

  const somebody = async (timezone?: string): Promise<Page> => {
    const context = await openContext(browser, house.url, timezone);
    contexts.push(context);
    return context.newPage();
  };

  beforeAll(async () => {
    house = await startHouse();
    browser = await openBrowser();
    admin = await somebody();
  }, 1_200_000);
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('asks for the first account and makes it the administration', async () => {
    await open(admin, '/admin');
    await admin.waitForURL(/create-first-user/);
    await expectText(admin, 'Willkommen');
    await admin.locator('#field-name').fill('Vera Waltung');
    await admin.locator('#field-email').fill(ADMIN);
    await admin.locator('#field-password').fill(PASSWORD);
    await admin.locator('#field-confirm-password').fill(PASSWORD);
    await photograph(admin, '01-first-user');
    await admin.locator('form button[type=submit]').click();
    await admin.waitForURL((url) => url.pathname === '/admin');
    await photograph(admin, '02-start');
    const { user } = await api<{ user: Doc }>(admin, '/users/me');
    expect(user.role).toBe('admin');
    // What is published here leaves at once: nobody waits a quarter of an hour for a test.
    await api(admin, '/globals/operations', { method: 'POST', data: { coolOffMinutes: 0 } });
  });

  it('shows the groups of its side bar in German', async () => {
    for (const group of ['Inhalte', 'Bewerbung', 'Vereinbarung', 'Verwaltung', 'Postfach']) await expectText(admin, group);
  });

  it('lets the administration enter people of the bodies', async () => {
    for (const slug of ['science-park-kassel', 'hessen-trade-invest']) {
      const found = await api<Found>(admin, `/organisations?where[slug][equals]=${slug}`);
      ids[slug] = String(found.docs[0]?.id);
    }
    for (const [name, email, organisation] of [
      ['Rita Redaktion', HTAI, ids['hessen-trade-invest']],
      ['Stefan Park', SPK, ids['science-park-kassel']],
    ])
      await api(admin, '/users', { method: 'POST', data: { name, email, password: PASSWORD, role: 'editor', organisation } });
    for (const [kind, wantsApproval] of [['linkedin', false] as const, ['mastodon', true] as const]) {
      const channel = {
        slug: `htai-${kind}`,
        name: `HTAI auf ${kind === 'linkedin' ? 'LinkedIn' : 'Mastodon'}`,
        kind,
        via: 'preview',
      };
      const more = {
        organisation: ids['hessen-trade-invest'],
        language: 'de',
        wantsApproval,
        quietFrom: '00:00',
        quietTo: '00:00',
      };
      await api(admin, '/channels', { method: 'POST', data: { ...channel, ...more } });
    }
  });

  it('says in German at the field what is missing in an event', async () => {
    spk = await somebody();
    await logIn(spk, SPK, PASSWORD);
    await open(spk, '/admin/collections/events/create?locale=de');
    await spk.locator('#field-title').fill('Gründungsabend im Science Park');
    // At people's pace: the draft is saved by itself first.
    await spk.waitForTimeout(2_000);
    await spk.locator('#action-save').click();
    const error = spk.locator('.field-error').first();
    await error.waitFor();
    const texts = await spk.locator('.field-error').allInnerTexts();
    expect(texts).toContain('Bitte ausfüllen, das wird zum Veröffentlichen gebraucht.');
    await photograph(spk, '04-event-errors');
  });

  it('takes 10.01. 18:00 for 10 January, 18:00 in Berlin, and publishes', async () => {
    await spk.locator('#field-teaser').fill('Ein Abend für alle, die in Nordhessen gründen: drei Geschichten, viele Gespräche.');
    await typeMoment(spk, 'startsAt', `10.01.${YEAR} 18:00`);
    await spk.locator('#field-town').fill('Kassel');
    await choose(spk, 'placeRegion', 'Nordhessen');
    await turnTo(spk, 'Details');
    await typeMoment(spk, 'endsAt', `10.01.${YEAR} 20:30`);
    await spk.locator('#field-venue').fill('Science Park Kassel');
    await photograph(spk, '05-event-filled');
    await spk.locator('#action-save').click();
    await waitUntil(60, async () => (await publishedEvents()).length === 1);
    const [event] = await publishedEvents();
    expect(event).toMatchObject({
      startsAt: `${YEAR}-01-10T17:00:00.000Z`,
      endsAt: `${YEAR}-01-10T19:30:00.000Z`,
      organiser: ids['science-park-kassel'],
    });
    ids.event = String(event?.id);
    await photograph(spk, '06-event-published');
  });

  const publishedEvents = async (): Promise<Doc[]> =>
    (await api<Found>(spk, '/events?where[_status][equals]=published&depth=0')).docs;

  it('means Berlin time for somebody who travels in New York', async () => {
    const traveller = await somebody('America/New_York');
    await logIn(traveller, SPK, PASSWORD);
    await open(traveller, `/admin/collections/events/${ids.event}?locale=de`);
    await turnTo(traveller, 'Das Wichtigste');
    await expectValue(traveller, '#field-startsAt input', `10.01.${YEAR} 18:00`);
    await typeMoment(traveller, 'startsAt', `10.01.${YEAR} 18:30`);
    await traveller.locator('#action-save').click();
    await waitUntil(60, async () => (await publishedEvents())[0]?.startsAt === `${YEAR}-01-10T17:30:00.000Z`);
    await photograph(traveller, '07-event-new-york');
  });

  it('shows the planned rows in the ledger, each with its clause', async () => {
    await waitUntil(60, async () => (await api<Found>(spk, '/deliveries?limit=0')).totalDocs > 3);
    await open(spk, '/admin/collections/deliveries');
    await expectText(spk, 'Gründungsabend im Science Park');
    await expectText(spk, 'Regel N-S-1');
    await photograph(spk, '08-ledger');
    await spk.locator('.cell-contentTitle a').first().click();
    await spk.waitForURL(/deliveries\/.+/);
    await expectText(spk, 'Worum es geht');
    await photograph(spk, '09-ledger-row');
  });

  it('asks the carrier for news, counts down its silence and takes a yes with its own text', async () => {
    await publishNews('Neues Labor für Wasserstoff');
    await waitUntil(60, async () => (await waiting()).length > 0);
    htai = await somebody();
    await logIn(htai, HTAI, PASSWORD);
    await waitUntil(60, async () => Boolean((await waiting()).find((row) => row.channelName === 'HTAI auf LinkedIn')?.noticedAt));
    const row = (await waiting()).find((one) => one.channelName === 'HTAI auf LinkedIn');
    await open(htai, '/admin/collections/deliveries');
    await photograph(htai, '10-ledger-of-carrier');
    await open(htai, `/admin/collections/deliveries/${row?.id}`);
    await expectText(htai, 'als Ja');
    await expectText(htai, 'noch 2 Tage');
    await photograph(htai, '11-approval');
    await htai.locator('.decide-approveOwn').click();
    await htai.locator('.ledger-form textarea').fill('Stark: In Kassel entsteht ein Labor für Wasserstoff.');
    await photograph(htai, '12-own-text');
    await htai.locator('.ledger-form button[type=submit]').click();
    await expectText(htai, 'Freigegeben.');
    await htai.locator('.ledger-head .ledger-status--ready, .ledger-head .ledger-status--sent').waitFor();
    expect(await htai.evaluate('document.activeElement?.id')).toBe('ledger-stand');
    expect(await rowOf(row?.id)).toMatchObject({ ownText: 'Stark: In Kassel entsteht ein Labor für Wasserstoff.' });
    await photograph(htai, '13-approved');
  });

  const waiting = async (): Promise<Doc[]> =>
    (await api<Found>(admin, '/deliveries?where[status][equals]=awaiting-approval&limit=0')).docs;
  const rowOf = (id: string | undefined): Promise<Doc> => api<Doc>(admin, `/deliveries/${id}`);
  const publishNews = (title: string): Promise<unknown> =>
    api(spk, '/news-items?locale=de', {
      method: 'POST',
      data: {
        kind: 'news',
        title,
        teaser: 'Eine Meldung aus Nordhessen.',
        organiser: ids['science-park-kassel'],
        _status: 'published',
      },
    });

  it('declines only with a reason, and the ledger keeps it', async () => {
    const row = (await waiting()).find((one) => one.channelName === 'HTAI auf Mastodon');
    await open(htai, `/admin/collections/deliveries/${row?.id}`);
    await htai.locator('.decide-decline').click();
    await htai.locator('.ledger-form button[type=submit]').click();
    await expectText(htai, 'Bitte nennen Sie den Grund.');
    await photograph(htai, '14-decline');
    await htai.locator('.ledger-form textarea').fill('Auf Mastodon berichten wir nur über Veranstaltungen.');
    await htai.locator('.ledger-form button[type=submit]').click();
    await htai.locator('.ledger-head .ledger-status--declined').waitFor();
    await expectText(htai, 'Auf Mastodon berichten wir nur über Veranstaltungen.');
    await photograph(htai, '15-declined');
  });

  it('shows the notice in the mailbox of the administration, and to nobody else', async () => {
    await open(admin, '/admin/postfach');
    await expectText(admin, HTAI);
    await photograph(admin, '16-mailbox');
    await admin.locator('.mailbox-table a').first().click();
    await admin.locator('.mailbox-frame').waitFor();
    expect(await admin.locator('.mailbox-frame').getAttribute('sandbox')).not.toContain('allow-scripts');
    await admin.frameLocator('.mailbox-frame').getByText('HTAI').filter({ visible: true }).first().waitFor();
    await photograph(admin, '17-mail');
    await open(htai, '/admin/postfach');
    await expectText(htai, 'Das Postfach sehen nur Koordination und Administration.');
    const stranger = await somebody();
    await open(stranger, '/admin/postfach');
    await stranger.waitForURL(/login/);
    await photograph(stranger, '18-login');
  });

  it('knows its people at a plain http address too, where browsers do not say where they come from', async () => {
    const cookies = (await spk.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const who = async (headers: Readonly<Record<string, string>>) =>
      (await (await fetch(`${house.url}/api/users/me`, { headers: { cookie: cookies, ...headers } })).json()).user?.email;
    expect(await who({})).toBe(SPK);
    expect(await who({ origin: 'https://boese.example' })).toBeUndefined();
    expect(await who({ 'sec-fetch-site': 'cross-site' })).toBeUndefined();
  });

  it('has written no error', () => {
    expect(house.output()).not.toMatch(/"level":"error"|Error:/);
  });
});

const expectText = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

const expectValue = async (page: Page, selector: string, value: string): Promise<void> => {
  await page.locator(selector).first().waitFor();
  await expect.poll(() => page.locator(selector).first().inputValue(), { timeout: 30_000 }).toBe(value);
};
