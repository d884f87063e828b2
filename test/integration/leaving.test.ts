import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { READER_TOKEN } from '#domain/addresses';
import { toIso } from '#domain/time';
import { hashAddress } from '#runtime/address-hash';
import { signToken } from '#runtime/secrets';
import { findRows, insertOnce } from '#store/rows';
import { testDatabases } from './boot';
import { openWorld, type World } from './jobs-world';
import { openPublicSite, type Site } from './site';

describe.each(testDatabases())('leaving by the link of a mail on %s', (kind) => {
  let world: World;
  let site: Site;
  beforeAll(async () => {
    world = await openWorld(kind, 'leaving');
    site = await openPublicSite(world.payload);
  });
  afterAll(async () => {
    await site?.close();
    await world?.stop();
  });
  beforeEach(() => world.reset());

  /** Somebody who said yes leaves with such a POST: the answer, and by which way the proof says that it ended. */
  const leave = async (sent: RequestInit) => {
    await world.subscribe(1);
    const [row] = await findRows(world.payload, 'subscribers', {});
    if (!row) throw new Error('no subscriber');
    await insertOnce(world.payload, 'consents', {
      ...{ key: row.id, channel: row.channel, newsletter: 'n', organisation: 'htai', text: 'Ja.', textHash: 'x', formUrl: 'x' },
      addressHash: hashAddress(row.email, row.channel),
      ...{ requestedAt: toIso(world.now()), confirmedAt: toIso(world.now()) },
    });
    const link = `${site.url}/abmelden/${signToken({ purpose: READER_TOKEN, subject: row.id })}`;
    const answer = await fetch(link, { method: 'POST', redirect: 'manual', ...sent });
    const isTold = (await answer.text()).includes('Sie sind abgemeldet');
    const ways = (await findRows(world.payload, 'consents', {})).map(({ withdrawnBy }) => withdrawnBy);
    return [answer.status, isTold, ...ways];
  };

  it.each([
    ['form', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['form of several parts', () => formOf({ 'List-Unsubscribe': 'One-Click' })],
  ])('is proven to be by the button of a mail program where that sends its %s', async (_what, body) => {
    expect(await leave({ body: body() })).toEqual([200, true, 'mail-provider']);
  });

  it.each([
    ['nothing', {}],
    ['another field', { body: new URLSearchParams({ 'List-Unsubscribe': 'Two-Clicks' }) }],
    ['something that is no form', { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'text/plain' } }],
    ['a broken form', { body: '--x\r\n', headers: { 'content-type': 'multipart/form-data; boundary=y' } }],
    ['a strange kind of content', { body: 'x', headers: { 'content-type': 'a/ü; =' } }],
    ['too much', { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click', more: 'x'.repeat(50_000) }) }],
    ['an unknown encoding', { body: 'x', headers: { 'content-encoding': 'klingon' } }],
  ])('works whatever comes with it: %s', async (_what, sent) => {
    expect(await leave(sent)).toEqual([200, true, 'link']);
  });
});

const formOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
