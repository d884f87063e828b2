// A newsletter as it left, by each way out: nothing in it tells anybody that, or by whom, it was read (TDDDG § 25). And asking for one
// leaves nothing behind but what was asked.
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { READER_TOKEN } from '#domain/addresses';
import { instant } from '#domain/time';
import { hashAddress } from '#runtime/address-hash';
import { signToken } from '#runtime/secrets';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { type LeftMail, linksIn, oneClickOf, sendDue } from './left-mails';
import { linkIn, readerForms, stampIn } from './reader-forms';
import { openPublicSite, type Site } from './site';
import { everythingKept, loggedDuring } from './traces';

const PUBLIC_URL = 'http://localhost:3000';
const SLOT = instant('2026-11-26T08:00:00Z');
const OWN = new RegExp(`^${PUBLIC_URL}/(?:abmelden|einstellungen)/`);

describe.each(testDatabases())('a newsletter on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'untracked');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world?.stop());
  beforeEach(() => world.reset());

  /** An edition with all that shows pictures and links, to two people who want the same. */
  const sent = async (way: object): Promise<readonly [LeftMail, LeftMail]> => {
    const drawn = await sharp({ create: { width: 600, height: 300, channels: 3, background: '#124e78' } })
      .png()
      .toBuffer();
    const picture = await world.payload.create({
      ...{ collection: 'media', data: { alt: 'Zeichen', credit: 'Beispiel' } as never },
      file: { data: drawn, mimetype: 'image/png', name: 'zeichen.png', size: drawn.length },
    });
    await world.payload.update({ collection: 'organisations', id: world.ids.carrier, data: { website: 'https://example.org' } });
    await world.setNewsletter({ ...way, logo: picture.id });
    await world.subscribe(2);
    const funding = { text: 'Gefördert', logo: picture.id };
    await world.publish({ picture: picture.id, funding, link: 'https://anmeldung.example.org/kasse?tag=1' });
    await world.round();
    world.at(SLOT);
    const [first, second, ...more] = await sendDue(world);
    if (!first || !second || more.length > 0) throw new Error('not two mails');
    return [first, second];
  };

  describe.each([
    ['the outbox', { via: 'outbox' }],
    ['SendGrid', { via: 'sendgrid', apiKey: 'SG.schluessel-eins' }],
  ])('that leaves by %s', (_name, way) => {
    it('shows no picture but our own, large enough to be seen, the same for everybody', async () => {
      const [first, second] = await sent(way);
      const pictures = first.html.match(/<img\b[^>]*>/gi) ?? [];
      expect(pictures.length).toBeGreaterThanOrEqual(3);
      for (const picture of pictures) {
        expect(attributeOf(picture, 'src')).toMatch(new RegExp(`^${PUBLIC_URL}/api/media/file/[^?#]+$`));
        for (const side of ['width', 'height'])
          expect([picture, Number(attributeOf(picture, side)) > 1]).toEqual([picture, true]);
      }
      expect(second.html.match(/<img\b[^>]*>/gi)).toEqual(pictures);
      // Whatever else mail programs would fetch by themselves.
      for (const { html } of [first, second])
        expect(html).not.toMatch(
          /url\(|@import|@font-face|<(?:link|script|iframe|object|embed|video|audio|source|form|base)\b|\s(?:background|srcset|poster|ping)=/i,
        );
    });

    it('holds two links of each person, for leaving and for choosing, and is the same for everybody but for them', async () => {
      const [first, second] = await sent(way);
      const own = [first, second].map((mail) => linksIn(mail).filter((url) => OWN.test(url)));
      expect(own.map((urls) => urls.map((url) => url.split('/')[3]).sort())).toEqual([
        ['abmelden', 'einstellungen'],
        ['abmelden', 'einstellungen'],
      ]);
      expect(own[0]).toContain(oneClickOf(first));
      const rest = [first, second].map((mail) => linksIn(mail).filter((url) => !OWN.test(url)));
      expect(rest[0]?.length).toBeGreaterThan(5);
      expect(rest[1]).toEqual(rest[0]);
      const plain = ({ html, text }: LeftMail) => `${html}${text}`.replace(/\/(abmelden|einstellungen)\/[\w.%-]+/g, '/$1/…');
      expect(plain(second)).toBe(plain(first));
    });

    it('names nobody in any address but by the ids that these two links need', async () => {
      const [first] = await sent(way);
      const [reader] = await findRows(world.payload, 'subscribers', { email: { equals: first.to } });
      const { newsletter } = world.ids;
      const names = [
        first.to,
        'leser-0',
        reader?.id ?? '-',
        ...['everywhere', newsletter].map((scope) => hashAddress(first.to, scope)),
      ];
      const hidden = names.flatMap((name) => [
        name,
        encodeURIComponent(name),
        ...ENCODINGS.map((way) => Buffer.from(name).toString(way)),
      ]);
      for (const url of linksIn(first).filter((one) => !OWN.test(one)))
        for (const name of hidden) expect([url, url.includes(name)]).toEqual([url, false]);
      for (const url of linksIn(first)) expect(url).not.toContain('leser');
      for (const url of linksIn(first)) expect(url).not.toMatch(/utm_|mc_eid|[?&](?:e|email|u|uid|id)=/);
    });
  });
});

