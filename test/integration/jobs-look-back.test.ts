// A post that may have left already, and that somebody wants to be tried again.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run as planDeliveries } from '#jobs/plan-deliveries';
import { run as settleApprovals } from '#jobs/settle-approvals';
import { approve, resolveUnconfirmed, reword } from '#store/decisions';
import { MASTODON_TOKEN } from '../fakes/mastodon';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';
import { MOVED, postedIn } from './posted-world';

const OWN = 'Wir sehen uns am 10.12. in Kassel!';
const LINK = 'http://localhost:3000/veranstaltungen/gruendertag';

describe.each(testDatabases())('a post that may have left on %s', (kind) => {
  let world: World;
  const posted = postedIn(() => world);
  const { networks, setChannel, rounds, row, first, change } = posted;
  beforeAll(async () => {
    world = await openWorld(kind, 'look-back');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(posted.begin);
  afterEach(posted.end);

  const sayItDidNotLeave = async () =>
    resolveUnconfirmed(world.payload, (await row()).id, { user: 'u', now: world.now(), wasSent: false });

  it('tells what it told: a correction follows when it is found after its row was planned for a later date', async () => {
    const { id } = await world.publish();
    networks().mastodon.setAct('cut-off');
    await rounds(1, 1);
    networks().mastodon.setAct(undefined);
    expect([(await row()).status, first()?.includes('10. Dezember')]).toEqual(['unconfirmed', true]);
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 15 } });
    await change(id, MOVED);
    await rounds(1, 1);
    await sayItDidNotLeave();
    // Saved again within the time to think: the row is planned for the new date, and its correction is needless.
    await change(id, { teaser: 'Ein Tag für alle, die gründen.' });
    await rounds(6, 600);
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
    const rows = (await world.rows()).filter(({ channelId }) => channelId === world.ids.social);
    expect(rows.map(({ purpose, sequence, status }) => [purpose, sequence, status]).sort()).toEqual([
      ['announce', 0, 'sent'],
      ['update', 1, 'sent'],
    ]);
    // The one that is found is put right, and the other corrects it.
    expect(networks().mastodon.statuses.map(({ text }) => text.includes('12. Dezember'))).toEqual([true, true]);
  });

  it.each([
    ['in one line', 'Wir sehen uns am 10.12. in Kassel!'],
    ['with line breaks of Windows', 'Wir sehen uns\r\nam 10.12. in Kassel!'],
    ['too long, with the link at their beginning', `Hier: ${LINK}\n\n${'Wir sehen uns am 10.12. in Kassel. '.repeat(16)}`],
  ])(
    'keeps the words that its carrier wrote, %s, when it is found after its row was planned for a later date',
    async (_how, ownText) => {
      const { id } = await world.publish();
      await planDeliveries(world.context());
      await settleApprovals(world.context());
      const { id: rowId, fingerprint } = await row();
      const words = { ownText, before: undefined, fingerprint };
      expect(await reword(world.payload, rowId, { user: 'u', now: world.now(), ...words })).toMatchObject({ kind: 'done' });
      networks().mastodon.setAct('cut-off');
      await rounds(1, 1);
      networks().mastodon.setAct(undefined);
      expect(first()).toContain('Wir sehen uns');
      await change(id, MOVED);
      await rounds(1, 1);
      await sayItDidNotLeave();
      await rounds(4, 600);
      expect(first()).toContain('Wir sehen uns');
      expect(await row()).toMatchObject({ ownText, ownTextStale: false, status: 'sent', sequence: 0 });
    },
  );

  it.each([
    ['are kept where its try is from before tries remembered words', null, OWN, false],
    ['are kept where besides the content has overtaken them since', null, OWN, true],
    ['are none where its try remembers that it told none', '', null, false],
  ])('that is found: its carrier’s words %s', async (_how, remembered, ownText, isOvertaken) => {
    const { id } = await world.publish();
    await planDeliveries(world.context());
    await settleApprovals(world.context());
    const { id: rowId, fingerprint } = await row();
    await reword(world.payload, rowId, { user: 'u', now: world.now(), ownText: OWN, before: undefined, fingerprint });
    networks().mastodon.setAct('cut-off');
    await rounds(1, 1);
    networks().mastodon.setAct(undefined);
    await world.payload.db.updateMany({ collection: 'attempts', where: {}, data: { ownText: remembered } });
    if (isOvertaken) await change(id, MOVED);
    await rounds(1, 1);
    await sayItDidNotLeave();
    await rounds(4, 600);
    expect(await row()).toMatchObject({ status: 'sent', sequence: 0, ownTextStale: false });
    expect([(await row()).ownText ?? null, first()?.includes(OWN)]).toEqual([ownText, true]);
    if (!isOvertaken) await change(id, MOVED);
    await rounds(4, 600);
    // What the machine said it puts right, and never what its carrier did.
    expect(first()?.includes(OWN)).toBe(ownText !== null);
  });

  it('is looked for with the access of now, when a token was entered anew', async () => {
    await world.publish();
    networks().mastodon.setAct('cut-off');
    await rounds(1, 1);
    networks().mastodon.setAct(undefined);
    networks().mastodon.forgetKeys();
    await setChannel({ token: MASTODON_TOKEN });
    world.pass(7_200);
    await sayItDidNotLeave();
    await rounds(3);
    expect([networks().mastodon.statuses.length, (await row()).status]).toEqual([1, 'sent']);
  });

  it('tells what it told where its network gives it back for a newer text under the same key', async () => {
    const { id } = await world.publish();
    networks().mastodon.setAct('cut-off');
    await rounds(1, 1);
    networks().mastodon.setAct(undefined);
    // Somebody changed it there, and by its words it is found no more.
    const [status] = networks().mastodon.statuses;
    if (status) Object.assign(status, { text: `${status.text} #Kassel` });
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 15 } });
    await change(id, MOVED);
    await rounds(1, 1);
    await sayItDidNotLeave();
    await change(id, { teaser: 'Ein Tag für alle, die gründen.' });
    await rounds(6, 300);
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
    const rows = (await world.rows()).filter(({ channelId }) => channelId === world.ids.social);
    expect(rows.map(({ purpose, sequence, status: stand }) => [purpose, sequence, stand]).sort()).toEqual([
      ['announce', 0, 'sent'],
      ['update', 1, 'sent'],
    ]);
    expect(networks().mastodon.statuses.map(({ text }) => text.includes('12. Dezember'))).toEqual([true, true]);
  });

  it('is given to a person with the word to look first, where the network cannot be asked', async () => {
    await setChannel({ ownerEmail: 'presse@example.org' });
    await world.publish();
    networks().mastodon.setAct('cut-off');
    await rounds(1, 1);
    networks().mastodon.setAct('unauthorised');
    await world.payload.db.updateOne({
      ...{ collection: 'channels', id: world.ids.social, options: { atomic: true } },
      data: { paused: true, trouble: 'account-refused' },
    });
    await sayItDidNotLeave();
    world.pass(600);
    await rounds(2);
    const mails = world.fakes.current.manual.sent.map(({ message }) => (message.kind === 'handover' ? message.mail.text : ''));
    expect(mails.map((text) => text.includes('Vielleicht steht er dort schon'))).toEqual([true]);
    expect((await row()).status).toBe('handed-over');
  });

  it('is not approved in other words', async () => {
    await adopt(world.payload, 3, [{ code: 'N-S-1', channelKinds: ['mastodon'], approval: 'carrier' }]);
    const { id } = await world.publish();
    const by = async () => ({ user: 'u', now: world.now(), fingerprint: (await row()).fingerprint });
    await rounds(1, 1);
    expect(await approve(world.payload, (await row()).id, await by())).toMatchObject({ kind: 'done' });
    networks().mastodon.setAct('cut-off');
    await rounds(1, 1);
    networks().mastodon.setAct(undefined);
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 15 } });
    await change(id, MOVED);
    await rounds(1, 1);
    await sayItDidNotLeave();
    await change(id, { teaser: 'Ein Tag für alle, die gründen.' });
    await planDeliveries(world.context());
    const { id: rowId, status } = await row();
    const words = { ...(await by()), ownText: 'Am 12.12. in Kassel!' };
    expect(await approve(world.payload, rowId, words)).toEqual({ kind: 'text-stays', status });
    await world.payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 0 } });
    expect(await approve(world.payload, rowId, await by())).toMatchObject({ kind: 'done' });
  });
});
