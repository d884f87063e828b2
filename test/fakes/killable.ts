// A process that dies: its payload and channels work until a chosen step and then never again. A step is a write to the database, or a
// message that reaches the provider (one step before it does, one after). Left out: what an operating system does to files.
import type { Payload } from 'payload';
import type { Channel } from '#channels/channel';
import type { SendOutcome } from '#domain/dispatch';

/** Counts steps and dies after the given one; 0 dies before the first, Infinity lives. */
export type Life = {
  readonly step: () => void;
  readonly mustLive: () => void;
  readonly steps: () => number;
  readonly isOver: () => boolean;
};

/** What everything throws that a dead process tries. */
class Killed extends Error {
  constructor() {
    super('killed');
    this.name = 'Killed';
  }
}

export const openLife = (lastStep = Number.POSITIVE_INFINITY): Life => {
  let steps = 0;
  const mustLive = (): void => {
    if (steps >= lastStep) throw new Killed();
  };
  return {
    mustLive,
    step: () => {
      steps += 1;
    },
    steps: () => steps,
    isOver: () => steps >= lastStep,
  };
};

/** The same payload, on this life. */
export const mortalPayload = (payload: Payload, life: Life): Payload => {
  const db = new Proxy(payload.db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'create' && name !== 'updateOne' && name !== 'find') return value.bind(target);
      return async (...args: unknown[]) => {
        life.mustLive();
        const result: unknown = await value.apply(target, args);
        if (name !== 'find') life.step();
        return result;
      };
    },
  });
  return Object.create(payload, { db: { value: db } }) as Payload;
};

/** The same channel, on this life; it cannot look anything up. */
export const mortalChannel = ({ via, limits, send, amend }: Channel, life: Life): Channel => {
  /** It may die before the message arrives, and after. */
  const leaving = async (act: () => Promise<SendOutcome>): Promise<SendOutcome> => {
    life.mustLive();
    life.step();
    life.mustLive();
    const outcome = await act();
    life.step();
    life.mustLive();
    return outcome;
  };
  return {
    ...{ via, limits, repeatable: false },
    send: (message, key) => leaving(() => send(message, key)),
    ...(amend ? { amend: (amendment) => leaving(() => amend(amendment)) } : {}),
  };
};
