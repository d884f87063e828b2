import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toIso } from '#domain/time';
import { checksum } from '#runtime/address-hash';
import { compareAndSet, type FlowSlug, findRows } from '#store/rows';
import { testDatabases } from './boot';
import { openWorld, type World } from './jobs-world';
import { linkIn, readerForms, stampIn } from './reader-forms';
import { openPublicSite, SCANNERS, type Site } from './site';

const ANNA = 'anna.aehre@example.org';

describe.each(testDatabases())('asking for newsletters on %s', (kind) => {
  let world: World;
  let site: Site;
  beforeAll(async () => {
    world = await openWorld(kind, 'signups');
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    await world.reset();
    // A site of its own for each, for it counts how often somebody posts.
    site = await openPublicSite(world.payload);
  });
  afterEach(() => site.close());

  const rows = <S extends FlowSlug>(slug: S) => findRows(world.payload, slug, {});
  const { page, post, ask, mails } = readerForms(() => ({ world, site }));
  const askAndGetLink = async (email = ANNA): Promise<string> => {
    await ask(email);
    await world.round();
    return linkIn(mails().at(-1));
  };

  it('offers what we send, nothing ticked, and says word for word what is agreed to', async () => {
    const html = await page();
    expect(html.match(/type="checkbox"/g)).toHaveLength(1);
    expect(html).not.toContain('checked');
    expect(html).toContain('Ich möchte den Newsletter „htai-newsletter“ (Herausgeber: htai) wöchentlich per E-Mail erhalten.');
    expect(html).toContain('href="http://localhost:3000/datenschutz"');
  });

  it('keeps a request, asks by mail, and nobody is a subscriber yet', async () => {
    const { status, text: html } = await ask(ANNA);
    expect([status, html.includes('Bitte sehen Sie in Ihr Postfach')]).toEqual([200, true]);
    await world.round();
    expect(mails().map(({ recipients, subject }) => [recipients[0]?.address, subject])).toEqual([
      [ANNA, 'Bitte bestätigen Sie Ihre Newsletter-Anmeldung'],
    ]);
    expect(await rows('subscribers')).toEqual([]);
    expect((await rows('signups'))[0]).toMatchObject({ email: ANNA, status: 'mailed' });
  });

  it('makes nobody a subscriber of a newsletter that was deleted since, and says so', async () => {
    const link = await askAndGetLink();
    const [signup] = await rows('signups');
    const choices = [{ channel: 'deleted', newsletter: 'n', organisation: 'htai', text: 'Ja.' }];
    await compareAndSet(world.payload, 'signups', signup?.id ?? '', [], { choices });
    const response = await post(link);
    const html = await response.text();
    expect([response.status, html.includes('Sie sind angemeldet'), html.includes('Frist')]).toEqual([410, false, false]);
    expect(html).toContain('Was Sie bestellt haben, gibt es nicht mehr.');
    expect([await rows('subscribers'), await rows('consents'), await rows('signups')]).toEqual([[], [], []]);
  });

  it('is confirmed by the click alone, with the proof of all that was said, and the request is forgotten', async () => {
    const link = await askAndGetLink();
    const [mail] = mails();
    const askedAt = world.now();
    world.pass(600);
    const response = await post(link);
    expect([response.status, (await response.text()).includes('Sie sind angemeldet')]).toEqual([200, true]);
    const [subscriber] = await rows('subscribers');
    expect(subscriber).toMatchObject({ email: ANNA, channel: world.ids.newsletter, status: 'confirmed', language: 'de' });
    const [proof] = await rows('consents');
    expect(proof).toMatchObject({
      ...{ newsletter: 'htai-newsletter', organisation: 'htai', formUrl: 'http://localhost:3000/newsletter' },
      mailHash: checksum(`${mail?.subject}\n${mail?.text}\n${mail?.html}`),
      textHash: checksum(proof?.text ?? ''),
      requestedAt: toIso(askedAt),
      mailedAt: toIso(askedAt),
      confirmedAt: toIso(world.now()),
    });
    expect(proof?.text).toContain('htai-newsletter');
    expect(JSON.stringify(proof)).not.toContain(ANNA);
    expect([await rows('signups'), await rows('attempts'), await rows('dispatches')]).toEqual([[], [], []]);
  });

  it('is not confirmed by whoever only looks, however often', async () => {
    const link = await askAndGetLink();
    for (const agent of SCANNERS)
      for (const method of ['HEAD', 'GET', 'GET', 'GET', 'GET', 'GET'])
        expect((await fetch(site.url + link, { method, headers: { 'user-agent': agent } })).status).toBe(200);
    expect([(await rows('subscribers')).length, (await rows('signups')).length]).toEqual([0, 1]);
    expect((await post(link)).status).toBe(200);
    expect(await rows('subscribers')).toHaveLength(1);
  });

  it('is confirmed once: the second click, a stranger’s link and one that is too old lead nowhere', async () => {
    const link = await askAndGetLink();
    await post(link);
    expect((await post(link)).status).toBe(410);
    expect((await fetch(`${site.url}${link.slice(0, -2)}xx`)).status).toBe(404);
    expect([(await rows('subscribers')).length, (await rows('consents')).length]).toEqual([1, 1]);
    const late = await askAndGetLink('berta@example.org');
    world.pass(7 * 24 * 3600);
    expect((await post(late)).status).toBe(410);
    expect(await rows('subscribers')).toHaveLength(1);
  });

  it('is forgotten with its mail after a week without a click, and nobody is reminded of it', async () => {
    await askAndGetLink();
    for (let day = 0; day < 7; day++, world.pass(24 * 3600)) await world.round();
    await world.round();
    expect(mails()).toHaveLength(1);
    for (const slug of ['signups', 'dispatches', 'attempts', 'subscribers', 'consents'] as const)
      expect(JSON.stringify(await rows(slug))).not.toContain(ANNA);
    expect(await rows('signups')).toEqual([]);
  });

  it('says the same to everybody, and mails an address once a day, in whatever case it is typed', async () => {
    await post(await askAndGetLink());
    world.pass(60);
    const known = await ask(ANNA);
    const again = await ask(ANNA.toUpperCase());
    const unknown = await ask('carla@example.org');
    expect([again.text, unknown.text]).toEqual([known.text, known.text]);
    await world.round();
    expect(
      mails()
        .map(({ recipients }) => recipients[0]?.address)
        .sort(),
    ).toEqual([ANNA, ANNA, 'carla@example.org']);
  });

  it('lets in again who left, with a proof of its own, and ends both when they leave again', async () => {
    await post(await askAndGetLink());
    const [subscriber] = await rows('subscribers');
    const leave = async () => {
      const { unsubscribe } = await import('#store/subscriptions');
      const { hashAddress } = await import('#runtime/address-hash');
      await unsubscribe(world.payload, subscriber?.id ?? '', hashAddress, world.now(), 'link');
    };
    await leave();
    expect((await rows('subscribers'))[0]?.status).toBe('unsubscribed');
    expect((await rows('consents')).map(({ withdrawnBy }) => withdrawnBy)).toEqual(['link']);
    world.pass(24 * 3600);
    await post(await askAndGetLink());
    expect((await rows('subscribers')).map(({ status, unsubscribedAt }) => [status, unsubscribedAt ?? null])).toEqual([
      ['confirmed', null],
    ]);
    expect((await rows('consents')).map(({ withdrawnAt }) => Boolean(withdrawnAt)).sort()).toEqual([false, true]);
  });

  it.each([
    ['no address', { email: '' }, 'Bitte geben Sie eine vollständige E-Mail-Adresse an'],
    ['half an address', { email: 'anna@' }, 'Bitte geben Sie eine vollständige E-Mail-Adresse an'],
    [
      'a second line',
      { email: 'anna@example.org\nBcc: alle@example.org' },
      'Bitte geben Sie eine vollständige E-Mail-Adresse an',
    ],
    ['10,000 characters', { email: `${'a'.repeat(10_000)}@example.org` }, 'Bitte geben Sie eine vollständige E-Mail-Adresse an'],
    ['an umlaut before the @', { email: 'jörg@example.org' }, 'Umlaute und Sonderzeichen vor dem @'],
    ['no newsletter', { liste: '' }, 'Bitte wählen Sie mindestens einen Newsletter.'],
    ['one that is not offered', { liste: 'x' }, 'Bitte wählen Sie mindestens einen Newsletter.'],
  ])('says at the field what is wrong with %s, and keeps the rest', async (_what, change, words) => {
    const isAddress = 'email' in change;
    const { status, text: html } = await ask(ANNA, change);
    expect(status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain('aria-describedby');
    expect(html).toContain(isAddress ? ' checked' : `value="${ANNA}"`);
    expect(await rows('signups')).toEqual([]);
  });

  it.each([
    ['an umlaut in its domain', 'anna@müller-straße.example', 'anna@xn--mller-strae-46a18a.example'],
    ['a plus', 'anna+nordsued@Example.ORG', 'anna+nordsued@example.org'],
  ])('takes an address with %s', async (_what, typed, kept) => {
    expect((await ask(typed)).status).toBe(200);
    expect((await rows('signups')).map(({ email }) => email)).toEqual([kept]);
  });

  it('answers a machine that fills in what nobody sees like everybody, and does nothing', async () => {
    const { status, text: html } = await ask(ANNA, { website: 'https://spam.example' });
    expect([status, html.includes('Bitte sehen Sie in Ihr Postfach')]).toEqual([200, true]);
    expect(await rows('signups')).toEqual([]);
  });

  it.each(['/newsletter', '/newsletter/auskunft'])(
    'shows %s again, filled in, when autofill sent it in a second',
    async (path) => {
      const stempel = stampIn(await page(path));
      const fields = { email: ANNA, liste: world.ids.newsletter, website: '' };
      world.pass(1);
      const again = await post(path, { ...fields, stempel });
      const html = await again.text();
      expect([again.status, html.includes('senden Sie das Formular noch einmal ab')]).toEqual([422, true]);
      expect(html).toContain(`value="${ANNA}"`);
      expect(html.includes(' checked')).toBe(path === '/newsletter');
      expect(await rows('signups')).toEqual([]);
      await post(path, { ...fields, stempel: stampIn(html) });
      expect((await rows('signups')).map(({ email }) => email)).toEqual([ANNA]);
    },
  );

  it('shows a form again that lay for a day, or was not made here, and takes it at once then', async () => {
    const stamps = [stampIn(await page()), 'MTIzNA.x'];
    world.pass(25 * 3600);
    for (const [at, stempel] of stamps.entries()) {
      const fields = { email: `leser-${at}@example.org`, liste: world.ids.newsletter };
      const html = await (await post('/newsletter', { ...fields, stempel })).text();
      expect(html).toContain('Die Seite war zu lange offen');
      expect(await rows('signups')).toHaveLength(at);
      await post('/newsletter', { ...fields, stempel: stampIn(html) });
    }
    expect(await rows('signups')).toHaveLength(2);
  });

  it('believes somebody who corrects a field at once', async () => {
    const { text: html } = await ask(ANNA, { liste: '' });
    await post('/newsletter', { email: ANNA, liste: world.ids.newsletter, stempel: stampIn(html) });
    expect(await rows('signups')).toHaveLength(1);
  });

  describe('a second newsletter on the same day', () => {
    let second: string;
    beforeAll(async () => {
      const slot = { slotRhythm: 'monthly', slotWeekday: '2', slotTime: '09:00' } as const;
      const place = { organisation: world.ids.carrier, kind: 'newsletter', via: 'outbox', active: true, language: 'de' } as const;
      const sender = 'HTAI <zweiter@example.org>';
      const quiet = { quietFrom: '00:00', quietTo: '00:00', ownContent: false };
      const data = { ...slot, ...place, ...quiet, sender, name: 'Zweiter', slug: 'zweiter' };
      ({ id: second } = await world.payload.create({ collection: 'channels', data }));
    });
    afterAll(async () => {
      await world.payload.update({ collection: 'channels', id: second, data: { active: false } });
    });
    const named = async () =>
      (await rows('signups')).map(({ choices }) => JSON.stringify(choices).match(/"newsletter":"[^"]+"/g)?.length);

    it('comes into the same mail as long as that has not left', async () => {
      await ask(ANNA);
      await ask(ANNA, { liste: second });
      expect(await named()).toEqual([2]);
      await world.round();
      expect(mails()).toHaveLength(1);
      expect(mails()[0]?.text).toContain('Zweiter (htai)');
      await post(linkIn(mails()[0]));
      expect(await rows('subscribers')).toHaveLength(2);
    });

    it('changes nothing of what a mail that has left asks for, and is taken after the click', async () => {
      const link = await askAndGetLink();
      await ask(ANNA, { liste: second });
      expect(await named()).toEqual([1]);
      await post(link);
      await post(await askSecond());
      expect((await rows('consents')).map(({ newsletter }) => newsletter).sort()).toEqual(['Zweiter', 'htai-newsletter']);
    });

    it('begins anew where the first mail could not be delivered', async () => {
      world.fakes.current.outbox.answerNext({ kind: 'rejected', code: 'SMTP 550', detail: 'no such user' });
      await ask(ANNA);
      await world.round();
      expect((await rows('signups')).map(({ status }) => status)).toEqual(['failed']);
      await post(await askSecond());
      expect((await rows('consents')).map(({ newsletter }) => newsletter)).toEqual(['Zweiter']);
    });

    const askSecond = async (): Promise<string> => {
      await ask(ANNA, { liste: second });
      await world.round();
      return linkIn(mails().at(-1));
    };
  });

  it('keeps forms, links and answers out of caches and search engines', async () => {
    const link = await askAndGetLink();
    const headers = (await fetch(site.url + link)).headers;
    expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-robots-tag')]).toEqual([
      ...['no-store', 'no-referrer', 'noindex'],
    ]);
    expect((await fetch(`${site.url}/newsletter`)).headers.get('cache-control')).toBe('no-store');
  });
});
