import { describe, expect, it } from 'vitest';
import { channelOf } from '../../test/fixtures/domain';
import { amendmentStand, holdOf, type Standing } from './amendment-stand';
import { instant } from './time';

const NOW = instant('2026-12-01T09:00:00Z');
const LATER = NOW.add({ minutes: 15 });
const row = { status: 'sent', ownText: undefined, ownTextStale: false } as const;

describe('putting a post right stands so that', () => {
  const standing: Standing = {
    ...{ row, via: 'mastodon', hold: undefined, postedBy: 'us' },
    ...{ dispatch: { status: 'due', notBefore: NOW }, amendedAt: undefined },
  };
  const stand = (change: Partial<Standing> = {}) => amendmentStand({ ...standing, ...change }, NOW);
  const ownText = { ...row, ownText: 'Kommen Sie am 10.12.!' };
  const due = { status: 'due', notBefore: LATER } as const;

  it('its network is told, in a moment or after the time to think', () => {
    expect(stand()).toEqual({ kind: 'under-way', until: undefined });
    expect(stand({ dispatch: due })).toEqual({ kind: 'under-way', until: LATER });
    expect(stand({ row: { ...ownText, ownTextStale: true } })).toEqual({ kind: 'under-way', until: undefined });
  });

  it.each([
    ['its carrier wrote it', { row: ownText }, 'own-text'],
    ['its network lets nothing be changed', { via: 'x' }, 'cannot'],
    ['its network lets nothing be changed', { via: 'bluesky', row: ownText }, 'cannot'],
    ['its channel goes by hand now', { via: 'manual' }, 'no-way'],
    ['its channel only shows previews', { via: 'preview' }, 'no-way'],
    ['its channel has another account now', { postedBy: 'us-elsewhere' }, 'no-way'],
    ['its channel is gone', { via: undefined }, 'no-way'],
    ['a person posted it', { postedBy: 'person', via: 'manual' }, 'by-hand'],
    ['a person only saw it there', { postedBy: 'unknown' }, 'unknown'],
  ] as const)('it comes to people, and lies with them, where %s', (_when, change, why) => {
    expect(stand({ ...change, dispatch: due })).toEqual({ kind: 'soon-for-people', until: LATER });
    expect(stand({ ...change, hold: 'stopped' })).toEqual({ kind: 'soon-for-people', until: undefined });
    expect(stand({ ...change, dispatch: { status: 'handed-over', notBefore: NOW } })).toEqual({ kind: 'for-people', why });
  });

  it('it lies with people when its network refused', () =>
    expect(stand({ dispatch: { status: 'handed-over', notBefore: NOW } })).toEqual({ kind: 'for-people', why: 'refused' }));

  it('it waits as long as its network is not to be asked', () =>
    expect((['stopped', 'trouble', 'rest'] as const).map((hold) => stand({ hold }))).toEqual([
      { kind: 'held', by: 'stopped' },
      { kind: 'held', by: 'trouble' },
      { kind: 'held', by: 'rest' },
    ]));

  it('nothing is said beside a text that lies with a person, or a row that never left', () => {
    expect(stand({ row: { ...row, status: 'handed-over' }, via: 'manual', postedBy: 'person' })).toBeUndefined();
    expect(stand({ row: { ...row, status: 'failed' } })).toBeUndefined();
  });

  it('it waits to be known whether the post is there', () =>
    expect(stand({ row: { ...row, status: 'unconfirmed' }, postedBy: 'unknown' })).toEqual({ kind: 'unclear' }));

  it('it is done, by its network or a person', () => {
    const dispatch = { status: 'accepted', notBefore: NOW } as const;
    expect(stand({ dispatch, amendedAt: NOW })).toEqual({ kind: 'amended', at: NOW });
    expect(stand({ dispatch })).toEqual({ kind: 'settled' });
  });
});

describe('a network is not asked', () => {
  const channel = channelOf('htai', 'mastodon');
  const hold = (change: Parameters<typeof channelOf>[2], isAllStopped = false) =>
    holdOf({ ...channel, ...change }, isAllStopped, NOW);

  it('while people stopped its channel or everything, it takes nothing, or the channel stopped by itself', () => {
    expect(hold({})).toBeUndefined();
    expect([hold({ paused: true }), hold({}, true)]).toEqual(['stopped', 'stopped']);
    expect([hold({ restUntil: LATER }), hold({ restUntil: NOW })]).toEqual(['rest', undefined]);
    expect(hold({ paused: true, trouble: 'account-refused', ownerEmail: 'a@example.org' })).toBe('trouble');
  });
});
