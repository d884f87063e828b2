import type { Payload, Where } from 'payload';
import type { ChannelSettings } from '#domain/channel';
import { type EditionApproval, type EditionEdits, NO_EDITS, type WaitsFor } from '#domain/edition-edit';
import { type Instant, toIso } from '#domain/time';
import { fromIso, fromIsoRequired } from './instants';
import { compareAndSet, findRow, findRows, insertOnce, isUnset, type Row, type RowData } from './rows';

export type EditionStatus = 'open' | 'closed' | 'sent' | 'unconfirmed' | 'failed' | 'skipped';

/** One issue of a newsletter (UI: Ausgabe). */
export type Edition = {
  readonly id: string;
  readonly key: string;
  readonly channelId: string;
  readonly channelName: string;
  readonly slotAt: Instant;
  readonly status: EditionStatus;
  /** How many people it goes to; set when it is sealed: from then on its rows are fixed. Counted once more at its end. */
  readonly recipients?: number | undefined;
  /** How many people's mail was accepted, as far as anybody asked the provider; set at its end. */
  readonly accepted?: number | undefined;
  /** Ids of its ledger rows; set with `recipients`, fewer when some are no longer right before anything left. */
  readonly rows: readonly string[];
  /** As it was sent. */
  readonly subject?: string | undefined;
  readonly sentAt?: Instant | undefined;
  /** Counts the decisions about it, so that nobody decides about what somebody else has changed. */
  readonly version: number;
  readonly edits: EditionEdits;
  readonly approval?: EditionApproval | undefined;
  readonly waitsFor?: WaitsFor | undefined;
};

/** The edition of a newsletter for a slot, opened when there is none yet; it may have been closed already. */
export const openEdition = async (payload: Payload, channel: ChannelSettings, slotAt: Instant): Promise<Edition> => {
  const key = `${channel.slug}/${toIso(slotAt)}`;
  const opened = await insertOnce(payload, 'editions', {
    key,
    channel: channel.id,
    channelName: channel.name,
    slotAt: toIso(slotAt),
    status: 'open',
    version: 0,
  });
  const row = opened ?? (await findRow(payload, 'editions', { key: { equals: key } }));
  if (!row) throw new Error('an edition vanished between two reads');
  return readEdition(row);
};

/** Editions in one of the given statuses, earliest slot first. */
export const editionsIn = async (payload: Payload, statuses: readonly EditionStatus[]): Promise<readonly Edition[]> =>
  (await findRows(payload, 'editions', { status: { in: [...statuses] } }, { sort: 'slotAt' })).map(readEdition);

/** One edition by its id. */
export const loadEdition = async (payload: Payload, id: string): Promise<Edition | undefined> => {
  const row = await findRow(payload, 'editions', { id: { equals: id } });
  return row && readEdition(row);
};

/** Editions by their ids. */
export const loadEditions = async (payload: Payload, ids: readonly string[]): Promise<ReadonlyMap<string, Edition>> => {
  if (ids.length === 0) return new Map();
  const rows = await findRows(payload, 'editions', { id: { in: [...ids] } });
  return new Map(rows.map((row) => [row.id, readEdition(row)]));
};

/** Closes an open edition: later rows take the next one. False when somebody else closed it. */
export const closeEdition = (payload: Payload, id: string): Promise<boolean> => move(payload, id, ['open'], { status: 'closed' });

/** Fixes rows and people of a closed edition, once; false when that happened already, it was skipped, or people decided about it meanwhile. */
export const sealEdition = (
  payload: Payload,
  { id, version }: Pick<Edition, 'id' | 'version'>,
  recipients: number,
  rows: readonly string[],
): Promise<boolean> =>
  move(payload, id, ['closed'], { recipients, rows: [...rows] }, [isUnset('recipients'), isVersion(version)]);

/** Counts people of a sealed edition whom another process froze while it was sealed; never fewer than before. */
export const raiseRecipients = async (payload: Payload, id: string, recipients: number): Promise<void> => {
  await compareAndSet(payload, 'editions', id, [{ recipients: { less_than: recipients } }], { recipients });
};

/** Opens a sealed edition again of which nothing was put into words yet; false when something of it may leave, or it is not sealed. */
export const unsealEdition = (payload: Payload, id: string): Promise<boolean> =>
  move(payload, id, ['closed'], { recipients: null, rows: [] }, [isSealed, isUnset('subject')]);

/** Lets an edition that is not sealed fall out; false when somebody was quicker. */
export const skipEdition = (payload: Payload, id: string): Promise<boolean> =>
  move(payload, id, ['open', 'closed'], { status: 'skipped' }, [isUnset('recipients')]);

