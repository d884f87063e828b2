import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '#domain/dispatch';
import { instant } from '#domain/time';
import { run as assembleEditions } from '#jobs/assemble-editions';
import { sealEditionRows } from '#jobs/dispatch/seal-edition';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { freezeBatches } from '#store/batches';
import { moveDelivery } from '#store/deliveries';
import { loadEdition } from '#store/editions';
import { findRows } from '#store/rows';
import { loadSettings } from '#store/settings';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

const SLOT = instant('2026-11-26T08:00:00Z');
const NEXT = instant('2026-12-03T08:00:00Z');

describe.each(testDatabases())('batches of an edition on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'batches');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const statuses = async () => (await world.rows()).map(({ status }) => status);
  const mailed = () =>
    world.fakes.current.outbox.sent.flatMap(({ key, message }) =>
      key.startsWith('edition/') && message.kind === 'mail' ? message.recipients.map(({ address }) => address) : [],
    );
  /** An event in the next edition, whose people are frozen one by one so that there are several batches. */
  const filled = async (people: number) => {
    await world.subscribe(people);
    await world.publish();
    await world.round();
    const [edition] = await world.editions();
    if (!edition) throw new Error('no edition');
    await freezeBatches(world.payload, world.freezing(edition.id), world.now(), 1);
    return edition.id;
  };

  const BUSY = { kind: 'postponed', notBefore: SLOT.add({ minutes: 1 }), detail: '451' } as const;
  const textsOf = () =>
    world.fakes.current.outbox.sent.flatMap(({ key, message }) =>
      key.startsWith('edition/') && message.kind === 'mail' ? message.text.replace(/http\S+/g, '') : [],
    );
  const edit = (id: string, data: object) => world.payload.update({ collection: 'events', id, data: data as never });

  it.each([
    ['says something else', { title: 'Abend', _status: 'published' }, 'sent'],
    ['is published no more', { _status: 'draft' }, 'withdrawn'],
    ['is for the stakeholders alone', { visibility: 'stakeholders', _status: 'published' }, 'withdrawn'],
    ['is embargoed', { embargoUntil: NEXT.add({ hours: 1 }).toString(), _status: 'published' }, 'ready'],
    ['takes nobody any more', { soldOut: true, _status: 'published' }, 'withdrawn'],
    [
      'others shall not promote',
      { doNotPromote: true, doNotPromoteReason: 'Geschlossener Kreis', _status: 'published' },
      'withdrawn',
    ],
  ] as const)('leave out at the last moment what %s since they were sealed', async (_name, change, fate) => {
    await filled(3);
    const { id } = await world.publish({ title: 'Frühstück' });
    await world.round();
    world.fakes.current.outbox.answerNext(BUSY);
    world.at(SLOT);
    await world.round();
    await edit(id, change);
    world.pass(3600);
    await world.round();
    await world.round();
    expect(textsOf()).toHaveLength(3);
    for (const text of textsOf()) expect([text.includes('Gründertag'), /Frühstück|Abend/.test(text)]).toEqual([true, false]);
    const changed = async () =>
      (await world.rows()).find(({ content, purpose }) => content === `events/${id}` && purpose === 'announce');
    expect((await world.editions())[0]).toMatchObject({ status: 'sent', accepted: 3, rows: { length: 1 } });
    expect((await changed())?.editionId).not.toBe((await world.editions())[0]?.id);
    world.at(NEXT);
    await world.round();
    expect((await changed())?.status).toBe(fate);
  });

  it('leave out what is over by the time they leave', async () => {
    await filled(1);
    await world.publish({
      title: 'Frühstück',
      startsAt: SLOT.add({ minutes: 30 }).toString(),
      endsAt: SLOT.add({ hours: 2 }).toString(),
    });
    await world.round();
    world.fakes.current.outbox.answerNext(BUSY);
    world.at(SLOT);
    await world.round();
    world.pass(3600);
    for (let i = 0; i < 3; i++) await world.round();
    expect(textsOf()).toEqual([expect.not.stringContaining('Frühstück')]);
    expect((await statuses()).sort()).toEqual(['missed', 'sent']);
  });

  it('say the same to everybody, whatever changes between two batches', async () => {
    const edition = await filled(3);
    world.fakes.current.outbox.answerNext({ kind: 'accepted', providerId: '1' });
    for (let i = 0; i < 2; i++) world.fakes.current.outbox.answerNext(BUSY);
    world.at(SLOT);
    await world.round();
    const [row] = await world.rows();
    await edit(row?.content.replace('events/', '') ?? '', { title: 'Abend', _status: 'published' });
    world.pass(3600);
    await world.round();
    expect([textsOf().length, new Set(textsOf()).size]).toEqual([3, 1]);
    expect(await world.editions()).toMatchObject([{ id: edition, status: 'sent', accepted: 3, rows: { length: 1 } }]);
  });

  it('are sent once any batch was accepted', async () => {
    await filled(3);
    world.fakes.current.outbox.answerNext({ kind: 'rejected', code: 'x', detail: 'y' });
    world.fakes.current.outbox.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    world.at(SLOT);
    await world.round();
    expect(await statuses()).toEqual(['sent']);
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 1 }]);
    for (let i = 0; i < 2; i++) await world.round();
    const notices = world.fakes.current.outbox.sent.filter(({ key }) => key.startsWith('notice/'));
    expect(notices).toHaveLength(2);
    for (const { message } of notices)
      expect(message).toMatchObject({ text: expect.stringMatching(/2 Abonnements.*abgelehnt \(x\)/s) });
  });

  it('count who turns out to have got it later, without leaving twice', async () => {
    await filled(2);
    world.fakes.current.outbox.answerNext({ kind: 'accepted', providerId: '1' });
    world.fakes.current.outbox.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
    world.at(SLOT);
    await world.round();
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 1 }]);
    const [{ sentAt } = { sentAt: null }] = await world.editions();
    world.pass(200);
    await world.round();
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 2, sentAt }]);
    expect(mailed()).toHaveLength(2);
  });

  it('are in hand for as long as so many people take, and not for as long as one mail does', async () => {
    await world.subscribe(250);
    await world.publish();
    await world.round();
    world.at(SLOT);
    await world.round();
    const attempts = await findRows(world.payload, 'attempts', { people: { exists: true } });
    expect(attempts.map(({ startedAt, leaseUntil }) => (Date.parse(leaseUntil) - Date.parse(startedAt)) / 1000)).toEqual([360]);
  });

  it('count everybody who was frozen, also those who joined while two processes sealed it', async () => {
    await world.subscribe(2);
    await world.publish();
    await world.round();
    world.at(SLOT);
    const [{ id } = { id: '' }] = await world.editions();
    const asRead = await loadEdition(world.payload, id);
    for (let i = 0; i < 2; i++) await assembleEditions(world.context());
    expect(await world.editions()).toMatchObject([{ status: 'closed', recipients: 2 }]);
    await world.subscribe(3);
    if (asRead) await sealEditionRows(world.context(), await loadSettings(world.payload, world.now()), asRead);
    await world.round();
    expect(mailed()).toHaveLength(3);
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 3, recipients: 3 }]);
  });

  it.each([
    [true, 'sent'],
    [false, 'failed'],
  ] as const)(
    'end when a person decided about all rows (sent: %s), though a crash kept them from knowing',
    async (wasSent, status) => {
      await filled(1);
      world.fakes.current.outbox.answerNext({ kind: 'unconfirmed', detail: 'line dropped' });
      world.at(SLOT);
      await world.round();
      const [row] = await world.rows();
      const set = wasSent ? { sentAt: world.now() } : { editionId: undefined };
      await moveDelivery(world.payload, row?.id ?? '', 'unconfirmed', wasSent ? 'sent' : 'ready', set);
      await assembleEditions(world.context());
      expect((await world.editions())[0]).toMatchObject({ status });
    },
  );

  it('let others through between their batches', async () => {
    await filled(7);
    world.at(SLOT);
    const { outbox } = world.fakes.current;
    const send: typeof outbox.send = (message, key) => {
      world.pass(2);
      return outbox.send(message, key);
    };
    const slowly = () => world.round({ channel: (via) => (via === 'outbox' ? { ...outbox, send } : world.fakes.current[via]) });
    await slowly();
    // The first alone, then three at once, by whose end the round is over.
    expect(mailed()).toHaveLength(4);
    await slowly();
    expect([mailed().length, await world.editions()]).toMatchObject([7, [{ status: 'sent', accepted: 7 }]]);
  });

  it('fail as not reachable when nobody took any batch for two days, one knocking for all', async () => {
    await filled(3);
    world.at(SLOT);
    const { outbox } = world.fakes.current;
    let knocks = 0;
    const send = async (): Promise<SendOutcome> => {
      knocks += 1;
      return { kind: 'postponed', notBefore: world.now().add({ minutes: 1 }), detail: '451' };
    };
    for (let i = 0; i < 26; i++) {
      const context = world.context({ channel: () => ({ ...outbox, send }) });
      await assembleEditions(context);
      await dispatchMessages(context);
      world.pass(2 * 3600);
    }
    expect(knocks).toBeLessThan(30);
    expect(await world.rows()).toMatchObject([{ status: 'failed', reason: 'not-reachable' }]);
    expect([(await world.editions())[0]?.status, mailed()]).toEqual(['failed', []]);
  });
});
