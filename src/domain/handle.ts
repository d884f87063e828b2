import { NETWORKS, type NetworkKind } from './network';

/** Under what a body is known on each network: `@name@server`, `@name.domain`, `@name`; on LinkedIn the number of its page. */
export type Handles = Readonly<Partial<Record<NetworkKind, string>>>;

/** A part of a post that names an account: a handle as its network writes it, or on LinkedIn a name and the number of its page. */
export type Mention = { readonly text: string; readonly account: string };

/** True for a handle as its network writes it. */
export const isHandle = (network: NetworkKind, handle: string): boolean => FORMS[network].test(handle);

/**
 * The handle in what people paste: as its network writes it, without its @, or the address of the profile. What names nobody there stays as
 * it is, without blanks around it.
 */
export const handleIn = (network: NetworkKind, entered: string): string => {
  const typed = entered.trim();
  const { name, server } = profileIn(network, typed);
  const named = name ? [name, server].filter(Boolean).join('@') : typed.replace(/^@/, '');
  const handle = network === 'linkedin' ? named : `@${network === 'bluesky' ? named.toLowerCase() : named}`;
  return isHandle(network, handle) ? handle : typed;
};

/** The server of the account that people name on a network of many servers, `@name@server` or by its profile; undefined where they name none. */
export const accountServerIn = (entered: string): string | undefined => {
  const typed = entered.trim();
  return profileIn('mastodon', typed).server ?? /^@?[^@/\s]+@([^@/\s]+)$/.exec(typed)?.[1];
};

const profileIn = (network: NetworkKind, typed: string): { readonly name?: string; readonly server?: string } => {
  const { name, server, host } = PROFILES[network].exec(typed)?.groups ?? {};
  // Whoever is logged in at one server sees accounts of others there: `host/@name@server`.
  return { ...(name ? { name } : {}), ...(server || host ? { server: server ?? host } : {}) };
};

const profileAt = (host: string, path: string): RegExp => new RegExp(`^(?:https?://)?${host}/${path}/?(?:[?#]\\S*)?$`, 'i');

/** What stands where X has its accounts, and is none. */
const PAGES_OF_X = [
  ...['home', 'i', 'search', 'explore', 'settings', 'intent', 'share', 'hashtag', 'messages', 'notifications'],
  ...['compose', 'login', 'logout', 'signup', 'tos', 'privacy'],
].join('|');

/** Addresses under which networks show an account, and nothing else; LinkedIn's name the page by its number while it is managed. */
const PROFILES: Readonly<Record<NetworkKind, RegExp>> = {
  linkedin: profileAt('(?:[a-z]+\\.)?linkedin\\.com', '(?:company|showcase)/(?<name>\\d+)(?:/[^?#\\s]*)?'),
  mastodon: profileAt('(?<host>[^/?#@\\s]+)', '(?:(?:web|deck)/)?(?:@|users/)(?<name>[^/@?#\\s]+)(?:@(?<server>[^/@?#\\s]+))?'),
  bluesky: profileAt('bsky\\.app', 'profile/(?<name>[^/?#\\s]+)'),
  x: profileAt('(?:www\\.|mobile\\.)?(?:x|twitter)\\.com', `@?(?!(?:${PAGES_OF_X})(?:[/?#]|$))(?<name>[^/@?#\\s]+)`),
};

/** What a body is called on a network, and whom that names there; its name alone where its handle is not known. */
export const calledOn = (
  network: string,
  handles: Handles | undefined,
  name: string,
): { readonly text: string; readonly mention?: Mention } => {
  const known = NETWORKS.find((one) => one === network);
  const handle = known && handles?.[known];
  if (!known || !handle) return { text: name };
  // LinkedIn names by the name of the page and takes its number beside it.
  return known === 'linkedin'
    ? { text: name, mention: { text: name, account: handle } }
    : { text: handle, mention: { text: handle, account: handle.slice(1) } };
};

/**
 * A text in which networks find nobody who is mentioned: behind each @ that could begin a name stands a sign that nobody sees (U+2060).
 * Addresses of mail and links stay as they are.
 */
export const withoutMentions = (text: string): string =>
  text.replace(COULD_MENTION, (found) => (found === '@' || found === '＠' ? `${found}\u2060` : found));

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const FORMS: Readonly<Record<NetworkKind, RegExp>> = {
  linkedin: /^[1-9]\d{0,19}$/,
  mastodon: new RegExp(`^@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*@(?:${LABEL}\\.)+[a-z]{2,}$`, 'i'),
  bluesky: new RegExp(`^@(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$`, 'i'),
  x: /^@[a-z0-9_]{1,15}$/i,
};

/** `rt@name` mentions on X although letters stand before the sign. */
const COULD_MENTION =
  /https?:\/\/(?:[^\s@＠]|(?<=\/)[@＠])+|(?<![A-Za-z0-9_])[@＠](?=[A-Za-z0-9_])|(?<=(?:^|[^A-Za-z0-9_+~.-])rt:?)[@＠](?=[A-Za-z0-9_])/giu;
