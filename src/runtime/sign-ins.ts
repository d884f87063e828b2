import { openLinkedinSignIn } from '#channels/linkedin-sign-in';
import { openMastodonSignIn } from '#channels/mastodon-sign-in';
import type { SignIn } from '#channels/sign-in';
import { openXSignIn } from '#channels/x-sign-in';
import type { ChannelAccount, ChannelVia } from '#domain/channel';
import type { CheckOutcome, SignInBeginning } from '#domain/connection';
import { type ChannelOf, openChannels } from './channels';
import { now } from './clock';
import { type Env, readEnv } from './env';
import { linkedinVersion } from './linkedin-version';

/** By the way a channel leaves: where its people sign in, so far as this installation is known there. */
export type SignIns = Readonly<Partial<Record<ChannelVia, SignIn>>>;

type SignInsEnv = Pick<
  Env,
  | 'publicUrl'
  | 'linkedinApp'
  | 'linkedinBaseUrl'
  | 'linkedinVersion'
  | 'linkedinVersionUntil'
  | 'mastodonBaseUrl'
  | 'xApp'
  | 'xBaseUrl'
>;

/** The networks where people may sign in with what is set; servers of Mastodon take whoever comes. */
export const openSignIns = ({ linkedinApp, xApp, ...env }: SignInsEnv): SignIns => {
  const linkedin = { version: linkedinVersion(env).version, baseUrl: env.linkedinBaseUrl, now };
  return {
    ...(linkedinApp ? { linkedin: openLinkedinSignIn(linkedin, linkedinApp) } : {}),
    mastodon: openMastodonSignIn({ baseUrl: env.mastodonBaseUrl, now }, { name: 'Nordsüd', website: env.publicUrl }),
    ...(xApp ? { x: openXSignIn({ baseUrl: env.xBaseUrl, now }, xApp) } : {}),
  };
};

/** Where a network sends people back to. */
export const returnAddress = (publicUrl: string, via: ChannelVia): string => `${publicUrl}/verbinden/${via}`;

/** What the form of a channel asks of its network: with whom one can sign in, whether an account is good, where to say yes. */
export const openNetworks = (env: Env) => {
  const signIns = openSignIns(env);
  let channels: ChannelOf | undefined;
  return {
    connectable: Object.entries(signIns).map(([via]) => via),
    check: async (via: ChannelVia, account: ChannelAccount): Promise<CheckOutcome | undefined> => {
      // Not before somebody asks: the config is read by every command, and says each time what is overridden.
      channels ??= openChannels(readEnv());
      return channels(via, account).check?.();
    },
    begin: async (via: ChannelVia, state: string, server?: string): Promise<SignInBeginning | undefined> =>
      signIns[via]?.begin({ redirectUri: returnAddress(env.publicUrl, via), state }, server),
  };
};
