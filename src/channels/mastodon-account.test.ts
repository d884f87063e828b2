import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { post } from '../../test/contracts/messages';
import { MASTODON_TOKEN, type MastodonStandIn, startMastodon } from '../../test/fakes/mastodon';
import { openMastodon } from './mastodon';
import { readMastodon } from './mastodon-account';
import { amendMastodon, removeMastodon } from './mastodon-change';
import { limitsIn, MASTODON_LIMITS } from './mastodon-limits';
import type { MastodonOptions } from './mastodon-line';

describe('an account on Mastodon', () => {
  let standIn: MastodonStandIn;
  let options: MastodonOptions;
  beforeEach(async () => {
    standIn = await startMastodon();
    options = {
      ...{ server: 'social.example.org', token: MASTODON_TOKEN, baseUrl: standIn.url, timeoutMs: 500, pauseMs: 1 },
      ...{ pictureOf: async () => PIXEL, now: () => instant(new Date().toISOString()) },
    };
  });
  afterEach(() => standIn.close());

  it('is asked who it is and what its server takes, and nothing is published', async () => {
    expect(await readMastodon(options)).toMatchObject({
      kind: 'fine',
      account: { name: '@nordsued@127.0.0.1' },
      limits: MASTODON_LIMITS,
    });
    expect(await openMastodon(options).check?.()).toEqual({ kind: 'fine', name: '@nordsued@127.0.0.1', textLength: 500 });
    expect(standIn.requests.filter((line) => !line.startsWith('GET '))).toEqual([]);
  });

  it.each([
    ['unauthorised', { kind: 'refused', trouble: 'account-refused' }],
    ['stranger', { kind: 'refused', trouble: 'account-refused' }],
    ['busy', { kind: 'unknown' }],
  ] as const)('that is asked says why it cannot be used (%s)', async (act, outcome) => {
    standIn.setAct(act);
    expect(await openMastodon(options).check?.()).toMatchObject(outcome);
    expect(await openMastodon({ ...options, token: '' }).check?.()).toMatchObject({ kind: 'refused', detail: 'no-key' });
  });

  it('has the limits its server tells, and those of any Mastodon where it tells none or nonsense', () => {
    const told = { statuses: { max_characters: 1_000 }, media_attachments: { description_limit: 400, image_size_limit: -1 } };
    expect(limitsIn({ configuration: told })).toEqual({ ...MASTODON_LIMITS, textLength: 1_000, altTextLength: 400 });
    for (const nothing of [undefined, 'x', {}, { configuration: {} }, { configuration: { statuses: { max_characters: 'x' } } }])
      expect(limitsIn(nothing)).toEqual(MASTODON_LIMITS);
  });

  it('can give a post another text, which keeps its pictures, and say it again', async () => {
    const image = { url: 'https://nordsued.example.org/api/media/file/bild.png', alt: 'Ein Bild' };
    await openMastodon(options).send({ ...post, image }, 'k');
    const [{ id } = { id: '' }] = standIn.statuses;
    const amended = { ...post, text: 'Neuer Termin', language: 'en' as const };
    for (let i = 0; i < 2; i++)
      expect(await amendMastodon(options, id, amended)).toMatchObject({ kind: 'accepted', providerId: id });
    expect(standIn.statuses).toMatchObject([{ id, text: 'Neuer Termin', language: 'en', media: [{ description: 'Ein Bild' }] }]);
    expect(standIn.statuses[0]).toHaveProperty('editedAt');
  });

  it('can take a post away, once and for all', async () => {
    await openMastodon(options).send(post, 'k');
    const [{ id } = { id: '' }] = standIn.statuses;
    for (let i = 0; i < 2; i++) expect(await removeMastodon(options, id)).toEqual({ kind: 'accepted', providerId: id });
    expect(standIn.statuses).toEqual([]);
    expect(await amendMastodon(options, id, post)).toMatchObject({ kind: 'rejected', code: 'gone' });
  });

  it('changes nothing where it is refused or not heard', async () => {
    await openMastodon(options).send(post, 'k');
    const [{ id } = { id: '' }] = standIn.statuses;
    const changed = { ...post, text: 'Anders' };
    standIn.setAct('stranger');
    expect(await removeMastodon(options, id)).toMatchObject({ kind: 'rejected', code: 'account-refused' });
    expect(await amendMastodon(options, id, changed)).toMatchObject({ kind: 'rejected', code: 'account-refused' });
    expect(await removeMastodon({ ...options, token: undefined }, id)).toMatchObject({ detail: 'no-key' });
    standIn.setAct(undefined);
    await standIn.close();
    expect([await removeMastodon(options, id), await amendMastodon(options, id, changed)]).toMatchObject([
      { kind: 'postponed' },
      { kind: 'postponed' },
    ]);
    expect(standIn.statuses).toMatchObject([{ text: post.text }]);
    standIn = await startMastodon();
  });
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
