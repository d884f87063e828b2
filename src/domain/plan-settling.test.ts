import { describe, expect, it } from 'vitest';
import { agreementOf, channelOf, clauseOf, eventOf, northSouth, organisations } from '../../test/fixtures/domain';
import { changed, plan, sent, shown } from '../../test/fixtures/planning';
import { isStillAsked } from './plan';
import { instant } from './time';

const PUBLISHED = instant('2026-11-23T09:00:00Z');
const thinking = { coolOffMinutes: 15, now: PUBLISHED };
const newsletter = channelOf('htai', 'newsletter');

describe('the time to think', () => {
  it('keeps what was just published for so many minutes', () => {
    expect(shown(plan(eventOf(), [], thinking))[0]).toBe('announce planned 2026-11-23T09:15:00Z');
    expect(shown(plan(eventOf(), [], { ...thinking, coolOffMinutes: 0 }))[0]).toBe('announce planned 2026-11-23T09:00:00Z');
  });

  it('begins anew with every change, and is over for what is due later', () => {
    const rows = plan(eventOf(), [], thinking);
    const edited = eventOf({ planRevision: 2, changedAt: instant('2026-11-23T09:10:00Z'), title: { de: 'Anderer Titel' } });
    const again = plan(edited, rows, { coolOffMinutes: 15, now: instant('2026-11-23T09:10:00Z') });
    expect(shown(again)[0]).toBe('announce planned 2026-11-23T09:25:00Z');
    expect(shown(again).slice(1)).toEqual(shown(rows).slice(1));
  });

  it('changes nothing more when it is planned again, before or after it is over', () => {
    const rows = plan(eventOf(), [], thinking);
    for (const now of ['2026-11-23T09:05:00Z', '2026-11-23T09:15:00Z', '2026-11-23T09:40:00Z'])
      expect(plan(eventOf(), rows, { coolOffMinutes: 15, now: instant(now) })).toEqual(rows);
  });

  it('holds corrections back too', () => {
    const told = sent(plan(eventOf(), [], thinking), 'announce');
    const rows = plan(changed({ status: 'cancelled' }), told, { coolOffMinutes: 15, now: instant('2026-11-25T09:01:00Z') });
    expect(shown(rows)).toContain('cancel1 planned 2026-11-25T09:15:00Z');
  });

  it('does not hold back a correction that would then come too late', () => {
    const start = instant('2026-11-25T09:10:00Z');
    const told = sent(plan(eventOf({ event: { startsAt: start } }), [], { now: PUBLISHED }), 'announce');
    const off = changed({ status: 'cancelled', startsAt: start });
    for (const [coolOffMinutes, due] of [
      [9, '09:09'],
      [10, '09:01'],
    ] as const) {
      const options = { coolOffMinutes, now: instant('2026-11-25T09:01:00Z') };
      const rows = plan(off, told, options);
      expect(shown(rows)).toContain(`cancel1 planned 2026-11-25T${due}:00Z`);
      expect(plan(off, rows, options)).toEqual(rows);
    }
  });

  it('takes the next slot for what is new shortly before one, and leaves in its slot what was only changed', () => {
    const slot = instant('2026-12-01T08:00:00Z');
    const early = slot.subtract({ minutes: 5 });
    const fresh = eventOf({ publishedAt: early, changedAt: early, event: { startsAt: instant('2027-01-20T17:00:00Z') } });
    const options = { channels: [newsletter], coolOffMinutes: 15 };
    expect(shown(plan(fresh, [], { ...options, now: early }))[0]).toBe('announce planned 2027-01-05T08:00:00Z');
    const known = plan(eventOf({ event: fresh.event }), [], { ...options, now: PUBLISHED });
    const edited = eventOf({ planRevision: 2, changedAt: early, title: { de: 'Anderer Titel' }, event: fresh.event });
    expect(shown(plan(edited, known, { ...options, now: early }))[0]).toBe('announce planned 2026-12-01T08:00:00Z');
  });
});

