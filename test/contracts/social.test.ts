import { openBluesky } from '#channels/bluesky';
import { recordKey } from '#channels/bluesky-record';
import { openLinkedin } from '#channels/linkedin';
import { openMastodon } from '#channels/mastodon';
import { openX } from '#channels/x';
import { now } from '#runtime/clock';
import { BLUESKY_HANDLE, BLUESKY_PASSWORD, type BlueskyAct, startBluesky } from '../fakes/bluesky';
import { LINKEDIN_TOKEN, LINKEDIN_VERSIONS, type LinkedinAct, startLinkedin } from '../fakes/linkedin';
import { MASTODON_TOKEN, startMastodon } from '../fakes/mastodon';
import type { MastodonAct } from '../fakes/mastodon-faults';
import { startX, X_SECRET, type XAct } from '../fakes/x';
import { describeChannel, type Scenario } from './channel-contract';
import { feedEntry, post } from './messages';

const TIMEOUT_MS = 500;

/** What every stand-in of a network does with a post. */
const ACTS: Readonly<Partial<Record<Scenario, LinkedinAct & MastodonAct & BlueskyAct>>> = {
  refuses: 'reject',
  'hangs-up': 'hang-up',
  'stays-silent': 'silence',
  fails: 'fail-after',
  busy: 'busy',
};

const SCENARIOS = ['refuses', 'is-down', 'hangs-up', 'stays-silent', 'fails', 'busy'] as const;

describeChannel('LinkedIn', {
  done: 'accepted',
  message: () => post,
  foreign: feedEntry,
  scenarios: SCENARIOS,
  open: async (scenario) => {
    const standIn = await startLinkedin(ACTS[scenario]);
    if (scenario === 'is-down') await standIn.close();
    const account = { author: 'urn:li:organization:4711', token: LINKEDIN_TOKEN, version: LINKEDIN_VERSIONS.at(-1) ?? '' };
    return {
      channel: openLinkedin({
        ...account,
        ...{ baseUrl: standIn.url, pictureOf: async () => undefined, now, timeoutMs: TIMEOUT_MS, pauseMs: 1 },
      }),
      count: async (_key, message) =>
        standIn.posts.filter(({ shown }) => message.kind === 'post' && shown === message.text).length,
      close: async () => {
        if (scenario !== 'is-down') await standIn.close();
      },
    };
  },
});

describeChannel('Mastodon', {
  repeatsInTurn: true,
  done: 'accepted',
  message: () => post,
  foreign: feedEntry,
  scenarios: SCENARIOS,
  open: async (scenario) => {
    const standIn = await startMastodon(ACTS[scenario]);
    if (scenario === 'is-down') await standIn.close();
    return {
      channel: openMastodon({
        ...{ server: 'social.example.org', token: MASTODON_TOKEN, baseUrl: standIn.url },
        ...{ pictureOf: async () => undefined, now, timeoutMs: TIMEOUT_MS, pauseMs: 1 },
      }),
      count: async (key) => standIn.statuses.filter((status) => status.key === key).length,
      close: async () => {
        if (scenario !== 'is-down') await standIn.close();
      },
    };
  },
});

describeChannel('Bluesky', {
  done: 'accepted',
  message: () => post,
  foreign: feedEntry,
  scenarios: SCENARIOS,
  open: async (scenario) => {
    const standIn = await startBluesky(ACTS[scenario]);
    if (scenario === 'is-down') await standIn.close();
    return {
      channel: openBluesky({
        ...{
          handle: BLUESKY_HANDLE,
          password: BLUESKY_PASSWORD,
          sessions: new Map(),
          identities: new Map(),
          baseUrl: standIn.url,
        },
        ...{ pictureOf: async () => undefined, now, timeoutMs: TIMEOUT_MS },
      }),
      count: async (key, message) => (message.kind === 'post' && standIn.records.has(recordKey(message, key)) ? 1 : 0),
      close: async () => {
        if (scenario !== 'is-down') await standIn.close();
      },
    };
  },
});

/** What X's stand-in does with a post. */
const X_ACTS: Readonly<Partial<Record<Scenario, XAct>>> = {
  refuses: 'reject',
  'hangs-up': 'hang-up',
  'stays-silent': 'silence',
  fails: 'fail-after',
  busy: 'busy',
};

describeChannel('X', {
  done: 'accepted',
  message: () => post,
  foreign: feedEntry,
  scenarios: ['refuses', 'is-down', 'hangs-up', 'stays-silent', 'fails', 'busy'],
  open: async (scenario) => {
    const standIn = await startX(X_ACTS[scenario]);
    if (scenario === 'is-down') await standIn.close();
    return {
      channel: openX({
        ...{ secret: X_SECRET, baseUrl: standIn.url },
        ...{ pictureOf: async () => undefined, now, timeoutMs: TIMEOUT_MS },
      }),
      count: async (_key, message) =>
        standIn.posts.filter(({ written }) => message.kind === 'post' && written === message.text).length,
      close: async () => {
        if (scenario !== 'is-down') await standIn.close();
      },
    };
  },
});
