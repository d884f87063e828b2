import type { Payload, PayloadRequest } from 'payload';
import type { Organisations } from '#domain/agreement';
import { askFrom } from '#domain/approval';
import type { ChannelSettings } from '#domain/channel';
import { isNewsletter } from '#domain/channel';
import { type Content, contentRef, type Language } from '#domain/content';
import { type Decision, mayRemove, maySeeTo, openDecisions, standingOf } from '#domain/decision';
import type { Delivery } from '#domain/delivery';
import type { DispatchStatus } from '#domain/dispatch';
import { type NoLongerTrue, noLongerTrue } from '#domain/handover';
import { wordedAnew } from '#domain/own-text';
import { isOurPost, type PostedBy } from '#domain/posted-by';
import { isAbove } from '#domain/role';
import { type Stop, stopOf } from '#domain/stop';
import type { Instant } from '#domain/time';
import { ROLE_WORDS } from '#i18n/admin';
import { now } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { findAskedAfter } from '#store/asked-after';
import { type Attempt, attemptsOf } from '#store/attempts';
import { loadContent } from '#store/contents';
import { loadDelivery } from '#store/deliveries';
import { dispatchesOf } from '#store/dispatches';
import { hasLostText, mayBeThere } from '#store/own-texts';
import type { Delivery as DeliveryRow } from '#store/payload-types';
import { loadName } from '#store/people';
import { findPostedBy } from '#store/removals';
import { loadSettings, stoppedIn } from '#store/settings';
import { type AmendmentPart, loadAmendment } from './delivery-amendment';
import { loadPlace, type WaitingPlace } from './delivery-place';
import { type DeliveryText, textOf } from './delivery-text';
import type { Viewer } from './viewer';

/** Everything the page about one ledger row shows to one person. */
export type DeliveryPage = {
  /** As it is worded for its next try. */
  readonly delivery: Delivery;
  /** The row as kept, for the names and decisions that the rules do not need. */
  readonly row: DeliveryRow;
  readonly channel: ChannelSettings | undefined;
  /** As it stands now; undefined when it is gone, or a draft this person may not read. */
  readonly content: Content | undefined;
  /** Where the content stands in the admin, below its root; undefined when it cannot be opened. */
  readonly contentPath: string | undefined;
  readonly text: DeliveryText | undefined;
  /** Why the text that lies with a person must not be posted any more. */
  readonly noLongerTrue: NoLongerTrue | undefined;
  /** When the carrier's people are asked, as things stand. */
  readonly askAt: Instant | undefined;
  readonly stop: Stop | undefined;
  /** We made its post, or will. */
  readonly isOurPost: boolean;
  /** What it waits for on its channel although it is due. */
  readonly place: WaitingPlace | undefined;
  readonly open: readonly Decision[];
  /** It is not to be worded anew: an earlier try may have left in the words it has. */
  readonly isTextFixed: boolean;
  /** It leaves without the text its carrier wrote. */
  readonly isTextLost: boolean;
  /** How far taking its post away at the network has come; undefined where nobody asked for it. */
  readonly removal: DispatchStatus | undefined;
  readonly canRemove: boolean;
  /** Its channel cannot take it away any more: it has another account or way now. */
  readonly isElsewhere: boolean;
  /** Tries to take it away, as below. */
  readonly removals: readonly Attempt[];
  /** How putting right what its post says stands, and the tries. */
  readonly amendment: AmendmentPart['amendment'];
  readonly toldBy: AmendmentPart['toldBy'];
  readonly canSeeTo: boolean;
  readonly amendments: readonly Attempt[];
  /** Of unknown fate, and its network is still asked after it. */
  readonly isAskedAfter: boolean;
  /** Tries to transmit it, for those who may know; none for newsletters. */
  readonly attempts: readonly Attempt[];
  /** Who decided: by name for those who may know, else the body or the role. */
  readonly decidedBy: string | undefined;
  readonly now: Instant;
  readonly viewer: Viewer;
  readonly language: Language;
};

type Request = {
  readonly payload: Payload;
  readonly user: PayloadRequest['user'];
  readonly viewer: Viewer;
  readonly language: Language;
};

