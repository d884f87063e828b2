import { openLinkedin } from '#channels/linkedin';
import { openX } from '#channels/x';
import { now } from '#runtime/clock';
import { LINKEDIN_TOKEN, LINKEDIN_VERSIONS, type LinkedinAct, startLinkedin } from '../fakes/linkedin';
import { startX, X_SECRET, type XAct } from '../fakes/x';
import { describeChannel, type Scenario } from './channel-contract';
import { feedEntry, post } from './messages';

const TIMEOUT_MS = 500;

/** What X's stand-in does with a post. */
const X_ACTS: Readonly<Partial<Record<Scenario, XAct>>> = {
  refuses: 'reject',
  'hangs-up': 'hang-up',
  'stays-silent': 'silence',
  fails: 'fail-after',
  busy: 'busy',
};

/** What LinkedIn's stand-in does with a post. */
const LINKEDIN_ACTS: Readonly<Partial<Record<Scenario, LinkedinAct>>> = {
  refuses: 'reject',
  'hangs-up': 'hang-up',
  'stays-silent': 'silence',
  fails: 'fail-after',
  busy: 'busy',
};

describeChannel('LinkedIn', {
  done: 'accepted',
  message: () => post,
  foreign: feedEntry,
  scenarios: ['refuses', 'is-down', 'hangs-up', 'stays-silent', 'fails', 'busy'],
  open: async (scenario) => {
    const standIn = await startLinkedin(LINKEDIN_ACTS[scenario]);
    if (scenario === 'is-down') await standIn.close();
    const account = { author: 'urn:li:organization:4711', token: LINKEDIN_TOKEN, version: LINKEDIN_VERSIONS.at(-1) ?? '' };
    return {
      channel: openLinkedin({
        ...account,
        ...{ baseUrl: standIn.url, pictureOf: async () => undefined, now, timeoutMs: TIMEOUT_MS, pauseMs: 1 },
      }),
      close: async () => {
        if (scenario !== 'is-down') await standIn.close();
      },
    };
  },
});

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
        secret: X_SECRET,
        baseUrl: standIn.url,
        pictureOf: async () => undefined,
        now,
        timeoutMs: TIMEOUT_MS,
      }),
      close: async () => {
        if (scenario !== 'is-down') await standIn.close();
      },
    };
  },
});
