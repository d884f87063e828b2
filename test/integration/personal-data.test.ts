import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { READER_TOKEN, SIGNUP_TOKEN } from '#domain/addresses';
import type { Mail } from '#domain/message';
import { EVERYWHERE } from '#domain/suppression';
import { instant, toIso } from '#domain/time';
import { WITHDRAWAL_ROUTES } from '#domain/withdrawal';
import { RECEIPT_KIND_WORDS } from '#i18n/admin-dispatch';
import { PERSONAL_DATA } from '#i18n/personal-data';
import { hashAddress } from '#runtime/address-hash';
import { signToken } from '#runtime/secrets';
import { type FlowSlug, findRows, insertOnce } from '#store/rows';
import { suppress } from '#store/suppressions';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { linkIn, readerForms } from './reader-forms';
import { openPublicSite, SCANNERS, type Site } from './site';

const ANNA = 'anna.aehre@example.org';
const SLOT = instant('2026-11-26T08:00:00Z');
const EVERYTHING = ['subscribers', 'signups', 'consents', 'suppressions', 'dispatches', 'attempts', 'editions'] as const;

describe.each(testDatabases())('what is kept of a person on %s', (kind) => {
  let world: World;
  let site: Site;
  beforeAll(async () => {
    world = await openWorld(kind, 'personal-data');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    await world.reset();
    site = await openPublicSite(world.payload);
  });
  afterEach(() => site.close());

  const rows = <S extends FlowSlug>(slug: S) => findRows(world.payload, slug, {});
  const look = async (path: string) => {
    const response = await fetch(site.url + path);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(site.url + path, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: response.status, text: await response.text() };
  };
  const { fillIn, mails } = readerForms(() => ({ world, site }));
  const isAboutData = ({ text }: Mail): boolean => text.includes('/newsletter/auskunft/');
  /** Signs up by form and click, as people do. */
  const join = async (email = ANNA): Promise<string> => {
    await fillIn('/newsletter', { email, liste: world.ids.newsletter });
    await world.round();
    await post(linkIn(mails().at(-1)));
    return (await rows('subscribers')).find((row) => row.email === email)?.id ?? '';
  };
  const linkOf = (id: string): string => `/einstellungen/${signToken({ purpose: READER_TOKEN, subject: id })}`;
  const askForLink = async (email = ANNA): Promise<string> => {
    await fillIn('/newsletter/auskunft', { email });
    await world.round();
    return linkIn(mails().filter(isAboutData).at(-1));
  };
  const pageOf = (link: string, page: string): string => link.replace(/daten$/, page);
  const erase = async (): Promise<void> => {
    await post(pageOf(await askForLink(), 'loeschen'));
  };
  const getEdition = async () => {
    await world.publish();
    await world.round();
    world.at(SLOT);
    await world.round();
  };

  it('is told behind a mailed link: profile, choice, consent in its words, what was sent', async () => {
    await join();
    await getEdition();
    const link = await askForLink();
    const { text, status } = await look(link);
    expect(status).toBe(200);
    for (const said of [
      ANNA,
      'htai-newsletter',
      'Sie bekommen alles.',
      'Ich möchte den Newsletter',
      '26. November 2026, 09:00 Uhr',
    ])
      expect(text).toContain(said);
    const file = await look(pageOf(link, 'daten.json'));
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="nordsued-daten.json"');
    expect(JSON.parse(file.text)).toMatchObject({
      address: ANNA,
      subscriptions: [{ newsletter: 'htai-newsletter', organisation: 'htai', status: 'confirmed', preferences: { topics: [] } }],
      consents: [{ newsletter: 'htai-newsletter', form: 'http://localhost:3000/newsletter' }],
      editions: [{ newsletter: 'htai-newsletter', at: toIso(SLOT), isCertain: true }],
      requests: [{ kind: 'data', newsletters: [] }],
      suppressions: [],
    });
  });

  it('is told with what a provider reported of each mail, as long as that is kept', async () => {
    const id = await join();
    const stranger = await join('berta@example.org');
    const receipt = { channel: world.ids.newsletter, dispatchKey: 'edition/e/0', attempt: 1, at: toIso(SLOT) };
    await insertOnce(world.payload, 'receipts', { ...receipt, key: 'sendgrid/1', kind: 'deferred', subscriber: id });
    await insertOnce(world.payload, 'receipts', { ...receipt, key: 'sendgrid/2', kind: 'bounced', subscriber: stranger });
    const link = await askForLink();
    const { receipts } = JSON.parse((await look(pageOf(link, 'daten.json'))).text);
    expect(receipts).toEqual([{ newsletter: 'htai-newsletter', kind: 'deferred', at: toIso(SLOT) }]);
    const { text } = await look(link);
    expect(text).toMatch(
      new RegExp(`htai-newsletter, [^<]*26. November 2026, 09:00 Uhr[^<]*: ${RECEIPT_KIND_WORDS.deferred.de}`),
    );
    expect(text).not.toContain(RECEIPT_KIND_WORDS.bounced.de);
  });

  it('is told by a link that is mailed to the address, whatever is kept, and the answer is the same for everybody', async () => {
    await join();
    const known = await fillIn('/newsletter/auskunft', { email: ANNA.toUpperCase() });
    const unknown = await fillIn('/newsletter/auskunft', { email: 'wer@müller.example' });
    expect([known.status, unknown.text]).toEqual([200, known.text]);
    await world.round();
    const strangers = mails().find(({ recipients }) => !/anna/i.test(recipients[0]?.address ?? ''));
    expect(mails().map(({ subject }) => subject)).toEqual([
      'Bitte bestätigen Sie Ihre Newsletter-Anmeldung',
      ...['Ihr Link zur Auskunft über Ihre Daten', 'Ihr Link zur Auskunft über Ihre Daten'],
    ]);
    expect(mails().every(({ isSecret }) => isSecret)).toBe(true);
    const nothing = await look(pageOf(linkIn(strangers), 'daten.json'));
    const { subscriptions, consents, requests } = JSON.parse(nothing.text);
    expect([subscriptions, consents, requests.length]).toEqual([[], [], 1]);
    for (const mail of mails()) expect(`${mail.text}${mail.html}`.match(/anna|m%C3%BCller|xn--/)).toBeNull();
  });

  it('is told to nobody who has a newsletter that was passed on: its link only mails one to the address, once a day', async () => {
    const own = linkOf(await join());
    for (const page of ['daten', 'daten.json', 'loeschen'])
      for (const answer of [await look(`${own}/${page}`), await post(`${own}/${page}`)])
        expect([page, answer.status, answer.text.includes(ANNA)]).toEqual([page, 404, false]);
    const asked = await post(own, { aktion: 'auskunft' });
    expect([asked.status, asked.text.includes(PERSONAL_DATA.sent), asked.text.includes(ANNA)]).toEqual([200, true, false]);
    await world.round();
    const [mail, ...others] = mails().filter(isAboutData);
    expect([mail?.recipients.map(({ address }) => address), others]).toEqual([[ANNA], []]);
    expect((await look(linkIn(mail))).text).toContain(ANNA);
    expect((await post(own, { aktion: 'auskunft' })).text).toContain(PERSONAL_DATA.sent);
    await askForLink();
    expect(mails().filter(isAboutData)).toHaveLength(1);
    expect(await rows('subscribers')).toHaveLength(1);
  });

  it('leads there once an address and day, and for a week', async () => {
    const link = await askForLink();
    await askForLink();
    expect(mails()).toHaveLength(1);
    expect((await look(link)).status).toBe(200);
    world.pass(7 * 24 * 3600);
    const late = await look(link);
    expect([late.status, late.text.includes('Ein solcher Link gilt 7 Tage')]).toEqual([410, true]);
    await world.round();
    for (const slug of EVERYTHING) expect(JSON.stringify(await rows(slug))).not.toContain(ANNA);
    await askForLink();
    expect(mails()).toHaveLength(2);
  });

  it('is refused to links that were made for something else', async () => {
    const id = await join();
    await askForLink();
    const request = (await rows('signups'))[0]?.id ?? '';
    const linkFor = (purpose: string, subject: string) => `/newsletter/auskunft/${signToken({ purpose, subject })}`;
    const wrong = [linkFor(READER_TOKEN, id), ...[SIGNUP_TOKEN, READER_TOKEN].map((purpose) => linkFor(purpose, request))];
    for (const base of wrong)
      for (const page of ['daten', 'daten.json', 'loeschen'])
        expect([page, (await look(`${base}/${page}`)).status]).toEqual([page, 404]);
    for (const base of wrong) expect((await post(`${base}/loeschen`)).status).toBe(404);
    expect(await rows('subscribers')).toHaveLength(1);
  });

  it('is deleted by nobody who only looks, however often', async () => {
    await join();
    const link = await askForLink();
    const before = JSON.stringify([await rows('subscribers'), await rows('consents'), await rows('suppressions')]);
    for (const agent of SCANNERS)
      for (const method of ['HEAD', 'GET', 'GET', 'GET', 'GET', 'GET'])
        for (const page of ['daten', 'daten.json', 'loeschen']) {
          const response = await fetch(site.url + pageOf(link, page), { method, headers: { 'user-agent': agent } });
          expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
        }
    expect(JSON.stringify([await rows('subscribers'), await rows('consents'), await rows('suppressions')])).toBe(before);
    expect((await post(pageOf(link, 'loeschen'))).text).toContain('Ihre Daten sind gelöscht');
    expect(await rows('subscribers')).toEqual([]);
  });

  it('is deleted with every trace of the address; proof and hash stay, and whoever shows the address learns of them', async () => {
    await join();
    await join('berta@example.org');
    await getEdition();
    const link = await askForLink();
    await post(pageOf(link, 'loeschen'));
    for (const slug of EVERYTHING) expect(JSON.stringify(await rows(slug)).toLowerCase()).not.toContain('anna');
    expect((await rows('consents')).map(({ withdrawnAt }) => Boolean(withdrawnAt)).sort()).toEqual([false, true]);
    expect((await rows('suppressions')).map(({ reason, scope }) => [reason, scope])).toEqual([['erased', 'everywhere']]);
    expect((await look(link)).status).toBe(410);
    world.pass(24 * 3600);
    const told = JSON.parse((await look(pageOf(await askForLink(), 'daten.json'))).text);
    expect(told).toMatchObject({
      subscriptions: [],
      consents: [{ newsletter: 'htai-newsletter' }],
      suppressions: [{ reason: 'erased' }],
    });
  });

  it('says in the proof by which way its person left: link, mail provider, choices, deletion or suppression', async () => {
    const people = Object.fromEntries(WITHDRAWAL_ROUTES.map((route) => [route, `${route}@example.org`]));
    const ids: Record<string, string> = {};
    for (const [route, email] of Object.entries(people)) ids[route] = await join(email);
    await post(`/abmelden/${signToken({ purpose: READER_TOKEN, subject: ids.link ?? '' })}`);
    await post(linkOf(ids.preferences ?? ''), { aktion: 'abbestellen', liste: world.ids.newsletter });
    await insertOnce(world.payload, 'receipts', {
      ...{ key: 'sendgrid/3', channel: world.ids.newsletter, kind: 'unsubscribed', subscriber: ids['mail-provider'] ?? '' },
      ...{ dispatchKey: 'edition/e/0', attempt: 1, at: toIso(world.now()) },
    });
    await world.round();
    await post(pageOf(await askForLink(people.erasure), 'loeschen'));
    const addressHash = hashAddress(people.suppression ?? '', EVERYWHERE);
    await suppress(world.payload, { addressHash, scope: EVERYWHERE, reason: 'hard-bounce' }, world.now());
    world.pass(31 * 24 * 3600);
    await world.round();
    const proofs = await rows('consents');
    const told = Object.entries(people).map(([route, email]) => {
      const hash = hashAddress(email, world.ids.newsletter);
      return [route, proofs.find((proof) => proof.addressHash === hash)?.withdrawnBy];
    });
    expect(told).toEqual(WITHDRAWAL_ROUTES.map((route) => [route, route]));
  });

  it('is deleted by the mailed link too, twice as well as once, and gets nothing that was queued', async () => {
    await join();
    await world.publish();
    await world.round();
    world.fakes.current.outbox.answerNext({ kind: 'postponed', notBefore: SLOT.add({ minutes: 30 }), detail: '451' });
    world.at(SLOT);
    await world.round();
    const button = pageOf(await askForLink(), 'loeschen');
    const both = await Promise.all([post(button), post(button)]);
    expect(both.map(({ status }) => status)).toContain(200);
    const before = mails().length;
    world.pass(3600);
    for (let i = 0; i < 2; i++) await world.round();
    expect(mails().length).toBe(before);
    expect([await rows('subscribers'), await rows('signups')]).toEqual([[], []]);
  });

  it('is found and deleted for an address with a plus, in another case, while a request of last week still stands', async () => {
    await fillIn('/newsletter', { email: 'Anna+Nord@Example.org', liste: world.ids.newsletter });
    world.pass(6 * 24 * 3600);
    const link = await askForLink('anna+nord@example.org');
    const file = await look(pageOf(link, 'daten.json'));
    expect(JSON.parse(file.text).requests).toMatchObject([{ kind: 'newsletters' }, { kind: 'data' }]);
    await post(pageOf(link, 'loeschen'));
    expect(await rows('signups')).toEqual([]);
  });

  it('comes back by a new yes alone', async () => {
    await join();
    await erase();
    world.pass(24 * 3600);
    await join();
    await world.publish();
    await world.round();
    world.at(instant('2026-11-26T08:00:00Z'));
    await world.round();
    expect(
      mails()
        .at(-1)
        ?.recipients.map(({ address }) => address),
    ).toEqual([ANNA]);
  });

  it('is asked for with a proper address', async () => {
    for (const email of [
      '',
      'anna@',
      'jörg@example.org',
      'a@example.org\r\nBcc: b@example.org',
      `${'a'.repeat(10_000)}@example.org`,
    ]) {
      const { status, text } = await fillIn('/newsletter/auskunft', { email });
      expect([email.slice(0, 9), status, text.includes('aria-invalid="true"')]).toEqual([email.slice(0, 9), 422, true]);
    }
    expect((await fillIn('/newsletter/auskunft', { email: ANNA, website: 'x' })).status).toBe(200);
    expect(await rows('signups')).toEqual([]);
  });
});
