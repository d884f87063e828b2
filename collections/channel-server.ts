import type { Field, TextFieldSingleValidation } from 'payload';
import type { ChannelVia } from '#domain/channel';
import { isServerName } from '#domain/server-name';
import { ACCOUNT } from '#i18n/admin-account';
import { refusal } from '#i18n/problems';
import { OUT_OF_LISTS } from './flow';
import { languageOf } from './refuse';

type ChannelData = { readonly via?: ChannelVia };

const hasServer = ({ via }: ChannelData): boolean => via === 'mastodon';

/** The server's name in what people paste: an address in it, or an account such as `@name@social.bund.de`. */
const serverIn = (entered: unknown): unknown => {
  if (typeof entered !== 'string') return entered;
  const [host = ''] = (
    entered
      .trim()
      .replace(/^https?:\/\//i, '')
      .split('/', 1)[0] ?? ''
  )
    .split('@')
    .slice(-1);
  const address = `https://${host}`;
  return URL.canParse(address) ? new URL(address).host : entered.trim();
};

const serverCheck: TextFieldSingleValidation = (value, { siblingData, req }) =>
  !hasServer(siblingData) || isServerName(value ?? '') || refusal('serverForm', languageOf(req));

/** On which server of a network of many an account is. */
export const serverField: Field = {
  ...{ name: 'server', type: 'text', label: ACCOUNT.server, validate: serverCheck },
  hooks: { beforeValidate: [({ value }) => serverIn(value)] },
  admin: { ...OUT_OF_LISTS.admin, description: ACCOUNT.serverHint, condition: hasServer },
};
