import type { Payload } from 'payload';
import { type Agreement, agreementInForce, type Organisations, promotionClauses } from '#domain/agreement';
import { type ChannelSettings, departureOf, fallsBack, isNewsletter } from '#domain/channel';
import { hashText, type Picture } from '#domain/content';
import type { Handles } from '#domain/handle';
import { NETWORKS } from '#domain/network';
import { type NewsletterSettings, PLAIN_NEWSLETTER } from '#domain/newsletter';
import type { Organisation } from '#domain/organisation';
import { X_PRICES } from '#domain/spacing';
import type { Stopped } from '#domain/stop';
import type { Instant } from '#domain/time';
import { readAgreement } from './agreement-row';
import { type FundingRow, readFunding } from './funding-row';
import { fromIso } from './instants';
import type { Channel as ChannelRow, Organisation as OrganisationRow } from './payload-types';
import { idOf, loadPictures } from './pictures';

/** What plans rest on beside the content itself, as it stands now. */
export type Settings = {
  readonly organisations: Organisations;
  /** All channels; those of an organisation that is switched off are not active. */
  readonly channels: readonly ChannelSettings[];
  /** The version in force. */
  readonly agreement: Agreement | undefined;
  /** Nothing leaves earlier than so many minutes after the last change of a content. */
  readonly coolOffMinutes: number;
  /** Everything is stopped: nothing leaves but notices. */
  readonly paused: boolean;
  /** Changes with everything above that planning looks at, also when a validity date is reached. */
  readonly basis: string;
};

/** Loads organisations, channels and the agreement in force. */
export const loadSettings = async (payload: Payload, now: Instant): Promise<Settings> => {
  const organisations = await loadOrganisations(payload);
  const rows = await allOf(payload, 'channels');
  const logos = await loadPictures(
    payload,
    rows.map((row) => idOf(row.logo)),
    { whole: true },
  );
  const channels = rows.map((row) => readChannel(row, organisations, logos));
  const agreement = agreementInForce(await loadAgreements(payload), now);
  const basis = planBasis({ organisations, channels, agreement }, now);
  return { organisations, channels, agreement, ...(await loadOperations(payload)), basis };
};

/** How the house runs now, and since when everything is stopped. */
export const loadOperations = async (
  payload: Payload,
): Promise<Pick<Settings, 'coolOffMinutes' | 'paused'> & { readonly pausedAt: Instant | undefined }> => {
  const { coolOffMinutes, paused, pausedAt } = await payload.findGlobal({ slug: 'operations', depth: 0, overrideAccess: true });
  return { coolOffMinutes, paused: paused === true, pausedAt: fromIso(pausedAt) };
};

/** What is stopped, where nothing else of the settings is needed; channels by name. */
export const loadStopped = async (payload: Payload): Promise<Stopped> => {
  if ((await loadOperations(payload)).paused) return 'all';
  const { docs } = await payload.find({
    ...ALL,
    collection: 'channels',
    where: { paused: { equals: true } },
    select: {
      ...{ name: true, kind: true, organisation: true, trouble: true, ownerEmail: true },
      ...{ checkedAt: true, checkedAs: true },
    },
    sort: 'name',
  });
  if (docs.length === 0) return [];
  const organisations = await loadOrganisations(payload);
  return docs.map(({ id, name, kind, organisation, trouble, ownerEmail, ...check }) => ({
    ...{ id, name, kind, carrier: idOf(organisation) ?? '' },
    trouble: trouble ?? undefined,
    ownerEmail: ownerEmail || organisations.get(idOf(organisation) ?? '')?.contactEmail,
    check: readCheck(check),
  }));
};

/** What is stopped: by people, or by itself. */
export const stoppedIn = ({ paused, channels }: Pick<Settings, 'paused' | 'channels'>): Stopped =>
  paused ? 'all' : channels.filter((channel) => channel.paused);

/** Nothing leaves this channel for now: people stopped it, or everything, or it stopped by itself and nobody is there to post by hand. */
export const isStopped = ({ paused }: Pick<Settings, 'paused'>, channel: ChannelSettings): boolean =>
  paused || (channel.paused && !fallsBack(channel));

