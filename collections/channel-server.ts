import type { Field, TextFieldSingleValidation } from 'payload';
import type { ChannelVia } from '#domain/channel';
import { accountServerIn, handleIn } from '#domain/handle';
import { isServerName } from '#domain/server-name';
import { ACCOUNT, SERVER_HINTS } from '#i18n/admin-account';
import { refusal } from '#i18n/problems';
import { byNetwork } from './fields';
import { OUT_OF_LISTS } from './flow';
import { languageOf } from './refuse';

type ChannelData = { readonly via?: ChannelVia };

const isOnMastodon = ({ via }: ChannelData): boolean => via === 'mastodon';
const isOnBluesky = ({ via }: ChannelData): boolean => via === 'bluesky';
const hasServer = (data: ChannelData): boolean => isOnMastodon(data) || isOnBluesky(data);

/** The server's name in what people paste: that of the account they name, else of the address itself. */
const serverIn = (entered: unknown): unknown => {
  if (typeof entered !== 'string') return entered;
  const host =
    accountServerIn(entered) ??
    entered
      .trim()
      .replace(/^https?:\/\//i, '')
      .split('/', 1)[0];
  const address = `https://${host}`;
  return URL.canParse(address) ? new URL(address).host : entered.trim();
};

const serverCheck: TextFieldSingleValidation = (value, { siblingData, req }) => {
  if (!hasServer(siblingData) || isServerName(value ?? '')) return true;
  if (!isOnBluesky(siblingData)) return refusal('serverForm', languageOf(req));
  return !value || refusal('blueskyServerForm', languageOf(req));
};

/** The name of an account in what people paste, without its @. */
const nameIn = (entered: unknown): unknown =>
  typeof entered === 'string' ? handleIn('bluesky', entered).replace(/^@/, '').toLowerCase() : entered;

const handleCheck: TextFieldSingleValidation = (value, { siblingData, req }) =>
  !isOnBluesky(siblingData) || isServerName(value ?? '') || refusal('handleForm', languageOf(req));

/** Which account it is in a network of many servers, and on which of them. */
export const serverFields: Field[] = [
  {
    ...{ name: 'handle', type: 'text', label: ACCOUNT.handle, validate: handleCheck },
    hooks: { beforeValidate: [({ value }) => nameIn(value)] },
    admin: { ...OUT_OF_LISTS.admin, description: ACCOUNT.handleHint, condition: isOnBluesky },
  },
  {
    ...{ name: 'server', type: 'text', label: ACCOUNT.server, validate: serverCheck },
    hooks: { beforeValidate: [({ value }) => serverIn(value)] },
    admin: {
      ...{ ...OUT_OF_LISTS.admin, condition: hasServer },
      components: { Description: byNetwork('Hint', SERVER_HINTS) },
    },
  },
];
