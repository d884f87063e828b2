// Follows every link of ours that readers meet: on pages, in feeds, posts and mails, however many pages lie between.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '#domain/message';
import { instant } from '#domain/time';
import { fileOf, openRest } from './access-doors';
import { adopt, openWorld, type World } from './jobs-world';
import { openPublicSite, type Site } from './site';

const PUBLIC_URL = 'http://localhost:3000';
const OURS = new RegExp(`${PUBLIC_URL}(?:/[^\\s"'<>)\\]\\\\#]*)?`, 'g');
const ATTRIBUTES = /\s(?:href|src|action)="(\/[^"#]*)/g;

describe('every link of ours', () => {
  let world: World;
  let site: Site;

  beforeAll(async () => {
    world = await openWorld('sqlite', 'links');
    site = await openPublicSite(world.payload);
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon', 'newsletter', 'linkedin'] }]);
    await world.subscribe(1);
    await furnish(world);
    await world.round();
    world.at(instant('2026-11-26T08:00:00Z'));
    await world.round();
    await world.round();
  });
  afterAll(async () => {
    await site?.close();
    await world?.stop();
  });

  /** What stands at an address: our own part answers over the wire, files come from Payload behind it. */
  const visit = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
    if (path.startsWith('/api/')) {
      const { status } = await openRest(world.house)('GET', path.slice('/api'.length));
      return { status, text: '' };
    }
    const response = await fetch(site.url + path, { redirect: 'manual' });
    // Calendar files break their lines anywhere.
    return { status: response.status, text: (await response.text()).replaceAll('\r\n ', '') };
  };

  const crawl = async (starts: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const found = new Map<string, number>();
    const waiting = [...starts];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (found.has(path) || path.startsWith('/admin')) continue;
      const { status, text } = await visit(path);
      found.set(path, status);
      waiting.push(...pathsIn(text));
    }
    return found;
  };

  it('leads somewhere', async () => {
    const messages = Object.values(world.fakes.current).flatMap(({ sent }) => sent.map(({ message }) => message));
    expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(['post', 'mail', 'handover']));
    const starts = messages.flatMap((message) => textsOf(message).flatMap(pathsIn));
    expect(starts.length).toBeGreaterThan(0);
    const found = await crawl(['/', ...starts]);
    expect([...found].filter(([, status]) => status !== 200)).toEqual([]);
    for (const kind of KINDS) expect([...found.keys()].filter((path) => kind.test(path))).not.toEqual([]);
  });
});

/** So many sorts of addresses there are; each must have been met. */
const KINDS = [
  /^\/$/,
  /^\/\?region=nord$/,
  /^\/veranstaltungen\/[^.]+$/,
  /^\/veranstaltungen\/.+\.ics$/,
  /^\/meldungen\//,
  /^\/spk$/,
  /^\/feeds\/alle\.xml$/,
  /^\/feeds\/htai\.xml$/,
  /^\/impressum$/,
  /^\/datenschutz$/,
  /^\/barrierefreiheit$/,
  /^\/abmelden\//,
  /^\/bestaetigen\//,
  /^\/api\/documents\/file\//,
  /^\/api\/media\/file\//,
];

/** An event with everything that makes a link, one that is off, and a news item. */
const furnish = async ({ payload, ids, publish }: World): Promise<void> => {
  const picture = await payload.create({
    collection: 'media',
    data: { alt: 'Punkt', credit: 'Beispiel' } as never,
    file: { ...fileOf('media') },
  });
  const file = await payload.create({
    collection: 'documents',
    data: { title: 'Programm' } as never,
    file: { ...fileOf('documents') },
  });
  await payload.update({ collection: 'organisations', id: ids.organiser, data: { logo: picture.id } });
  await publish({
    ...{ picture: picture.id, attachments: [file.id], coOrganisers: [ids.carrier], title: 'Alles daran' },
    funding: { text: 'Gefördert', hashtag: 'EFRE', logo: picture.id },
    contact: { name: 'Erika Beispiel', email: 'erika@example.org', phone: '0561 1234', isPublic: true },
  });
  await publish({ title: 'Nur beworben' });
  await publish({ title: 'Abgesagt', status: 'cancelled' });
  await payload.create({
    collection: 'news-items',
    data: { ...{ kind: 'news', title: 'Meldung', teaser: 'Neu.', organiser: ids.organiser }, _status: 'published' } as never,
  });
};

const textsOf = (message: Message): readonly string[] => {
  switch (message.kind) {
    case 'post':
      return [message.text, message.link ?? '', message.image?.url ?? ''];
    case 'mail':
      return message.recipients.flatMap(({ replace }) =>
        [message.html, message.text].map((text) =>
          Object.entries(replace).reduce((filled, [name, value]) => filled.replaceAll(name, value), text),
        ),
      );
    case 'handover':
      return [...textsOf(message.mail), ...(message.post ? textsOf(message.post) : [])];
    case 'feed-entry':
      return [message.url];
    case 'amendment':
      return textsOf(message.post);
    case 'removal':
      return [];
  }
};

const pathsIn = (text: string): readonly string[] => {
  const absolute = [...text.matchAll(OURS)].map(([address]) => address.slice(PUBLIC_URL.length) || '/');
  const relative = [...text.matchAll(ATTRIBUTES)].map(([, path = '']) => path);
  return [...absolute, ...relative].map((path) => path.replaceAll('&amp;', '&').replace(/[.,]$/, ''));
};