describe.each(testDatabases())('a request for a newsletter on %s', (kind) => {
  let world: World;
  let site: Site;
  beforeAll(async () => {
    world = await openWorld(kind, 'untracked');
    site = await openPublicSite(world.payload, { proxyHops: 1 });
  });
  afterAll(async () => {
    await site?.close();
    await world?.stop();
  });

  const headers = {
    ...{ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'Beispielbrowser/7', referer: 'https://suche.example/?q=geheim' },
    ...{ 'accept-language': 'de-CH', cookie: 'spur=17' },
  };
  const { page, mails } = readerForms(() => ({ world, site }));
  const post = (path: string, fields: Readonly<Record<string, string>> = {}) =>
    fetch(site.url + path, { method: 'POST', headers, body: new URLSearchParams(fields) });

  it('asks for the address and the newsletters, and for nothing else', async () => {
    const form = /<form.*<\/form>/s.exec(await page())?.[0] ?? '';
    const asked = [...form.matchAll(/<(?:input|select|textarea)\b[^>]*\sname="([^"]+)"/g)].map(([, name]) => name);
    // A trap for machines that nobody sees, and when the form was made.
    expect([...new Set(asked)].sort()).toEqual(['email', 'liste', 'stempel', 'website']);
  });

  it('leaves nothing of networks and programs behind, in the database or in the log, from asking to leaving', async () => {
    const email = 'anna@example.org';
    const logged = await loggedDuring(async () => {
      const stempel = stampIn(await page());
      world.pass(20);
      expect((await post('/newsletter', { email, liste: world.ids.newsletter, website: '', stempel })).status).toBe(200);
      await world.round();
      expect((await post(linkIn(mails()[0]))).status).toBe(200);
      const [reader] = await findRows(world.payload, 'subscribers', {});
      const leaving = `/abmelden/${signToken({ purpose: READER_TOKEN, subject: reader?.id ?? '' })}`;
      expect((await post(leaving, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    });
    const kept = await everythingKept(world.payload);
    expect([logged.includes('"signup.confirmed"'), kept.subscribers?.includes('unsubscribed')]).toEqual([true, true]);
    for (const trace of ['203.0.113.9', 'Beispielbrowser', 'suche.example', 'de-CH', 'spur=17'])
      expect([trace, `${logged}${JSON.stringify(kept)}`.includes(trace)]).toEqual([trace, false]);
    expect(logged).not.toContain('@');
  });
});

const ENCODINGS = ['base64', 'base64url', 'hex'] as const;

const attributeOf = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
