import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '#channels/channel';
import type { SendOutcome } from '#domain/dispatch';
import type { Message } from '#domain/message';
import { now } from '#runtime/clock';
import { watchConnections } from './loopback-guard';

/**
 * What the world does to a channel. is-down: nobody listens, or the disk is not writable. hangs-up: it takes the message, then the line
 * drops. stays-silent: it takes the message and never answers. fails: an answer that says neither yes nor no (5xx). busy: come later.
 */
export type Scenario = 'accepts' | 'refuses' | 'is-down' | 'hangs-up' | 'stays-silent' | 'fails' | 'busy';

/**
 * A channel in its world; `count` says how many of that message with that key the world has taken, where that can be seen: a world that
 * knows no keys tells messages apart by what they say.
 */
export type Stage = {
  readonly channel: Channel;
  readonly count?: (key: string, message: Message) => Promise<number>;
  readonly close: () => Promise<void>;
};

export type Subject = {
  /** What the channel answers when all goes well. */
  readonly done: 'accepted' | 'handed-over';
  readonly message: (scenario: Scenario) => Message;
  /** Of a kind this channel does not take. */
  readonly foreign: Message;
  /** Its world keeps a key only once it has answered: it is repeated in turn, as a claim sees to, and not at once. */
  readonly repeatsInTurn?: true;
  /** Beside `accepts`, which everybody has: what can happen to this adapter at all. */
  readonly scenarios: readonly Exclude<Scenario, 'accepts'>[];
  readonly open: (scenario: Scenario) => Promise<Stage>;
};

/** What each scenario must come out as: proof of refusal, proof that nothing left, or an honest "nobody knows". */
const EXPECTED = {
  refuses: 'rejected',
  'is-down': 'postponed',
  busy: 'postponed',
  'hangs-up': 'unconfirmed',
  'stays-silent': 'unconfirmed',
  fails: 'unconfirmed',
} as const satisfies Record<Exclude<Scenario, 'accepts'>, SendOutcome['kind']>;

/** The contract every adapter keeps (DESIGN §6). Registers the tests for one adapter. */
export const describeChannel = (name: string, subject: Subject): void => {
  describe(`channel ${name}`, () => {
    let guard: ReturnType<typeof watchConnections> | undefined;
    beforeAll(() => {
      guard = watchConnections();
    });
    afterAll(() => guard?.stop());

    describeSuccess(subject);
    describeTrouble(subject);
    describeRepeats(subject);
    describeFind(subject);
    describeCheck(subject);
    describeRemove(subject);
    describeAmend(subject);

    it('contacts nothing but this machine', () => expect(guard?.foreign).toEqual([]));
  });
};

const onStage = async (subject: Subject, scenario: Scenario, act: (stage: Stage) => Promise<void>): Promise<void> => {
  const stage = await subject.open(scenario);
  try {
    await act(stage);
  } finally {
    await stage.close();
  }
};

const describeSuccess = (subject: Subject): void => {
  it('gives its message to the world once and says so', () =>
    onStage(subject, 'accepts', async ({ channel, count }) => {
      const message = subject.message('accepts');
      const outcome = await channel.send(message, 'event-1:announce');
      expect(outcome.kind).toBe(subject.done);
      if (outcome.kind === 'accepted') expect(outcome.providerId).not.toBe('');
      if (count) expect(await count('event-1:announce', message)).toBe(1);
    }));

  it('keeps messages of different keys apart', () =>
    onStage(subject, 'accepts', async ({ channel, count }) => {
      const message = subject.message('accepts');
      const others = [another(message), another(another(message))] as const;
      await Promise.all([channel.send(message, 'a'), channel.send(others[0], 'b')]);
      if (!count) return;
      expect([await count('a', message), await count('b', others[0]), await count('c', others[1])]).toEqual([1, 1, 0]);
    }));

  it('says what it can do as plain data', () =>
    onStage(subject, 'accepts', async ({ channel }) => {
      expect(JSON.parse(JSON.stringify(channel.limits))).toEqual(channel.limits);
      expect(channel.limits.images).toBeGreaterThanOrEqual(0);
      if (channel.repeatable) expect(channel.repeatable.seconds).toBeGreaterThan(0);
    }));

  it('throws when it is given a message of a foreign kind, for that is our own bug', () =>
    onStage(subject, 'accepts', async ({ channel }) => {
      await expect(channel.send(subject.foreign, 'x')).rejects.toThrow(TypeError);
    }));
};

const describeTrouble = (subject: Subject): void => {
  for (const scenario of subject.scenarios) {
    it(`answers ${EXPECTED[scenario]} when the world ${scenario.replace('-', ' ')}, and never throws`, () =>
      onStage(subject, scenario, async ({ channel, count }) => {
        const before = Date.now();
        const message = subject.message(scenario);
        const outcome = await channel.send(message, 'event-1:announce');
        expect(outcome.kind).toBe(EXPECTED[scenario]);
        if (outcome.kind === 'rejected') expect(outcome.code).not.toBe('');
        if (outcome.kind === 'postponed') expect(outcome.notBefore.epochMilliseconds).toBeGreaterThan(before);
        if (count && outcome.kind !== 'unconfirmed') expect(await count('event-1:announce', message)).toBe(0);
        expect(JSON.stringify(outcome)).not.toContain('@');
      }));
  }
};

