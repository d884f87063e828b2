import http from 'node:http';
import twitterText from 'twitter-text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openX } from '#channels/x';
import type { SendOutcome } from '#domain/dispatch';
import { now } from '#runtime/clock';
import { startX, X_KEYS, X_TOKEN, type XStandIn } from '../fakes/x';

/** A stand-in that took everything would prove nothing: what X refuses, it refuses. */
describe('the stand-in of X', () => {
  let standIn: XStandIn;
  beforeEach(async () => {
    standIn = await startX();
  });
  afterEach(() => standIn.close());

  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve, reject) => {
      const known = { host: 'api.x.com', authorization: `Bearer ${X_TOKEN}` };
      const request = http.request(new URL(path, standIn.url), { method, headers: { ...known, ...headers } });
      request.on('error', reject).on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  const send = (keys: Partial<typeof X_KEYS>, text = 'Grüße aus „Kassel“! (1*2) & mehr'): Promise<SendOutcome> => {
    const secret = Object.values({ ...X_KEYS, ...keys }).join(' ');
    const x = openX({ secret, baseUrl: standIn.url, pictureOf: async () => undefined, now });
    return x.send({ kind: 'post', text, language: 'de' }, 'k');
  };

  it.each([
    ['POST', '/2/tweets', { text: 'Hallo' }, 201],
    ['POST', '/2/tweets', { text: 'Hallo', nope: 1 }, 400],
    ['POST', '/2/tweets', { text: 'Hallo', media: { media_ids: [] } }, 400],
    ['POST', '/2/tweets', { text: 'Hallo', media: { media_ids: ['1'] } }, 400],
    ['POST', '/2/tweets', {}, 400],
    ['POST', '/2/media/upload/initialize', { media_type: 'image/jpeg', media_category: 'tweet_image', total_bytes: 1 }, 200],
    ['POST', '/2/media/upload/initialize', { media_type: 'image/jpeg', media_category: 'tweet_image', total_bytes: 6e6 }, 400],
    ['POST', '/2/media/upload/initialize', { media_type: 'image/svg', media_category: 'tweet_image', total_bytes: 1 }, 400],
    ['POST', '/2/media/metadata', { id: '1', metadata: { alt_text: { text: 'a'.repeat(1_001) } } }, 400],
    ['POST', '/2/media/upload/1/append', {}, 404],
    ['GET', '/2/users/4711/tweets?max_results=50&start_time=2026-12-01T10:00:00Z', undefined, 200],
    ['GET', '/2/users/4711/tweets?max_results=3', undefined, 400],
    ['GET', '/2/users/4711/tweets?start_time=2026-12-01T10:00:00.123Z', undefined, 400],
    ['GET', '/2/users/4711/tweets?count=5', undefined, 400],
    ['GET', '/1.1/statuses/update.json', undefined, 404],
  ])('answers %s %s with %j by %i', async (method, path, body, status) => {
    expect(await ask(method, path, body)).toBe(status);
  });

  it('knows its account by the signature alone', async () => {
    expect((await send({})).kind).toBe('accepted');
    for (const keys of [{ appSecret: 'falsch-0123456789' }, { accessSecret: 'falsch-0123456789' }, { accessToken: 'falsch-1' }])
      expect(await send(keys, 'Anders')).toMatchObject({ kind: 'rejected', code: 'account-refused' });
    expect(await ask('GET', '/2/users/me', undefined, { authorization: 'Bearer falsch' })).toBe(401);
    expect(await ask('GET', '/2/users/me', undefined, { host: 'x.example.org' })).toBe(401);
  });

  it('counts as X does, so that bare addresses and emoji cost what they cost there', async () => {
    const fits = `${'a'.repeat(228)} example.org und hessen.de`;
    expect(twitterText.parseTweet(fits).weightedLength).toBe(280);
    expect((await send({}, fits)).kind).toBe('accepted');
    expect((await send({}, `b${fits}`)).kind).toBe('rejected');
    expect((await send({}, '👨‍👩‍👧‍👦'.repeat(140))).kind).toBe('accepted');
    expect((await send({}, '👨‍👩‍👧‍👦'.repeat(141))).kind).toBe('rejected');
  });

  it('gives a text back as X does: with its own addresses, and three signs escaped', async () => {
    await send({}, 'Mehr & mehr <hier>: hessen.de');
    expect(standIn.posts[0]?.text).toMatch(/^Mehr &amp; mehr &lt;hier&gt;: https:\/\/t\.co\/\w+$/);
    expect(standIn.posts[0]?.urls).toMatchObject([{ expanded_url: 'http://hessen.de' }]);
  });
});
