import { describe, expect, it } from 'vitest';
import { eventOf } from '../../test/fixtures/domain';
import { type FundingNotice, fundingOf } from './funding';
import { instant } from './time';

const own: FundingNotice = { text: { de: 'Gefördert aus dem Projekt Abend.' } };
const house: FundingNotice = { text: { de: 'Gefördert aus dem Haus.' }, hashtag: 'EFRE' };
const at = instant('2026-12-01T09:00:00Z');

const noticeOf = (notices: { content?: FundingNotice; organiser?: FundingNotice; other?: FundingNotice }, moment = at) =>
  fundingOf(
    eventOf({ coOrganisers: ['htai'], funding: notices.content }),
    new Map([
      ['spk', { funding: notices.organiser }],
      ['htai', { funding: notices.other }],
    ]),
    moment,
  );

describe('the funding notice of a content', () => {
  it('is nothing by default', () => {
    expect(noticeOf({})).toBeUndefined();
    expect(fundingOf(eventOf(), new Map(), at)).toBeUndefined();
  });

  it('is its own, else its organiser’s, never a co-organiser’s', () => {
    expect(noticeOf({ content: own, organiser: house })).toBe(own);
    expect(noticeOf({ organiser: house })).toBe(house);
    expect(noticeOf({ other: house })).toBeUndefined();
  });

  it('holds from its first moment until before its last', () => {
    const span = { ...own, validFrom: at, validTo: at.add({ hours: 1 }) };
    const holds = [-1, 0, 59, 60].map((minutes) => noticeOf({ content: span }, at.add({ minutes })) === span);
    expect(holds).toEqual([false, true, true, false]);
  });

  it('gives way to its organiser’s when its own time is over or has not come', () => {
    expect(noticeOf({ content: { ...own, validTo: at }, organiser: house })).toBe(house);
    expect(noticeOf({ content: { ...own, validFrom: at.add({ hours: 1 }) }, organiser: house })).toBe(house);
    expect(noticeOf({ content: { ...own, validTo: at }, organiser: { ...house, validTo: at } })).toBeUndefined();
  });
});
