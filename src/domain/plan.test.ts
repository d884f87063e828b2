import { describe, expect, it } from 'vitest';
import { agreementOf, channelOf, clauseOf, eventOf, newsOf } from '../../test/fixtures/domain';
import { linkedin, plan, sent, shown } from '../../test/fixtures/planning';
import { instant } from './time';

describe('an event of the North', () => {
  it('is announced in the South now and recalled a week before', () => {
    expect(shown(plan(eventOf()))).toEqual(['announce planned 2026-11-23T10:00:00Z', 'remind planned 2026-12-03T08:00:00Z']);
  });
  it('names the clause with its text in every row', () => {
    expect(plan(eventOf())[0]?.because).toEqual({
      kind: 'clause',
      agreementId: 'agreement-1',
      code: 'N-S-1',
      text: 'Regel N-S-1',
      agreed: true,
    });
  });
  it('is called to for the last time before registration closes, and not recalled two days around that', () => {
    expect(shown(plan(eventOf({ deadline: instant('2026-12-06T22:59:00Z') })))).toEqual([
      'announce planned 2026-11-23T10:00:00Z',
      'last-call planned 2026-12-03T08:00:00Z',
    ]);
  });
  it('waits for its embargo and for the day the clause allows', () => {
    expect(shown(plan(eventOf({ embargoUntil: instant('2026-11-30T11:00:00Z') })))[0]).toBe(
      'announce planned 2026-11-30T11:00:00Z',
    );
    const far = eventOf({ event: { startsAt: instant('2027-06-10T16:00:00Z'), endsAt: instant('2027-06-10T18:00:00Z') } });
    expect(shown(plan(far))[0]).toBe('announce planned 2027-04-11T07:00:00Z');
  });
  it('entered late is announced at once, its recall is left out', () => {
    const late = { now: instant('2026-12-08T10:00:00Z') };
    expect(shown(plan(eventOf(), [], late))).toEqual(['announce planned 2026-12-08T10:00:00Z']);
  });
  it('entered after the last chance is recorded as missed, not lost', () => {
    const evening = { now: instant('2026-12-10T05:30:00Z') };
    const early = eventOf({ event: { startsAt: instant('2026-12-10T05:45:00Z') } });
    expect(plan(early, [], evening).map((row) => [row.status, row.reason])).toEqual([['missed', 'too-late']]);
  });
  it('that has begun is not promoted at all', () => {
    expect(plan(eventOf(), [], { now: instant('2026-12-10T17:00:00Z') })).toEqual([]);
  });
  it.each([
    ['not by itself', eventOf({ organiser: 'htai' })],
    ['not where it must not be promoted', eventOf({ doNotPromote: true })],
    ['not among the stakeholders only', eventOf({ visibility: 'stakeholders' })],
    ['not before it is published', eventOf({ live: false })],
    ['not by a co-organiser', eventOf({ coOrganisers: ['htai'] })],
  ])('is promoted %s', (_name, content) => {
    expect(plan(content)).toEqual([]);
  });
});