describe('a message that waited longer than its due time', () => {
  const start = instant('2026-12-24T17:00:00Z');
  const rows = plan(eventOf({ event: { startsAt: start } }), [], { now: PUBLISHED });
  const reminder = rows.find(({ purpose }) => purpose === 'remind');
  if (!reminder) throw new Error('the fixture plans a reminder');
  const again = (existing: typeof rows, now = reminder.dueAt) => plan(eventOf({ event: { startsAt: start } }), existing, { now });
  const standOf = (existing: typeof rows) => {
    const { status, reason } = existing.find(({ purpose }) => purpose === 'remind') ?? {};
    return [status, reason];
  };
  const announced = (change: Partial<(typeof rows)[number]>) =>
    rows.map((row) => (row.purpose === 'announce' ? { ...row, ...change } : row));

  it('counts from now: the reminder beside it gives way', () => {
    expect(standOf(again(rows))).toEqual(['withdrawn', 'superseded']);
    expect(standOf(again(rows, reminder.dueAt.subtract({ hours: 47 })))).toEqual(['withdrawn', 'superseded']);
    expect(again(again(rows))).toEqual(again(rows));
  });

  it('leaves the reminder in its place while that is two days away', () => {
    expect(again(rows, reminder.dueAt.subtract({ hours: 48 }))).toEqual(rows);
  });

  it('sends the last call beside it to the next issue, where that is early enough, and planning again changes nothing', () => {
    const weekly = channelOf('htai', 'newsletter', { slot: { rhythm: 'weekly', weekday: 2, time: '09:00' } });
    const content = eventOf({ deadline: instant('2026-12-22T17:00:00Z'), event: { startsAt: start } });
    const agreement = agreementOf(clauseOf('N-S-1', { ladder: { lastCallDays: 8 } }));
    const late = instant('2026-12-15T08:30:00Z');
    const options = { channels: [weekly], agreement };
    const waiting = plan(content, [], { ...options, now: PUBLISHED });
    expect(shown(waiting)).toEqual(['announce planned 2026-11-24T08:00:00Z', 'last-call planned 2026-12-15T08:00:00Z']);
    const moved = plan(content, waiting, { ...options, now: late });
    expect(shown(moved)).toEqual(['announce planned 2026-11-24T08:00:00Z', 'last-call planned 2026-12-22T08:00:00Z']);
    expect(plan(content, moved, { ...options, now: late })).toEqual(moved);
    const inHand = waiting.map((row) => ({ ...row, status: 'sending' as const }));
    const isAsked = (row: (typeof inHand)[number]) =>
      isStillAsked(row, { content, existing: inHand, organisations, channels: [weekly], agreement, now: late });
    expect(inHand.map(isAsked)).toEqual([true, false]);
  });

  it.each([
    ['is on its way', { status: 'sending' }, 'withdrawn'],
    ['lies with a person', { status: 'handed-over' }, 'withdrawn'],
    ['left just now', { status: 'sent', sentAt: reminder.dueAt }, 'withdrawn'],
    ['left in time', { status: 'sent' }, 'planned'],
    ['was refused by the provider', { status: 'failed' }, 'planned'],
  ] as const)('counts as told when it %s', (_name, change, stand) => {
    expect(standOf(again(announced(change)))[0]).toBe(stand);
  });
});

