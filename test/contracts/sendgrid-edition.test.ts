// A whole edition as readers get it, from the ledger to SendGrid, held against SendGrid's own specification by Prism.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SendOutcome } from '#domain/dispatch';
import type { Mail } from '#domain/message';
import { instant } from '#domain/time';
import { openChannels } from '#runtime/channels';
import { adopt, openWorld, type World } from '../integration/jobs-world';
import { watchConnections } from './loopback-guard';
import { startPrism } from './prism';

const SLOT = instant('2026-11-26T08:00:00Z');
const ENTRIES = 20;
/** One batch is full, the other has one person. */
const PEOPLE = 1_001;

type Handed = { readonly mail: Mail; readonly outcome: SendOutcome };

describe('an edition of twenty entries through SendGrid, by its specification', () => {
  let world: World;
  let stop = () => {};
  let handed: readonly Handed[] = [];
  let foreign: readonly string[] = [];

  beforeAll(async () => {
    const prism = await startPrism('sendgrid-mail-v3.json');
    ({ stop } = prism);
    world = await openWorld('sqlite', 'edition');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
    await furnish(world);
    await world.subscribe(PEOPLE);
    const guard = watchConnections();
    await world.round();
    world.at(SLOT);
    handed = await sendThrough(world, prism.baseUrl);
    guard.stop();
    ({ foreign } = guard);
  });
  afterAll(async () => {
    stop();
    await world?.stop();
  });

  it('is taken as it is, a thousand people in one request and one in another', async () => {
    expect(handed.map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted']);
    expect(handed.map(({ mail }) => mail.recipients.length)).toEqual([1_000, 1]);
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: PEOPLE, recipients: PEOPLE }]);
    expect(foreign).toEqual([]);
  });

  it('says all twenty in both versions, umlauts, quotes and emoji as they were typed', () => {
    const mail = handed[0]?.mail;
    for (const text of [mail?.html.replaceAll('&amp;', '&'), mail?.text])
      for (let index = 0; index < ENTRIES; index++) expect(text).toContain(titleOf(index));
    expect(mail?.from).toBe('Größe & Söhne „Süd“ 🌍 <newsletter@example.org>');
    expect(mail?.subject).toContain('Übersicht „Süd“ 🌱');
    expect(mail?.listId).toMatch(/^Übersicht „Süd“ 🌱 </);
  });

  it('gives everybody links of their own, and is the same for all but for these', () => {
    const people = handed.flatMap(({ mail }) => mail.recipients);
    const leaving = people.map(({ unsubscribeUrl }) => unsubscribeUrl);
    const choosing = people.map(({ replace }) => replace['{{preferences}}']);
    expect([new Set(leaving).size, new Set(choosing).size]).toEqual([PEOPLE, PEOPLE]);
    expect(people.map(({ replace }) => replace['{{unsubscribe}}'])).toEqual(leaving);
    expect(new Set(handed.map(({ mail: { html, text, subject } }) => [subject, text, html].join())).size).toBe(1);
  });
});

/** As strange as people's titles are, and as long as a table of contents has never seen. */
const titleOf = (index: number): string => `${index + 1}. Gründungsfrühstück „Größe“ – für Ämter & Höfe 👩‍🔬🚀 in Gießen`;

const furnish = async (world: World): Promise<void> => {
  const { payload, ids, publish } = world;
  await payload.update({ collection: 'organisations', id: ids.organiser, data: { name: 'Förderkreis „Ökologie“ & Töchter 🌻' } });
  for (let index = 0; index < ENTRIES; index++)
    await publish({ title: titleOf(index), teaser: 'Für alle, die „groß“ denken 💡.' });
  await world.setNewsletter({
    ...{ via: 'sendgrid', apiKey: 'SG.schluessel', name: 'Übersicht „Süd“ 🌱', replyTo: 'antwort@example.org' },
    sender: 'Größe & Söhne „Süd“ 🌍 <newsletter@example.org>',
  });
};

/** What left in a round, and what became of it. */
const sendThrough = async (world: World, sendgridBaseUrl: string): Promise<readonly Handed[]> => {
  const handed: Handed[] = [];
  const open = openChannels({ dataDir: world.house.dataDir, sendgridBaseUrl });
  await world.round({
    channel: (via, account) => {
      const channel = open(via, account);
      if (via !== 'sendgrid') return world.fakes.current[via];
      const send: typeof channel.send = async (message, key, attempt) => {
        const outcome = await channel.send(message, key, attempt);
        if (message.kind === 'mail') handed.push({ mail: message, outcome });
        return outcome;
      };
      return { ...channel, send };
    },
  });
  return handed.sort((a, b) => b.mail.recipients.length - a.mail.recipients.length);
};
