import { describe, expect, it } from 'vitest';
import { DECIDED_FROM, DECISIONS, mayRemove, openDecisions, standingOf } from './decision';
import { canMove, DELIVERY_STATUSES, type DeliveryStatus } from './delivery';

const row = (status: DeliveryStatus) => ({ status, approval: { kind: 'carrier' } as const });
const nobody = { above: false, carrier: false, organiser: false };
const LEADS_TO = {
  approve: 'ready',
  reword: 'ready',
  decline: 'declined',
  confirm: 'sent',
  resolve: 'sent',
  retry: 'ready',
  withdraw: 'withdrawn',
} as const satisfies Record<(typeof DECISIONS)[number], DeliveryStatus>;

describe('what people may decide about a row', () => {
  it.each(DECISIONS)('%s follows an arrow of the ledger, or stays, in every status it is offered in', (decision) => {
    const to = LEADS_TO[decision];
    for (const from of DECIDED_FROM[decision]) expect(from === to || canMove(from, to)).toBe(true);
  });
  it('is nothing for those who are neither carrier nor organiser nor above', () => {
    for (const status of DELIVERY_STATUSES) expect(openDecisions(row(status), nobody)).toEqual([]);
  });
  it('is nothing any more once a row was sent', () => {
    expect(openDecisions(row('sent'), { above: true, carrier: true, organiser: true })).toEqual([]);
  });
  it('is approving and declining for the carrier of a row that waits, wording, trying again or giving up for one that failed', () => {
    expect(openDecisions(row('awaiting-approval'), { ...nobody, carrier: true })).toEqual(['approve', 'decline']);
    expect(openDecisions(row('failed'), { ...nobody, carrier: true })).toEqual(['reword', 'retry', 'withdraw']);
  });
  it.each(['planned', 'ready'] as const)(
    'is wording instead of approving where nobody is asked, of a row that is %s',
    (status) => {
      const asksNobody = { status, approval: { kind: 'automatic' } } as const;
      expect(openDecisions(asksNobody, { ...nobody, carrier: true })).toEqual(['reword', 'decline']);
      expect(openDecisions({ ...asksNobody, editionId: 'e1' }, { ...nobody, carrier: true })).toEqual(['decline']);
    },
  );
  it('is wording what was approved, and approving what was not', () => {
    expect(openDecisions(row('ready'), { ...nobody, carrier: true })).toEqual(['reword', 'decline']);
    expect(openDecisions(row('planned'), { ...nobody, carrier: true })).toEqual(['approve', 'decline']);
  });
  it('is no wording of an entry whose edition failed', () => {
    expect(openDecisions({ ...row('failed'), editionId: 'e1' }, { ...nobody, carrier: true })).toEqual(['retry', 'withdraw']);
  });
  it('is withdrawing alone for the organiser', () => {
    for (const status of DELIVERY_STATUSES)
      expect(openDecisions(row(status), { ...nobody, organiser: true })).toEqual(
        DECIDED_FROM.withdraw.some((from) => from === status) ? ['withdraw'] : [],
      );
  });
});

describe('taking a post away', () => {
  const row = { status: 'sent', carrier: 'htai', organiser: 'spk' } as const;
  const linkedin = { via: 'linkedin' } as const;
  it.each([
    ['an editor of the carrier', { role: 'editor', organisation: 'htai' }, row, linkedin, true],
    ['the coordination', { role: 'coordinator' }, row, linkedin, true],
    ['an editor of the organiser', { role: 'editor', organisation: 'spk' }, row, linkedin, false],
    ['an author of the carrier', { role: 'author', organisation: 'htai' }, row, linkedin, false],
    ['the coordination, of what was not sent', { role: 'coordinator' }, { ...row, status: 'unconfirmed' }, linkedin, false],
    ['the coordination, of what a person posts', { role: 'coordinator' }, row, { via: 'manual' }, false],
    ['the coordination, of a channel that is gone', { role: 'coordinator' }, row, undefined, false],
  ] as const)('is for those who answer for it: %s', (_who, viewer, about, channel, may) => {
    expect(mayRemove(viewer, about, channel)).toBe(may);
  });
});

describe('how people stand to a row', () => {
  const row = { carrier: 'htai', organiser: 'spk' };
  it.each([
    ['the administration', { role: 'admin' }, { above: true, carrier: false, organiser: false }],
    ['the coordination', { role: 'coordinator' }, { above: true, carrier: false, organiser: false }],
    ['an editor of the carrier', { role: 'editor', organisation: 'htai' }, { above: false, carrier: true, organiser: false }],
    ['an editor of the organiser', { role: 'editor', organisation: 'spk' }, { above: false, carrier: false, organiser: true }],
    ['an editor of a third body', { role: 'editor', organisation: 'een' }, nobody],
    ['an author of the carrier', { role: 'author', organisation: 'htai' }, nobody],
    ['an editor without a body', { role: 'editor' }, nobody],
  ] as const)('%s', (_name, person, standing) => {
    expect(standingOf(person, row)).toEqual(standing);
  });
});