/** What may hold a channel back and changes while it is worked for, read alone. */
export const loadHold = async (payload: Payload, channelId: string) => {
  const where = { id: { equals: channelId } };
  const select = { paused: true, restUntil: true } as const;
  const { docs } = await payload.find({ ...ALL, collection: 'channels', where, select });
  return {
    isAllPaused: (await loadOperations(payload)).paused,
    paused: docs[0]?.paused === true,
    restUntil: fromIso(docs[0]?.restUntil),
  };
};

/** All organisations by id. */
export const loadOrganisations = async (payload: Payload): Promise<Organisations> => {
  const { docs } = await payload.find({
    ...ALL,
    collection: 'organisations',
    locale: 'all',
    select: { defaults: false },
  });
  const rows = docs as unknown as readonly AllLanguages[];
  const logos = await loadPictures(
    payload,
    rows.flatMap((row) => [idOf(row.logo), idOf(row.funding?.logo)]),
    { whole: true },
  );
  return new Map(rows.map((row) => [row.id, readOrganisation(row, logos)]));
};

/** The short name of one organisation; undefined when it is gone. */
export const loadShortName = async (payload: Payload, id: string): Promise<string | undefined> => {
  const where = { id: { equals: id } };
  const { docs } = await payload.find({ ...ALL, collection: 'organisations', where, select: { shortName: true } });
  return docs[0]?.shortName;
};

/** The organisation that carries a channel; undefined when the channel is gone. */
export const loadCarrier = async (payload: Payload, channelId: string): Promise<string | undefined> => {
  const where = { id: { equals: channelId } };
  const { docs } = await payload.find({ ...ALL, collection: 'channels', where, select: { organisation: true } });
  return idOf(docs[0]?.organisation);
};

/** All versions of the agreement, drafts too. */
export const loadAgreements = async (payload: Payload): Promise<readonly Agreement[]> => {
  const topics = new Map((await allOf(payload, 'topics')).map((row) => [row.id, row.slug]));
  return (await allOf(payload, 'agreements')).flatMap((row) => readAgreement(row, topics) ?? []);
};

/** A hash of all that plans rest on; contents planned for another one are planned again. */
const planBasis = (settings: Pick<Settings, 'organisations' | 'channels' | 'agreement'>, now: Instant): string => {
  const organisations = [...settings.organisations.values()].map(({ id, region }) => [id, region]);
  const channels = settings.channels
    .filter((channel) => channel.active)
    .map(({ id, slug, kind, via, carrier, ownContent, wantsApproval, quiet, slot }) => [
      [id, slug, kind, departureOf({ kind, via }), carrier, ownContent, wantsApproval],
      [quiet.from, quiet.to, quiet.sundays, slot?.rhythm, slot?.weekday, slot?.time],
    ]);
  const clauses = promotionClauses(settings.agreement, now).map(({ validFrom: _from, validTo: _to, ...clause }) => clause);
  return hashText(JSON.stringify([settings.agreement?.id, clauses, channels.sort(byFirst), organisations.sort(byFirst)]));
};

const ALL = { depth: 0, limit: 0, pagination: false, overrideAccess: true, sort: 'id' } as const;

const allOf = async <S extends 'channels' | 'topics' | 'agreements'>(payload: Payload, collection: S) =>
  (await payload.find({ ...ALL, collection })).docs;

const byFirst = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);

type AllLanguages = Omit<OrganisationRow, 'funding'> & { readonly funding?: FundingRow };

