import type { ApprovalRule, Ladder, PromotionClause } from './agreement';
import { type ChannelSettings, departureOf } from './channel';
import type { Content } from './content';
import type { Because } from './delivery';
import type { Purpose } from './purpose';
import type { Timetable } from './schedule';
import { compareInstants, type Instant } from './time';

/** A reason to carry a content on a channel, with what the reason says about when and how. */
export type Ground = {
  readonly because: Because;
  readonly ladder: Ladder;
  readonly approval: ApprovalRule;
  readonly capPerWeek?: number | undefined;
};

/**
 * The own content of a body on its own channel: said once, no report. Publishing is the organiser's yes, not that of the
 * co-organisers it names: each of them is asked.
 */
export const ownGround = (content: Content, channel: ChannelSettings): Ground => ({
  because: { kind: 'own-channel' },
  ladder: {},
  approval: { kind: content.organiser === channel.carrier || departureOf(channel) === 'block' ? 'automatic' : 'carrier' },
});

/** A clause as ground; a channel that wants a say turns automatic into its own approval. Whoever takes a block over says yes by that. */
export const promotionGround = (clause: PromotionClause, agreementId: string, channel: ChannelSettings): Ground => ({
  because: {
    kind: 'clause',
    agreementId,
    code: clause.code,
    text: clause.text,
    agreed: clause.source.kind === 'agreed',
  },
  ladder: clause.ladder,
  approval: approvalOn(channel, clause.approval),
  capPerWeek: clause.capPerWeek,
});

const approvalOn = (channel: ChannelSettings, asked: ApprovalRule): ApprovalRule => {
  if (departureOf(channel) === 'block') return { kind: 'automatic' };
  return channel.wantsApproval && asked.kind === 'automatic' ? { kind: 'carrier' } : asked;
};

/** The code of the clause, or undefined for own content. */
export const codeOf = (because: Because): string | undefined => (because.kind === 'clause' ? because.code : undefined);

/** The ground that causes a step, when it is wanted, and the codes of the clauses it fulfils as well. */
export type Chosen = { readonly ground: Ground; readonly wanted: Instant; readonly alsoFulfils: readonly string[] };

/** Of several grounds for one step: an agreed clause before a proposal, then the earliest, then the code. */
export const chooseGround = (
  purpose: Purpose,
  { wantedAt }: Pick<Timetable, 'wantedAt'>,
  grounds: readonly Ground[],
): Chosen | undefined => {
  const [best, ...others] = grounds
    .flatMap((ground) => {
      const wanted = wantedAt(purpose, ground.ladder);
      return wanted ? [{ ground, wanted }] : [];
    })
    .sort((a, b) => rank(a.ground) - rank(b.ground) || compareInstants(a.wanted, b.wanted) || compareCodes(a.ground, b.ground));
  return best && { ...best, alsoFulfils: others.flatMap(({ ground }) => codeOf(ground.because) ?? []) };
};

const rank = ({ because }: Ground): number => (because.kind === 'clause' && because.agreed ? 0 : 1);

const compareCodes = (a: Ground, b: Ground): number => {
  const [left = '', right = ''] = [codeOf(a.because), codeOf(b.because)];
  return left < right ? -1 : left > right ? 1 : 0;
};
