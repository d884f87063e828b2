// Who is told what, and when: requests for approval and where nobody can be asked, failures, reminders, failed publications.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { nextMoment } from '#jobs/next-moment';
import { JOBS } from '#jobs/round';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, START, type World } from './jobs-world';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe.each(testDatabases())('notices on %s', (kind) => {
  let world: World;
  let version = 1;
  beforeAll(async () => {
    world = await openWorld(kind, 'notices');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const adopted = (clause: object) => adopt(world.payload, ++version, [{ code: 'N-S-1', channelKinds: ['mastodon'], ...clause }]);
  const onlyRow = async () => (await world.rows())[0];
  const mailsTo = (address: string) =>
    world.fakes.current.outbox.sent.flatMap(({ message }) =>
      message.kind === 'mail' && message.recipients.some((recipient) => recipient.address === address) ? [message] : [],
    );
  // Past the hooks: people of whom notices tell stay, but nobody may rely on it.
  const dismissEditor = () =>
    world.payload.db.deleteMany({ collection: 'users', where: { email: { equals: 'redaktion@example.org' } } });
  const hireEditor = () =>
    world.payload.create({
      collection: 'users',
      data: {
        ...{ email: 'redaktion@example.org', password: 'geheim-genug-2026', name: 'Redaktion', role: 'editor', language: 'de' },
        organisation: world.ids.carrier,
        mails: { digest: false },
      },
    });

  describe('where the carrier has no editor', () => {
    beforeEach(async () => {
      await dismissEditor();
    });
    afterAll(async () => {
      await dismissEditor();
      await hireEditor();
    });

    it('tell the coordination once, and silence is no yes', async () => {
      await adopted({ approval: 'silence', silenceHours: 48 });
      await world.publish();
      await world.round();
      await world.round();
      const [mail, ...more] = mailsTo('koordination@example.org');
      expect(more).toEqual([]);
      expect(mail?.subject).toBe('Niemand kann freigeben: Gründertag (htai-mastodon, Ankündigung)');
      expect(mail?.text).toContain('Für htai ist aber niemand mit der Rolle Redaktion eingetragen');
      expect(mail?.text).not.toContain('48 Stunden');
      world.pass(3 * DAY);
      await world.round();
      expect(await onlyRow()).toMatchObject({ status: 'awaiting-approval', noticedAt: undefined });
    });

    it('ask whoever is entered later, and from then on silence counts', async () => {
      await adopted({ approval: 'silence', silenceHours: 48 });
      await world.publish();
      await world.round();
      world.pass(DAY);
      await hireEditor();
      await world.round();
      expect(mailsTo('redaktion@example.org')).toHaveLength(1);
      expect(await nextMoment(world.payload, world.now())).toEqual(START.add({ hours: 72 }));
      world.pass(2 * DAY);
      await world.round();
      expect(await onlyRow()).toMatchObject({ status: 'sent' });
    });

    it('tell the coordination too while its only editor was invited and never came in', async () => {
      const { id } = await hireEditor();
      const where = { id: { equals: id } };
      await world.payload.db.updateOne({ collection: 'users', where, data: { invitedAt: START.toString() } });
      await adopted({ approval: 'silence', silenceHours: 24 });
      await world.publish();
      await world.round();
      expect(mailsTo('koordination@example.org')).toHaveLength(1);
      world.pass(2 * DAY);
      await world.round();
      expect(await onlyRow()).toMatchObject({ status: 'awaiting-approval', noticedAt: undefined });
    });

    it('do not try for ever to reach an account that is gone', async () => {
      await hireEditor();
      await adopted({ approval: 'carrier' });
      await world.publish();
      world.fakes.current.outbox.answerNext({ kind: 'rejected', code: '550', detail: 'no such user' });
      await world.round();
      await dismissEditor();
      world.pass(DAY + 1);
      for (let i = 0; i < 3; i++) await world.round();
      expect(await findRows(world.payload, 'attempts', {})).toHaveLength(2);
      expect(mailsTo('koordination@example.org')).toHaveLength(1);
    });
  });

  describe('that somebody switched off', () => {
    const switchMails = (id: string, mails: object) =>
      world.payload.update({ collection: 'users', id, data: { mails: { digest: false, ...mails } } });
    const idOf = async (email: string) =>
      (await world.payload.find({ collection: 'users', where: { email: { equals: email } } })).docs[0]?.id ?? '';
    beforeEach(async () => {
      await switchMails(await idOf('redaktion@example.org'), { approval: false, failed: false });
    });
    afterAll(async () => {
      await switchMails(await idOf('redaktion@example.org'), { approval: true, failed: true });
    });

    it('reach nobody: those above are told, silence is no yes, and the row stands under the problems', async () => {
      await adopted({ approval: 'silence', silenceHours: 48 });
      await world.publish();
      await world.round();
      expect(mailsTo('redaktion@example.org')).toHaveLength(0);
      expect(mailsTo('koordination@example.org').map(({ subject }) => subject)).toEqual([
        'Niemand kann freigeben: Gründertag (htai-mastodon, Ankündigung)',
      ]);
      world.pass(3 * DAY);
      await world.round();
      expect(await onlyRow()).toMatchObject({ status: 'awaiting-approval', noticedAt: undefined });
    });

    it('are not sent if they were raised before', async () => {
      await switchMails(await idOf('redaktion@example.org'), { approval: true });
      await adopted({ approval: 'carrier' });
      await world.publish();
      world.fakes.current.outbox.answerNext({ kind: 'postponed', notBefore: START.add({ hours: 1 }), detail: 'HTTP 429' });
      await world.round();
      await switchMails(await idOf('redaktion@example.org'), { approval: false });
      world.pass(HOUR);
      await world.round();
      expect(mailsTo('redaktion@example.org')).toHaveLength(0);
      await switchMails(await idOf('redaktion@example.org'), { approval: true });
      await world.round();
      expect(mailsTo('redaktion@example.org')).toHaveLength(1);
    });

    it('go to the others only', async () => {
      await adopted({});
      await world.publish();
      world.fakes.current.preview.answerNext({ kind: 'rejected', code: 'http-422', detail: 'HTTP 422' });
      await world.round();
      await world.round();
      expect(await onlyRow()).toMatchObject({ status: 'failed' });
      expect([mailsTo('redaktion@example.org').length, mailsTo('koordination@example.org').length]).toEqual([0, 1]);
    });
  });

  it('ask once about all that changed within the time to think, and silence counts from then', async () => {
    const think = (coolOffMinutes: number) => world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes } });
    await think(15);
    await adopted({ approval: 'silence', silenceHours: 48 });
    const { id } = await world.publish();
    await world.round();
    for (const teaser of ['Eins.', 'Zwei.', 'Drei.']) {
      world.pass(10 * 60);
      await world.payload.update({ collection: 'events', id, data: { teaser, _status: 'published' } });
      await world.round();
    }
    const settled = START.add({ minutes: 45 });
    world.at(settled.subtract({ seconds: 1 }));
    await world.round();
    expect([mailsTo('redaktion@example.org').length, (await onlyRow())?.status]).toEqual([0, 'planned']);
    expect(await nextMoment(world.payload, world.now())).toEqual(settled);
    world.at(settled);
    await world.round();
    const [mail, ...more] = mailsTo('redaktion@example.org');
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Drei.');
    expect(await onlyRow()).toMatchObject({ status: 'awaiting-approval', noticedAt: settled });
    await think(0);
  });

  it('repeat a request that was refused a day later', async () => {
    await adopted({ approval: 'carrier' });
    await world.publish();
    world.fakes.current.outbox.answerNext({ kind: 'rejected', code: '550', detail: 'no such user' });
    await world.round();
    const tomorrow = START.add({ hours: 24 });
    expect(await nextMoment(world.payload, world.now())).toEqual(tomorrow);
    world.at(tomorrow.subtract({ seconds: 1 }));
    await world.round();
    expect(mailsTo('redaktion@example.org')).toHaveLength(0);
    world.at(tomorrow);
    await world.round();
    expect(mailsTo('redaktion@example.org')).toHaveLength(1);
  });

  it('tell of a failure however long ago the message was due', async () => {
    await adopted({});
    await world.publish({ startsAt: '2027-01-20T17:00:00.000Z', endsAt: '2027-01-20T19:00:00.000Z' });
    world.fakes.current.preview.answerNext({ kind: 'rejected', code: 'http-422', detail: 'HTTP 422 not wanted' });
    await world.payload.updateGlobal({ slug: 'operations', data: { paused: true } });
    await world.round();
    const { dueAt } = (await onlyRow()) ?? {};
    await world.payload.updateGlobal({ slug: 'operations', data: { paused: false } });
    world.pass(20 * DAY);
    await world.round();
    await world.round();
    expect(await onlyRow()).toMatchObject({ status: 'failed', dueAt });
    const [mail, ...more] = mailsTo('redaktion@example.org');
    expect([more.length, mailsTo('koordination@example.org').length]).toEqual([0, 1]);
    expect(mail?.text).toContain('Der Anbieter hat die Nachricht abgelehnt (HTTP 422)');
    expect(mail?.text).not.toContain('not wanted');
  });

  it('remind of a text that was handed over for a short time only when half of it is over', async () => {
    await adopted({ channelKinds: ['linkedin'] });
    await world.publish({ startsAt: '2026-11-24T05:00:00.000Z', endsAt: '2026-11-24T07:00:00.000Z' });
    await world.round();
    await world.round();
    expect(await onlyRow()).toMatchObject({ status: 'handed-over', askUntil: START.add({ hours: 20 }) });
    expect(mailsTo('redaktion@example.org')).toHaveLength(0);
    expect(await nextMoment(world.payload, world.now())).toEqual(START.add({ hours: 10 }));
    world.pass(10 * HOUR);
    await world.round();
    expect(mailsTo('redaktion@example.org')).toHaveLength(1);
  });

  it('do not remind of a text that was handed over and is no longer right', async () => {
    await adopted({ channelKinds: ['linkedin'] });
    const { id } = await world.publish();
    await world.round();
    await world.round();
    expect(await onlyRow()).toMatchObject({ purpose: 'announce', status: 'handed-over' });
    world.pass(HOUR);
    await world.payload.update({ collection: 'events', id, data: { status: 'cancelled', _status: 'published' } });
    await world.round();
    await world.round();
    expect((await world.rows()).filter(({ status }) => status === 'handed-over')).toHaveLength(2);
    for (let days = 0; days < 7; days += 1) {
      world.pass(DAY);
      await world.round();
    }
    expect(mailsTo('redaktion@example.org').map(({ text }) => text.includes('Absage'))).toEqual([true]);
  });

  // The stand-in for MongoDB cannot write down that an entry of Payload's queue failed ($push).
  const canFail = kind === 'sqlite' || Boolean(process.env.MONGODB_TEST_URI);
  it.runIf(canFail)('tell the organiser’s editors once that a content could not be published as planned', async () => {
    const { id } = await world.publish({ _status: 'draft', title: 'Halbfertig', town: null });
    await world.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'events', value: id }, locale: 'all' } as never,
    });
    // Payload's queue knows the real time only.
    await JOBS[0][1](world.context({ now: instant('2099-02-01T00:00:00Z') }));
    await world.round();
    await world.round();
    const [mail, ...more] = mailsTo('spk@example.org');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Nicht veröffentlicht: Halbfertig');
    expect(mail?.text).toContain(`http://localhost:3000/admin/collections/events/${id}`);
    expect(await world.payload.findByID({ collection: 'events', id })).toMatchObject({ _status: 'draft' });
  });

  it.runIf(canFail)(
    'tell the organiser’s editors that a content is still public, unless somebody took it back since',
    async () => {
      const fail = async (title: string): Promise<string> => {
        const { id } = await world.publish({ title });
        const doc = { relationTo: 'events', value: id };
        // Whoever planned it cannot be made out any more.
        await world.payload.jobs.queue({ task: 'schedulePublish', input: { type: 'unpublish', doc, user: 'gone' } as never });
        await JOBS[0][1](world.context({ now: instant('2099-02-01T00:00:00Z') }));
        return id;
      };
      const kept = await fail('Soll weg');
      const hidden = await fail('Ist weg');
      await world.payload.update({ collection: 'events', id: hidden, data: { _status: 'draft' } });
      await world.round();
      await world.round();
      const [mail, ...more] = mailsTo('spk@example.org').filter(({ subject }) => subject.startsWith('Noch öffentlich'));
      expect(more).toEqual([]);
      expect(mail?.subject).toBe('Noch öffentlich: Soll weg');
      expect(mail?.text).toContain('wählen Sie „Veröffentlichung aufheben“');
      expect(mail?.text).toContain(`http://localhost:3000/admin/collections/events/${kept}`);
    },
  );
});
