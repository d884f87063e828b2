import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instant } from '#domain/time';
import { setClock } from '#runtime/clock';
import { claimCheck, loadChannelAccess } from '#store/channel-access';
import { loadChannelAccount, stopChannel } from '#store/channel-accounts';
import { LINKEDIN_TOKEN } from '../fakes/linkedin';
import type { Person } from './access-doors';
import { testDatabases } from './boot';
import { type NetworkHouse, openNetworkHouse } from './network-house';

const START = instant('2026-11-23T09:00:00Z');

describe.each(testDatabases())('checking the account of a channel on %s', (kind) => {
  let world: NetworkHouse;
  let editor: Person;
  let at: Instant;
  beforeAll(async () => {
    world = await openNetworkHouse(kind, 'check');
    editor = await world.logIn('editor@example.org');
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    at = START;
    setClock(() => at);
    world.standIn.setAct(undefined);
    world.standIn.members.pages = [{ id: '4711', name: 'IHK Hessen innovativ' }];
  });

  const check = (id: string, as: Person | undefined = editor) => world.rest('POST', `/channels/${id}/check`, { as });

  it('says as whom it posts and for how long, posts nothing and tells no secret', async () => {
    const { id } = await world.make();
    at = START.add({ hours: 2 * 24 });
    const { status, body, text } = await check(id);
    expect([status, body.message, body.kind, body.mayGoOn]).toEqual([
      ...[200, 'Verbunden mit „IHK Hessen innovativ“, noch 58 Tage.', 'fine', false],
    ]);
    expect(text).not.toContain(LINKEDIN_TOKEN);
    expect(world.standIn.posts).toEqual([]);
    expect(await loadChannelAccess(world.payload, id)).toMatchObject({
      ...{ accountName: 'IHK Hessen innovativ', check: { kind: 'fine', at } },
    });
  });

  it('says what to do when the network refuses, and stops nothing by itself', async () => {
    const { id } = await world.make();
    world.standIn.setAct('unauthorised');
    const { status, body } = await check(id);
    expect([status, body.kind]).toEqual([200, 'refused']);
    expect(body.message).toContain('Bitte verbinden Sie den Kanal neu oder tragen Sie einen neuen Zugangsschlüssel ein.');
    expect(await loadChannelAccess(world.payload, id)).toMatchObject({ paused: false, check: { kind: 'refused' } });
    world.standIn.setAct(undefined);
    world.standIn.members.pages = [];
    at = at.add({ minutes: 1 });
    expect((await check(id)).body.message).toContain('darf im Namen dieser Seite nichts veröffentlichen');
  });

  it('keeps what was the trouble, until another access is entered', async () => {
    const { id } = await world.make();
    world.standIn.setAct('sunset');
    expect((await check(id)).body).toMatchObject({
      kind: 'version-given-up',
      message: expect.stringContaining('Am Zugang liegt es nicht'),
    });
    expect(await loadChannelAccess(world.payload, id)).toMatchObject({ check: { kind: 'version-given-up', at } });
    await world.update(id, { token: `${LINKEDIN_TOKEN}x` });
    expect((await loadChannelAccess(world.payload, id))?.check).toBeUndefined();
  });

  it('leaves nothing behind where there is no access to ask about', async () => {
    const { id } = await world.make({ page: undefined, token: undefined });
    const { status, body } = await check(id);
    expect([status, body.kind]).toEqual([200, undefined]);
    expect(body.message).toContain('noch mit keinem Konto verbunden');
    expect((await loadChannelAccess(world.payload, id))?.check).toBeUndefined();
  });

  it('asks to try again when the network gives no clear answer', async () => {
    const { id } = await world.make();
    world.standIn.setAct('busy');
    expect((await check(id)).body).toMatchObject({
      kind: 'unknown',
      message: expect.stringContaining('in einigen Minuten noch einmal'),
    });
  });

  it('offers to let a channel go on that had stopped, which is somebody’s own decision', async () => {
    const { id } = await world.make();
    await stopChannel(world.payload, id, 'account-refused', await loadChannelAccount(world.payload, id), at);
    expect((await check(id)).body).toMatchObject({ kind: 'fine', mayGoOn: true });
    expect(await loadChannelAccess(world.payload, id)).toMatchObject({ paused: true, trouble: 'account-refused' });
    await world.rest('PATCH', `/channels/${id}`, { as: editor, body: { paused: false } });
    expect(await loadChannelAccess(world.payload, id)).toMatchObject({ paused: false, trouble: undefined });
  });

  it('is asked of the network once in ten seconds, by however many', async () => {
    const { id } = await world.make();
    const claims = await Promise.all(Array.from({ length: 5 }, () => claimCheck(world.payload, id, at)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect((await check(id)).status).toBe(429);
    at = at.add({ seconds: 10 });
    expect((await check(id)).status).toBe(200);
  });

  it('forgets what it knew when another page or token is entered', async () => {
    const { id } = await world.make();
    await check(id);
    await world.update(id, { page: '815' });
    expect(await loadChannelAccess(world.payload, id)).toMatchObject({
      accountName: undefined,
      check: undefined,
      hasToken: true,
    });
  });

  it('says so where there is nothing to check or no such channel', async () => {
    const { id } = await world.make({ via: 'preview', page: undefined, token: undefined });
    expect((await check(id)).status).toBe(409);
    expect((await check('gibt-es-nicht')).status).toBe(404);
  });
});