describe('channels', () => {
  it('that people fill with a block ask nobody: whoever takes it over says yes', () => {
    const block = channelOf('htai', 'newsletter', { via: 'block', wantsApproval: true, ownContent: true });
    const asking = agreementOf(clauseOf('N-S-1', { approval: { kind: 'silence', hours: 48 } }));
    const rows = plan(eventOf(), [], { channels: [block], agreement: asking });
    const together = plan(eventOf({ coOrganisers: ['htai'] }), [], { channels: [block], agreement: asking });
    expect([...rows, ...together].map(({ approval, because }) => [because.kind, approval.kind])).toEqual([
      ['clause', 'automatic'],
      ['own-channel', 'automatic'],
    ]);
  });
  it('of a newsletter take the slot, and miss what begins before it', () => {
    const newsletter = channelOf('htai', 'newsletter');
    expect(shown(plan(eventOf(), [], { channels: [newsletter] }))).toEqual(['announce planned 2026-12-01T08:00:00Z']);
    const soon = eventOf({ event: { startsAt: instant('2026-11-27T17:00:00Z') } });
    expect(plan(soon, [], { channels: [newsletter] }).map((row) => row.reason)).toEqual(['no-slot-before-start']);
  });
  it('carry their own content by setting, without a clause', () => {
    const own = channelOf('spk', 'linkedin', { ownContent: true });
    expect(plan(eventOf(), [], { channels: [own] }).map((row) => row.because.kind)).toEqual(['own-channel']);
    expect(plan(eventOf(), [], { channels: [channelOf('spk', 'linkedin')] })).toEqual([]);
  });
  it('of a co-organiser ask it first: only the organiser has said yes by publishing', () => {
    const ownContent = { ownContent: true };
    const channels = [channelOf('spk', 'linkedin', ownContent), channelOf('rmnh', 'linkedin', ownContent)];
    const rows = plan(eventOf({ coOrganisers: ['rmnh'] }), [], { channels });
    expect(rows.map((row) => [row.carrier, row.because.kind, row.approval.kind])).toEqual([
      ['spk', 'own-channel', 'automatic'],
      ['rmnh', 'own-channel', 'carrier'],
    ]);
  });
  it('never take a row of their own content in a feed, which shows it anyway', () => {
    expect(plan(eventOf(), [], { channels: [channelOf('spk', 'feed', { ownContent: true })] })).toEqual([]);
  });
  it('keep quiet hours', () => {
    expect(shown(plan(eventOf(), [], { now: instant('2026-11-23T22:00:00Z') }))[0]).toBe('announce planned 2026-11-24T06:00:00Z');
  });
  it('that want a say are asked where the clause says automatic', () => {
    const channels = [channelOf('htai', 'linkedin', { wantsApproval: true })];
    expect(plan(eventOf(), [], { channels })[0]?.approval).toEqual({ kind: 'carrier' });
  });
  it('that are switched off lose what has not left', () => {
    const rows = plan(eventOf());
    const off = plan(eventOf(), sent(rows, 'announce'), { channels: [{ ...linkedin, active: false }] });
    expect(off.map((row) => [row.purpose, row.status, row.reason])).toEqual([
      ['announce', 'sent', undefined],
      ['remind', 'withdrawn', 'channel-inactive'],
    ]);
  });
  it('have slots only where they are newsletters, whatever they were before', () => {
    const slot = { rhythm: 'monthly', weekday: 2, time: '09:00' } as const;
    const channels = [channelOf('htai', 'newsletter', { slot }), channelOf('ihk', 'linkedin', { slot })];
    expect(plan(eventOf(), [], { channels }).map((row) => `${row.channelId} ${row.purpose} ${row.dueAt}`)).toEqual([
      'htai-newsletter announce 2026-12-01T08:00:00Z',
      'ihk-linkedin announce 2026-11-23T10:00:00Z',
      'ihk-linkedin remind 2026-12-03T08:00:00Z',
    ]);
  });
});

describe('several clauses for one channel', () => {
  it('make one row: an agreed clause before a proposal, then the earliest, then the code', () => {
    const agreement = agreementOf(
      clauseOf('P-1', { source: { kind: 'proposal' } }),
      clauseOf('B-2', { ladder: {} }),
      clauseOf('B-1', { ladder: {} }),
      clauseOf('A-1', { ladder: { announceDays: 3 } }),
    );
    const [row, ...others] = plan(eventOf(), [], { agreement });
    expect(others).toEqual([expect.objectContaining({ purpose: 'remind' })]);
    expect(row?.because).toMatchObject({ code: 'B-1' });
    expect(row?.alsoFulfils).toEqual(['B-2', 'A-1', 'P-1']);
  });
  it('keep the weekly cap by moving to the next week', () => {
    const agreement = agreementOf(clauseOf('N-S-1', { capPerWeek: 2 }));
    const load = (_channel: string, _code: string, week: string) => (week === '2026-W48' ? 2 : 0);
    expect(shown(plan(eventOf(), [], { agreement, load }))[0]).toBe('announce planned 2026-11-30T08:00:00Z');
    expect(plan(eventOf(), [], { agreement, load: () => 2 })[0]).toMatchObject({ status: 'missed', reason: 'cap-reached' });
    const channels = [channelOf('htai', 'newsletter', { slot: { rhythm: 'weekly', weekday: 1, time: '06:00' } })];
    const full = { agreement, channels, load: (_channel: string, _code: string, week: string) => (week === '2026-W49' ? 2 : 0) };
    expect(shown(plan(eventOf(), [], full))).toEqual(['announce planned 2026-12-07T05:00:00Z']);
  });
});

describe('news', () => {
  it('is announced once and stays worth announcing until the next monthly newsletter', () => {
    const channels = [linkedin, channelOf('htai', 'newsletter')];
    const late = { now: instant('2026-12-01T08:00:01Z'), channels };
    expect(shown(plan(newsOf(), [], late))).toEqual([
      'announce planned 2026-12-01T08:00:01Z',
      'announce planned 2027-01-05T08:00:00Z',
    ]);
  });
  it('gets a last call when it is an open call with a deadline', () => {
    const call = newsOf({ kind: 'call', deadline: instant('2026-12-18T11:00:00Z') });
    expect(shown(plan(call))).toEqual(['announce planned 2026-11-23T10:00:00Z', 'last-call planned 2026-12-15T08:00:00Z']);
  });
});