/** Writes down what became of a sealed edition. */
export const finishEdition = (
  payload: Payload,
  id: string,
  from: readonly EditionStatus[],
  to: EditionStatus,
  counts: { readonly accepted: number; readonly sentAt?: Instant | undefined },
): Promise<boolean> =>
  move(payload, id, from, {
    status: to,
    accepted: counts.accepted,
    ...(counts.sentAt ? { sentAt: toIso(counts.sentAt) } : {}),
  });

/** Counts people of a sent edition whose mail turned out to be accepted; false when it counts as many already. */
export const raiseAccepted = (payload: Payload, id: string, accepted: number): Promise<boolean> =>
  move(payload, id, ['sent'], { accepted }, [{ accepted: { less_than: accepted } }]);

/**
 * Fixes what a sealed edition tells, just before anything of it leaves; rows that are not in it any more are free for the next one.
 * False when it was opened again: then nothing may leave.
 */
export const fixContents = (
  payload: Payload,
  { id, version }: Pick<Edition, 'id' | 'version'>,
  subject: string,
  rows: readonly string[],
): Promise<boolean> => move(payload, id, ['closed'], { subject, rows: [...rows] }, [isSealed, isVersion(version)]);

/**
 * Writes down what people decided about an edition of which nothing is fixed yet, if it still is the version they looked at; false
 * when somebody else decided meanwhile, or it is on its way.
 */
export const decideEdition = (payload: Payload, id: string, version: number, edits: EditionEdits): Promise<boolean> =>
  move(payload, id, IN_THE_MAKING, { version: version + 1, edits }, [isUnset('recipients'), isVersion(version)]);

/** A person's yes to the version they looked at; false when it is another one by now, or on its way. */
export const approveEdition = (payload: Payload, id: string, approval: EditionApproval): Promise<boolean> =>
  move(payload, id, IN_THE_MAKING, { approval }, [isUnset('recipients'), isVersion(approval.version)]);

/** Notes what keeps an edition from leaving, undefined: nothing any more; false when that stands already. */
export const noteWaiting = (payload: Payload, id: string, waitsFor: WaitsFor | undefined): Promise<boolean> =>
  move(payload, id, IN_THE_MAKING, { waitsFor: waitsFor ?? null }, [
    waitsFor ? { or: [isUnset('waitsFor'), { waitsFor: { not_equals: waitsFor } }] } : { waitsFor: { exists: true } },
  ]);

/** Editions of these newsletters that are being made or on their way, earliest slot first. */
export const editionsInHand = async (payload: Payload, channelIds: readonly string[]): Promise<readonly Edition[]> => {
  if (channelIds.length === 0) return [];
  const where: Where = { and: [{ status: { in: [...IN_THE_MAKING] } }, { channel: { in: [...channelIds] } }] };
  return (await findRows(payload, 'editions', where, { sort: 'slotAt' })).map(readEdition);
};

/** Editions of a newsletter that were put into words, newest first; of slots between two moments, where these are given. */
export const editionsWithSubject = async (
  payload: Payload,
  channelId: string,
  slots?: { readonly from: Instant; readonly before: Instant },
): Promise<readonly Edition[]> => {
  const within: Where[] = slots ? [{ slotAt: { greater_than_equal: toIso(slots.from), less_than: toIso(slots.before) } }] : [];
  const where: Where = { and: [{ channel: { equals: channelId } }, { subject: { exists: true } }, ...within] };
  return (await findRows(payload, 'editions', where, { sort: '-slotAt' })).map(readEdition);
};

const IN_THE_MAKING = ['open', 'closed'] as const satisfies readonly EditionStatus[];

const isVersion = (version: number): Where =>
  version === 0 ? { or: [isUnset('version'), { version: { equals: 0 } }] } : { version: { equals: version } };

const isSealed: Where = { recipients: { exists: true } };

const move = async (
  payload: Payload,
  id: string,
  from: readonly EditionStatus[],
  data: RowData<'editions'>,
  conditions: readonly Where[] = [],
): Promise<boolean> =>
  (await compareAndSet(payload, 'editions', id, [{ status: { in: [...from] } }, ...conditions], data)) !== undefined;

const readEdition = (row: Row<'editions'>): Edition => ({
  id: row.id,
  key: row.key,
  channelId: row.channel,
  channelName: row.channelName ?? '',
  slotAt: fromIsoRequired(row.slotAt, 'slotAt'),
  status: row.status,
  recipients: row.recipients ?? undefined,
  accepted: row.accepted ?? undefined,
  rows: Array.isArray(row.rows) ? row.rows.map(String) : [],
  subject: row.subject ?? undefined,
  sentAt: fromIso(row.sentAt),
  version: row.version ?? 0,
  edits: (row.edits as EditionEdits | null | undefined) ?? NO_EDITS,
  approval: (row.approval as EditionApproval | null | undefined) ?? undefined,
  waitsFor: row.waitsFor ?? undefined,
});
