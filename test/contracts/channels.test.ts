import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel } from '#channels/channel';
import { openFeed } from '#channels/feed';
import { openManual } from '#channels/manual';
import { openOutbox } from '#channels/outbox';
import { openPreview } from '#channels/preview';
import { openSendgrid } from '#channels/sendgrid';
import { nameFor } from '#channels/write-once';
import type { SendOutcome } from '#domain/dispatch';
import { now } from '#runtime/clock';
import { openFakeChannel } from '../fakes/fake-channel';
import { startMailServer } from '../fakes/mail-server';
import { type SendgridAct, startSendgrid } from '../fakes/sendgrid';
import { type Act, startStandIn } from '../fakes/stand-in';
import { describeChannel, type Scenario, type Stage } from './channel-contract';
import { feedEntry, handover, idOf, newsletter, notice, post } from './messages';

const TIMEOUT_MS = 500;

/** Who a mail goes to decides what the mail server does with it. */
const ADDRESSES: Readonly<Record<Scenario, string>> = {
  accepts: 'anna@example.org',
  refuses: 'gone@example.org',
  'is-down': 'anna@example.org',
  'hangs-up': 'drop@example.org',
  'stays-silent': 'silent@example.org',
  fails: 'anna@example.org',
  busy: 'full@example.org',
};

/** What the stand-in does with a post. */
const ACTS: Readonly<Partial<Record<Scenario, Act>>> = {
  refuses: 'reject',
  'hangs-up': 'hang-up',
  'stays-silent': 'silence',
  fails: 'fail-after',
  busy: 'busy',
};

/** What SendGrid's stand-in does with a batch. */
const SENDGRID_ACTS: Readonly<Partial<Record<Scenario, SendgridAct>>> = {
  refuses: 'reject',
  'hangs-up': 'hang-up',
  'stays-silent': 'silence',
  fails: 'fail-after',
  busy: 'busy',
};

describeChannel('outbox without a mail server', {
  done: 'accepted',
  message: () => notice('anna@example.org'),
  foreign: post,
  scenarios: ['is-down'],
  open: async (scenario) =>
    inFolder(
      scenario,
      (dataDir) => openOutbox({ dataDir, now }),
      (key) => ['outbox', `${nameFor(key, 'user-1')}.eml`],
    ),
});

describeChannel('outbox with a mail server', {
  done: 'accepted',
  message: (scenario) => notice(ADDRESSES[scenario]),
  foreign: post,
  scenarios: ['refuses', 'is-down', 'hangs-up', 'stays-silent', 'busy'],
  open: (scenario) => atMailServer(scenario, (outbox) => outbox),
});

describeChannel('outbox with a mail server and a whole batch', {
  done: 'accepted',
  message: (scenario) =>
    newsletter(`${ADDRESSES[scenario].replace('@', '@one.')}`, `${ADDRESSES[scenario].replace('@', '@two.')}`),
  foreign: handover('anna@example.org'),
  scenarios: ['refuses', 'is-down', 'hangs-up', 'stays-silent', 'busy'],
  open: (scenario) => atMailServer(scenario, (outbox) => outbox, idOf('anna@one.example.org')),
});

describeChannel('preview in a folder', {
  done: 'accepted',
  message: () => post,
  foreign: feedEntry,
  scenarios: ['is-down'],
  open: async (scenario) =>
    inFolder(
      scenario,
      (dataDir) => openPreview({ dataDir, now }),
      (key) => ['outbox', 'posts', `${nameFor(key)}.json`],
    ),
});

describeChannel('preview at a stand-in', {
  done: 'accepted',
  message: () => post,
  foreign: feedEntry,
  scenarios: ['refuses', 'is-down', 'hangs-up', 'stays-silent', 'fails', 'busy'],
  open: async (scenario) => {
    const act = ACTS[scenario];
    const standIn = await startStandIn({ troubles: act ? [{ match: '.', act }] : [] });
    if (scenario === 'is-down') await standIn.close();
    return {
      channel: openPreview({ dataDir: '/nowhere', baseUrl: standIn.url, now, timeoutMs: TIMEOUT_MS }),
      count: async (key) => standIn.accepted().filter((accepted) => accepted.key === key).length,
      close: async () => {
        if (scenario !== 'is-down') await standIn.close();
      },
    };
  },
});

