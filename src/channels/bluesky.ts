import { z } from 'zod';
import { ACCOUNT_REFUSED, type SendOutcome } from '#domain/dispatch';
import type { Post } from '#domain/message';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { checkBluesky } from './bluesky-account';
import { identitiesOf } from './bluesky-identity';
import { acceptedAs, type BlueskyLine, type BlueskyOptions, lineOf, MANNERS, refusalIn, signedIn } from './bluesky-line';
import { type BlueskyPicture, COLLECTION, recordKey, recordOf } from './bluesky-record';
import type { Channel } from './channel';
import { detailOf, isFine, jsonIn, judge, judgeChange, judgePicture } from './judge';
import { fitPicture } from './picture';

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
      if (!line) return { kind: 'rejected', code: ACCOUNT_REFUSED, detail: 'no-key' };
      const picture = message.image && (await uploadBlob(line, message.image.url));
      // Nothing is published yet.
      if (picture && 'outcome' in picture) return picture.outcome;
      return putRecord(line, message, key, picture);
    },
    find: async ({ key, message }) => {
      if (message.kind !== 'post') throw new TypeError(`Bluesky takes posts, not a ${message.kind}`);
      return line ? findRecord(line, recordKey(message, key)) : { kind: 'unconfirmed', detail: 'no-key' };
    },
    check: async () => (line ? checkBluesky(line) : { kind: 'refused', trouble: ACCOUNT_REFUSED, detail: 'no-key' }),
    remove: async ({ providerId }) =>
      line ? deleteRecord(line, providerId) : { kind: 'rejected', code: ACCOUNT_REFUSED, detail: 'no-key' },
  };
};

const putRecord = async (
  line: BlueskyLine,
  post: Post,
  key: string,
  picture: BlueskyPicture | undefined,
): Promise<SendOutcome> => {
  const rkey = recordKey(post, key);
  const { identities, now } = line.options;
  const mentioned = (post.mentions ?? []).map(({ account }) => account);
  const record = recordOf(post, picture, await identitiesOf({ ask: line.ask, identities, now }, mentioned));
  const put = (repo: string) => ({ repo, collection: COLLECTION, rkey, record, swapRecord: null });
  const asked = await signedIn(line, (did) => ({ method: 'POST', name: 'com.atproto.repo.putRecord', json: put(did) }));
  if ('outcome' in asked) return asked.outcome;
  // Only we make this key: what is there was told by an earlier try, with another picture or fewer mentions perhaps.
  if (refusalIn(asked.answer) === 'InvalidSwap') {
    const kept = (await findRecord(line, rkey)) ?? { kind: 'unconfirmed', detail: 'InvalidSwap' };
    return kept.kind === 'accepted' ? { ...kept, isEarlier: true } : kept;
  }
  return judge(asked.answer, now(), MANNERS);
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

/** Brings a picture to the server; one that is gone or not wanted is left out, for the post says all without it. */
const uploadBlob = async (
  line: BlueskyLine,
  url: string,
): Promise<BlueskyPicture | { readonly outcome: SendOutcome } | undefined> => {
  const file = await line.options.pictureOf(url);
  const picture = file && (await fitPicture(file, LIMITS));
  if (!picture) return undefined;
  const asked = await signedIn(line, () => ({ method: 'POST', name: 'com.atproto.repo.uploadBlob', file: picture }));
  if ('outcome' in asked) return asked;
  const { width, height } = picture;
  const blob = isFine(asked.answer) ? BLOB.safeParse(jsonIn(asked.answer)).data?.blob : undefined;
  if (blob) return { blob, width, height };
  const outcome = judgePicture(asked.answer, line.options.now(), MANNERS);
  return outcome && { outcome };
};

const BLOB = z.object({ blob: z.looseObject({ $type: z.literal('blob') }) });
