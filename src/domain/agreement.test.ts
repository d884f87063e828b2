import { describe, expect, it } from 'vitest';
import { agreementOf, bodies, channelOf, clauseOf, eventOf, organisations } from '../../test/fixtures/domain';
import { agreementInForce, asksChannel, coversContent, type PromotionClause, promotionClauses } from './agreement';
import { ownersOf } from './content';
import { instant } from './time';

const toSouth = clauseOf('N-S-1');
const toNorth = clauseOf('S-N-1', { from: toSouth.to, to: toSouth.from });

/** Who carries what: owners never promote themselves. */
const carriers = (clause: PromotionClause, content = eventOf()): string[] =>
  coversContent(clause, content, organisations)
    ? bodies
        .filter((body) => asksChannel(clause, channelOf(body.id, 'linkedin'), organisations))
        .filter((body) => !ownersOf(content).includes(body.id))
        .map((body) => body.id)
    : [];

const south = ['ihk', 'een', 'hmwevw', 'htai'];
const north = ['rmnh', 'spk'];

describe('regions: a clause matches organisations, not places', () => {
  it.each([
    ['HTAI in Kassel is carried by the North', 'htai', [], { town: 'Kassel', region: 'north' }, [], north],
    ['Science Park in Frankfurt is carried by the South', 'spk', [], { town: 'Frankfurt', region: 'south' }, south, []],
    [
      'North and South together: each promise is met by those who are no organisers',
      'spk',
      ['htai'],
      {},
      ['ihk', 'een', 'hmwevw'],
      ['rmnh'],
    ],
    ['online changes nothing', 'spk', [], { attendance: 'online', region: 'online' }, south, []],
    ['Mitte changes nothing', 'htai', [], { town: 'Gießen', region: 'central' }, [], north],
    ['state-wide changes nothing', 'hmwevw', [], { region: 'statewide' }, [], north],
    ['a body that works state-wide counts by its region', 'ihk', [], {}, [], north],
    ['two northern bodies together leave the North nothing to do', 'rmnh', ['spk'], {}, south, []],
    ['EEN is its own body though HTAI houses it', 'een', [], {}, [], north],
  ] as const)('%s', (_name, organiser, coOrganisers, event, inSouth, inNorth) => {
    const content = eventOf({ organiser, coOrganisers: [...coOrganisers], event });
    expect(carriers(toSouth, content)).toEqual([...inSouth]);
    expect(carriers(toNorth, content)).toEqual([...inNorth]);
  });
});

describe('what a clause covers', () => {
  it('looks at kinds, topics and places only where it names some', () => {
    expect(coversContent(clauseOf('X', { contentKinds: ['news'] }), eventOf(), organisations)).toBe(false);
    expect(coversContent(clauseOf('X', { topics: ['innovation'] }), eventOf({ topics: ['finanzierung'] }), organisations)).toBe(
      false,
    );
    expect(coversContent(clauseOf('X', { topics: ['innovation'] }), eventOf({ topics: ['innovation'] }), organisations)).toBe(
      true,
    );
    expect(coversContent(clauseOf('X', { places: ['south'] }), eventOf(), organisations)).toBe(false);
  });
  it('names organisations and kinds of channels', () => {
    const common = clauseOf('G-1', { to: { regions: [], organisations: ['rmnh'] }, channelKinds: ['common-newsletter'] });
    expect(asksChannel(common, channelOf('rmnh', 'common-newsletter'), organisations)).toBe(true);
    expect(asksChannel(common, channelOf('rmnh', 'newsletter'), organisations)).toBe(false);
    expect(asksChannel(common, channelOf('htai', 'common-newsletter'), organisations)).toBe(false);
  });
});

describe('the version in force', () => {
  const now = instant('2026-11-23T12:00:00Z');
  const old = { ...agreementOf(toSouth), id: 'a', version: 1 };
  const next = { ...agreementOf(toNorth), id: 'b', version: 2, inForceFrom: instant('2026-11-01T00:00:00Z') };
  it('is the newest adopted one whose date has come', () => {
    expect(agreementInForce([next, old], now)?.id).toBe('b');
    expect(agreementInForce([old, { ...next, inForceFrom: instant('2027-01-01T00:00:00Z') }], now)?.id).toBe('a');
    expect(agreementInForce([old, { ...next, state: 'draft' }], now)?.id).toBe('a');
    expect(agreementInForce([], now)).toBeUndefined();
  });
  it('leaves out meetings and clauses that are not valid now', () => {
    const meetings = { kind: 'meetings', code: 'T-1', text: '', source: { kind: 'proposal' }, perYear: 2 } as const;
    const past = clauseOf('P', { validTo: now });
    const future = clauseOf('F', { validFrom: now.add({ hours: 1 }) });
    expect(promotionClauses(agreementOf(meetings, past, future, toSouth), now).map((one) => one.code)).toEqual(['N-S-1']);
  });
});
