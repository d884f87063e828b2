import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { coverOf, decideOnEdition, type EditionDecision } from '#domain/edition-edit';
import { instant } from '#domain/time';
import { nextMoment } from '#jobs/next-moment';
import { approveEdition, decideEdition, loadEdition } from '#store/editions';
import { addNotice, editionKey } from '#store/notices';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, PLAIN_NEWSLETTER, type World } from './jobs-world';

const SLOT = instant('2026-11-26T08:00:00Z');
const CLOSED = SLOT.subtract({ hours: 24 });
const NEXT = instant('2026-12-03T08:00:00Z');

describe.each(testDatabases())('an edition in the making on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'making');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
    await world.payload.update({ collection: 'users', id: world.ids.editor, data: { mails: { approval: true, digest: false } } });
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    await world.setNewsletter(PLAIN_NEWSLETTER);
  });

  const editionMails = () =>
    world.fakes.current.outbox.sent.flatMap(({ key, message }) =>
      key.startsWith('edition/') && message.kind === 'mail' ? [message] : [],
    );
  const noticeMails = () =>
    world.fakes.current.outbox.sent.flatMap(({ key, message }) =>
      key.startsWith('notice/') && message.kind === 'mail' ? [message] : [],
    );
  const assembled = async (...titles: readonly string[]) => {
    await world.subscribe(2);
    for (const title of titles) await world.publish({ title });
    await world.round();
    const [edition] = await world.editions();
    if (!edition) throw new Error('no edition');
    return edition.id;
  };
  const rowOf = async (title: string) => {
    const [row] = await findRows(world.payload, 'deliveries', { contentTitle: { equals: title } });
    if (!row) throw new Error(`no row of ${title}`);
    return row;
  };
  const decide = async (id: string, ...decisions: readonly EditionDecision[]) => {
    for (const decision of decisions) {
      const edition = await loadEdition(world.payload, id);
      if (!edition) throw new Error('no edition');
      expect(await decideEdition(world.payload, id, edition.version, decideOnEdition(edition.edits, decision))).toBe(true);
    }
  };
  const approveAsSeen = async (id: string) => {
    const edition = await loadEdition(world.payload, id);
    const rows = await findRows(world.payload, 'deliveries', { editionId: { equals: id } });
    const covers = rows.map((row) => coverOf({ id: row.id, fingerprint: row.fingerprint }));
    return approveEdition(world.payload, id, { by: 'u', at: '2026-11-26T07:00:00Z', version: edition?.version ?? 0, covers });
  };

  it('is told to its editors when it is closed for editing, and takes nothing in any more that can wait', async () => {
    await assembled('Früh');
    expect(await nextMoment(world.payload, world.now())).toEqual(CLOSED);
    world.at(CLOSED.add({ seconds: 1 }));
    await world.round();
    await world.publish({ title: 'Spät' });
    await world.round();
    await world.round();
    expect(noticeMails().map(({ subject, recipients }) => [subject, recipients[0]?.address])).toEqual([
      ['Ausgabe ansehen: htai-newsletter', 'redaktion@example.org'],
    ]);
    world.at(SLOT);
    await world.round();
    expect([(await rowOf('Früh')).status, (await rowOf('Spät')).status]).toEqual(['sent', 'ready']);
    world.at(NEXT);
    await world.round();
    expect((await rowOf('Spät')).status).toBe('sent');
  });

  it('leaves as people made it: their order, their words, without what they put off, which takes the next', async () => {
    const id = await assembled('Anton', 'Berta', 'Cäsar');
    const [anton, berta, caesar] = [await rowOf('Anton'), await rowOf('Berta'), await rowOf('Cäsar')];
    await decide(
      id,
      { kind: 'order', rows: [caesar.id, anton.id, berta.id] },
      { kind: 'put-off', row: berta.id, reason: 'Zu viel auf einmal' },
      { kind: 'teaser', row: anton.id, text: 'Unser Wort dazu.', fingerprint: anton.fingerprint },
      { kind: 'intro', language: 'de', text: 'Liebe Leserinnen und Leser!' },
      { kind: 'subject', language: 'de', text: 'Unsere Auswahl' },
    );
    world.at(SLOT);
    await world.round();
    const [mail] = editionMails();
    expect(mail?.subject).toBe('Unsere Auswahl');
    expect(mail?.text).toContain('Liebe Leserinnen und Leser!');
    expect(mail?.text).toContain('Unser Wort dazu.');
    expect(mail?.text).not.toContain('Berta');
    expect(mail?.text.indexOf('Cäsar')).toBeLessThan(mail?.text.indexOf('Anton') ?? 0);
    await world.round();
    world.at(NEXT);
    await world.round();
    expect((await rowOf('Berta')).status).toBe('sent');
    expect(editionMails()).toHaveLength(2);
  });

  it('lets nobody decide about what somebody else has changed, nor about what is on its way', async () => {
    const id = await assembled('Anton');
    const edition = await loadEdition(world.payload, id);
    const [edits, version] = [edition?.edits, edition?.version ?? 0];
    if (!edits) throw new Error('no edition');
    const first = decideOnEdition(edits, { kind: 'intro', language: 'de', text: 'Die Erste' });
    const second = decideOnEdition(edits, { kind: 'intro', language: 'de', text: 'Die Zweite' });
    const won = await Promise.all([first, second].map((one) => decideEdition(world.payload, id, version, one)));
    expect(won.filter(Boolean)).toHaveLength(1);
    world.at(SLOT);
    await world.round();
    expect(await decideEdition(world.payload, id, version + 1, first)).toBe(false);
  });

  it('waits for a person’s yes where one is wanted, to just what they saw', async () => {
    await world.setNewsletter({ release: 'approval' });
    const id = await assembled('Anton');
    world.at(SLOT);
    await world.round();
    expect(await world.editions()).toMatchObject([{ status: 'closed', waitsFor: 'approval' }]);
    expect(await approveAsSeen(id)).toBe(true);
    await decide(id, { kind: 'intro', language: 'de', text: 'Später geschrieben' });
    await world.round();
    expect(editionMails()).toEqual([]);
    await approveAsSeen(id);
    await world.round();
    expect(editionMails()).toHaveLength(1);
    expect(await world.editions()).toMatchObject([{ status: 'sent', waitsFor: null }]);
  });

  it('is not sent with what must not leave, until somebody corrects it', async () => {
    const id = await assembled('Anton');
    await decide(id, { kind: 'intro', language: 'de', text: 'XXX hier noch begrüßen' });
    world.at(SLOT);
    await world.round();
    expect([editionMails(), (await world.editions())[0]?.waitsFor]).toEqual([[], 'check']);
    for (let i = 0; i < 2; i++) await world.round();
    expect(noticeMails().map(({ subject }) => subject)).toEqual(['Ausgabe geht so nicht hinaus: htai-newsletter']);
    await decide(id, { kind: 'intro', language: 'de', text: 'Guten Tag!' });
    await world.round();
    expect(editionMails()).toHaveLength(1);
  });

  it('is not sent without an imprint', async () => {
    const imprint = (text: string) =>
      world.payload.update({ collection: 'organisations', id: world.ids.carrier, data: { imprint: text }, depth: 0 });
    await assembled('Anton');
    await imprint('');
    world.at(SLOT);
    await world.round();
    expect([editionMails(), (await world.editions())[0]?.waitsFor]).toEqual([[], 'check']);
    await imprint('htai\nMusterstraße 1\n34117 Kassel');
    await world.round();
    expect(editionMails()).toHaveLength(1);
    expect(editionMails()[0]?.text).toContain('Musterstraße 1');
  });

  it('is held by what is wrong in one of its languages, and by nothing in one that it does not leave in', async () => {
    const id = await assembled('Anton');
    await decide(id, { kind: 'intro', language: 'en', text: 'XXX' });
    await world.setNewsletter({ bothLanguages: true });
    world.at(SLOT);
    await world.round();
    expect([editionMails(), (await world.editions())[0]?.waitsFor]).toEqual([[], 'check']);
    await world.setNewsletter({ bothLanguages: false });
    await world.round();
    expect(editionMails()).toHaveLength(1);
  });

  it('falls out below its minimum, and its rows wait for company', async () => {
    await world.setNewsletter({ minimumItems: 2 });
    await assembled('Anton');
    world.at(SLOT);
    await world.round();
    expect([(await world.editions())[0]?.status, editionMails()]).toEqual(['skipped', []]);
    await world.publish({ title: 'Berta' });
    await world.round();
    world.at(NEXT);
    await world.round();
    expect([(await rowOf('Anton')).status, (await rowOf('Berta')).status]).toEqual(['sent', 'sent']);
  });

  it('answers to its own address', async () => {
    await world.setNewsletter({ replyTo: 'antworten@example.org' });
    await assembled('Anton');
    world.at(SLOT);
    await world.round();
    expect(editionMails()[0]?.replyTo).toBe('antworten@example.org');
  });

  it('goes as a test to the one who asked for it, and to nobody else', async () => {
    const id = await assembled('Anton');
    await addNotice(world.payload, {
      ...{ kind: 'edition-test', userId: world.ids.editor },
      key: editionKey('edition-test', id, '1', world.ids.editor),
    });
    await world.round();
    const [mail, ...others] = noticeMails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: expect.stringMatching(/^\[Test\] Anton/), from: 'HTAI <newsletter@example.org>' });
    expect(mail?.recipients.map(({ address }) => address)).toEqual(['redaktion@example.org']);
    expect((await rowOf('Anton')).status).toBe('ready');
  });
});
