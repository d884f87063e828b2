import type { Content, ContentRef } from './content';
import { berlinDay, type Instant } from './time';

/** The canonical page of a content: `<publicUrl>/veranstaltungen/<slug>` or `/meldungen/<slug>`. */
export const pageUrl = (content: Pick<Content, 'kind' | 'slug'>, publicUrl: string): string =>
  below(publicUrl, `/${content.kind === 'event' ? 'veranstaltungen' : 'meldungen'}/${encodeURIComponent(content.slug)}`);

/** The one event as a calendar file. */
export const calendarUrl = (content: Pick<Content, 'kind' | 'slug'>, publicUrl: string): string =>
  `${pageUrl(content, publicUrl)}.ics`;

/** The page of one body, by its slug. */
export const organisationUrl = (slug: string, publicUrl: string): string => below(publicUrl, `/${encodeURIComponent(slug)}`);

/** Names a content for ever, whatever its address becomes: the guid of feed entries, the UID of calendar files. */
export const contentUrn = ({ ref }: Pick<Content, 'ref'>): string => `urn:nordsued:${ref.collection}:${ref.id}`;

/** The feed of one body (by its slug), or of all public content when none is named. */
export const feedUrl = (publicUrl: string, organisationSlug = 'alle'): string =>
  below(publicUrl, `/feeds/${encodeURIComponent(organisationSlug)}.xml`);

/** The start page of the admin. */
export const startUrl = (publicUrl: string): string => below(publicUrl, '/admin');

/** Where people change what concerns their own account. */
export const accountUrl = (publicUrl: string): string => below(publicUrl, '/admin/account');

/** Where editors work on a content. */
export const contentUrl = ({ collection, id }: ContentRef, publicUrl: string): string =>
  below(publicUrl, `/admin/collections/${collection}/${id}`);

/** The ledger row in the admin. */
export const ledgerUrl = (deliveryId: string, publicUrl: string): string =>
  below(publicUrl, `/admin/collections/deliveries/${encodeURIComponent(deliveryId)}`);

/** Where a channel and its account are set up. */
export const channelUrl = (channelId: string, publicUrl: string): string =>
  below(publicUrl, `/admin/collections/channels/${encodeURIComponent(channelId)}`);

/** All channels in the admin. */
export const channelsUrl = (publicUrl: string): string => below(publicUrl, '/admin/collections/channels');

/** Where a request about somebody's own data is kept. */
export const rightsRequestUrl = (id: string, publicUrl: string): string =>
  below(publicUrl, `/admin/collections/rights-requests/${encodeURIComponent(id)}`);

/** Where people copy what is due on a newsletter that their body sends itself. */
export const blockUrl = (channelId: string, publicUrl: string): string => below(publicUrl, blockPath(channelId, '/admin'));

/** The same inside the admin, whose path is given. */
export const blockPath = (channelId: string, admin: string): string => `${admin}/baustein?kanal=${encodeURIComponent(channelId)}`;

/** Where the owner of a manual channel confirms that a text was posted; the token is signed for `HANDOVER_TOKEN`. */
export const handoverUrl = (token: string, publicUrl: string): string =>
  below(publicUrl, `/bestaetigen/${encodeURIComponent(token)}`);
export const HANDOVER_TOKEN = 'handover';

/** For what the sign is signed with which somebody comes back from a network; its subject is the key of the connection. */
export const CONNECT_TOKEN = 'connect';

/** Where a person sets an own password; the token is kept with the account. */
export const passwordUrl = (token: string, publicUrl: string): string =>
  below(publicUrl, `/admin/reset/${encodeURIComponent(token)}`);

/** For what the token in the links of a newsletter is signed; its subject is the id of the subscription it came by. */
export const READER_TOKEN = 'reader';

/** Where a person leaves a newsletter; the token is signed for `READER_TOKEN`. */
export const unsubscribeUrl = (token: string, publicUrl: string): string =>
  below(publicUrl, `/abmelden/${encodeURIComponent(token)}`);

/** Where a person chooses what they get of all newsletters; the token is signed for `READER_TOKEN`. */
export const preferencesUrl = (token: string, publicUrl: string): string =>
  below(publicUrl, `/einstellungen/${encodeURIComponent(token)}`);

/** Where people sign up for newsletters. */
export const signupUrl = (publicUrl: string): string => below(publicUrl, '/newsletter');

/** Where a person confirms a request for newsletters; the token is signed for `SIGNUP_TOKEN`, its subject the request's id. */
export const confirmationUrl = (token: string, publicUrl: string): string =>
  below(publicUrl, `/newsletter/bestaetigen/${encodeURIComponent(token)}`);
export const SIGNUP_TOKEN = 'signup';

/** The editions of a newsletter that were sent, by its slug. */
export const archiveUrl = (newsletterSlug: string, publicUrl: string): string =>
  below(publicUrl, `/ausgaben/${encodeURIComponent(newsletterSlug)}`);

/** By what an address names an edition; `ofDay` counts those of a newsletter on one Berlin day. */
export type EditionDay = { readonly slotAt: Instant; readonly ofDay: number };

/** The Berlin day of its slot, from the second of a day on with its number. */
export const editionDay = ({ slotAt, ofDay }: EditionDay): string =>
  ofDay === 1 ? berlinDay(slotAt) : `${berlinDay(slotAt)}-${ofDay}`;

/** One edition on the web; it is there as soon as somebody got it. */
export const editionUrl = (newsletterSlug: string, edition: EditionDay, publicUrl: string): string =>
  `${archiveUrl(newsletterSlug, publicUrl)}/${editionDay(edition)}`;

/** Where editors look at an edition and change it. */
export const editionWorkUrl = (editionId: string, publicUrl: string): string =>
  below(publicUrl, `/admin/ausgabe?id=${encodeURIComponent(editionId)}`);

/** What is done with personal data. */
export const privacyUrl = (publicUrl: string): string => below(publicUrl, '/datenschutz');

/** Where a person sees what we keep about them; the token is signed for `DATA_TOKEN`, its subject the request's id. */
export const personalDataUrl = (token: string, publicUrl: string): string =>
  below(publicUrl, `/newsletter/auskunft/${encodeURIComponent(token)}/daten`);
export const DATA_TOKEN = 'personal-data';

/** A path of ours as an absolute address; `path` begins with a slash, `publicUrl` may end with one. */
export const below = (publicUrl: string, path: string): string => publicUrl.replace(/\/+$/, '') + path;
