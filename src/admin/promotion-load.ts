import type { Payload, PayloadRequest } from 'payload';
import { cappedCodes } from '#domain/agreement';
import type { ChannelSettings } from '#domain/channel';
import { type Content, type ContentCollection, contentKey } from '#domain/content';
import { type Delivery, isOut, isUnsent, mayStillTell } from '#domain/delivery';
import { planDeliveries } from '#domain/plan';
import { settledAt } from '#domain/schedule';
import { type Stop, stopOf } from '#domain/stop';
import { compareInstants, earliest, type Instant, isBefore } from '#domain/time';
import { now } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { hasDraft, loadAsPublished, loadContent, readStand } from '#store/contents';
import { loadDeliveries } from '#store/deliveries';
import { removedRows } from '#store/removals';
import { loadSettings, type Settings, stoppedIn } from '#store/settings';
import { weeklyLoad } from '#store/weekly-load';
import { type DeliveryText, textOf } from './delivery-text';

/** One message about the content: a row of the ledger, or one that would come to be. */
export type Promotion = {
  readonly delivery: Delivery;
  readonly channel: ChannelSettings | undefined;
  readonly carrier: string;
  readonly stop: Stop | undefined;
  readonly text: DeliveryText | undefined;
  /** Its post was taken away again. */
  readonly isRemoved: boolean;
};

/** What the tab shows: rows as they stand, or as they would be planned for a draft. */
export type PromotionPage =
  | { readonly kind: 'unfinished'; readonly collection: ContentCollection }
  | {
      readonly kind: 'planned' | 'would-be';
      readonly content: Content;
      readonly promotions: readonly Promotion[];
      /** The plan of the newest published version is not written yet. */
      readonly isBehind: boolean;
      /** Over what is published there is a newer draft that this person may read. */
      readonly hasChanges: boolean;
      /** When the time to think is over, while it runs and something waits for it. */
      readonly settlesAt: Instant | undefined;
    };

type Request = { readonly payload: Payload; readonly user: PayloadRequest['user'] };

/** Loads what became of a published content, or asks the real planner about a draft; nothing is written. */
export const loadPromotion = async (
  { payload, user }: Request,
  collection: ContentCollection,
  id: string,
): Promise<PromotionPage> => {
  const at = now();
  const ref = { collection, id };
  const settings = await loadSettings(payload, at);
  const published = await loadContent(payload, contentKey(ref));
  // Before the rows: what is planned by then shows in them.
  const isPlanned = !published || (await readStand(payload, published, settings.basis, at))?.isPlanned === true;
  const rows = (await loadDeliveries(payload, [contentKey(ref)])).get(contentKey(ref)) ?? [];
  if (published && (published.live || rows.some(({ status }) => status !== 'withdrawn'))) {
    const sent = rows.filter(({ status }) => status === 'sent').map(({ id }) => id);
    const removed = await removedRows(payload, sent);
    const promotions = inOrder(rows).map((delivery) => promotionOf(delivery, published, settings, removed));
    return {
      kind: 'planned',
      content: published,
      promotions,
      isBehind: !isPlanned,
      hasChanges: published.live && (await hasDraft(payload, ref, user)),
      settlesAt: settlesAt(rows, published, settings, at),
    };
  }
  const draft = await loadAsPublished(payload, ref, user, at);
  if (!draft) return { kind: 'unfinished', collection };
  const planned = await wouldBePlanned(payload, draft, settings, at);
  return {
    kind: 'would-be',
    content: draft,
    promotions: inOrder(planned).map((delivery) => promotionOf(delivery, draft, settings, new Set())),
    isBehind: false,
    hasChanges: false,
    settlesAt: undefined,
  };
};

/** How many of these messages left or may leave, and at how many organisations. */
export const countMessages = (promotions: readonly Promotion[]): { readonly messages: number; readonly carriers: number } => {
  const counted = promotions.filter(({ delivery }) => mayStillTell(delivery.status));
  return { messages: counted.length, carriers: new Set(counted.map(({ delivery }) => delivery.carrier)).size };
};

const wouldBePlanned = async (
  payload: Payload,
  content: Content,
  settings: Settings,
  at: Instant,
): Promise<readonly Delivery[]> => {
  const load = await weeklyLoad(payload, cappedCodes(settings.agreement), at);
  const steps = planDeliveries({ ...settings, content, existing: [], load: load.without(contentKey(content.ref)), now: at });
  return steps.flatMap((step) => (step.kind === 'add' ? { ...step.row, id: step.row.key, ownTextStale: false } : []));
};

/** The first moment at which a row that has not left may leave, while it is to come. */
const settlesAt = (
  rows: readonly Delivery[],
  content: Content,
  { coolOffMinutes }: Settings,
  at: Instant,
): Instant | undefined => {
  const [first, ...others] = rows.filter(({ status }) => isUnsent(status)).map((row) => settledAt(row, content, coolOffMinutes));
  const earliestOf = first && earliest(first, ...others);
  return earliestOf && isBefore(at, earliestOf) ? earliestOf : undefined;
};

const promotionOf = (delivery: Delivery, content: Content, settings: Settings, removed: ReadonlySet<string>): Promotion => {
  const { channels, organisations } = settings;
  const channel = channels.find(({ id }) => id === delivery.channelId);
  return {
    delivery,
    channel,
    carrier: organisations.get(delivery.carrier)?.shortName ?? '',
    stop: stopOf(delivery, stoppedIn(settings)),
    text: textOf({ delivery, content, channel, organisations, attempts: [], env: readEnv() }),
    isRemoved: removed.has(delivery.id),
  };
};

/** What is still to come first, earliest first; then what left or was settled, newest first. */
const inOrder = (rows: readonly Delivery[]): readonly Delivery[] =>
  [...rows].sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? 1 : -1) * compareInstants(a.dueAt, b.dueAt));

const rank = ({ status }: Delivery): number => {
  if (status === 'withdrawn' || status === 'declined' || status === 'missed') return 2;
  return isOut(status) || status === 'failed' ? 1 : 0;
};
