import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './barriers';
import { api, choose, open, pause, photograph, turnTo, typeMoment } from './browser';
import { waitUntil } from './house-process';
import { type SettledHouse, settleHouse } from './settled-house';

const SPK = 'redaktion.spk@example.org';
const HTAI = 'redaktion.htai@example.org';
const YEAR = new Date().getFullYear() + 1;

type Doc = { id: string; [field: string]: unknown };
type Found = { docs: Doc[]; totalDocs: number };

describe('an editor on day one, in a German browser', () => {
  let house: SettledHouse;
  let admin: Page;
  let spk: Page;

  beforeAll(async () => {
    house = await settleHouse([
      ['Stefan Park', SPK, 'science-park-kassel'],
      ['Rita Redaktion', HTAI, 'hessen-trade-invest'],
    ]);
    ({ admin } = house);
    spk = await house.somebody(SPK);
  }, 1_200_000);
  afterAll(() => house?.stop());

  it('opens the list on the own upcoming events, without a detour over all of them', async () => {
    for (const [title, organiser] of [
      ['Eigener Abend', 'science-park-kassel'] as const,
      ['Fremder Abend', 'hessen-trade-invest'] as const,
    ])
      await api(admin, '/events?locale=de', { method: 'POST', data: event(title, organiser) });
    // A draft that was only opened is in no list.
    await open(spk, '/admin/collections/events/create');
    await spk.waitForURL(/collections\/events\/(?!create)/);
    const answer = await spk.goto('/admin/collections/events');
    expect(answer?.request().redirectedFrom()).not.toBeNull();
    await expectRows(spk, ['Eigener Abend']);
    expect(await spk.locator('.list-tab[aria-current=page]').innerText()).toBe('Meine kommenden');
    expect(await spk.locator('.where-builder').isVisible()).toBe(false);
    await photograph(spk, '30-events-own');
    await view(spk, 'Alle');
    await expectRows(spk, ['Eigener Abend', 'Fremder Abend']);
    await spk.locator('#search-filter-input').fill('htai');
    await expectRows(spk, ['Fremder Abend']);
    await photograph(spk, '31-events-search');
    await view(spk, 'Meine Entwürfe');
    await spk.getByText('Hier ist nichts').waitFor();
    await view(spk, 'Papierkorb');
    await spk.getByText('Im Papierkorb liegt nichts.').waitFor();
    await photograph(spk, '32-events-trash');
  });

  it('enters an event with the seven fields that are needed, and a link instead of the place when it is online only', async () => {
    const began = performance.now();
    const counted = await countActs(spk);
    const click = (selector: string) => spk.locator(selector).first().click();
    const fill = async (name: string, text: string) => {
      await spk.locator(`#field-${name}`).fill(text);
      await pause(spk);
    };
    await open(spk, '/admin/collections/events');
    await click('a[href$="/collections/events/create"]');
    await spk.waitForURL(/collections\/events\/(?!create)/);
    await spk.locator('#field-title').waitFor();
    await spk.waitForLoadState('networkidle');
    await choose(spk, 'attendance', 'online');
    await pause(spk);
    expect(await needed()).toEqual([
      'Titel',
      'Kurztext',
      'Beginn',
      'Teilnahme',
      'Region des Orts',
      'Link zur Anmeldung',
      'Akteur',
    ]);
    await choose(spk, 'attendance', 'vor Ort');
    await pause(spk);
    expect(await needed()).toEqual(['Titel', 'Kurztext', 'Beginn', 'Teilnahme', 'Ort', 'Region des Orts', 'Akteur']);
    await fill('title', 'Gründungsabend im Science Park');
    await fill('teaser', 'Ein Abend für alle, die in Nordhessen gründen: drei Geschichten, viele Gespräche.');
    await expectText(spk, 'Noch 219 Zeichen');
    await typeMoment(spk, 'startsAt', `10.01.${YEAR} 18:00`);
    await pause(spk);
    await fill('town', 'Kassel');
    await choose(spk, 'placeRegion', 'Nordhessen');
    await pause(spk);
    await photograph(spk, '33-event-essentials');
    await click('#action-save');
    await waitUntil(60, async () => (await published('Gründungsabend im Science Park')) === 1);
    const seconds = Math.round((performance.now() - began) / 1000);
    const { fields, clicks } = counted();
    process.stdout.write(`A new event: ${fields} fields, ${clicks} clicks, ${seconds} s (pictures included)\n`);
    expect(fields).toBeLessThanOrEqual(8);
    expect(seconds).toBeLessThan(180);
    await open(spk, spk.url());
    await photograph(spk, '34-event-published');
  });

  it('sees how the own channel would announce it, while typing', async () => {
    const { docs } = await api<Found>(admin, '/organisations?where[slug][equals]=science-park-kassel');
    const channel = {
      slug: 'spk-x',
      name: 'X Science Park',
      kind: 'x',
      via: 'preview',
      organisation: docs[0]?.id,
      language: 'de',
    };
    await api(admin, '/channels', { method: 'POST', data: channel });
    await spk.locator('.post-preview summary').click();
    const card = spk.locator('.post-preview .post-card');
    await card.getByText('Gründungsabend im Science Park').first().waitFor();
    expect(await spk.locator('.post-preview').innerText()).toMatch(/\d+ von 280 Zeichen/);
    await spk.locator('#field-title').fill('Gründungsnacht im Science Park');
    await card.getByText('Gründungsnacht im Science Park').first().waitFor();
    expect(await barriers(spk, '.post-preview')).toEqual([]);
    await photograph(spk, '34-event-posts');
    await spk.locator('#field-title').fill('Gründungsabend im Science Park');
    await pause(spk);
  });

  const needed = async (): Promise<readonly string[]> =>
    (await spk.locator('.field-label:visible', { has: spk.locator('.required') }).allInnerTexts()).map(
      (label) => /^[^*(—]+/.exec(label)?.[0].trim() ?? '',
    );

  const published = async (title: string): Promise<number> =>
    (await api<Found>(spk, `/events?where[title][equals]=${encodeURIComponent(title)}&where[_status][equals]=published&limit=0`))
      .totalDocs;

  it('shows at the tab where something is wrong, when it is not the one in front', async () => {
    await turnTo(spk, 'Details');
    await spk.locator('#field-contact__email').fill('keine Adresse');
    await pause(spk);
    await photograph(spk, '35-event-details');
    await turnTo(spk, 'Bewerbung');
    await spk.locator('#action-save').click();
    await spk.locator('.tabs-field__tab-button', { hasText: 'Details' }).locator('.error-pill').waitFor();
    await photograph(spk, '36-event-fault-elsewhere');
    await turnTo(spk, 'Details');
    await expectText(spk, 'Bitte geben Sie eine vollständige E-Mail-Adresse ein');
  });

  it('shows the moment as it was typed, in form and list', async () => {
    await open(spk, '/admin/collections/events');
    await expectText(spk, `10.01.${YEAR} 18:00`);
  });

  it('narrows the ledger and approves several rows at once', async () => {
    // Nobody is asked before the time to think is over.
    await api(admin, '/globals/operations', { method: 'POST', data: { coolOffMinutes: 0 } });
    for (const kind of ['linkedin', 'mastodon']) await api(admin, '/channels', { method: 'POST', data: channel(kind) });
    const htai = await house.somebody(HTAI);
    const data = { kind: 'news', title: 'Neues Labor', teaser: 'Eine Meldung.', _status: 'published' };
    await api(spk, '/news-items?locale=de', {
      method: 'POST',
      data: { ...data, organiser: house.bodies.get('science-park-kassel') },
    });
    await waitUntil(90, async () => (await awaiting()) >= 2);
    await open(htai, '/admin/collections/deliveries');
    await view(htai, 'Freigabe nötig');
    await htai.locator('tbody .select-row__checkbox').nth(1).waitFor();
    await photograph(htai, '37-ledger-awaiting');
    for (const index of [0, 1]) await htai.locator('tbody .select-row__checkbox .checkbox-input__input').nth(index).click();
    await expectText(htai, '2 Zeilen gewählt');
    await photograph(htai, '38-ledger-chosen');
    const before = await awaiting();
    await htai.locator('#bulk-approve').click();
    await expectText(htai, '2 freigegeben.');
    await waitUntil(30, async () => (await awaiting()) === before - 2);
    await photograph(htai, '39-ledger-approved');
    await open(htai, '/admin/collections/deliveries');
    await htai.locator('.ledger-filter select[name=organiser]').selectOption({ label: 'SPK' });
    await htai.locator('.ledger-filter select[name=channel]').selectOption({ label: 'HTAI auf Mastodon' });
    await htai.locator('.ledger-filter button').click();
    await htai.waitForURL(/where/);
    const channels = await htai.locator('tbody .cell-channelName').allInnerTexts();
    expect(new Set(channels)).toEqual(new Set(['HTAI auf Mastodon']));
    await photograph(htai, '40-ledger-narrowed');
  });

  const awaiting = async (): Promise<number> =>
    (await api<Found>(admin, '/deliveries?where[status][equals]=awaiting-approval&limit=0')).totalDocs;

  const event = (title: string, organiser: string) => ({
    title,
    teaser: 'Ein Abend.',
    startsAt: `${YEAR}-02-10T17:00:00.000Z`,
    attendance: 'on-site',
    town: 'Kassel',
    placeRegion: 'north',
    organiser: house.bodies.get(organiser),
    _status: 'published',
  });

  const channel = (kind: string) => ({
    slug: `htai-${kind}`,
    name: `HTAI auf ${kind === 'linkedin' ? 'LinkedIn' : 'Mastodon'}`,
    kind,
    via: 'preview',
    organisation: house.bodies.get('hessen-trade-invest'),
    language: 'de',
    wantsApproval: true,
    quietFrom: '00:00',
    quietTo: '00:00',
  });
});

/** Counts what somebody does on the pages opened from now on: clicks, and fields of forms that are filled or clicked. */
const countActs = async (page: Page): Promise<() => { readonly fields: number; readonly clicks: number }> => {
  const fields = new Set<string>();
  let clicks = 0;
  await page.exposeFunction('noteField', (id: string) => fields.add(id));
  await page.exposeFunction('noteClick', () => clicks++);
  await page.addInitScript(`(() => {
    const noteField = ({ target }) => {
      const field = target.closest('[id^="field-"]');
      if (field) window.noteField(field.id);
    };
    addEventListener('input', noteField, true);
    addEventListener('click', (event) => {
      window.noteClick();
      noteField(event);
    }, true);
  })()`);
  return () => ({ fields: fields.size, clicks });
};

const view = async (page: Page, name: string): Promise<void> => {
  await page.locator('.list-tab', { hasText: new RegExp(`^${name}\\d*$`) }).click();
  await page.locator('.list-tab[aria-current=page]', { hasText: name }).waitFor();
  await page.waitForLoadState('networkidle');
};

const expectText = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

const expectRows = (page: Page, titles: readonly string[]): Promise<void> =>
  expect
    .poll(async () => (await page.locator('tbody .cell-title').allInnerTexts()).sort(), { timeout: 30_000 })
    .toEqual([...titles].sort());
