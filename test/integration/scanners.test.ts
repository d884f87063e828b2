// Takes every link out of the mails as they left and looks at it as mail gateways do, before a person has seen the mail.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { openChannels } from '#runtime/channels';
import { findRows } from '#store/rows';
import { fileOf, openRest } from './access-doors';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { type LeftMail, linksIn, mailsIn, oneClickOf } from './left-mails';
import { readerForms } from './reader-forms';
import { openPublicSite, SCANNERS, type Site } from './site';
import { everythingKept } from './traces';

const PUBLIC_URL = 'http://localhost:3000';
const SLOT = instant('2026-11-26T08:00:00Z');
const ANNA = 'anna.aehre@example.org';
const BERTA = 'berta.beere@example.org';
const LOOKS = ['HEAD', 'GET', 'GET', 'GET', 'GET', 'GET'] as const;

const LEAVING = /^\/abmelden\//;
const CHOOSING = /^\/einstellungen\//;
const CONFIRMING = /^\/newsletter\/bestaetigen\//;
const DATA = /^\/newsletter\/auskunft\/.+\/daten$/;
const HANDED_OVER = /^\/bestaetigen\//;

/** So many sorts of links mails have; each must have been met. */
const SORTS = [
  ...[LEAVING, CHOOSING, CONFIRMING, DATA, HANDED_OVER],
  ...[/^\/ausgaben\/.+\/2026-11-26$/, /^\/veranstaltungen\/[^.]+$/, /^\/veranstaltungen\/.+\.ics$/, /^\/api\/media\/file\//],
  ...[/^\/datenschutz$/, /^\/impressum$/],
];

describe.each(testDatabases())('the links of our mails on %s', (kind) => {
  let world: World;
  let site: Site;
  let mails: readonly LeftMail[] = [];
  /** The one that was clicked: what it asks for is done. */
  let used = '';

  beforeAll(async () => {
    world = await openWorld(kind, 'scanners');
    site = await openPublicSite(world.payload);
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter', 'linkedin'] }]);
    await mailEverything();
    mails = await mailsIn(world.house.dataDir);
  });
  afterAll(async () => {
    await site?.close();
    await world?.stop();
  });

  const round = () => world.round({ channel: openChannels({ dataDir: world.house.dataDir }) });
  const { fillIn, post } = readerForms(() => ({ world, site }));
  const ask = (email: string) => fillIn('/newsletter', { email, liste: world.ids.newsletter });

  /** One mail of each sort leaves: Anna confirms, reads the newsletter and asks for her data, Berta has yet to confirm. */
  const mailEverything = async (): Promise<void> => {
    const picture = await world.payload.create({
      ...{ collection: 'media', data: { alt: 'Punkt', credit: 'Beispiel' } as never, file: { ...fileOf('media') } },
    });
    await ask(ANNA);
    await round();
    used = pathsIn(await mailsIn(world.house.dataDir)).find((path) => CONFIRMING.test(path)) ?? '';
    await post(used);
    await world.publish({ picture: picture.id, link: 'https://anmeldung.example.org' });
    await round();
    world.at(SLOT);
    for (let rounds = 0; rounds < 3; rounds++) await round();
    await ask(BERTA);
    await fillIn('/newsletter/auskunft', { email: ANNA });
    await round();
  };

  const everything = () => everythingKept(world.payload);
  const ownPaths = () => pathsIn(mails).filter((path) => !path.startsWith('/admin'));
  const pathOf = (sort: RegExp): string => ownPaths().find((path) => sort.test(path)) ?? '';

  /** What stands at an address: our own part answers over the wire, files come from Payload behind it. */
  const look = async (path: string, method: string, agent: string): Promise<number> => {
    const headers = { 'user-agent': agent };
    if (path.startsWith('/api/')) return (await openRest(world.house)('GET', path.slice('/api'.length), { headers })).status;
    const response = await fetch(site.url + path, { method, headers, redirect: 'manual' });
    await response.arrayBuffer();
    return response.status;
  };

  it('are of every sort there is, the one for leaving in the header too', () => {
    for (const sort of SORTS) expect([sort, pathOf(sort) !== '']).toEqual([sort, true]);
    const leaving = mails.map(oneClickOf).filter((link) => link !== undefined);
    expect(leaving).toEqual([`${PUBLIC_URL}${pathOf(LEAVING)}`]);
  });

  it('change nothing, whoever looks at them and however often', async () => {
    const before = await everything();
    for (const path of ownPaths())
      for (const agent of SCANNERS)
        for (const method of LOOKS)
          expect([path, agent, await look(path, method, agent)]).toEqual([path, agent, path === used ? 410 : 200]);
    expect(await everything()).toEqual(before);
    for (const slug of ['subscribers', 'consents', 'signups', 'deliveries', 'editions', 'attempts'])
      expect(before[slug]).not.toBe('[]');
  });

  it.each([
    ['saves a choice', CHOOSING, { aktion: 'speichern', region: 'north' }, 'subscribers'],
    ['lets somebody leave', LEAVING, { 'List-Unsubscribe': 'One-Click' }, 'subscribers'],
    ['confirms a request', CONFIRMING, {}, 'signups'],
    ['confirms what was posted by hand', HANDED_OVER, {}, 'deliveries'],
  ] as const)('change what they are for by a POST alone, which %s', async (_what, sort, fields, slug) => {
    const before = await everything();
    const response = await post(pathOf(sort), { liste: world.ids.newsletter, ...fields });
    expect(response.status).toBe(200);
    const after = await everything();
    expect(after[slug]).not.toBe(before[slug]);
  });

  it('lead to erasing by the POST of a second page alone', async () => {
    const button = pathOf(DATA).replace(/daten$/, 'loeschen');
    for (const method of LOOKS) expect(await look(button, method, SCANNERS[0] ?? '')).toBe(200);
    const people = async () => (await findRows(world.payload, 'subscribers', {})).map(({ email }) => email).sort();
    expect(await people()).toEqual([ANNA, BERTA]);
    expect((await post(button)).status).toBe(200);
    expect(await people()).toEqual([BERTA]);
  });
});

/** Where our own links of mails lead. */
const pathsIn = (mails: readonly LeftMail[]): readonly string[] => {
  const own = mails.flatMap(linksIn).filter((url) => url.startsWith(PUBLIC_URL));
  return [...new Set(own.map((url) => url.slice(PUBLIC_URL.length) || '/'))];
};
