import type { Payload } from 'payload';
import { type Digest, OLD_DRAFT_DAYS, tellsOfIssue, tellsOfRequest } from '#domain/digest';
import type { RightsRequest } from '#domain/rights-request';
import { isAbove } from '#domain/role';
import type { Instant } from '#domain/time';
import { blockChannels, type WaitingBlock, waitingBlocks } from '#store/block';
import { rowsWithLostText } from '#store/own-texts';
import { loadAccount, type Person } from '#store/people';
import { openRightsRequests } from '#store/rights-requests';
import { rowsToSeeTo } from '#store/see-to';
import { loadSettings, type Settings } from '#store/settings';
import {
  type DraftLine,
  type Excerpt,
  loadAwaiting,
  loadDrafts,
  loadTroubles,
  loadUnasked,
  loadUpcoming,
  type Whose,
} from '#store/today';

/** The lists of a digest, each with how many there are. */
export type DigestLists = {
  readonly awaiting: Excerpt;
  readonly blocks: { readonly rows: readonly WaitingBlock[]; readonly total: number };
  readonly troubles: Excerpt;
  readonly rights: { readonly rows: readonly RightsRequest[]; readonly total: number };
  readonly upcoming: Excerpt;
  readonly drafts: { readonly rows: readonly DraftLine[]; readonly total: number };
};

/** Far more than anybody reads in a mail: the rest is counted only. */
const LIMIT = 200;

const NOTHING = { rows: [], total: 0 } as const;

/**
 * What the start page would show this person, each thing once; undefined when there is nothing to say. The editors of a carrier
 * that can't be reached for a row are told here: to them it waits, to those above it is trouble.
 */
export const loadDigestLists = async (
  payload: Payload,
  person: Person,
  digest: Digest,
  now: Instant,
): Promise<DigestLists | undefined> => {
  const above = isAbove(person);
  if (!above && !person.organisation) return undefined;
  const organisation = above ? undefined : person.organisation;
  const carried = { organisation, as: 'carrier' } as const;
  const decides = person.role !== 'author';
  const settings = await loadSettings(payload, now);
  const leaving = {
    whose: { organisation, as: 'any' },
    until: digest.until,
    blocks: blockChannels(settings, undefined),
  } as const;
  const [awaiting, blocks, troubles, requests, upcoming, drafts] = await Promise.all([
    decides ? loadAwaiting(payload, carried, LIMIT) : NOTHING,
    loadBlocks(payload, settings, person, digest, now),
    decides ? loadTroubles(payload, carried, await besides(payload, carried), LIMIT) : NOTHING,
    decides ? openRightsRequests(payload, organisation) : [],
    loadUpcoming(payload, leaving, LIMIT),
    digest.isWeekly ? loadOldDrafts(payload, person, now) : [],
  ]);
  const rights = requests.filter(({ dueAt }) => tellsOfRequest(digest, dueAt));
  const waits = above ? without(awaiting, troubles) : awaiting;
  const lists = {
    awaiting: waits,
    blocks: { rows: blocks, total: blocks.length },
    troubles: above ? troubles : without(troubles, awaiting),
    rights: { rows: rights, total: rights.length },
    upcoming: without(upcoming, waits, troubles),
    drafts: { rows: drafts, total: drafts.length },
  };
  return Object.values(lists).some(({ total }) => total > 0) ? lists : undefined;
};

/** What else is trouble although its status does not say so. */
const besides = async (payload: Payload, whose: Whose): Promise<readonly string[]> => [
  ...(await rowsToSeeTo(payload, whose.organisation)),
  ...(await rowsWithLostText(payload, whose.organisation)),
  ...(await loadUnasked(payload, whose)),
];

/** What waits to be copied into the newsletters of the own body, whoever stands above too. */
const loadBlocks = async (
  payload: Payload,
  settings: Settings,
  { organisation }: Person,
  digest: Digest,
  now: Instant,
): Promise<readonly WaitingBlock[]> => {
  if (!organisation) return [];
  const blocks = await waitingBlocks(payload, settings, organisation, now);
  return blocks.filter(({ until }) => tellsOfIssue(digest, until));
};

/** Payload dates drafts by the real time: while a virtual clock runs through the past none of them is old. */
const loadOldDrafts = async (payload: Payload, person: Person, now: Instant): Promise<readonly DraftLine[]> => {
  const account = await loadAccount(payload, person.id);
  const organisation = isAbove(person) ? undefined : person.organisation;
  return loadDrafts(payload, account, organisation, LIMIT, now.subtract({ hours: OLD_DRAFT_DAYS * 24 }));
};

const without = (excerpt: Excerpt, ...others: readonly Excerpt[]): Excerpt => {
  const told = new Set(others.flatMap(({ rows }) => rows.map(({ row }) => row.id)));
  const rows = excerpt.rows.filter(({ row }) => !told.has(row.id));
  return { rows, total: excerpt.total - (excerpt.rows.length - rows.length) };
};
