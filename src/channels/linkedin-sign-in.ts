import { askWith, type LinkedinPlace } from './linkedin-line';
import { namedPages, pagesOf } from './linkedin-pages';
import { exchangeCode, signInHost } from './linkedin-token';
import { refuseElsewhere } from './loopback';
import type { OauthApp } from './oauth-token';
import { type SignIn, withoutAccess } from './sign-in';

/** To post as a page, to read its posts after a lost answer, and to ask on which pages the person may. */
const SCOPES = ['w_organization_social', 'r_organization_social', 'rw_organization_admin'];

/** Lets a member give leave to post as one of their pages (Authorization Code Flow, 3-legged). */
export const openLinkedinSignIn = (place: LinkedinPlace, app: OauthApp): SignIn => {
  refuseElsewhere('LinkedIn', place.baseUrl);
  return {
    begin: async ({ redirectUri, state }) => {
      const asked = { response_type: 'code', client_id: app.clientId, redirect_uri: redirectUri, state, scope: SCOPES.join(' ') };
      return { kind: 'begun', url: `${signInHost(place)}/oauth/v2/authorization?${new URLSearchParams(asked)}` };
    },
    finish: async ({ code, redirectUri }) => {
      const given = await exchangeCode(place, app, { code, redirectUri });
      if (given.kind !== 'renewed') return withoutAccess(given);
      const ask = askWith(place, given.access.token);
      const found = await pagesOf(ask);
      if ('answer' in found) {
        const isRefused = found.answer.kind === 'answered' && found.answer.status === 403;
        return { kind: isRefused ? 'refused' : 'unknown', detail: isRefused ? 'no-rights' : 'no-pages' };
      }
      return { kind: 'granted', access: given.access, accounts: await namedPages(ask, found.pages) };
    },
  };
};