const readOrganisation = (row: AllLanguages, logos: ReadonlyMap<string, Picture>): Organisation => ({
  id: row.id,
  slug: row.slug,
  shortName: row.shortName,
  name: row.name,
  region: row.region,
  statewide: row.statewide === true,
  active: row.active !== false,
  hashtags: (row.hashtags ?? []).map((tag) => tag.replace(/^#/, '')),
  handles: handlesOf(row.handles),
  website: row.website ?? undefined,
  imprint: row.imprint ?? undefined,
  contactEmail: row.contactEmail ?? undefined,
  logo: logos.get(idOf(row.logo) ?? ''),
  funding: readFunding(row.funding, logos),
});

const handlesOf = (handles: OrganisationRow['handles']): Handles =>
  Object.fromEntries(NETWORKS.flatMap((network) => (handles?.[network] ? [[network, handles[network]]] : [])));

const readChannel = (row: ChannelRow, organisations: Organisations, logos: ReadonlyMap<string, Picture>): ChannelSettings => {
  const carrier = typeof row.organisation === 'string' ? row.organisation : row.organisation.id;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    via: row.via,
    carrier,
    active: row.active !== false && organisations.get(carrier)?.active === true,
    paused: row.paused === true,
    pausedAt: fromIso(row.pausedAt),
    trouble: row.trouble ?? undefined,
    ownContent: row.ownContent !== false,
    wantsApproval: row.wantsApproval === true,
    language: row.language,
    bothLanguages: row.bothLanguages === true,
    quiet: { from: row.quietFrom, to: row.quietTo, sundays: row.quietSundays === true },
    slot: readSlot(row),
    sender: row.sender ?? undefined,
    spacing: {
      perDay: row.perDay ?? undefined,
      gapMinutes: row.gapMinutes ?? undefined,
      monthlyCents: row.kind === 'x' ? (row.monthlyCents ?? undefined) : undefined,
    },
    prices:
      row.kind === 'x'
        ? { ...X_PRICES, post: row.postCents ?? X_PRICES.post, linkPost: row.linkPostCents ?? X_PRICES.linkPost }
        : undefined,
    restUntil: fromIso(row.restUntil),
    ownerEmail: row.ownerEmail || organisations.get(carrier)?.contactEmail,
    ...readAccess(row),
    newsletter: isNewsletter(row.kind) ? readNewsletter(row, logos) : undefined,
  };
};

const readAccess = (
  row: ChannelRow,
): Pick<ChannelSettings, 'accessUntil' | 'hasAccess' | 'accountName' | 'renewal' | 'textLength' | 'check'> => {
  return {
    accessUntil: fromIso(row.accessUntil),
    hasAccess: Boolean(row.tokenSince),
    accountName: row.via === 'bluesky' && row.handle ? `@${row.handle}` : row.accountName || undefined,
    renewal: row.refreshSince ? readRenewal(row) : undefined,
    textLength: row.textLength ?? undefined,
    check: readCheck(row),
  };
};

const readRenewal = ({ refreshUntil, renewNotBefore, renewTries }: ChannelRow): ChannelSettings['renewal'] => ({
  until: fromIso(refreshUntil),
  notBefore: fromIso(renewNotBefore),
  tries: renewTries ?? undefined,
});

const readCheck = ({ checkedAt, checkedAs }: Pick<ChannelRow, 'checkedAt' | 'checkedAs'>): ChannelSettings['check'] => {
  const at = fromIso(checkedAt);
  return at && checkedAs ? { at, kind: checkedAs } : undefined;
};

const readNewsletter = (row: ChannelRow, logos: ReadonlyMap<string, Picture>): NewsletterSettings => ({
  replyTo: row.replyTo || undefined,
  minimumItems: row.minimumItems ?? PLAIN_NEWSLETTER.minimumItems,
  leadHours: row.leadHours ?? PLAIN_NEWSLETTER.leadHours,
  release: row.release ?? PLAIN_NEWSLETTER.release,
  colour: row.colour || undefined,
  logo: logos.get(idOf(row.logo) ?? ''),
  othersShare: row.othersShare ?? PLAIN_NEWSLETTER.othersShare,
  isHidden: row.archiveHidden === true,
});

const readSlot = ({ slotRhythm, slotWeekday, slotTime }: ChannelRow): ChannelSettings['slot'] =>
  slotRhythm && slotWeekday && slotTime
    ? { rhythm: slotRhythm, weekday: Number(slotWeekday) as NonNullable<ChannelSettings['slot']>['weekday'], time: slotTime }
    : undefined;
