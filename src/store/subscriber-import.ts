import { setImmediate } from 'node:timers/promises';
import type { Payload } from 'payload';
import type { ImportedReader, ImportVerdict } from '#domain/subscriber-import';
import { type HashAddress, hashesOf } from '#domain/suppression';
import { type Instant, toIso } from '#domain/time';
import { findFields, inChunks, insertOnce } from './rows';
import { subscriberKey } from './subscribers';
import { suppressedAmong } from './suppressions';

/** Where people are taken over to, and by whom. */
export type ImportTarget = {
  readonly channel: string;
  readonly newsletter: string;
  readonly organisation: string;
  readonly importedBy: string;
};

/** So many rows are looked at before others get their turn: the database answers without letting go of the process. */
const TURN = 100;

/**
 * What is to become of each person; `present` and `suppressed` also for those who left: an import never brings anybody back, whether
 * or not a later yes of theirs lifted it.
 */
export const judgeReaders = async (
  payload: Payload,
  channel: string,
  readers: readonly ImportedReader[],
  hash: HashAddress,
): Promise<ReadonlyMap<ImportedReader, Extract<ImportVerdict, 'accepted' | 'present' | 'suppressed' | 'duplicate'>>> => {
  const verdicts = new Map<ImportedReader, 'accepted' | 'present' | 'suppressed' | 'duplicate'>();
  const seen = new Set<string>();
  for (const chunk of inChunks(readers, TURN)) {
    await setImmediate();
    const keyed = chunk.map((reader) => ({
      reader,
      key: subscriberKey(channel, reader.email),
      hashes: hashesOf(reader.email, channel, hash),
    }));
    const keys = { key: { in: keyed.map(({ key }) => key) } };
    const known = new Map(
      (await findFields(payload, 'subscribers', keys, ['key', 'status'])).map((row) => [row.key, row.status]),
    );
    const suppressed = await suppressedAmong(
      payload,
      keyed.flatMap(({ hashes }) => hashes),
    );
    for (const { reader, key, hashes } of keyed) {
      verdicts.set(
        reader,
        verdictOf(
          seen.has(key),
          known.get(key),
          hashes.some((one) => suppressed.has(one)),
        ),
      );
      seen.add(key);
    }
  }
  return verdicts;
};

const verdictOf = (isSeen: boolean, status: 'confirmed' | 'unsubscribed' | undefined, isSuppressed: boolean) => {
  if (isSeen) return 'duplicate';
  if (status === 'confirmed') return 'present';
  return status === 'unsubscribed' || isSuppressed ? 'suppressed' : 'accepted';
};

/**
 * Takes people over, each with the proof first and then the subscription; doing it again adds nobody. Who has left or signed up meanwhile
 * stays as they are. Gives the number of those added.
 */
export const importReaders = async (
  payload: Payload,
  { channel, newsletter, organisation, importedBy }: ImportTarget,
  readers: readonly ImportedReader[],
  { hash, checksum }: { readonly hash: HashAddress; readonly checksum: (text: string) => string },
  now: Instant,
): Promise<number> => {
  let added = 0;
  for (const [index, { email, language, consentedAt, text, source }] of readers.entries()) {
    if (index % TURN === 0) await setImmediate();
    const at = toIso(consentedAt);
    const addressHash = hash(email, channel);
    await insertOnce(payload, 'consents', {
      ...{ key: `import/${addressHash}/${at}`, channel, newsletter, organisation, addressHash, text, textHash: checksum(text) },
      ...{ origin: 'import', source, importedAt: toIso(now), importedBy, formUrl: '', requestedAt: at, confirmedAt: at },
    });
    const row = { key: subscriberKey(channel, email), channel, email, language, status: 'confirmed', confirmedAt: at } as const;
    if (await insertOnce(payload, 'subscribers', row)) added += 1;
  }
  return added;
};
