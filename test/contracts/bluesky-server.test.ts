// Posts on Bluesky on a real server of its makers, on loopback; what goes wrong on the way has a stand-in (social.test.ts).
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBluesky } from '#channels/bluesky';
import { recordKey } from '#channels/bluesky-record';
import type { Sessions } from '#channels/bluesky-session';
import type { Post } from '#domain/message';
import { now } from '#runtime/clock';
import { findPds, type Pds, startPds } from '../fakes/pds';
import { describeChannel } from './channel-contract';
import { feedEntry, post } from './messages';

const folder = findPds();
let pds: Pds;
let count = 0;

/** An account that has posted nothing yet. */
const enter = async () => {
  const account = await pds.join(`haus-${++count}`);
  const sessions: Sessions = new Map();
  const options = { ...account, sessions, identities: new Map(), baseUrl: pds.url, now, pictureOf: async () => picture };
  const read = async (collection: string): Promise<readonly Kept[]> => {
    const query = new URLSearchParams({ repo: account.handle, collection, limit: '100' });
    const answer = await fetch(`${pds.url}/xrpc/com.atproto.repo.listRecords?${query}`);
    return ((await answer.json()) as { records: Kept[] }).records;
  };
  return { ...account, options, sessions, channel: openBluesky(options), posts: () => read('app.bsky.feed.post') };
};

type Kept = { readonly uri: string; readonly value: Readonly<Record<string, unknown>> };
let picture: Buffer;

describe.runIf(folder)('Bluesky on a real server', () => {
  beforeAll(async () => {
    pds = await startPds(folder ?? '');
    // Noise, of which no compression makes little.
    const noise = {
      width: 2_600,
      height: 1_800,
      channels: 3 as const,
      noise: { type: 'gaussian' as const, mean: 128, sigma: 80 },
    };
    picture = await sharp({ create: { ...noise, background: '#1d4f7a' } })
      .jpeg({ quality: 95 })
      .toBuffer();
  });
  afterAll(() => pds?.stop());

  describeChannel('Bluesky, a real server', {
    done: 'accepted',
    message: () => post,
    foreign: feedEntry,
    scenarios: ['is-down'],
    open: async (scenario) => {
      const { options, posts } = await enter();
      const baseUrl = scenario === 'is-down' ? 'http://127.0.0.1:9' : pds.url;
      return {
        channel: openBluesky({ ...options, baseUrl }),
        count: async (key) => (await posts()).filter(({ uri }) => uri.endsWith(recordKey(post, key))).length,
        close: async () => {},
      };
    },
  });

  it('says of its account that it is good, and of another password that it is not', async () => {
    const { options, channel, handle, posts } = await enter();
    expect(await channel.check?.()).toEqual({ kind: 'fine', name: `@${handle}` });
    const wrong = openBluesky({ ...options, password: 'aaaa-bbbb-cccc-dddd' });
    expect(await wrong.check?.()).toMatchObject({ kind: 'refused', trouble: 'account-refused' });
    expect(await posts()).toEqual([]);
  });

  const image = { url: 'https://nordsued.example.org/api/media/file/bild.jpg', alt: 'Drei Leute an einem Tisch' };
  const card = { title: 'Gründungstag', text: 'Ein Tag für alle, die gründen.' };

  it('takes a card with a picture that needs no words, however heavy ours is, and links that stand behind umlauts', async () => {
    const { channel, posts } = await enter();
    const text = `Grüße 🎉 ${post.link} #Gründung`;
    expect(await channel.send({ ...post, text, image: { ...image, alt: '' }, card }, 'k')).toMatchObject({ kind: 'accepted' });
    const [kept] = await posts();
    expect(kept?.value).toMatchObject({ text, langs: ['de'], createdAt: post.at, facets: [{}, {}] });
    expect(kept?.value.embed).toMatchObject({
      external: { uri: post.link, title: 'Gründungstag', thumb: { mimeType: 'image/jpeg' } },
    });
  });

  it('mentions who is known there, and says the name of others plainly', async () => {
    const { handle, channel, posts } = await enter();
    const text = `Grüße 🎉 an @${handle} und @niemand.test: ${post.link}`;
    const mentions = [handle, 'niemand.test'].map((account) => ({ text: `@${account}`, account }));
    expect(await channel.send({ ...post, text, mentions }, 'k')).toMatchObject({ kind: 'accepted' });
    const [kept] = await posts();
    const facets = kept?.value.facets as readonly {
      index: { byteStart: number; byteEnd: number };
      features: { did?: string }[];
    }[];
    const said = facets.flatMap(({ index, features: [feature] }) =>
      feature?.did ? [[Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString(), feature.did]] : [],
    );
    expect([said, facets.length]).toEqual([[[`@${handle}`, kept?.uri.split('/')[2]]], 2]);
  });

  it('takes a picture with what it shows, and no card then', async () => {
    const { channel, posts } = await enter();
    await channel.send({ ...post, image, card }, 'k');
    const [kept] = await posts();
    expect(kept?.value.embed).toMatchObject({ images: [{ alt: image.alt, aspectRatio: { width: expect.any(Number) } }] });
  });

  it('takes three hundred signs as people see them, and refuses one more, of which we say so', async () => {
    const { channel } = await enter();
    const outcomes = [300, 301].map((length): Post => ({ ...post, text: '👩‍🔬'.repeat(length - 200) + 'ä'.repeat(200) }));
    const [fits, tooLong] = await Promise.all(outcomes.map((message, index) => channel.send(message, `k${index}`)));
    expect(fits).toMatchObject({ kind: 'accepted' });
    expect(tooLong).toMatchObject({ kind: 'rejected', code: 'http-400', detail: expect.stringContaining('grapheme') });
  });

  it('has one record of what is said again, with another picture too', async () => {
    const { channel, options, posts } = await enter();
    const first = await channel.send({ ...post, image, card }, 'k');
    const bare = openBluesky({ ...options, pictureOf: async () => undefined });
    expect(await bare.send({ ...post, image, card }, 'k')).toEqual({ ...first, isEarlier: true });
    expect(await posts()).toHaveLength(1);
  });

  it('renews a session that is not taken any more, and says whose password is wrong', async () => {
    const { channel, options, sessions, posts } = await enter();
    await channel.send(post, 'a');
    for (const [key, entering] of sessions) {
      const entered = await entering;
      if ('session' in entered)
        sessions.set(
          key,
          Promise.resolve({ session: { ...entered.session, accessJwt: entered.session.accessJwt.slice(0, -3) } }),
        );
    }
    expect((await channel.send(post, 'b')).kind).toBe('accepted');
    expect(await posts()).toHaveLength(2);
    const wrong = openBluesky({ ...options, sessions: new Map(), password: 'aaaa-bbbb-cccc-dddd' });
    expect(await wrong.send(post, 'c')).toMatchObject({ kind: 'rejected', code: 'account-refused' });
  });
});
