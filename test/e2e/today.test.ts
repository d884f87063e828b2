import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './barriers';
import { api, open, photograph } from './browser';
import { waitUntil } from './house-process';
import { type SettledHouse, settleHouse } from './settled-house';

const SPK = 'redaktion.spk@example.org';
const HTAI = 'redaktion.htai@example.org';

type Doc = { readonly id: string; readonly [field: string]: unknown };
type Found = { readonly docs: readonly Doc[] };

describe('the start page, in a German browser', () => {
  let house: SettledHouse;
  let htai: Page;
  let spk: Page;

  beforeAll(async () => {
    house = await settleHouse([
      ['Stefan Park', SPK, 'science-park-kassel'],
      ['Rita Redaktion', HTAI, 'hessen-trade-invest'],
    ]);
    await open(house.admin, '/admin');
    await house.admin.getByText('Erste Schritte').waitFor();
    expect(await house.admin.locator('.today-card--first a').allInnerTexts()).toEqual([
      'Redaktionen der Akteure einladen',
      'Kanäle der Akteure anlegen',
    ]);
    await photograph(house.admin, '109-first-steps');
    for (const kind of ['linkedin', 'mastodon', 'bluesky'])
      await api(house.admin, '/channels', { method: 'POST', data: channel(kind) });
    spk = await house.somebody(SPK);
    const news = { kind: 'news', title: 'Neues Labor', teaser: 'Es misst.', organiser: house.bodies.get('science-park-kassel') };
    await api(spk, '/news-items?locale=de', { method: 'POST', data: { ...news, _status: 'published' } });
    await waitUntil(60, async () => (await waiting()).length === 3);
    htai = await house.somebody(HTAI);
    await open(htai, '/admin');
  }, 1_200_000);
  afterAll(() => house?.stop());

  it('names no date that is over for what waits for another organisation', async () => {
    await open(spk, '/admin');
    const waiting = spk.locator('.today-card--upcoming li', { hasText: 'HTAI auf linkedin' });
    expect(await waiting.locator('time').innerText()).toMatch(/^sobald HTAI freigibt/);
    await photograph(spk, '111-waits-for-others');
  });

  it('keeps a row in its place that was decided, so that a second click decides nothing more', async () => {
    const { x, y } = await middleOf(lines().nth(0).locator('.decide-approve'));
    await htai.mouse.click(x, y);
    await lines().nth(0).getByText('Freigegeben.').waitFor();
    await photograph(htai, '110-approved-today');
    await htai.mouse.click(x, y);
    await htai.mouse.dblclick(x, y);
    await htai.waitForTimeout(2_000);
    expect((await waiting()).length).toBe(2);
    expect(await lines().nth(0).locator('.ledger-status').isVisible()).toBe(false);
    expect(await barriers(htai, '.today-card--awaiting')).toEqual([]);
  });

  it('has the focus on what was decided', async () => {
    await lines().nth(1).locator('.decide-approve').focus();
    await htai.keyboard.press('Enter');
    await lines().nth(1).getByText('Freigegeben.').waitFor();
    await htai.keyboard.press('Enter');
    await htai.waitForTimeout(2_000);
    expect(await htai.evaluate('document.activeElement?.textContent')).toMatch(/^✓ Freigegeben\./);
    expect((await waiting()).length).toBe(1);
  });

  it('keeps the rows below in their place when a form above them closes', async () => {
    await open(htai, '/admin');
    await lines().first().locator('.decide-decline').click();
    const height = (await lines().first().boundingBox())?.height ?? 0;
    await lines().first().getByRole('button', { name: 'Abbrechen' }).click();
    await lines().first().locator('.decide-decline').waitFor();
    expect((await lines().first().boundingBox())?.height).toBeGreaterThanOrEqual(height - 1);
  });

  it('no longer lists what was decided when one comes back to it', async () => {
    await lines().first().locator('.decide-approve').click();
    await lines().first().getByText('Freigegeben.').waitFor();
    await lines().first().locator('.today-title a').click();
    await htai.waitForURL(/deliveries\//);
    await htai.locator('.ledger-stand').waitFor();
    await htai.goBack();
    await htai.locator('.today-card--awaiting').waitFor();
    await htai.getByText('Gerade wartet nichts auf Sie.').waitFor();
  });

  it('names channels that are not connected yet and leads there', async () => {
    expect(await htai.locator('.today-card--troubles').innerText()).toContain('Keine Probleme.');
    const own = { slug: 'htai-own', name: 'HTAI eigen', via: 'mastodon', server: 'social.example.org' };
    const data = { ...channel('mastodon'), ...own, wantsApproval: false };
    const { doc } = await api<{ doc: Doc }>(house.admin, '/channels', { method: 'POST', data });
    await open(htai, '/admin');
    await htai.getByText('„HTAI eigen“ ist noch nicht verbunden').waitFor();
    expect(await htai.locator('.today-card--troubles').innerText()).not.toContain('Keine Probleme.');
    await photograph(htai, '112-unconnected');
    await htai.getByRole('link', { name: 'Kanal verbinden' }).click();
    await htai.waitForURL(new RegExp(`channels/${doc.id}`));
  });

  it('has written no error', () => {
    expect(house.output()).not.toMatch(/"level":"error"|Error:/);
  });

  const lines = (): Locator => htai.locator('.today-card--awaiting .today-list > li');
  const waiting = async (): Promise<readonly Doc[]> =>
    (await api<Found>(house.admin, '/deliveries?where[status][equals]=awaiting-approval&limit=0')).docs;

  const middleOf = async (button: Locator): Promise<{ readonly x: number; readonly y: number }> => {
    const box = await button.boundingBox();
    if (!box) throw new Error('the button is not there');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  const channel = (kind: string) => ({
    ...{ slug: `htai-${kind}`, name: `HTAI auf ${kind}`, kind, via: 'preview', language: 'de', wantsApproval: true },
    ...{ organisation: house.bodies.get('hessen-trade-invest'), quietFrom: '00:00', quietTo: '00:00' },
  });
});