/** Loads the page; undefined when there is no such row. */
export const loadDeliveryPage = async (
  { payload, user, viewer, language }: Request,
  id: string,
): Promise<DeliveryPage | undefined> => {
  const kept = await loadDelivery(payload, id);
  if (!kept) return undefined;
  const row = await payload.findByID({ collection: 'deliveries', id, depth: 0, overrideAccess: false, user });
  const at = now();
  const settings = await loadSettings(payload, at);
  const { channels, organisations, coolOffMinutes } = settings;
  const channel = channels.find((one) => one.id === kept.channelId);
  const content = await loadReadable({ payload, user }, kept.content);
  const delivery = wordedAnew(kept, content);
  const attempts = maySeeAttempts(viewer, delivery) ? await loadAttempts(payload, delivery, channel) : [];
  const postedBy = delivery.status === 'sent' ? await findPostedBy(payload, delivery) : undefined;
  const removal = await loadRemoval(payload, viewer, delivery, { channel, postedBy });
  const amendment = await loadAmendment(payload, delivery, { channel, settings, removal: removal.removal, postedBy, now: at });
  const { amendments, saying } = maySeeAttempts(viewer, delivery) ? amendment : { amendments: [], saying: undefined };
  const stop = stopOf(delivery, stoppedIn(settings));
  const env = readEnv();
  return {
    delivery,
    row,
    channel,
    content,
    contentPath: pathOf(delivery.content, content, viewer),
    text: textOf({ delivery, content, channel, organisations, attempts: saying ? [...attempts, saying] : attempts, env }),
    noLongerTrue: noLongerTrue(delivery, content),
    askAt: content && askFrom(delivery, content, coolOffMinutes),
    stop,
    isOurPost: isOurPost(delivery.status, stop, postedBy),
    place: await loadPlace(payload, delivery, channel, at),
    ...(await loadOpen(payload, viewer, delivery)),
    isTextLost: await hasLostText(payload, delivery),
    ...removal,
    ...{ amendment: amendment.amendment, toldBy: amendment.toldBy, amendments },
    canSeeTo: maySeeTo(viewer, delivery) && (amendment.amendment?.kind === 'for-people' || removal.removal === 'handed-over'),
    attempts,
    isAskedAfter: channel !== undefined && (await findAskedAfter(payload, delivery, channel, at)) !== undefined,
    decidedBy: await deciderInWords(payload, row.decidedBy, { viewer, language, organisations }),
    now: at,
    viewer,
    language,
  };
};

/** A text that may have left already is not offered to be worded anew. */
const loadOpen = async (
  payload: Payload,
  viewer: Viewer,
  delivery: Delivery,
): Promise<Pick<DeliveryPage, 'open' | 'isTextFixed'>> => {
  const open = openDecisions(delivery, standingOf(viewer, delivery));
  const isWorded = open.includes('reword') || open.includes('approve');
  const isTextFixed = isWorded && (await mayBeThere(payload, delivery.id));
  return { open: isTextFixed ? open.filter((decision) => decision !== 'reword') : open, isTextFixed };
};

/** The content, if this person may read it as it stands now: what was unpublished is its organiser's draft again. */
const loadReadable = async ({ payload, user }: Pick<Request, 'payload' | 'user'>, key: string): Promise<Content | undefined> => {
  const ref = contentRef(key);
  if (!ref) return undefined;
  const { collection, id } = ref;
  const where = { id: { equals: id } };
  const { totalDocs } = await payload.count({ collection, where, trash: true, overrideAccess: false, user });
  return totalDocs > 0 ? loadContent(payload, key) : undefined;
};

/** What exactly was sent is for the two bodies concerned, and those above. */
const maySeeAttempts = (viewer: Viewer, { carrier, organiser }: Delivery): boolean =>
  isAbove(viewer) || viewer.organisation === carrier || viewer.organisation === organiser;

const loadAttempts = async (
  payload: Payload,
  delivery: Delivery,
  channel: ChannelSettings | undefined,
): Promise<readonly Attempt[]> => {
  // Batches of a newsletter hold a thousand people each; the edition says what became of them.
  if (!channel || isNewsletter(channel.kind)) return [];
  const dispatches = await dispatchesOf(payload, 'post', [delivery.id]);
  return dispatches.length === 0
    ? []
    : attemptsOf(
        payload,
        dispatches.map((dispatch) => dispatch.id),
      );
};

/** Offered where the network knows the post, and again where that was refused. */
const loadRemoval = async (
  payload: Payload,
  viewer: Viewer,
  delivery: Delivery,
  { channel, postedBy }: { readonly channel: ChannelSettings | undefined; readonly postedBy: PostedBy | undefined },
): Promise<Pick<DeliveryPage, 'removal' | 'canRemove' | 'isElsewhere' | 'removals'>> => {
  if (delivery.status !== 'sent') return { removal: undefined, canRemove: false, isElsewhere: false, removals: [] };
  const [dispatch] = await dispatchesOf(payload, 'removal', [delivery.id]);
  const isOpen = !dispatch || ['handed-over', 'cancelled', 'failed'].includes(dispatch.status);
  const canRemove = isOpen && postedBy === 'us' && mayRemove(viewer, delivery, channel);
  const isElsewhere = isOpen && postedBy === 'us-elsewhere' && maySeeTo(viewer, delivery);
  const removals = dispatch && maySeeAttempts(viewer, delivery) ? await attemptsOf(payload, [dispatch.id]) : [];
  return { removal: dispatch?.status, canRemove, isElsewhere, removals };
};

type Asking = Pick<DeliveryPage, 'viewer' | 'language'> & { readonly organisations: Organisations };

/** Names of people stay within their organisation and with those above; others learn which body or role it was. */
const deciderInWords = async (
  payload: Payload,
  id: string | null | undefined,
  { viewer, language, organisations }: Asking,
): Promise<string | undefined> => {
  const person = id ? await loadName(payload, id) : undefined;
  if (!person) return undefined;
  const isColleague = person.organisation !== undefined && person.organisation === viewer.organisation;
  if (isAbove(viewer) || isColleague || person.id === viewer.id) return person.name;
  const body = organisations.get(person.organisation ?? '')?.shortName;
  return isAbove(person) || !body ? ROLE_WORDS[person.role][language] : body;
};

const pathOf = (key: string, content: Content | undefined, viewer: Viewer): string | undefined => {
  const ref = contentRef(key);
  if (!ref || !content) return undefined;
  return content.live || isAbove(viewer) ? `/collections/${ref.collection}/${ref.id}` : undefined;
};
