import type { Payload, Where } from 'payload';
import type { SpentPlace } from '#domain/spacing';
import { type Instant, toIso } from '#domain/time';
import { fromIsoRequired } from './instants';
import { findFields } from './rows';
import { claimTick } from './tick-claims';

/** The places that posts of a channel took since then, and whether any of them is in somebody's hand and may be given back. */
export const spentPlaces = async (
  payload: Payload,
  channelId: string,
  since: Instant,
): Promise<{ readonly spent: readonly SpentPlace[]; readonly isInHand: boolean }> => {
  const where: Where[] = [
    { channel: { equals: channelId } },
    { startedAt: { greater_than_equal: toIso(since) } },
    { stage: { in: ['claimed', 'handing', 'accepted', 'unconfirmed'] } },
  ];
  const found = await findFields(payload, 'attempts', { and: where }, ['startedAt', 'cents', 'stage']);
  return {
    spent: found.map(({ startedAt, cents }) => ({ at: fromIsoRequired(startedAt, 'startedAt'), cents: cents ?? 0 })),
    isInHand: found.some(({ stage }) => stage === 'claimed' || stage === 'handing'),
  };
};

/** The number of the last turn taken on a channel; 0 before the first. */
export const lastTurn = async (payload: Payload, channelId: string): Promise<number> => {
  const where: Where = {
    and: [{ key: { greater_than: turnKey(channelId, 0) } }, { key: { less_than_equal: `${turnPrefix(channelId)}9999999999` } }],
  };
  const [last] = await findFields(payload, 'tick-claims', where, ['key'], { sort: '-key', limit: 1 });
  return last ? Number(last.key.slice(turnPrefix(channelId).length)) : 0;
};

/** Takes the turn after `after`; false when it is taken: exactly one of many callers gets it. */
export const takeNextTurn = (payload: Payload, channelId: string, after: number): Promise<boolean> =>
  claimTick(payload, turnKey(channelId, after + 1));

const turnPrefix = (channelId: string): string => `turn/${channelId}/`;

/** Of one length, so that the order of keys is that of numbers. */
const turnKey = (channelId: string, turn: number): string => `${turnPrefix(channelId)}${String(turn).padStart(10, '0')}`;
