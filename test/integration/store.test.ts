import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlannedDelivery } from '#domain/delivery';
import type { Message } from '#domain/message';
import type { Instant } from '#domain/time';
import { hashAddress } from '#runtime/address-hash';
import { beginHanding, claimDispatch, closeAttempt, findAttempt } from '#store/attempts';
import { freezeBatches } from '#store/batches';
import { approve, confirmHandover, decline, resolveUnconfirmed, retryFailed, withdraw } from '#store/decisions';
import {
  addDelivery,
  applyChange,
  joinEdition,
  leaveEdition,
  loadDelivery,
  moveDelivery,
  readyForEdition,
  readyPosts,
} from '#store/deliveries';
import { dispatchesOf, openDispatch } from '#store/dispatches';
import { closeEdition, openEdition, sealEdition, skipEdition } from '#store/editions';
import { findRows } from '#store/rows';
import { loadSettings } from '#store/settings';
import { loadSubscribers } from '#store/subscribers';
import { openSuppressions } from '#store/suppressions';
import { claimTick } from '#store/tick-claims';
import { weeklyLoad } from '#store/weekly-load';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';

const NAMES = { content: 'Gründertag', organiser: 'spk', channel: 'Mastodon', carrier: 'htai' };
const POST: Message = { kind: 'post', text: 'Hallo', language: 'de' };
const later = (hours: number): Instant => START.add({ hours });

