import type { LookupFunction } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { now } from '#runtime/clock';
import { post } from '../../test/contracts/messages';
import { openBluesky } from './bluesky';
import { openMastodon } from './mastodon';

/** The name service says that every name is at a private address. */
vi.mock('node:dns', async (original) => {
  const dns: typeof import('node:dns') = await original();
  const lookup: LookupFunction = (_name, _options, answer) => answer(null, [{ address: '10.0.0.7', family: 4 }]);
  return { ...dns, lookup };
});

const server = 'innen.example.test';
const common = { server, now, pictureOf: async () => undefined, timeoutMs: 2_000 };
const account = { handle: `spk.${server}`, password: 'abcd-efgh-ijkl-mnop', sessions: new Map(), identities: new Map() };

describe('a server that people named', () => {
  it.each([
    ['Mastodon', openMastodon({ ...common, token: 'konto-eins-0123456789' })],
    ['Bluesky', openBluesky({ ...common, ...account })],
  ])('is not asked in a private network, whatever is wanted of it (%s)', async (_network, { send, find, check, remove }) => {
    const providerId = 'at://did:plc:abc/app.bsky.feed.post/3l';
    const said = [
      await send(post, 'k'),
      await find?.({ key: 'k', message: post, since: now() }),
      await check?.(),
      await remove?.({ kind: 'removal', providerId }),
    ];
    expect(said.map((outcome) => outcome && 'detail' in outcome && outcome.detail)).toEqual(Array(4).fill('not-public'));
  });
});
