import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMails, readMail } from '#runtime/mailbox';
import { api, choose, open, pause, photograph, typeMoment } from './browser';
import { waitUntil } from './house-process';
import { type SettledHouse, settleHouse } from './settled-house';

const SPK = 'redaktion.spk@example.org';
const HTAI = 'redaktion.htai@example.org';
const TITLE = 'Gründungsabend im Science Park';

type Doc = { readonly id: string; readonly [field: string]: unknown };
type Found = { readonly docs: readonly Doc[]; readonly totalDocs: number };

/** In three weeks: the announcement is due at once, the reminder later. */
const START = new Date(Date.now() + 21 * 24 * 3_600_000);
const TYPED = `${START.toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })} 18:00`;

describe('the first event of a house, in a German browser', () => {
  let house: SettledHouse;
  let admin: Page;
  let spk: Page;
  let htai: Page;
  let event: string;

  beforeAll(async () => {
    house = await settleHouse([
      ['Stefan Park', SPK, 'science-park-kassel'],
      ['Rita Redaktion', HTAI, 'hessen-trade-invest'],
    ]);
    ({ admin } = house);
    await api(admin, '/channels', { method: 'POST', data: channel('LinkedIn', true) });
    await api(admin, '/channels', { method: 'POST', data: channel('Mastodon', false) });
    spk = await house.somebody(SPK);
  }, 1_200_000);
  afterAll(() => house?.stop());

  it('says of a draft where it would be promoted, and writes nothing', async () => {
    await open(spk, '/admin/collections/events/create');
    await spk.waitForURL(/collections\/events\/(?!create)/);
    await spk.locator('#field-title').waitFor();
    await spk.waitForLoadState('networkidle');
    await spk.locator('#field-title').fill(TITLE);
    await pause(spk);
    await spk.locator('#field-teaser').fill('Drei Geschichten, viele Gespräche.');
    await typeMoment(spk, 'startsAt', TYPED);
    await pause(spk);
    await spk.locator('#field-town').fill('Kassel');
    await choose(spk, 'placeRegion', 'Nordhessen');
    await pause(spk);
    event = /events\/([^/?]+)/.exec(spk.url())?.[1] ?? '';
    await spk.locator('.doc-tabs a', { hasText: 'Wo wird das beworben?' }).click();
    await expectText(spk, 'Noch ist nichts veröffentlicht.');
    expect(await lineOf('HTAI auf LinkedIn').innerText()).toContain('würde eingeplant');
    await lineOf('HTAI auf LinkedIn').locator('summary').click();
    expect(await lineOf('HTAI auf LinkedIn').locator('.post-card-text').innerText()).toContain(TITLE);
    await photograph(spk, '70-would-be');
    expect((await rowsOf(event)).length).toBe(0);
  });

  it('says after publishing who is asked and what is planned', async () => {
    await open(spk, `/admin/collections/events/${event}`);
    await spk.locator('#action-save').click();
    await waitUntil(60, async () => (await rowOf(event, 'HTAI auf LinkedIn'))?.status === 'awaiting-approval');
    await openPromotion(event);
    expect(await lineOf('HTAI auf LinkedIn').innerText()).toContain('wartet auf Freigabe');
    await photograph(spk, '71-planned');
  });

  it('asks the other house by mail, which leads to the page where one click is enough', async () => {
    const link = `${house.url}/admin/collections/deliveries/${(await rowOf(event, 'HTAI auf LinkedIn'))?.id}`;
    await waitUntil(60, async () => (await subjectsOfMailsWith(link)).length > 0);
    expect(await subjectsOfMailsWith(link)).toEqual([expect.stringContaining(TITLE)]);
    htai = await house.somebody(HTAI);
    await open(htai, link);
    await htai.locator('.decide-approve').click();
    await expectText(htai, 'Freigegeben.');
    await waitUntil(60, async () => (await rowOf(event, 'HTAI auf LinkedIn'))?.status === 'sent');
    await openPromotion(event);
    expect(await lineOf('HTAI auf LinkedIn').innerText()).toContain('übermittelt');
    await photograph(spk, '72-out');
  });

  it('counts it in the report, whose number leads to the rows', async () => {
    await open(htai, '/admin/bericht');
    const number = htai.locator('.report-table tbody tr', { has: htai.locator('th', { hasText: /^HTAI$/ }) }).locator('a');
    const messages = Number.parseInt(await number.first().innerText(), 10);
    await photograph(htai, '73-report');
    await number.first().click();
    await htai.waitForURL(/collections\/deliveries/);
    await htai.locator('tbody .cell-contentTitle').first().waitFor();
    const titles = await htai.locator('tbody .cell-contentTitle').allInnerTexts();
    expect(titles).toHaveLength(messages);
    expect(new Set(titles)).toEqual(new Set([TITLE]));
    expect(await htai.locator('tbody .cell-channelName').allInnerTexts()).toContain('HTAI auf LinkedIn');
  });

  it('lets the organiser withdraw while there is time to think', async () => {
    await thinkFor(60);
    const id = await publish('Werkstattgespräch am Nachmittag');
    await waitUntil(60, async () => (await rowOf(id, 'HTAI auf Mastodon')) !== undefined);
    await openPromotion(id);
    await lineOf('HTAI auf Mastodon').locator('.decide-withdraw').click();
    await photograph(spk, '74-withdraw');
    await lineOf('HTAI auf Mastodon').locator('.ledger-form button[type=submit]').click();
    await waitUntil(30, async () => (await rowOf(id, 'HTAI auf Mastodon'))?.status === 'withdrawn');
    expect((await rowsOf(id)).filter(({ status }) => status === 'sent')).toEqual([]);
    await thinkFor(0);
  });

  it('sends nothing through a channel that is stopped, and goes on when it is let go', async () => {
    await setStopped(true);
    const id = await publish('Abend der offenen Labore');
    await waitUntil(90, async () => (await rowsOf(id)).some(({ status }) => status === 'sent'));
    // Two more rounds, in which the row would have left.
    await admin.waitForTimeout(25_000);
    expect(await rowOf(id, 'HTAI auf Mastodon')).toMatchObject({ status: 'ready' });
    await setStopped(false);
    await waitUntil(60, async () => (await rowOf(id, 'HTAI auf Mastodon'))?.status === 'sent');
  });

  it('has written no error', () => {
    expect(house.output()).not.toMatch(/"level":"error"|Error:/);
  });

  const openPromotion = (id: string): Promise<void> => open(spk, `/admin/collections/events/${id}/bewerbung`);
  /** The announcement through a channel on the page of promotions. */
  const lineOf = (name: string): Locator => spk.locator('.promotion-list > li', { hasText: `${name} · Ankündigung` });
  const rowsOf = async (id: string): Promise<readonly Doc[]> =>
    (await api<Found>(admin, `/deliveries?where[content][contains]=${id}&limit=0`)).docs;
  const rowOf = async (id: string, name: string): Promise<Doc | undefined> =>
    (await rowsOf(id)).find(({ channelName, purpose }) => channelName === name && purpose === 'announce');
  const thinkFor = (coolOffMinutes: number): Promise<unknown> =>
    api(admin, '/globals/operations', { method: 'POST', data: { coolOffMinutes } });

  /** Subjects of the mails to HTAI that hold this link. */
  const subjectsOfMailsWith = async (link: string): Promise<readonly string[]> => {
    const names = await listMails(house.dataDir, 'all');
    const mails = await Promise.all(names.map(({ name }) => readMail(house.dataDir, name, 'all')));
    return mails.flatMap((mail) => (mail?.to === HTAI && mail.text.includes(link) ? [mail.subject] : []));
  };

  const publish = async (title: string): Promise<string> => {
    const about = { title, teaser: 'Ein Termin zum Kennenlernen.', startsAt: START.toISOString(), attendance: 'on-site' };
    const place = { town: 'Kassel', placeRegion: 'north', organiser: house.bodies.get('science-park-kassel') };
    const data = { ...about, ...place, _status: 'published' };
    return (await api<{ doc: Doc }>(spk, '/events?locale=de', { method: 'POST', data })).doc.id;
  };

  const setStopped = async (isStopped: boolean): Promise<void> => {
    const { docs } = await api<Found>(admin, '/channels?where[slug][equals]=htai-mastodon');
    await open(admin, `/admin/collections/channels/${docs[0]?.id}`);
    await admin.locator('#field-paused').setChecked(isStopped);
    if (isStopped) await photograph(admin, '75-channel-stopped');
    await admin.locator('#action-save').click();
    const stored = async () => (await api<Doc>(admin, `/channels/${docs[0]?.id}`)).paused;
    await waitUntil(30, async () => (await stored()) === isStopped);
  };

  const channel = (kind: 'LinkedIn' | 'Mastodon', wantsApproval: boolean) => ({
    slug: `htai-${kind.toLowerCase()}`,
    name: `HTAI auf ${kind}`,
    kind: kind.toLowerCase(),
    via: 'preview',
    organisation: house.bodies.get('hessen-trade-invest'),
    language: 'de',
    wantsApproval,
    quietFrom: '00:00',
    quietTo: '00:00',
  });
});

const expectText = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();
