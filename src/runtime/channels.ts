import { openBlock } from '#channels/block';
import { openBluesky } from '#channels/bluesky';
import type { Identities } from '#channels/bluesky-identity';
import type { Sessions } from '#channels/bluesky-session';
import type { Channel } from '#channels/channel';
import type { DkimKey } from '#channels/dkim';
import { openFeed } from '#channels/feed';
import { openLinkedin } from '#channels/linkedin';
import { openManual } from '#channels/manual';
import { openMastodon } from '#channels/mastodon';
import type { OauthApp } from '#channels/oauth-token';
import { openOutbox } from '#channels/outbox';
import { openPreview } from '#channels/preview';
import { openSendgrid } from '#channels/sendgrid';
import { openX } from '#channels/x';
import type { ChannelAccount, ChannelVia } from '#domain/channel';
import { now } from './clock';
import type { Env } from './env';
import { linkedinVersion } from './linkedin-version';
import { log } from './log';
import { pictureIn } from './pictures';
import { openSecret } from './secrets';

export type { Channel } from '#channels/channel';

/** Gives the adapter for a way out; one that signs in at a provider needs the account of its channel, without which nothing leaves. */
export type ChannelOf = (via: ChannelVia, account?: ChannelAccount) => Channel;

type ChannelsEnv = Pick<
  Env,
  | 'dataDir'
  | 'smtpUrl'
  | 'previewBaseUrl'
  | 'sendgridBaseUrl'
  | 'linkedinBaseUrl'
  | 'linkedinVersion'
  | 'linkedinVersionUntil'
  | 'linkedinApp'
  | 'mastodonBaseUrl'
  | 'blueskyBaseUrl'
  | 'xBaseUrl'
  | 'xApp'
>;

/** The channels of this process by the name of their adapter, opened once per call; says so when an address override is active. */
export const openChannels = (env: ChannelsEnv): ChannelOf => {
  const mailer = (account?: ChannelAccount): Channel =>
    openOutbox({ dataDir: env.dataDir, smtpUrl: env.smtpUrl, now, dkim: account && dkimOf(account) });
  const outbox = mailer();
  const sendgrid = (account?: ChannelAccount): Channel =>
    openSendgrid({
      apiKey: secretOf(account),
      region: account?.region ?? 'eu',
      baseUrl: env.sendgridBaseUrl,
      now,
    });
  const preview = openPreview({ dataDir: env.dataDir, baseUrl: env.previewBaseUrl, now });
  const [feed, manual, block] = [openFeed(), openManual(outbox), openBlock()];
  const opened: Readonly<Record<ChannelVia, (account?: ChannelAccount) => Channel>> = {
    outbox: (account) => (account?.dkim ? mailer(account) : outbox),
    sendgrid,
    ...openNetworks(env),
    preview: () => preview,
    feed: () => feed,
    manual: () => manual,
    block: () => block,
  };
  const overrides = {
    ...{ preview: env.previewBaseUrl, sendgrid: env.sendgridBaseUrl },
    ...{ linkedin: env.linkedinBaseUrl, mastodon: env.mastodonBaseUrl, bluesky: env.blueskyBaseUrl, x: env.xBaseUrl },
  };
  for (const [via, baseUrl] of Object.entries(overrides))
    if (baseUrl !== undefined) log('channels.override', { via, baseUrl }, 'warn');
  return (via, account) => opened[via](account);
};

/** Accounts on social networks; sessions, and who is who, are kept as long as these. */
const openNetworks = (env: ChannelsEnv) => {
  const [sessions, identities]: [Sessions, Identities] = [new Map(), new Map()];
  const pictureOf = pictureIn(env.dataDir);
  const { version, until } = linkedinVersion(env);
  return {
    linkedin: (account?: ChannelAccount): Channel =>
      openLinkedin({
        author: account?.page && `urn:li:organization:${account.page}`,
        token: secretOf(account),
        renewal: renewalOf(env.linkedinApp, account),
        ...{ version, versionUntil: until },
        ...{ baseUrl: env.linkedinBaseUrl, pictureOf, now },
      }),
    mastodon: (account?: ChannelAccount): Channel =>
      openMastodon({
        ...{ server: account?.server, token: secretOf(account) },
        ...{ baseUrl: env.mastodonBaseUrl, pictureOf, now },
      }),
    bluesky: (account?: ChannelAccount): Channel =>
      openBluesky({
        ...{ server: account?.server, handle: account?.handle, password: secretOf(account), sessions, identities },
        ...{ baseUrl: env.blueskyBaseUrl, pictureOf, now },
      }),
    x: (account?: ChannelAccount): Channel =>
      openX({
        ...{ secret: secretOf(account), renewal: renewalOf(env.xApp, account) },
        ...{ baseUrl: env.xBaseUrl, pictureOf, now },
      }),
  };
};

/** What a channel signs in with, as it was entered. */
const secretOf = (account: ChannelAccount | undefined): string | undefined =>
  account?.apiKey && openSecret(account.apiKey, account.owner);

/** What gets the next access, in the name of the application by which its people signed in. */
const renewalOf = (app: OauthApp | undefined, account: ChannelAccount | undefined) => {
  const refreshToken = account?.refresh && openSecret(account.refresh, account.owner);
  return app && refreshToken ? { ...app, refreshToken } : undefined;
};

/** Without it mails still leave, as they would without any key: their mail server may sign them. */
const dkimOf = ({ owner, dkim }: ChannelAccount): DkimKey | undefined => {
  const privateKey = dkim && openSecret(dkim.privateKey, owner);
  if (dkim && !privateKey) log('channels.unsigned', { owner }, 'warn');
  return dkim && privateKey ? { selector: dkim.selector, privateKey } : undefined;
};
