import { z } from 'zod';
import type { SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { checkBluesky } from './bluesky-account';
import { identitiesOf } from './bluesky-identity';
import { acceptedAs, type BlueskyLine, type BlueskyOptions, lineOf, MANNERS, refusalIn, signedIn } from './bluesky-line';
import { type BlueskyPicture, COLLECTION, recordKey, recordOf } from './bluesky-record';
import type { Channel } from './channel';
import { detailOf, isFine, jsonIn, judge, judgeChange, judgePicture } from './judge';
import { NO_KEY } from './no-key';
import { type Bringing, type Brought, fitPicture, toldWithout } from './picture';

/**
 * Posts of an account on Bluesky, kept by any server of its network. We choose the key of the record, from the message and its dispatch, and
 * ask that nothing be there yet (`swapRecord: null`): so the same message gives the same record whenever it is said again, and after a
 * lost answer its key says whether it is there.
 */
export const openBluesky = (options: BlueskyOptions): Channel => {
  const line = lineOf(options);
  return {
    via: 'bluesky',
    limits: NETWORK_LIMITS.bluesky,
    repeatable: { seconds: Number.POSITIVE_INFINITY },
    send: async (message, key) => {
      if (message.kind !== 'post') throw new TypeError(`Bluesky takes posts, not a ${message.kind}`);
      if (!line) return NO_KEY.send;
      const brought: Bringing<BlueskyPicture> = message.image ? await uploadBlob(line, message.image.url) : {};
      // Nothing is published yet.
      if ('outcome' in brought) return brought.outcome;
      return putRecord(line, message, key, brought);
    },
    find: async ({ key, message }) => {
      if (message.kind !== 'post') throw new TypeError(`Bluesky takes posts, not a ${message.kind}`);
      return line ? findRecord(line, recordKey(message, key)) : NO_KEY.find;
    },
    check: async () => (line ? checkBluesky(line) : NO_KEY.check),
    remove: async ({ providerId }) => (line ? deleteRecord(line, providerId) : NO_KEY.send),
  };
};

const putRecord = async (line: BlueskyLine, post: Post, key: string, brought: Brought<BlueskyPicture>): Promise<SendOutcome> => {
  const rkey = recordKey(post, key);
  const { identities, now } = line.options;
  const mentioned = (post.mentions ?? []).map(({ account }) => account);
  const record = recordOf(post, brought.picture, await identitiesOf({ ask: line.ask, identities, now }, mentioned));
  const put = (repo: string) => ({ repo, collection: COLLECTION, rkey, record, swapRecord: null });
  const asked = await signedIn(line, (did) => ({ method: 'POST', name: 'com.atproto.repo.putRecord', json: put(did) }));
  if ('outcome' in asked) return asked.outcome;
  // Only we make this key: what is there was told by an earlier try, with another picture or fewer mentions perhaps.
  if (refusalIn(asked.answer) === 'InvalidSwap') {
    const kept = (await findRecord(line, rkey)) ?? { kind: 'unconfirmed', detail: 'InvalidSwap' };
    return kept.kind === 'accepted' ? { ...kept, isEarlier: true } : kept;
  }
  return toldWithout(judge(asked.answer, now(), MANNERS), brought);
};

/** Of a record that is gone already Bluesky says yes, too. */
const deleteRecord = async (line: BlueskyLine, uri: string): Promise<SendOutcome> => {
  const [repo, collection, rkey] = uri.slice('at://'.length).split('/');
  const json = { repo, collection, rkey };
  const asked = await signedIn(line, () => ({ method: 'POST', name: 'com.atproto.repo.deleteRecord', json }));
  if ('outcome' in asked) return asked.outcome;
  const gone: SendOutcome = { kind: 'accepted', providerId: uri };
  return judgeChange(asked.answer, line.options.now(), { ...MANNERS, accepted: () => gone });
};

/** Anybody may look a record up. */
const findRecord = async ({ ask, account }: BlueskyLine, rkey: string): Promise<SendOutcome | undefined> => {
  const query = { repo: account.handle, collection: COLLECTION, rkey };
  const answer = await ask({ method: 'GET', name: 'com.atproto.repo.getRecord', query });
  if (refusalIn(answer) === 'RecordNotFound') return undefined;
  const found = isFine(answer) ? FOUND.safeParse(jsonIn(answer)).data : undefined;
  if (found) return acceptedAs(found.uri);
  return { kind: 'unconfirmed', detail: answer.kind === 'answered' ? detailOf(answer) : answer.detail };
};

const FOUND = z.object({ uri: z.string().startsWith('at://did:') });

/** A card's picture is a million bytes at most, and so is any other (app.bsky.embed.external, app.bsky.embed.images). */
const LIMITS = { side: 2_000, bytes: 1_000_000 } as const;

/** Brings a picture to the server before its post. */
const uploadBlob = async (line: BlueskyLine, url: string): Promise<Bringing<BlueskyPicture>> => {
  const file = await line.options.pictureOf(url);
  const picture = file && (await fitPicture(file, LIMITS));
  if (!picture) return { leftOut: 'gone' };
  const asked = await signedIn(line, () => ({ method: 'POST', name: 'com.atproto.repo.uploadBlob', file: picture }));
  if ('outcome' in asked) return asked;
  const { width, height } = picture;
  const blob = isFine(asked.answer) ? BLOB.safeParse(jsonIn(asked.answer)).data?.blob : undefined;
  return blob ? { picture: { blob, width, height } } : judgePicture(asked.answer, line.options.now(), MANNERS);
};

const BLOB = z.object({ blob: z.looseObject({ $type: z.literal('blob') }) });