describe('a row in hand', () => {
  const now = instant('2026-11-24T09:00:00Z');
  const inHand = (change: Parameters<typeof eventOf>[0], own = false): boolean => {
    const channels = [channelOf(own ? 'spk' : 'htai', 'linkedin', { ownContent: true })];
    const rows = plan(eventOf(), [], { channels, now: PUBLISHED }).map((row) => ({ ...row, status: 'sending' as const }));
    const [row] = rows;
    if (!row) throw new Error('the fixture plans a row');
    const content = eventOf({ planRevision: 2, changedAt: now, ...change });
    return isStillAsked(row, { content, existing: rows, organisations, channels, agreement: northSouth, now });
  };

  it.each<[string, Parameters<typeof eventOf>[0], boolean]>([
    ['says the same', { topics: ['ki'] }, true],
    ['says something else', { title: { de: 'Anderer Titel' } }, false],
    ['is published no more', { live: false }, false],
    ['is for the stakeholders alone', { visibility: 'stakeholders' }, false],
    ['is embargoed', { embargoUntil: now.add({ hours: 1 }) }, false],
    ['was embargoed', { embargoUntil: now.subtract({ hours: 1 }) }, true],
    ['takes nobody any more', { event: { soldOut: true } }, false],
    ['others shall not promote', { doNotPromote: true }, false],
  ])('of a content that %s still may be told or not', (_name, change, may) => {
    expect(inHand(change)).toBe(may);
  });

  it('still may be told by the body whose content others shall not promote', () => {
    expect(inHand({ doNotPromote: true }, true)).toBe(true);
  });
});

describe('an event that takes nobody any more', () => {
  it('is not promoted further when it is fully booked, without a correction', () => {
    const told = sent(plan(eventOf(), []), 'announce');
    const full = eventOf({ planRevision: 2, changedAt: instant('2026-11-25T09:00:00Z'), event: { soldOut: true } });
    const rows = plan(full, told, { now: instant('2026-11-25T10:00:00Z') });
    expect(rows.map(({ purpose, status, reason }) => [purpose, status, reason])).toEqual([
      ['announce', 'sent', undefined],
      ['remind', 'withdrawn', 'sold-out'],
    ]);
    const free = eventOf({ planRevision: 3, changedAt: instant('2026-11-26T09:00:00Z') });
    expect(shown(plan(free, rows, { now: instant('2026-11-26T10:00:00Z') }))[1]).toMatch(/^remind planned/);
  });

  it('needs no second yes when it takes people again, unless it is another version', () => {
    const channel = { ...channelOf('htai', 'linkedin'), wantsApproval: true };
    const yes = instant('2026-11-24T10:00:00Z');
    const at = (now: string) => ({ channels: [channel], now: instant(now) });
    const rows = plan(eventOf(), [], at('2026-11-23T10:00:00Z')).map((row) => ({
      ...row,
      status: 'ready' as const,
      decidedAt: yes,
    }));
    const full = plan(eventOf({ planRevision: 2, event: { soldOut: true } }), rows, at('2026-11-25T10:00:00Z'));
    expect(full.every(({ status }) => status === 'withdrawn')).toBe(true);
    const back = plan(eventOf({ planRevision: 3 }), full, at('2026-11-25T11:00:00Z'));
    expect(back.map(({ status, decidedAt }) => [status, decidedAt])).toEqual(back.map(() => ['planned', yes]));
    const other = plan(eventOf({ planRevision: 3, teaser: { de: 'Ein anderer Abend.' } }), full, at('2026-11-25T11:00:00Z'));
    expect(other.map(({ status, decidedAt }) => [status, decidedAt])).toEqual(other.map(() => ['planned', undefined]));
  });

  it('is promoted until registration ends, and corrected until it begins', () => {
    const deadline = instant('2026-11-30T22:59:00Z');
    const rows = plan(eventOf({ deadline }), []);
    expect(rows.every(({ latestAt }) => latestAt.equals(deadline))).toBe(true);
    expect(rows.map(({ purpose }) => purpose)).not.toContain('remind');
    const moved = changed({ startsAt: instant('2026-12-12T17:00:00Z'), endsAt: instant('2026-12-12T19:00:00Z') });
    const corrected = plan({ ...moved, deadline }, sent(rows, 'announce'), { now: instant('2026-12-01T10:00:00Z') });
    expect(shown(corrected)).toContain('update1 planned 2026-12-01T10:00:00Z');
  });
});
