import type { Instant } from '#domain/time';
import { now } from '#runtime/clock';

type Kept<Value> = { readonly value: Value; readonly lookedAt: Instant };

/** Makes what stands under a key, at the given moment; `last` is what stood there before. */
type Make<Key, Value> = (key: Key, at: Instant, last: Value | undefined) => Promise<Value>;

/**
 * Makes each value at most once in so many seconds; requests that come meanwhile share it. What there is stays in memory for good,
 * so there must be few keys; what there is not (undefined) is looked for anew.
 */
export const keeping = <Key, Value>(seconds: number, make: Make<Key, Value>): ((key: Key) => Promise<Value>) => {
  const kept = new Map<Key, Kept<Value>>();
  const making = new Map<Key, Promise<Value>>();
  const renew = async (key: Key): Promise<Value> => {
    const lookedAt = now();
    const value = await make(key, lookedAt, kept.get(key)?.value);
    if (value === undefined) kept.delete(key);
    else kept.set(key, { value, lookedAt });
    return value;
  };
  return (key) => {
    const last = kept.get(key);
    if (last && isFresh(last.lookedAt, seconds)) return Promise.resolve(last.value);
    const running = making.get(key) ?? renew(key).finally(() => making.delete(key));
    making.set(key, running);
    return running;
  };
};

const isFresh = (lookedAt: Instant, seconds: number): boolean =>
  Math.abs(now().epochMilliseconds - lookedAt.epochMilliseconds) < seconds * 1000;
