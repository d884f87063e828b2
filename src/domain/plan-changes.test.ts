import { describe, expect, it } from 'vitest';
import { agreementOf, channelOf, clauseOf, eventOf } from '../../test/fixtures/domain';
import { changed, LATER, linkedin, plan, sent, shown } from '../../test/fixtures/planning';
import type { Delivery } from './delivery';
import { instant } from './time';

describe('changes', () => {
  const rows = plan(eventOf());
  it('of a teaser move nothing and ask again for a yes that was given', () => {
    const approval = { kind: 'carrier' } as const;
    const agreement = agreementOf(clauseOf('N-S-1', { approval }));
    const approved = plan(eventOf(), [], { agreement }).map((row) => ({
      ...row,
      status: 'ready' as const,
      ownText: 'Unser Text',
    }));
    const after = plan(eventOf({ teaser: { de: 'Anders' }, planRevision: 2 }), approved, { agreement, ...LATER });
    expect(after.map((row) => [row.status, row.ownText, row.ownTextStale])).toEqual([
      ['planned', 'Unser Text', true],
      ['planned', 'Unser Text', true],
    ]);
    expect(after.map((row) => row.dueAt)).toEqual(approved.map((row) => row.dueAt));
  });
  it('of the date move what has not left and correct what has', () => {
    const moved = changed({
      status: 'moved',
      startsAt: instant('2027-01-14T17:00:00Z'),
      endsAt: instant('2027-01-14T19:00:00Z'),
    });
    expect(shown(plan(moved, rows, LATER))).toEqual([
      'announce planned 2026-11-23T10:00:00Z',
      'remind planned 2027-01-07T08:00:00Z',
    ]);
    expect(shown(plan(moved, sent(rows, 'announce'), LATER))).toEqual([
      'announce sent 2026-11-23T10:00:00Z',
      'remind planned 2027-01-07T08:00:00Z',
      'update1 planned 2026-11-25T10:00:00Z',
    ]);
  });
  it('that cancel the event withdraw what has not left and tell those who were told', () => {
    const cancelled = changed({ status: 'cancelled' });
    expect(shown(plan(cancelled, rows, LATER))).toEqual([
      'announce withdrawn 2026-11-23T10:00:00Z',
      'remind withdrawn 2026-12-03T08:00:00Z',
    ]);
    expect(shown(plan(cancelled, sent(rows, 'announce'), LATER))).toEqual([
      'announce sent 2026-11-23T10:00:00Z',
      'remind withdrawn 2026-12-03T08:00:00Z',
      'cancel1 planned 2026-11-25T10:00:00Z',
    ]);
  });
  it('of what is for stakeholders only by now correct nothing in public', () => {
    const moved = {
      ...changed({ status: 'moved', startsAt: instant('2027-01-14T17:00:00Z') }),
      visibility: 'stakeholders',
    } as const;
    const told = plan(changed({ status: 'moved' }), sent(rows, 'announce'), LATER);
    expect(shown(plan(moved, sent(rows, 'announce'), LATER))).not.toContainEqual(expect.stringContaining('update'));
    expect(plan({ ...moved, planRevision: 3 }, told, LATER).map((row) => [row.purpose, row.status, row.reason])).toEqual([
      ['announce', 'sent', undefined],
      ['remind', 'withdrawn', 'content-withdrawn'],
      ['update', 'withdrawn', 'content-withdrawn'],
    ]);
  });
  it('wait for an embargo that was set later, recalls too', () => {
    const late = { ...changed({ town: 'Marburg' }), embargoUntil: instant('2026-12-05T11:00:00Z') };
    expect(shown(plan(late, sent(rows, 'announce'), LATER))).toEqual([
      'announce sent 2026-11-23T10:00:00Z',
      'remind withdrawn 2026-12-03T08:00:00Z',
      'update1 planned 2026-12-05T11:00:00Z',
    ]);
    expect(shown(plan({ ...eventOf(), embargoUntil: late.embargoUntil }, sent(rows, 'announce'), LATER))).toContain(
      'remind planned 2026-12-05T11:00:00Z',
    );
  });
  it('that only cancel an event are told whoever may read the rest, and reveal nothing else', () => {
    const hidden = { visibility: 'stakeholders', embargoUntil: instant('2026-12-05T11:00:00Z') } as const;
    const cancelled = { ...changed({ status: 'cancelled' }), ...hidden };
    expect(shown(plan(cancelled, sent(rows, 'announce'), LATER)).at(-1)).toBe('cancel1 planned 2026-11-25T10:00:00Z');
    const renamed = { ...cancelled, title: { de: 'Vertraulich' } };
    expect(plan(renamed, sent(rows, 'announce'), LATER).map((row) => row.purpose)).toEqual(['announce', 'remind']);
    expect(shown(plan({ ...renamed, visibility: 'public' }, sent(rows, 'announce'), LATER)).at(-1)).toBe(
      'cancel1 planned 2026-12-05T11:00:00Z',
    );
  });
  it('that no edition can tell in time are recorded as missed, while the event is to come', () => {
    const channels = [channelOf('htai', 'newsletter')];
    const told = sent(plan(eventOf(), [], { channels }), 'announce');
    const late = { channels, now: instant('2026-12-02T10:00:00Z') };
    expect(plan(changed({ status: 'cancelled' }), told, late).map((row) => [row.purpose, row.status, row.reason])).toEqual([
      ['announce', 'sent', undefined],
      ['cancel', 'missed', 'no-slot-before-start'],
    ]);
    const over = { channels, now: instant('2026-12-10T17:00:00Z') };
    expect(plan(changed({ town: 'Marburg' }), told, over).map((row) => row.purpose)).toEqual(['announce']);
  });
  it('of changes replace the correction that has not left', () => {
    const once = plan(changed({ status: 'postponed' }), sent(rows, 'announce'), LATER);
    const twice = plan(changed({ status: 'cancelled' }, 2), once, LATER);
    expect(shown(twice).slice(-2)).toEqual(['update1 withdrawn 2026-11-25T10:00:00Z', 'cancel2 planned 2026-11-25T10:00:00Z']);
  });
  it('need no new yes for a correction', () => {
    const agreement = agreementOf(clauseOf('N-S-1', { approval: { kind: 'carrier' } }));
    const told = sent(plan(eventOf(), [], { agreement }), 'announce');
    expect(plan(changed({ status: 'cancelled' }), told, { agreement, ...LATER }).at(-1)?.approval).toEqual({ kind: 'automatic' });
  });
  it('are not recalled within two days of their correction, but later, also of an event that was announced long before', () => {
    const moved = changed({ status: 'moved', startsAt: instant('2026-12-03T17:00:00Z') });
    const ledger = sent(plan(moved, sent(rows, 'announce'), LATER), 'update');
    expect(shown(plan(moved, ledger, { now: instant('2026-11-26T10:00:00Z') }))).toEqual([
      'announce sent 2026-11-23T10:00:00Z',
      'remind withdrawn 2026-12-03T08:00:00Z',
      'update1 sent 2026-11-25T10:00:00Z',
    ]);
    expect(shown(plan(moved, ledger, { now: instant('2026-11-28T10:00:00Z') }))).toContain('remind planned 2026-11-28T10:00:00Z');
  });
  it('are recalled two days after what was told when it left, not when it was due', () => {
    const late = plan(eventOf()).map(
      (row): Delivery => (row.purpose === 'announce' ? { ...row, status: 'sent', sentAt: instant('2026-12-02T10:00:00Z') } : row),
    );
    expect(plan(eventOf(), late, LATER).map((row) => row.status)).toEqual(['sent', 'withdrawn']);
  });
  it('are recalled although another message stands near that will never leave', () => {
    const called = eventOf({ deadline: instant('2026-12-06T22:59:00Z') });
    const ended = plan(called).map(
      (row): Delivery => (row.purpose === 'last-call' ? { ...row, status: 'withdrawn', reason: 'withdrawn-by-person' } : row),
    );
    expect(shown(plan(called, ended))).toEqual([
      'announce planned 2026-11-23T10:00:00Z',
      'last-call withdrawn 2026-12-03T08:00:00Z',
      'remind planned 2026-12-03T08:00:00Z',
    ]);
  });
  it('taken back before anybody heard of them are not told', () => {
    const told = sent(rows, 'announce');
    const moved = plan(changed({ status: 'moved', startsAt: instant('2026-12-17T17:00:00Z') }), told, LATER);
    expect(shown(moved)).toContain('update1 planned 2026-11-25T10:00:00Z');
    expect(plan(changed({}, 2), moved, LATER).map((row) => [row.purpose, row.status, row.reason])).toEqual([
      ['announce', 'sent', undefined],
      ['remind', 'planned', undefined],
      ['update', 'withdrawn', 'superseded'],
    ]);
    expect(shown(plan(changed({}, 2), sent(moved, 'update'), LATER))).toContain('update2 planned 2026-11-25T10:00:00Z');
  });
  it('that take content back and bring it again let the rows return', () => {
    const gone = plan(eventOf({ live: false }), rows, LATER);
    expect(gone.map((row) => row.reason)).toEqual(['content-withdrawn', 'content-withdrawn']);
    expect(plan(eventOf(), gone, LATER).map((row) => row.status)).toEqual(['planned', 'planned']);
  });
  it('of the channel’s carrier ask the new one, and of the organiser are written into what has not left', () => {
    const agreement = agreementOf(clauseOf('N-S-1', { approval: { kind: 'carrier' } }));
    const planned = plan(eventOf(), [], { agreement });
    const approved = { status: 'ready', ownText: 'Unser Text' } as const;
    const ledger = sent(planned, 'remind').map((row) => (row.purpose === 'announce' ? { ...row, ...approved } : row));
    const channels = [{ ...linkedin, carrier: 'ihk' }];
    const after = plan(eventOf({ organiser: 'rmnh' }), ledger, { agreement, channels, ...LATER });
    expect(after.map((row) => [row.carrier, row.organiser, row.status, row.ownTextStale])).toEqual([
      ['ihk', 'rmnh', 'planned', true],
      ['htai', 'spk', 'sent', false],
    ]);
    const automatic = rows.map((row): Delivery => ({ ...row, status: 'ready' }));
    expect(plan(eventOf(), automatic, { channels, ...LATER }).map((row) => [row.carrier, row.status])).toEqual([
      ['ihk', 'ready'],
      ['ihk', 'ready'],
    ]);
  });
  it('bring back what was missed when there is time for it now', () => {
    const channels = [channelOf('htai', 'newsletter')];
    const soon = eventOf({ event: { startsAt: instant('2026-11-27T17:00:00Z') } });
    const missed = plan(soon, [], { channels });
    expect(missed.map((row) => row.reason)).toEqual(['no-slot-before-start']);
    const back = ['announce planned 2026-12-01T08:00:00Z'];
    expect(shown(plan(changed({ status: 'moved' }), missed, { channels, ...LATER }))).toEqual(back);
    const thursdays = channelOf('htai', 'newsletter', { slot: { rhythm: 'weekly', weekday: 4, time: '09:00' } });
    const added = plan(soon, missed, { channels: [thursdays], ...LATER });
    expect(shown(added)).toEqual(['announce planned 2026-11-26T08:00:00Z']);
    expect(added[0]?.reason).toBeUndefined();
    const agreement = agreementOf(clauseOf('N-S-1', { capPerWeek: 1 }));
    const crowded = plan(eventOf(), [], { agreement, load: () => 1 });
    expect(crowded.map((row) => row.reason)).toEqual(['cap-reached']);
    expect(plan(eventOf(), crowded, { agreement, ...LATER })[0]).toMatchObject({ status: 'planned', reason: undefined });
  });
  it('ask once more for an approval that nobody gave, but hand nothing over twice', () => {
    const lapsed = (reason: 'no-approval-in-time' | 'not-confirmed-in-time') =>
      rows.slice(0, 1).map((row): Delivery => ({ ...row, status: 'missed', reason }));
    const moved = changed({ status: 'moved', startsAt: instant('2027-01-14T17:00:00Z') });
    const [asked, handed] = [lapsed('no-approval-in-time'), lapsed('not-confirmed-in-time')];
    expect(plan(eventOf(), asked)[0]?.status).toBe('missed');
    expect(plan(moved, asked, LATER)[0]?.status).toBe('planned');
    expect(plan(moved, handed, LATER)[0]?.status).toBe('missed');
  });
  it('respect a declined announcement: nothing more on that channel', () => {
    const declined = rows.map((row) => (row.purpose === 'announce' ? { ...row, status: 'declined' as const } : row));
    expect(plan(eventOf(), declined, LATER).map((row) => [row.status, row.reason])).toEqual([
      ['declined', undefined],
      ['withdrawn', 'announcement-declined'],
    ]);
  });
  it('of the agreement withdraw what no clause asks for any more', () => {
    expect(plan(eventOf(), rows, { agreement: undefined }).map((row) => row.reason)).toEqual([
      'no-longer-agreed',
      'no-longer-agreed',
    ]);
  });
});
