// What we ask of Mastodon, and what our stand-in answers, held against a specification of Mastodon 4.7 by Prism.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMastodon } from '#channels/mastodon';
import { readMastodon } from '#channels/mastodon-account';
import { amendMastodon, removeMastodon } from '#channels/mastodon-change';
import type { MastodonOptions } from '#channels/mastodon-line';
import type { Post } from '#domain/message';
import { now } from '#runtime/clock';
import { MASTODON_TOKEN, type MastodonStandIn, startMastodon } from '../fakes/mastodon';
import { watchConnections } from './loopback-guard';
import { post } from './messages';
import { type Prism, proxyPrism } from './prism';

let standIn: MastodonStandIn;
let prism: Prism;
let options: MastodonOptions;
beforeAll(async () => {
  standIn = await startMastodon();
  prism = await proxyPrism('mastodon-4.7.json', standIn.url);
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#1d4f7a' } })
    .png()
    .toBuffer();
  options = {
    ...{ server: 'social.example.org', token: MASTODON_TOKEN, baseUrl: prism.baseUrl, pauseMs: 1 },
    ...{ pictureOf: async () => picture, now },
  };
});
afterAll(async () => {
  prism.stop();
  await standIn.close();
});

const image = { url: 'https://nordsued.example.org/api/media/file/bild.jpg', alt: 'Drei Leute an einem Tisch' };

describe('Mastodon by its specification', () => {
  it.each<[string, Post]>([
    ['a text with a link', post],
    ['an English text', { ...post, text: 'Save the date', link: undefined, language: 'en' }],
    ['a text with a picture', { ...post, text: `Mit Bild ${post.link}`, image }],
  ])('takes %s, and we find it again', async (name, message) => {
    const guard = watchConnections();
    const since = now();
    const outcome = await openMastodon(options).send(message, name);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(await openMastodon(options).find?.({ key: name, message, since })).toEqual(outcome);
    guard.stop();
    expect(guard.foreign).toEqual([]);
  });

  it('shows a picture that takes its time', async () => {
    standIn.setAct('slow-picture');
    const outcome = await openMastodon(options).send({ ...post, text: 'Später', image }, 'langsam');
    standIn.setAct(undefined);
    expect(outcome.kind).toBe('accepted');
    expect(standIn.statuses.at(-1)?.media).toHaveLength(1);
  });

  it('says who we are and what it takes, changes a post and takes it away', async () => {
    expect(await readMastodon(options)).toMatchObject({ kind: 'fine', limits: { textLength: 500 } });
    const sent = await openMastodon(options).send({ ...post, text: 'Alt', image }, 'ändern');
    const id = sent.kind === 'accepted' ? sent.providerId : '';
    expect(await amendMastodon(options, id, { ...post, text: 'Neu' })).toMatchObject({ kind: 'accepted', providerId: id });
    expect(standIn.statuses.at(-1)).toMatchObject({ id, text: 'Neu', media: [{ description: image.alt }] });
    expect(await removeMastodon(options, id)).toEqual({ kind: 'accepted', providerId: id });
  });

  it.each([
    ['a visibility that is none', { status: 'Text', visibility: 'öffentlich' }],
    ['no text', { visibility: 'public', language: 'de' }],
    ['a number for a text', { status: 7 }],
    ['one picture where there may be several', { status: 'Text', media_ids: '1' }],
  ])('would refuse %s', async (_name, body) => {
    const headers = { authorization: `Bearer ${MASTODON_TOKEN}`, 'content-type': 'application/json' };
    const count = standIn.statuses.length;
    const answer = await fetch(`${prism.baseUrl}/api/v1/statuses`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect([answer.status, standIn.statuses.length]).toEqual([422, count]);
    expect(await answer.text()).toContain('stoplight.io/prism/errors#UNPROCESSABLE_ENTITY');
  });
});
