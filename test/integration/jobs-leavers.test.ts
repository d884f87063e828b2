import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOBS } from '#jobs/round';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

describe.each(testDatabases())('approvals of people who leave, on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'jobs-leavers');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'], approval: 'silence', silenceHours: 48 }]);
  });
  afterAll(() => world.stop());

  const mailsTo = (address: string) =>
    world.fakes.current.outbox.sent.filter(
      ({ message }) => message.kind === 'mail' && message.recipients.some((recipient) => recipient.address === address),
    );
  const statuses = async () => (await world.rows()).map(({ status }) => status);

  it('stay with the organisation: nobody who left is written to, is tried again, or counts as silent', async () => {
    await world.publish();
    for (const [name, job] of JOBS) if (!name.startsWith('dispatch')) await job(world.context());
    expect(await findRows(world.payload, 'notices', {})).toHaveLength(1);
    await world.payload.update({ collection: 'users', id: world.ids.editor, data: { active: false } });
    await world.round();
    const attempts = (await findRows(world.payload, 'attempts', {})).length;
    for (let hour = 0; hour < 3; hour++) {
      world.pass(24 * 3_600);
      await world.round();
    }
    expect(await findRows(world.payload, 'attempts', {})).toHaveLength(attempts);
    expect([mailsTo('redaktion@example.org').length, await statuses()]).toEqual([0, ['awaiting-approval']]);
  });

  it('are asked of whoever comes next', async () => {
    const account = { name: 'Neu', email: 'neu@example.org', password: 'geheim-genug-2026', role: 'editor' } as const;
    await world.payload.create({ collection: 'users', data: { ...account, organisation: world.ids.carrier } });
    await world.round();
    expect([mailsTo('neu@example.org').length, await statuses()]).toEqual([1, ['awaiting-approval']]);
    world.pass(48 * 3_600);
    await world.round();
    expect(await statuses()).toEqual(['sent']);
  });
});