const describeRepeats = (subject: Subject): void => {
  it('gives one message for a repeated key, at once or later, if it calls itself repeatable', () =>
    onStage(subject, 'accepts', async ({ channel, count }) => {
      if (!channel.repeatable) return;
      const message = subject.message('accepts');
      const send = () => channel.send(message, 'again');
      const outcomes = subject.repeatsInTurn ? [] : await Promise.all(Array.from({ length: 10 }, send));
      for (let i = 0; i < 2; i++) outcomes.push(await send());
      expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => subject.done));
      if (count) expect(await count('again', message)).toBe(1);
    }));
};

const describeFind = (subject: Subject): void => {
  it('finds what it sent and nothing else, if it can look', () =>
    onStage(subject, 'accepts', async ({ channel }) => {
      if (!channel.find) return;
      const message = subject.message('accepts');
      await channel.send(message, 'lost answer');
      expect((await channel.find({ key: 'lost answer', message, since: earlier() }))?.kind).toBe('accepted');
      expect(await channel.find({ key: 'never sent', message: another(message), since: earlier() })).toBeUndefined();
    }));

  if (!subject.scenarios.includes('is-down')) return;
  it('does not throw when it looks and the world is down', () =>
    onStage(subject, 'is-down', async ({ channel }) => {
      if (!channel.find) return;
      const sent = { key: 'lost answer', message: subject.message('is-down'), since: earlier() };
      expect((await channel.find(sent))?.kind).toBe('unconfirmed');
    }));
};

const describeCheck = (subject: Subject): void => {
  it('says of its account that it is good without giving anything to the world, if it can ask', () =>
    onStage(subject, 'accepts', async ({ channel, count }) => {
      if (!channel.check) return;
      expect((await channel.check()).kind).toBe('fine');
      if (count) expect(await count('', subject.message('accepts'))).toBe(0);
    }));

  for (const scenario of ['is-down', 'busy'] as const) {
    if (!subject.scenarios.includes(scenario)) continue;
    it(`knows nothing of its account when the world ${scenario.replace('-', ' ')}`, () =>
      onStage(subject, scenario, async ({ channel }) => {
        expect(['unknown', undefined]).toContain((await channel.check?.())?.kind);
      }));
  }
};

const describeRemove = (subject: Subject): void => {
  it('takes away what it sent, and counts what is gone as taken away, if it can', () =>
    onStage(subject, 'accepts', async ({ channel }) => {
      if (!channel.remove) return;
      const message = subject.message('accepts');
      const { providerId } = accepted(await channel.send(message, 'to be removed'));
      const removal = { kind: 'removal', providerId } as const;
      for (let i = 0; i < 2; i++) expect(await channel.remove(removal)).toMatchObject({ kind: 'accepted', providerId });
      expect(await channel.find?.({ key: 'to be removed', message, since: earlier() })).toBeUndefined();
    }));

  for (const scenario of ['is-down', 'busy'] as const) {
    if (!subject.scenarios.includes(scenario)) continue;
    it(`has taken nothing away when the world ${scenario.replace('-', ' ')}, and says so`, () =>
      onStage(subject, scenario, async ({ channel }) => {
        const outcome = await channel.remove?.({ kind: 'removal', providerId: 'at://did:plc:abc/app.bsky.feed.post/3l' });
        expect(['postponed', undefined]).toContain(outcome?.kind);
      }));
  }
};

const describeAmend = (subject: Subject): void => {
  const amendmentOf = (providerId: string, message: Message) => {
    if (message.kind !== 'post') throw new TypeError(`no post: ${message.kind}`);
    return { kind: 'amendment', providerId, post: { ...message, text: `Neuer Termin (11.): ${message.text}` } } as const;
  };

  it('gives what it sent another text, however often that is said, and says when it is gone, if it can', () =>
    onStage(subject, 'accepts', async ({ channel }) => {
      if (!channel.amend) return;
      const message = subject.message('accepts');
      const { providerId } = accepted(await channel.send(message, 'to be amended'));
      const amendment = amendmentOf(providerId, message);
      for (let i = 0; i < 2; i++) expect(await channel.amend(amendment)).toMatchObject({ kind: 'accepted', providerId });
      const sent = { key: 'to be amended', since: earlier() };
      expect(await channel.find?.({ ...sent, message })).toBeUndefined();
      expect(await channel.find?.({ ...sent, message: amendment.post })).toMatchObject({ kind: 'accepted', providerId });
      await channel.remove?.({ kind: 'removal', providerId });
      expect(await channel.amend(amendment)).toMatchObject({ kind: 'rejected', code: 'gone' });
    }));

  for (const scenario of ['is-down', 'busy'] as const) {
    if (!subject.scenarios.includes(scenario)) continue;
    it(`has amended nothing when the world ${scenario.replace('-', ' ')}, and says so`, () =>
      onStage(subject, scenario, async ({ channel }) => {
        const outcome = await channel.amend?.(amendmentOf('1', subject.message(scenario)));
        expect(['postponed', undefined]).toContain(outcome?.kind);
      }));
  }
};

const accepted = (outcome: SendOutcome): Extract<SendOutcome, { kind: 'accepted' }> => {
  if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${outcome.kind}`);
  return outcome;
};

/** Says something else: networks that know no keys tell posts apart by their text. */
const another = (message: Message): Message =>
  message.kind === 'post' ? { ...message, text: `Anderes: ${message.text}` } : message;

const earlier = () => now().subtract({ minutes: 1 });