describeChannel('SendGrid', {
  done: 'accepted',
  message: (scenario) => newsletter(ADDRESSES[scenario], 'berta@example.org'),
  foreign: post,
  scenarios: ['refuses', 'is-down', 'hangs-up', 'stays-silent', 'fails', 'busy'],
  open: async (scenario) => {
    const act = SENDGRID_ACTS[scenario];
    const standIn = await startSendgrid({ act: () => act });
    if (scenario === 'is-down') await standIn.close();
    return {
      channel: openSendgrid({ apiKey: 'SG.test', region: 'eu', baseUrl: standIn.url, now, timeoutMs: TIMEOUT_MS }),
      count: async (key) => standIn.accepted.filter((batch) => batch.key === key).length,
      close: async () => {
        if (scenario !== 'is-down') await standIn.close();
      },
    };
  },
});

describeChannel('feed', {
  done: 'accepted',
  message: () => feedEntry,
  foreign: post,
  scenarios: [],
  open: async () => ({ channel: openFeed(), close: async () => {} }),
});

describeChannel('manual without a mail server', {
  done: 'handed-over',
  message: () => handover('anna@example.org'),
  foreign: notice('anna@example.org'),
  scenarios: ['is-down'],
  open: async (scenario) =>
    inFolder(
      scenario,
      (dataDir) => openManual(openOutbox({ dataDir, now })),
      (key) => ['outbox', `${nameFor(key, 'user-1')}.eml`],
    ),
});

describeChannel('manual with a mail server', {
  done: 'handed-over',
  message: (scenario) => handover(ADDRESSES[scenario]),
  foreign: notice('anna@example.org'),
  scenarios: ['refuses', 'is-down', 'hangs-up', 'stays-silent', 'busy'],
  open: (scenario) => atMailServer(scenario, openManual),
});

/** The fake is told what to answer; that it then behaves like the others is what makes it a fake and no mock. */
const FAKE_ANSWERS: Readonly<Partial<Record<Scenario, () => SendOutcome>>> = {
  refuses: () => ({ kind: 'rejected', code: '422', detail: 'not wanted' }),
  'hangs-up': () => ({ kind: 'unconfirmed', detail: 'hung up' }),
  busy: () => ({ kind: 'postponed', notBefore: now().add({ seconds: 60 }), detail: 'slow down' }),
};

for (const repeatable of [false, { seconds: 3_600 }] as const)
  describeChannel(`fake, ${repeatable ? 'repeatable' : 'not repeatable'}`, {
    done: 'accepted',
    message: () => post,
    foreign: feedEntry,
    scenarios: ['refuses', 'hangs-up', 'busy'],
    open: async (scenario) => {
      const fake = openFakeChannel('preview', repeatable);
      const answer = FAKE_ANSWERS[scenario];
      if (answer) fake.answerNext(answer());
      return { channel: fake, count: async (key) => fake.sent.filter((sent) => sent.key === key).length, close: async () => {} };
    },
  });

/** A channel that writes below a folder; where the world is down the folder is a file. */
const inFolder = (
  scenario: Scenario,
  open: (dataDir: string) => Channel,
  fileOf: (key: string) => readonly [...string[], string],
): Stage => {
  const root = mkdtempSync(join(tmpdir(), 'nordsued-contract-'));
  const dataDir = join(root, 'data');
  if (scenario === 'is-down') writeFileSync(dataDir, 'a file where a folder should be');
  return {
    channel: open(dataDir),
    count: async (key) => {
      const path = fileOf(key);
      return namesBelow(join(dataDir, ...path.slice(0, -1))).filter((name) => name === path.at(-1)).length;
    },
    close: async () => rmSync(root, { recursive: true }),
  };
};

const namesBelow = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** A channel that mails through a real server; where the world is down nobody listens on its port. */
const atMailServer = async (scenario: Scenario, wrap: (outbox: Channel) => Channel, recipientId = 'user-1'): Promise<Stage> => {
  const server = await startMailServer();
  const smtpUrl = scenario === 'is-down' ? await closedPort() : server.url;
  return {
    channel: wrap(openOutbox({ dataDir: '/nowhere', smtpUrl, now, timeoutMs: TIMEOUT_MS, pausesMs: [10] })),
    count: async (key) => server.taken().filter(({ raw }) => raw.includes(`Message-ID: <${nameFor(key, recipientId)}@`)).length,
    close: server.close,
  };
};

const closedPort = async (): Promise<string> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 1}`;
};
