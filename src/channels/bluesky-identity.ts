import { z } from 'zod';
import { isServerName } from '#domain/server-name';
import { type Instant, isBefore } from '#domain/time';
import type { Ask } from './bluesky-session';
import { isFine, jsonIn } from './judge';

/** What is known of accounts by their handles in this process: an identity (DID), or that nobody is known by that name. */
export type Identities = Map<string, { readonly did: string | undefined; readonly until: Instant }>;

/** A handle may be given to somebody else; one that was not known may be known soon. */
const HOURS = { known: 24, unknown: 1 } as const;

/**
 * The identities behind handles, as the server of our own account knows them (com.atproto.identity.resolveHandle). Whoever is not found, or not now,
 * is left out: a post says who is meant without a link, too.
 */
export const identitiesOf = async (
  { ask, identities, now }: { readonly ask: Ask; readonly identities: Identities; readonly now: () => Instant },
  handles: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const handle of handles) {
    const did = await identityOf(handle.toLowerCase(), { ask, identities, now });
    if (did) found.set(handle, did);
  }
  return found;
};

const identityOf = async (
  handle: string,
  { ask, identities, now }: Parameters<typeof identitiesOf>[0],
): Promise<string | undefined> => {
  const known = identities.get(handle);
  if (known && isBefore(now(), known.until)) return known.did;
  if (!isServerName(handle)) return undefined;
  const question = { method: 'GET', name: 'com.atproto.identity.resolveHandle', query: { handle }, quickly: true } as const;
  const answer = await ask(question);
  const did = isFine(answer) ? RESOLVED.safeParse(jsonIn(answer)).data?.did : undefined;
  // A server that fails says nothing about anybody.
  if (did || (answer.kind === 'answered' && answer.status === 400))
    identities.set(handle, { did, until: now().add({ hours: did ? HOURS.known : HOURS.unknown }) });
  return did;
};

const RESOLVED = z.object({ did: z.string().regex(/^did:[a-z]+:[A-Za-z0-9._:%-]+$/) });
