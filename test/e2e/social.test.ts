import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LinkedinStandIn, startLinkedin } from '../fakes/linkedin';
import { LINKEDIN_APP } from '../fakes/linkedin-members';
import { type MastodonStandIn, startMastodon } from '../fakes/mastodon';
import { startX, type XStandIn } from '../fakes/x';
import { X_APP } from '../fakes/x-sign-in';
import { barriers } from './barriers';
import { api, open, photograph } from './browser';
import { waitUntil } from './house-process';
import { type SettledHouse, settleHouse } from './settled-house';

const HTAI = 'redaktion.htai@example.org';
const SPK = 'redaktion.spk@example.org';
const TITLE = 'Gründertag (kostenlos)';

type Doc = { readonly id: string; readonly [field: string]: unknown };

describe('a page on LinkedIn, from connecting it to its first post, in a German browser', () => {
  let standIn: LinkedinStandIn;
  let mastodon: MastodonStandIn;
  let x: XStandIn;
  let house: SettledHouse;
  let htai: Page;
  let spk: Page;
  let channel: string;
  let event: string;

  beforeAll(async () => {
    [standIn, mastodon, x] = [await startLinkedin(), await startMastodon(), await startX()];
    standIn.members.pages = [
      { id: '4711', name: 'Hessen Trade & Invest' },
      { id: '815', name: 'EEN Hessen', role: 'CONTENT_ADMIN' },
    ];
    Object.assign(process.env, {
      LINKEDIN_BASE_URL: standIn.url,
      LINKEDIN_CLIENT_ID: LINKEDIN_APP.clientId,
      LINKEDIN_CLIENT_SECRET: LINKEDIN_APP.clientSecret,
      ...{ MASTODON_BASE_URL: mastodon.url, X_BASE_URL: x.url },
      ...{ X_CLIENT_ID: X_APP.clientId, X_CLIENT_SECRET: X_APP.clientSecret },
    });
    house = await settleHouse([
      ['Rita Redaktion', HTAI, 'hessen-trade-invest'],
      ['Sven Spätschicht', SPK, 'science-park-kassel'],
    ]);
    const data = {
      ...{ slug: 'htai-linkedin', name: 'LinkedIn HTAI', kind: 'linkedin', via: 'linkedin', language: 'de' },
      ...{ organisation: house.bodies.get('hessen-trade-invest'), ownContent: false, wantsApproval: true },
      ...{ quietFrom: '00:00', quietTo: '00:00' },
    };
    channel = (await api<{ doc: Doc }>(house.admin, '/channels', { method: 'POST', data })).doc.id;
    htai = await house.somebody(HTAI);
    listen(htai);
  }, 1_200_000);
  afterAll(async () => {
    await house?.stop();
    for (const one of [standIn, mastodon, x]) await one.close();
    for (const network of ['LINKEDIN', 'MASTODON', 'X'])
      for (const name of ['BASE_URL', 'CLIENT_ID', 'CLIENT_SECRET']) delete process.env[`${network}_${name}`];
  });

  /** All that our server said to the browser of the person who connects channels. */
  const heard: Promise<string>[] = [];
  const listen = (page: Page) => {
    const { origin } = new URL(page.url());
    page.on('response', (response) => {
      const isText = ['document', 'fetch', 'xhr'].includes(response.request().resourceType());
      if (isText && response.url().startsWith(origin)) heard.push(response.text().catch(() => ''));
    });
  };

  const form = () => open(htai, `/admin/collections/channels/${channel}`);
  const answer = () => htai.locator('.connection-answer');

  it('is connected by signing in there, and can be left without a change', async () => {
    await form();
    await htai.getByText('Noch nicht verbunden.').waitFor();
    await photograph(htai, '90-not-connected');
    expect(await barriers(htai, '.connection')).toEqual([]);
    await htai.getByRole('button', { name: 'Mit LinkedIn verbinden' }).click();
    await htai.getByRole('link', { name: 'Abbrechen' }).click();
    await htai.getByRole('heading', { name: 'Sie haben nicht zugestimmt' }).waitFor();
    await photograph(htai, '91-not-agreed');
    await htai.getByRole('link', { name: 'Zurück zum Kanal' }).click();
    await htai.waitForLoadState('networkidle');
    await htai.getByText('Noch nicht verbunden.').waitFor();
    await htai.getByRole('button', { name: 'Mit LinkedIn verbinden' }).click();
    await htai.getByRole('link', { name: 'Zulassen' }).click();
    await htai.getByRole('heading', { name: 'Welche Seite soll es sein?' }).waitFor();
    await photograph(htai, '92-choose-page');
    const mirror = await house.somebody();
    await mirror.setContent(await htai.content());
    expect(await barriers(mirror)).toEqual([]);
    await htai.getByLabel('Hessen Trade & Invest').check();
    await htai.getByRole('button', { name: 'Mit dieser Seite verbinden' }).click();
    await htai.getByText('„LinkedIn HTAI“ ist jetzt mit „Hessen Trade & Invest“ verbunden.').waitFor();
    await photograph(htai, '93-connected');
    await htai.getByRole('link', { name: 'Zurück zum Kanal' }).click();
    await htai.getByText('Verbunden mit „Hessen Trade & Invest“, erneuert sich von selbst, noch 364 Tage.').waitFor();
    await photograph(htai, '94-connected-form');
  });

  it('is checked with an answer at once, in words that say what to do', async () => {
    await form();
    await htai.getByRole('button', { name: 'Verbindung prüfen' }).click();
    await answer().getByText('Verbunden mit „Hessen Trade & Invest“').waitFor();
    await htai.getByRole('button', { name: 'Verbindung prüfen' }).click();
    await answer().getByText('gerade erst geprüft').waitFor();
    standIn.members.pages = [];
    await htai.waitForTimeout(10_000);
    await htai.getByRole('button', { name: 'Verbindung prüfen' }).click();
    await answer().getByText('darf im Namen dieser Seite nichts veröffentlichen').waitFor();
    await photograph(htai, '95-refused');
    expect(await barriers(htai, '.connection')).toEqual([]);
    await open(htai, '/admin');
    await htai.getByText('„LinkedIn HTAI“: Bei der letzten Prüfung').waitFor();
    await photograph(htai, '96-today-refused');
    standIn.members.pages = [{ id: '4711', name: 'Hessen Trade & Invest' }];
  });

  it.each([
    ['mastodon', 'Mastodon', '@nordsued@127.0.0.1', 'Beiträge dürfen dort 500 Zeichen haben.'],
    ['x', 'X', '@stand_in', 'Verbunden mit „@stand_in“, erneuert sich von selbst.'],
  ] as const)('has a neighbour on %s that is connected and checked in the same way', async (kind, network, account, checked) => {
    const data = {
      ...{ slug: `htai-${kind}`, name: `${network} HTAI`, kind, via: kind, language: 'de', server: 'social.example.org' },
      ...{ organisation: house.bodies.get('hessen-trade-invest'), ownContent: false, quietFrom: '00:00', quietTo: '00:00' },
    };
    const { doc } = await api<{ doc: Doc }>(house.admin, '/channels', { method: 'POST', data });
    await open(htai, `/admin/collections/channels/${doc.id}`);
    await htai.getByText('Noch nicht verbunden.').waitFor();
    await htai.getByText('Nur nötig, wenn Sie sich nicht anmelden.').waitFor();
    await photograph(htai, `100-${kind}`);
    await htai.locator('#field-name').fill(`${network} HTAI neu`);
    await htai.getByText('Speichern Sie zuerst Ihre Änderungen.').waitFor();
    await htai.locator('#field-name').fill(`${network} HTAI`);
    await htai.reload();
    await htai.waitForLoadState('networkidle');
    await htai.getByRole('button', { name: `Mit ${network} verbinden` }).click();
    if (kind === 'mastodon') await htai.getByRole('link', { name: 'Autorisieren' }).click();
    await htai.getByText(`„${network} HTAI“ ist jetzt mit „${account}“ verbunden.`).waitFor();
    await htai.getByRole('link', { name: 'Zurück zum Kanal' }).click();
    await htai.getByText(`Verbunden mit „${account}“`).first().waitFor();
    await htai.waitForLoadState('networkidle');
    await htai.getByRole('button', { name: 'Verbindung prüfen' }).click();
    await answer().getByText(checked).waitFor();
    await photograph(htai, `101-${kind}-connected`);
    expect(await barriers(htai, '.connection')).toEqual([]);
    expect(await barriers(htai, '#field-token')).toEqual([]);
  });

  it('shows in the list how it stands', async () => {
    await open(htai, '/admin/collections/channels');
    await htai.getByText('nicht angenommen, erneuert sich von selbst').waitFor();
    await photograph(htai, '97-list');
  });

  it('posts what its people saw and approved, and the ledger knows where', async () => {
    spk = await house.somebody(SPK);
    event = await publish();
    const rows = () =>
      api<{ docs: readonly Doc[] }>(
        htai,
        `/deliveries?where[channel][equals]=${channel}&where[purpose][equals]=announce&depth=0`,
      );
    await waitUntil(40, async () => (await rows()).docs[0]?.status === 'awaiting-approval');
    const id = (await rows()).docs[0]?.id ?? '';
    await open(htai, `/admin/collections/deliveries/${id}`);
    await htai.getByText(TITLE).first().waitFor();
    await photograph(htai, '98-preview');
    await htai.locator('.decide-approve').click();
    await htai.getByText('Freigegeben').first().waitFor();
    await waitUntil(40, async () => (await rows()).docs[0]?.status === 'sent');
    const [post] = standIn.posts;
    expect([post?.author, post?.shown.includes(TITLE), standIn.pictures.size, standIn.posts.length]).toEqual([
      ...['urn:li:organization:4711', true, 1, 1],
    ]);
    expect(JSON.stringify(post?.content)).toContain([...standIn.pictures.keys()][0]);
    await open(htai, `/admin/collections/deliveries/${id}`);
    const link = htai.locator(`a[href="https://www.linkedin.com/feed/update/${post?.id}/"]`).first();
    await link.waitFor();
    const picture = htai.locator('.post-card-picture');
    await picture.scrollIntoViewIfNeeded();
    await waitUntil(20, () => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0));
    expect(await picture.getAttribute('alt')).toBe('Ein blaues Feld');
    await photograph(htai, '99-posted');
  });

  it('gives the post the new date when the event is moved, and the ledger says so', async () => {
    const [post] = standIn.posts;
    const data = { status: 'moved', startsAt: day(27), endsAt: day(27.1), _status: 'published' };
    await api(spk, `/events/${event}?locale=de`, { method: 'PATCH', data });
    const first = () => standIn.posts.find(({ id }) => id === post?.id);
    await waitUntil(60, async () => first()?.shown !== post?.shown);
    expect([first()?.content, first()?.shown.includes(TITLE)]).toEqual([post?.content, true]);
    await open(htai, htai.url());
    await htai.getByText('Beitrag nachträglich berichtigt am').waitFor();
    await htai.getByText('Berichtigung beim Netzwerk, Versuch 1').waitFor();
    await photograph(htai, '99-amended');
    expect(await barriers(htai, '.ledger-stand')).toEqual([]);
  });

  it('is left to its people where the network does not let a post be deleted, until they have looked', async () => {
    standIn.setAct('forbidden');
    const row = htai.url();
    await htai.locator('.decide-remove').click();
    await htai.getByRole('button', { name: 'Ja, beim Netzwerk löschen' }).click();
    const seenTo = htai.locator('.decide-seen-to');
    await waitUntil(60, async () => {
      await open(htai, row);
      return seenTo.isVisible();
    });
    await htai.getByText('Der Beitrag ließ sich beim Netzwerk nicht löschen.').waitFor();
    await photograph(htai, '99-not-removed');
    await open(htai, '/admin');
    await htai.getByText('Um diesen Beitrag beim Netzwerk muss sich jemand kümmern').first().waitFor();
    await photograph(htai, '99-today-see-to');
    expect(await barriers(htai, '.today')).toEqual([]);
    await htai
      .locator('.today-card--troubles li', { hasText: 'LinkedIn HTAI' })
      .first()
      .getByText('Ansehen und erledigen')
      .click();
    await htai.waitForURL(row);
    await seenTo.click();
    await htai.getByText('jemand hat bestätigt, dass er erledigt ist').waitFor();
    expect(await htai.evaluate('document.activeElement?.id')).toBe('ledger-stand');
    standIn.setAct(undefined);
  });

  it('is rid of a post that its people take away, who see that it is gone', async () => {
    const address = String(await htai.locator('a[href*="linkedin.com/feed/update"]').first().getAttribute('href'));
    await htai.locator('.decide-remove').click();
    await htai.getByText('Der Beitrag verschwindet beim Netzwerk').waitFor();
    await photograph(htai, '99-removal-asked');
    expect(await barriers(htai, '.ledger-stand')).toEqual([]);
    await htai.getByRole('button', { name: 'Ja, beim Netzwerk löschen' }).click();
    await htai.getByText('Der Beitrag wird beim Netzwerk gelöscht').first().waitFor();
    expect(await htai.evaluate('document.activeElement?.id')).toBe('ledger-stand');
    await waitUntil(40, async () => standIn.posts.every(({ id }) => !address.includes(id)));
    await waitUntil(40, async () => {
      await open(htai, htai.url());
      return htai.getByText('Der Beitrag ist beim Netzwerk gelöscht.').isVisible();
    });
    expect(await htai.locator('.decide-remove').count()).toBe(0);
    await htai.getByText('Löschen beim Netzwerk, Versuch 1').waitFor();
    await photograph(htai, '99-removed');
  });

  it('never showed a browser what its accesses are made of', async () => {
    const said = (await Promise.all(heard)).join('\n');
    expect(said).toMatch(/Hessen Trade (&|&amp;|\\u0026) Invest/);
    const secrets = [
      LINKEDIN_APP.clientSecret,
      X_APP.clientSecret,
      ...standIn.members.valid,
      ...standIn.members.refreshes,
      ...mastodon.signIn.tokens,
    ];
    expect(secrets.length).toBeGreaterThan(3);
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  });

  const day = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();

  /** Gives the id of the event. */
  const publish = async (): Promise<string> => {
    const picture = await sharp({ create: { width: 1_200, height: 630, channels: 3, background: '#1d4f7a' } })
      .png()
      .toBuffer();
    const { origin } = new URL(spk.url());
    const uploaded = await spk.request.post(`${origin}/api/media`, {
      headers: { origin },
      multipart: {
        file: { name: 'gruendertag.png', mimeType: 'image/png', buffer: picture },
        _payload: JSON.stringify({ alt: 'Ein blaues Feld', credit: 'Science Park' }),
      },
    });
    expect(uploaded.status(), await uploaded.text()).toBe(201);
    const { doc } = await uploaded.json();
    const data = {
      ...{ title: TITLE, teaser: 'Ein Tag für alle, die gründen.', startsAt: day(20), endsAt: day(20.1), attendance: 'on-site' },
      ...{ town: 'Kassel', placeRegion: 'north', picture: doc.id, organiser: house.bodies.get('science-park-kassel') },
      _status: 'published',
    };
    return (await api<{ doc: Doc }>(spk, '/events?locale=de', { method: 'POST', data })).doc.id;
  };
});
