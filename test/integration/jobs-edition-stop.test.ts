import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { instant } from '#domain/time';
import { run as assembleEditions } from '#jobs/assemble-editions';
import { claim, dropClaim } from '#jobs/dispatch/hand-over';
import { run as dispatchMessages } from '#jobs/dispatch-messages';
import { setLogLevel } from '#runtime/log';
import { claimDispatch } from '#store/attempts';
import { freezeBatches } from '#store/batches';
import { dueDispatches, stopDispatch } from '#store/dispatches';
import { stopEdition } from '#store/edition-stop';
import { findRows } from '#store/rows';
import { testDatabases } from './boot';
import { adopt, openWorld, PLAIN_NEWSLETTER, type World } from './jobs-world';

const SLOT = instant('2026-11-26T08:00:00Z');
const NEXT = instant('2026-12-03T08:00:00Z');

describe.each(testDatabases())('an edition that somebody stops on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'edition-stop');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.reset();
    await world.setNewsletter(PLAIN_NEWSLETTER);
  });

  const editionMails = () => world.fakes.current.outbox.sent.filter(({ key }) => key.startsWith('edition/'));
  const statusOf = async (title: string) =>
    (await findRows(world.payload, 'deliveries', { contentTitle: { equals: title } }))[0]?.status;

  /** Sealed for so many people, each a batch of their own. */
  const sealedFor = async (people: number) => {
    await world.subscribe(people);
    await world.publish({ title: 'Anton' });
    await world.round();
    const [edition] = await world.editions();
    await freezeBatches(world.payload, world.freezing(edition?.id ?? ''), world.now(), 1);
    world.at(SLOT);
    for (let i = 0; i < 2; i++) await assembleEditions(world.context());
    expect((await world.editions())[0]?.recipients).toBe(people);
    return edition?.id ?? '';
  };

  it('on its way stays with those who have it, and counts as sent', async () => {
    const id = await sealedFor(7);
    const { outbox } = world.fakes.current;
    const send: typeof outbox.send = (message, key) => {
      // As long as a round: nobody else is begun with, however many lanes there are.
      world.pass(5);
      return outbox.send(message, key);
    };
    await dispatchMessages({
      ...world.context(),
      channel: (via) => (via === 'outbox' ? { ...outbox, send } : world.fakes.current[via]),
    });
    expect(editionMails()).toHaveLength(1);
    expect(await stopEdition(world.payload, id, world.now())).toEqual({ kind: 'stopped', told: 1, kept: 6 });
    for (let i = 0; i < 2; i++) await world.round();
    expect(editionMails()).toHaveLength(1);
    expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 1, recipients: 7 }]);
    expect(await statusOf('Anton')).toBe('sent');
  });

  it('before anything left falls out, and its rows take the next', async () => {
    const id = await sealedFor(2);
    expect(await stopEdition(world.payload, id, world.now())).toEqual({ kind: 'stopped', told: 0, kept: 2 });
    for (let i = 0; i < 2; i++) await world.round();
    expect([editionMails(), (await world.editions())[0]?.status]).toEqual([[], 'skipped']);
    world.at(NEXT);
    await world.round();
    expect(await statusOf('Anton')).toBe('sent');
    expect(editionMails()).toHaveLength(1);
  });

  it.each([
    ['is put off by the mail server', { kind: 'postponed', notBefore: SLOT, detail: '451' } as const],
    ['may not be signed in', { kind: 'rejected', code: 'account-refused', detail: '' } as const],
  ])('takes back a batch too that was in hand and %s', async (_what, answer) => {
    const id = await sealedFor(3);
    const { outbox } = world.fakes.current;
    const stopping: typeof outbox.send = async () => {
      await stopEdition(world.payload, id, world.now());
      return answer;
    };
    await dispatchMessages({
      ...world.context(),
      channel: (via) => (via === 'outbox' ? { ...outbox, send: stopping } : world.fakes.current[via]),
    });
    await world.setNewsletter({ paused: false });
    world.pass(3600);
    for (let i = 0; i < 3; i++) await world.round();
    expect(editionMails()).toEqual([]);
    expect((await world.editions())[0]?.status).toBe('skipped');
  });

  it('takes back a batch too whose process fell silent before it left', async () => {
    const id = await sealedFor(3);
    const [batch] = await dueDispatches(world.payload, 'edition', world.now(), 1);
    if (!batch) throw new Error('no batch');
    await claimDispatch(world.payload, batch, { owner: 'dead', now: world.now(), leaseUntil: world.now().add({ seconds: 120 }) });
    await stopEdition(world.payload, id, world.now());
    world.pass(3600);
    for (let i = 0; i < 3; i++) await world.round();
    expect(editionMails()).toEqual([]);
    expect((await world.editions())[0]?.status).toBe('skipped');
  });

  it('says so too where its only batch is in hand, which does not leave when it comes back', async () => {
    const id = await sealedFor(1);
    const [batch] = await dueDispatches(world.payload, 'edition', world.now(), 1);
    if (!batch) throw new Error('no batch');
    await claimDispatch(world.payload, batch, { owner: 'dead', now: world.now(), leaseUntil: world.now().add({ seconds: 120 }) });
    expect(await stopEdition(world.payload, id, world.now())).toEqual({ kind: 'stopped', told: 1, kept: 0 });
    world.pass(3600);
    for (let i = 0; i < 3; i++) await world.round();
    expect([editionMails(), (await world.editions())[0]?.status]).toEqual([[], 'skipped']);
    expect(await stopEdition(world.payload, id, world.now())).toEqual({ kind: 'over' });
  });

  it('is said to be cancelled, not due, of a batch that is given up after it was stopped', async () => {
    await sealedFor(1);
    const [batch] = await dueDispatches(world.payload, 'edition', world.now(), 1);
    const claimed = batch && (await claim(world.context(), batch));
    if (!claimed) throw new Error('no claim');
    await stopDispatch(world.payload, batch.id, world.now());
    const said: string[] = [];
    const writing = vi.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
    setLogLevel('info');
    await dropClaim(world.context(), claimed, 'due');
    setLogLevel('silent');
    writing.mockRestore();
    expect(said.map((line) => JSON.parse(line).event)).toEqual(['dispatch.cancelled']);
  });

  it('while people work on it falls out at once', async () => {
    await world.subscribe(2);
    await world.publish({ title: 'Anton' });
    await world.round();
    const id = (await world.editions())[0]?.id ?? '';
    expect(await stopEdition(world.payload, id, world.now())).toEqual({ kind: 'skipped' });
    expect(await stopEdition(world.payload, id, world.now())).toEqual({ kind: 'over' });
    world.at(SLOT);
    await world.round();
    expect(editionMails()).toEqual([]);
  });
});