describe.each(testDatabases())('the store on %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, 'store');
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const planned = (change: Partial<PlannedDelivery> = {}): PlannedDelivery => ({
    ...{
      key: 'row',
      content: 'events/e',
      organiser: world.ids.organiser,
      channelId: world.ids.social,
      carrier: world.ids.carrier,
    },
    ...{ purpose: 'announce', occasion: 0, alsoFulfils: ['N-S-2', 'N-S-3'], approval: { kind: 'silence', hours: 48 } },
    because: { kind: 'clause', agreementId: 'a', code: 'N-S-1', text: 'Der Süden wirbt.', agreed: true },
    ...{ wantedAt: START, dueAt: later(1), latestAt: later(100), status: 'planned', fingerprint: 'abc', sequence: 0 },
    ...change,
  });
  const added = async (change: Partial<PlannedDelivery> = {}) => {
    await addDelivery(world.payload, planned(change), NAMES);
    const row = (await world.rows()).find(({ key }) => key === (change.key ?? 'row'));
    if (!row) throw new Error('not added');
    return row;
  };
  const readied = async (change: Partial<PlannedDelivery> = {}) => {
    const row = await added(change);
    await moveDelivery(world.payload, row.id, 'planned', 'ready');
    return row.id;
  };

  describe('a ledger row', () => {
    it('comes back as it was planned', async () => {
      const { id, status, ...row } = await added();
      expect(id).not.toBe('');
      expect(status).toBe('planned');
      const { status: _, wantedAt: __, dueAt: ___, latestAt: ____, ...facts } = planned();
      expect(row).toMatchObject(facts);
      expect(row.dueAt.equals(later(1))).toBe(true);
    });

    it('exists once per key, whoever adds it', async () => {
      const wins = await Promise.all([1, 2, 3, 4].map(() => addDelivery(world.payload, planned(), NAMES)));
      expect(wins.filter(Boolean)).toHaveLength(1);
    });

    it('is moved by exactly one of many', async () => {
      const { id } = await added();
      const moved = await Promise.all(
        [1, 2, 3, 4].map(() => moveDelivery(world.payload, id, 'planned', 'ready', { reason: undefined })),
      );
      expect(moved.filter(Boolean)).toHaveLength(1);
      expect(moved.find(Boolean)?.status).toBe('ready');
    });

    it('goes no way that is none', async () => {
      const { id } = await added();
      await expect(moveDelivery(world.payload, id, 'planned', 'sent')).rejects.toThrow(RangeError);
    });

    it('keeps to whoever changed it first', async () => {
      const row = await added();
      expect(await applyChange(world.payload, row, 'planned', { dueAt: later(2), fingerprint: 'new' }, NAMES)).toBe(true);
      expect(await applyChange(world.payload, row, 'planned', { dueAt: later(3) }, NAMES)).toBe(false);
      expect(await applyChange(world.payload, row, 'withdrawn', { reason: 'date-changed' }, NAMES)).toBe(false);
      const now = await loadDelivery(world.payload, row.id);
      expect(now).toMatchObject({ status: 'planned', fingerprint: 'new', alsoFulfils: ['N-S-2', 'N-S-3'] });
      expect(now?.dueAt.equals(later(2))).toBe(true);
    });

    it('takes the name of another carrier with the names people read', async () => {
      const row = await added();
      const names = { ...NAMES, organiser: 'IHK', carrier: 'Regionalmanagement' };
      expect(await applyChange(world.payload, row, 'planned', { organiser: 'ihk', carrier: 'rmnh' }, names)).toBe(true);
      expect(await applyChange(world.payload, row, 'planned', { carrier: 'spk' }, NAMES)).toBe(false);
      const found = await world.payload.find({ collection: 'deliveries', where: { id: { equals: row.id } } });
      expect(found.docs[0]).toMatchObject({
        ...{ organiser: 'ihk', organiserName: 'IHK', carrier: 'rmnh', carrierName: 'Regionalmanagement' },
        contentTitle: NAMES.content,
      });
      await expect(applyChange(world.payload, row, 'sent', {}, NAMES)).rejects.toThrow(RangeError);
    });

    it('forgets what a change clears', async () => {
      const row = await added();
      const waiting = await moveDelivery(world.payload, row.id, 'planned', 'awaiting-approval', {
        noticedAt: START,
        ownText: 'Unser',
      });
      expect(waiting).toMatchObject({ ownText: 'Unser' });
      await moveDelivery(world.payload, row.id, 'awaiting-approval', 'planned', { noticedAt: undefined });
      const again = await loadDelivery(world.payload, row.id);
      expect([again?.noticedAt, again?.ownText]).toEqual([undefined, 'Unser']);
    });

    it('is due once its time has come, on the channels asked for', async () => {
      const id = await readied();
      expect(await readyPosts(world.payload, world.ids.social, START, 10)).toEqual([]);
      expect(await readyPosts(world.payload, world.ids.social, later(1), 10)).toMatchObject([{ id, purpose: 'announce' }]);
      expect(await readyPosts(world.payload, world.ids.newsletter, later(1), 10)).toEqual([]);
    });

    it('counts for the caps of its clause and week, its own content excepted', async () => {
      await added();
      await added({ key: 'other', content: 'events/f' });
      await added({ key: 'gone', content: 'events/g', status: 'missed' });
      const load = await weeklyLoad(world.payload, ['N-S-1'], START);
      load.recount('events/h', [planned({ content: 'events/h' })]);
      expect(load.without('events/x')(world.ids.social, 'N-S-1', '2026-W48')).toBe(3);
      expect(load.without('events/e')(world.ids.social, 'N-S-1', '2026-W48')).toBe(2);
      expect(load.without('events/e')(world.ids.social, 'N-S-1', '2026-W49')).toBe(0);
      load.recount('events/h', [planned({ content: 'events/h', dueAt: later(7 * 24) })]);
      load.recount('events/f', [{ ...planned({ content: 'events/f' }), status: 'withdrawn' }]);
      expect(load.without('events/x')(world.ids.social, 'N-S-1', '2026-W48')).toBe(1);
      expect(load.without('events/x')(world.ids.social, 'N-S-1', '2026-W49')).toBe(1);
    });

    it('counts for a weekly cap in the week it was sent, however long ago it was due', async () => {
      const id = await readied({ dueAt: START.subtract({ hours: 20 * 24 }) });
      await moveDelivery(world.payload, id, 'ready', 'sending');
      await moveDelivery(world.payload, id, 'sending', 'sent', { sentAt: START });
      const load = await weeklyLoad(world.payload, ['N-S-1'], START);
      expect(load.without('events/x')(world.ids.social, 'N-S-1', '2026-W48')).toBe(1);
    });
  });

  describe('a claim', () => {
    const open = () => openDispatch(world.payload, { key: 'post/row', kind: 'post', subject: 'row', notBefore: START });
    const claim = async (owner: string) =>
      (await claimDispatch(world.payload, await open(), { owner, now: START, leaseUntil: later(1) }))?.attempt;

    it('is won by exactly one of many', async () => {
      await open();
      const claims = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(claim));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await open()).toMatchObject({ status: 'sending', attempt: 1 });
    });

    it('keeps exactly what is handed over, and lets only its holder hand over', async () => {
      const attempt = await claim('a');
      if (!attempt) throw new Error('not claimed');
      expect(await Promise.all([beginHanding(world.payload, attempt, POST), beginHanding(world.payload, attempt, POST)])).toEqual(
        expect.arrayContaining([true, false]),
      );
      expect((await findAttempt(world.payload, attempt.dispatchId, 1))?.message).toEqual(POST);
    });

    it('learns a late truth once', async () => {
      const attempt = await claim('a');
      if (!attempt) throw new Error('not claimed');
      await beginHanding(world.payload, attempt, POST);
      const accepted = { kind: 'accepted', providerId: '7', url: 'https://example.org/7', accepted: 2, refused: 1 } as const;
      expect(await closeAttempt(world.payload, attempt, { kind: 'unconfirmed', detail: 'lease expired' }, later(2))).toBe(true);
      expect(await closeAttempt(world.payload, attempt, { kind: 'unconfirmed', detail: 'again' }, later(2))).toBe(false);
      expect(await closeAttempt(world.payload, attempt, accepted, later(3))).toBe(true);
      expect(await closeAttempt(world.payload, attempt, { kind: 'rejected', code: 'x', detail: 'y' }, later(4))).toBe(false);
      expect((await findAttempt(world.payload, attempt.dispatchId, 1))?.outcome).toEqual(accepted);
    });
  });

  describe('an edition', () => {
    const newsletter = async () => {
      const channel = (await loadSettings(world.payload, START)).channels.find(({ id }) => id === world.ids.newsletter);
      if (!channel) throw new Error('no newsletter');
      return channel;
    };

    it('exists once per newsletter and slot, and is closed and sealed by exactly one', async () => {
      const channel = await newsletter();
      const [edition, same] = await Promise.all([
        openEdition(world.payload, channel, START),
        openEdition(world.payload, channel, START),
      ]);
      expect(same.id).toBe(edition.id);
      const closed = await Promise.all([closeEdition(world.payload, edition.id), closeEdition(world.payload, edition.id)]);
      expect(closed.filter(Boolean)).toHaveLength(1);
      const ends = await Promise.all([sealEdition(world.payload, edition, 3, ['r']), skipEdition(world.payload, edition.id)]);
      expect(ends.filter(Boolean)).toHaveLength(1);
    });

    it('takes a ready row once, and only one that is ready', async () => {
      const id = await readied({ channelId: world.ids.newsletter });
      expect(await readyForEdition(world.payload, world.ids.newsletter, later(1))).toHaveLength(1);
      expect(await Promise.all([joinEdition(world.payload, id, 'one'), joinEdition(world.payload, id, 'two')])).toEqual(
        expect.arrayContaining([true, false]),
      );
      expect(await readyForEdition(world.payload, world.ids.newsletter, later(1))).toHaveLength(0);
      const held = (await loadDelivery(world.payload, id))?.editionId ?? '';
      expect([await leaveEdition(world.payload, id, 'elsewhere'), await leaveEdition(world.payload, id, held)]).toEqual([
        false,
        true,
      ]);
      await moveDelivery(world.payload, id, 'ready', 'withdrawn', { reason: 'date-changed' });
      expect(await joinEdition(world.payload, id, 'one')).toBe(false);
    });

    it('freezes everybody in exactly one batch, also when two do it at once', async () => {
      await world.subscribe(23);
      const edition = world.freezing('e');
      const counts = await Promise.all([1, 2].map(() => freezeBatches(world.payload, edition, START, 10)));
      const batches = await dispatchesOf(world.payload, 'edition', ['e']);
      const people = batches.flatMap((batch) => batch.recipientIds ?? []);
      expect([counts, people.length, new Set(people).size]).toEqual([[23, 23], 23, 23]);
      expect(batches.map((batch) => batch.key)).toEqual(['edition/e/0', 'edition/e/1', 'edition/e/2']);
      expect(await loadSubscribers(world.payload, people, await openSuppressions(world.payload, hashAddress))).toHaveLength(23);
    });

    it('adds people who come before it is sealed, in a batch of their own', async () => {
      await world.subscribe(2);
      const edition = world.freezing('e');
      await freezeBatches(world.payload, edition, START, 10);
      await world.subscribe(3);
      expect(await freezeBatches(world.payload, edition, START, 10)).toBe(3);
      expect((await dispatchesOf(world.payload, 'edition', ['e'])).map((batch) => batch.recipientIds?.length)).toEqual([2, 1]);
    });
  });

  describe('a decision', () => {
    const by = { user: 'u', now: START };

    it('is possible where the row stands, and only once', async () => {
      const row = await added();
      await moveDelivery(world.payload, row.id, 'planned', 'awaiting-approval');
      expect(await approve(world.payload, row.id, { ...by, fingerprint: 'older' })).toEqual({
        ...{ kind: 'not-possible', status: 'awaiting-approval' },
      });
      expect(await approve(world.payload, row.id, { ...by, ownText: 'Unser Text', fingerprint: 'abc' })).toMatchObject({
        kind: 'done',
      });
      expect(await approve(world.payload, row.id, by)).toEqual({ kind: 'not-possible', status: 'ready' });
      expect(await loadDelivery(world.payload, row.id)).toMatchObject({ status: 'ready', ownText: 'Unser Text' });
      expect(await decline(world.payload, row.id, { ...by, reason: 'Passt nicht' })).toMatchObject({ kind: 'done' });
      expect(await withdraw(world.payload, row.id, by)).toEqual({ kind: 'not-possible', status: 'declined' });
      expect(await withdraw(world.payload, '0b6bd8f1-4c4b-4a4e-9d3c-6a7c7f0a1b2c', by)).toMatchObject({ status: undefined });
    });

    it('clears up what is unclear, fails or was handed over', async () => {
      const id = await readied();
      await moveDelivery(world.payload, id, 'ready', 'sending');
      await moveDelivery(world.payload, id, 'sending', 'failed', { reason: 'rejected' });
      expect(await retryFailed(world.payload, id, by)).toEqual({ kind: 'done', status: 'ready' });
      await moveDelivery(world.payload, id, 'ready', 'sending');
      await moveDelivery(world.payload, id, 'sending', 'unconfirmed');
      expect(await resolveUnconfirmed(world.payload, id, { ...by, wasSent: false })).toEqual({ kind: 'done', status: 'ready' });
      await moveDelivery(world.payload, id, 'ready', 'sending');
      await moveDelivery(world.payload, id, 'sending', 'handed-over', { askUntil: later(9) });
      expect(await confirmHandover(world.payload, id, later(2))).toEqual({ kind: 'done', status: 'sent' });
      expect((await loadDelivery(world.payload, id))?.sentAt?.equals(later(2))).toBe(true);
    });
  });

  it('gives a tick to exactly one', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => claimTick(world.payload, 'tick/1')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await findRows(world.payload, 'tick-claims', {})).toHaveLength(1);
  });
});
