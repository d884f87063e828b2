import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run as applyReceipts } from '#jobs/apply-receipts';
import { openChannels } from '#runtime/channels';
import { setLogLevel } from '#runtime/log';
import { findRows, type Row } from '#store/rows';
import { addressesOf, unclearPeople } from '#store/unclear-people';
import { type AcceptedBatch, type SendgridAct, type SendgridStandIn, startSendgrid } from '../fakes/sendgrid';
import { emit, eventsOf, newEventKey, type SendgridEvent } from '../fakes/sendgrid-events';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';
import { openPublicSite, type Site } from './site';
import { everythingKept, loggedDuring } from './traces';

const { publicKey, privateKey } = newEventKey();
const SECONDS = START.epochMilliseconds / 1000;

describe.each(testDatabases())('receipts of SendGrid on %s', (kind) => {
  let world: World;
  let site: Site;
  let standIn: SendgridStandIn;
  let act: SendgridAct | undefined;
  beforeAll(async () => {
    world = await openWorld(kind, 'receipts');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
    site = await openPublicSite(world.payload);
  });
  afterAll(async () => {
    await site.close();
    await world.stop();
  });
  beforeEach(async () => {
    await world.reset();
    await world.payload.db.deleteMany({ collection: 'suppressions', where: {} });
    act = undefined;
    standIn = await startSendgrid({ act: () => act });
    await world.setNewsletter({ via: 'sendgrid', apiKey: 'SG.schluessel-eins', eventKey: publicKey, paused: false });
    setLogLevel('silent');
  });
  afterEach(() => standIn.close());

  const round = () => {
    const channels = openChannels({ dataDir: world.house.dataDir, sendgridBaseUrl: standIn.url });
    return world.round({ channel: (via, account) => (via === 'sendgrid' ? channels(via, account) : world.fakes.current[via]) });
  };
  /** An edition to so many people, handed over; the batch as SendGrid has it. */
  const sent = async (count: number): Promise<AcceptedBatch> => {
    await world.subscribe(count);
    await world.publish();
    await round();
    const [edition] = await world.editions();
    world.at(START.add({ hours: 24 * 3 }));
    await round();
    const [batch] = standIn.accepted;
    if (!edition || !batch) throw new Error('nothing was sent');
    return batch;
  };
  const hook = (channel = world.ids.newsletter) => `${site.url}/hooks/sendgrid/${channel}`;
  const clock = () => Math.floor(world.now().epochMilliseconds / 1000);
  const tell = (events: readonly SendgridEvent[], at = clock()) => emit(hook(), events, privateKey, { timestamp: at });
  const applied = async (events: readonly SendgridEvent[]): Promise<void> => {
    expect(await tell(events)).toBe(204);
    await applyReceipts(world.context());
  };
  const receipts = (): Promise<readonly Row<'receipts'>[]> => findRows(world.payload, 'receipts', {});
  const suppressed = async () => (await findRows(world.payload, 'suppressions', {})).map(({ reason, scope }) => [reason, scope]);
  const confirmed = async () =>
    (await findRows(world.payload, 'subscribers', { status: { equals: 'confirmed' } })).map(({ email }) => email).sort();
  const LATER = SECONDS + 4 * 86_400;

  it('are kept once, however often and in whatever order they come, and hold no address', async () => {
    const batch = await sent(3);
    const events = [...eventsOf(batch, 'delivered', LATER + 2), ...eventsOf(batch, 'processed', LATER)];
    for (const post of [events, [...events].reverse(), events.slice(2, 4)]) expect(await tell(post)).toBe(204);
    expect(await receipts()).toHaveLength(6);
    expect(JSON.stringify(await receipts())).not.toContain('@');
  });

  it('keep nothing of networks and programs, nor the POST as it came, in the database or in the log', async () => {
    const batch = await sent(1);
    const told = { ip: '203.0.113.77', useragent: 'Beispielphon/7', response: '250 angenommen', 'smtp-id': '<kennung-17@x>' };
    const bounce = { type: 'bounce', reason: 'Kein Postfach auf 203.0.113.78', status: '5.1.1' };
    const events = [
      ...eventsOf(batch, 'delivered', LATER, { more: told }),
      ...eventsOf(batch, 'open', LATER + 1, { more: told }),
      ...eventsOf(batch, 'bounce', LATER + 2, { more: { ...told, ...bounce } }),
    ];
    const logged = await loggedDuring(async () => {
      await applied(events);
      expect(await emit(hook(), events, newEventKey().privateKey, { timestamp: clock() })).toBe(403);
    });
    expect(logged).toMatch(/"receipts.kept".*"added":2.*"receipts.refused"/s);
    const kept = await everythingKept(world.payload);
    expect(kept.receipts).toContain('bounced');
    for (const trace of [...Object.values(told), '203.0.113.78', 'Kein Postfach', 'made-up.filter0001'])
      expect([trace, `${logged}${JSON.stringify(kept)}`.includes(trace)]).toEqual([trace, false]);
    expect(logged).not.toContain('@');
  });

  it.each([
    [
      'is not signed',
      async (events: readonly SendgridEvent[]) => (await fetch(hook(), { method: 'POST', body: JSON.stringify(events) })).status,
    ],
    [
      'is signed by somebody else',
      (events: readonly SendgridEvent[]) => emit(hook(), events, newEventKey().privateKey, { timestamp: clock() }),
    ],
    [
      'was changed on its way',
      (events: readonly SendgridEvent[]) =>
        emit(hook(), events, privateKey, { timestamp: clock(), tamper: (body) => body.replace('delivered', 'bounce') }),
    ],
    [
      'was written anew',
      (events: readonly SendgridEvent[]) =>
        emit(hook(), events, privateKey, { timestamp: clock(), tamper: (body) => JSON.stringify(JSON.parse(body)) }),
    ],
    ['is a quarter of an hour old', (events: readonly SendgridEvent[]) => tell(events, clock() - 900)],
    ['comes from the future', (events: readonly SendgridEvent[]) => tell(events, clock() + 900)],
    ['has no time', (events: readonly SendgridEvent[]) => tell(events, Number.NaN)],
    [
      'is for a channel without a key',
      (events: readonly SendgridEvent[]) => emit(hook(world.ids.social), events, privateKey, { timestamp: clock() }),
    ],
    [
      'is for no channel',
      (events: readonly SendgridEvent[]) => emit(hook('nirgends'), events, privateKey, { timestamp: clock() }),
    ],
  ] as const)('are refused without a word when the POST %s', async (_name, post) => {
    const batch = await sent(1);
    expect(await post(eventsOf(batch, 'delivered', LATER))).toBe(403);
    expect(await receipts()).toEqual([]);
  });

  it.each(['', 'x', '!!', 'AAAA', 'MEUCIQ=='])(
    'are refused with the signature “%s”, which no library may fall over',
    async (signature) => {
      const headers = {
        'x-twilio-email-event-webhook-signature': signature,
        'x-twilio-email-event-webhook-timestamp': String(clock()),
      };
      expect((await fetch(hook(), { method: 'POST', headers, body: '[]' })).status).toBe(403);
    },
  );

  it('of more than 5 MB are not even read', async () => {
    expect((await fetch(hook(), { method: 'POST', body: Buffer.alloc(5_300_000, 'x') })).status).toBe(413);
  });

  it('about mails that are none of ours, or of kinds we never asked for, are left out', async () => {
    const batch = await sent(1);
    const [event] = eventsOf(batch, 'delivered', LATER);
    if (!event) throw new Error('no event');
    const { dispatch_key: _key, ...foreign } = event;
    expect(await tell([foreign, ...eventsOf(batch, 'open', LATER), ...eventsOf(batch, 'click', LATER)] as SendgridEvent[])).toBe(
      204,
    );
    expect(await receipts()).toEqual([]);
  });

  it('suppress nobody but those whose mailbox does not exist, or who complained', async () => {
    const batch = await sent(6);
    const of = (index: number) => ({ only: [`leser-${index}@example.org`] });
    await applied([
      ...eventsOf(batch, 'bounce', LATER, {
        ...of(0),
        more: { type: 'bounce', reason: '550 5.1.1 <leser-0@example.org> unknown' },
      }),
      ...eventsOf(batch, 'bounce', LATER, { ...of(1), more: { type: 'blocked' } }),
      ...eventsOf(batch, 'deferred', LATER, of(2)),
      ...eventsOf(batch, 'dropped', LATER, { ...of(3), more: { reason: 'Bounced Address' } }),
      ...eventsOf(batch, 'dropped', LATER, { ...of(4), more: { reason: 'Invalid SMTPAPI header' } }),
      ...eventsOf(batch, 'spamreport', LATER, of(5)),
    ]);
    expect((await suppressed()).sort()).toEqual([
      ['complaint', 'everywhere'],
      ['hard-bounce', 'everywhere'],
      ['hard-bounce', 'everywhere'],
    ]);
    expect(await confirmed()).toEqual([0, 1, 2, 3, 4].map((index) => `leser-${index}@example.org`));
    expect(JSON.stringify(await receipts())).not.toContain('@');
  });

  it('tell a full mailbox, which counts, from what is blocked for our sake', async () => {
    const batch = await sent(2);
    const blocked = (index: number, status: string) =>
      eventsOf(batch, 'bounce', LATER, { only: [`leser-${index}@example.org`], more: { type: 'blocked', status } });
    await applied([...blocked(0, '5.2.2'), ...blocked(1, '5.7.1')]);
    expect((await receipts()).map(({ kind }) => kind).sort()).toEqual(['blocked', 'unreached']);
    expect(await world.editions()).toMatchObject([{ bounced: 2 }]);
    expect(await suppressed()).toEqual([]);
  });

  it('end the subscription of who leaves through their mail provider, unless they said yes again since', async () => {
    const batch = await sent(2);
    const [again] = await findRows(world.payload, 'subscribers', { email: { equals: 'leser-1@example.org' } });
    const confirmedAt = world
      .now()
      .add({ hours: 24 * 5 })
      .toString();
    await world.payload.db.updateOne({ collection: 'subscribers', id: again?.id ?? '', data: { confirmedAt } });
    await applied(eventsOf(batch, 'unsubscribe', LATER));
    expect(await confirmed()).toEqual(['leser-1@example.org']);
  });

  it('show an edition its figures, without any person, that never fall', async () => {
    const batch = await sent(3);
    await applied(eventsOf(batch, 'processed', LATER));
    await applied([...eventsOf(batch, 'delivered', LATER, { only: ['leser-0@example.org', 'leser-1@example.org'] })]);
    const bounced = { only: ['leser-2@example.org'], more: { type: 'bounce' } };
    for (let i = 0; i < 2; i++) await applied(eventsOf(batch, 'bounce', LATER, bounced));
    expect(await world.editions()).toMatchObject([{ accepted: 3, delivered: 2, bounced: 1 }]);
    world.pass(92 * 86_400);
    await applyReceipts(world.context());
    expect([await receipts(), await world.editions()]).toMatchObject([[], [{ accepted: 3, delivered: 2, bounced: 1 }]]);
  });

  it('settle a batch whose answer was lost: who is told of counts, and more of them later', async () => {
    act = 'hang-up';
    const batch = await sent(3);
    expect(await world.editions()).toMatchObject([{ status: 'unconfirmed' }]);
    await applied(eventsOf(batch, 'processed', LATER, { only: ['leser-1@example.org'] }));
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 1 }]);
    expect(await world.rows()).toMatchObject([{ status: 'sent' }]);
    const unclear = await unclearPeople(world.payload, (await world.editions())[0]?.id ?? '');
    expect(await addressesOf(world.payload, unclear)).toEqual(['leser-0@example.org', 'leser-2@example.org']);
    await applied([
      ...eventsOf(batch, 'dropped', LATER, { only: ['leser-0@example.org'] }),
      ...eventsOf(batch, 'delivered', LATER + 1),
    ]);
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 3 }]);
    expect(await unclearPeople(world.payload, (await world.editions())[0]?.id ?? '')).toEqual([]);
    await round();
    expect(standIn.requests()).toBe(1);
  });

  it('of one channel say nothing of another one’s people and batches', async () => {
    act = 'hang-up';
    const batch = await sent(1);
    const other = await world.payload.create({
      collection: 'channels',
      data: {
        ...{
          name: 'Fremd',
          slug: `fremd-${kind}`,
          kind: 'newsletter',
          via: 'sendgrid',
          organisation: world.ids.organiser,
          language: 'de',
        },
        ...{ quietFrom: '00:00', quietTo: '00:00', slotRhythm: 'weekly', slotWeekday: '4', slotTime: '09:00' },
        ...{ sender: 'Fremd <fremd@example.org>', apiKey: 'SG.schluessel-zwei', eventKey: publicKey },
      } as never,
    });
    const events = [...eventsOf(batch, 'delivered', LATER), ...eventsOf(batch, 'spamreport', LATER)];
    expect(await emit(hook(other.id), events, privateKey, { timestamp: clock() })).toBe(204);
    await applyReceipts(world.context());
    expect([await suppressed(), await confirmed(), await world.editions()]).toMatchObject([
      [],
      ['leser-0@example.org'],
      [{ status: 'unconfirmed' }],
    ]);
    expect((await world.editions())[0]?.delivered ?? 0).toBe(0);
  });

  it('do the same when a crash makes a job repeat them', async () => {
    const batch = await sent(2);
    await tell([...eventsOf(batch, 'spamreport', LATER), ...eventsOf(batch, 'delivered', LATER)]);
    await applyReceipts(world.context());
    const before = [await suppressed(), await confirmed(), await world.editions()];
    for (const { id } of await receipts())
      await world.payload.db.updateOne({ collection: 'receipts', id, data: { appliedAt: null } });
    await applyReceipts(world.context());
    expect([await suppressed(), await confirmed(), await world.editions()]).toEqual(before);
    expect((await receipts()).every(({ appliedAt }) => appliedAt)).toBe(true);
  });
});
