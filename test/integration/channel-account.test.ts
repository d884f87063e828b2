import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameFor } from '#channels/write-once';
import { readXSecret } from '#channels/x-line';
import { openChannels } from '#runtime/channels';
import { setClock } from '#runtime/clock';
import { setLogLevel } from '#runtime/log';
import { openSecret } from '#runtime/secrets';
import { loadChannelAccount } from '#store/channel-accounts';
import { idOf, newsletter } from '../contracts/messages';
import { X_KEYS, X_SECRET } from '../fakes/x';
import { openRest, type Person, type Rest } from './access-doors';
import { bootHouse, type House, testDatabases } from './boot';
import { type EntryHouse, faultsOf, furnish } from './entry-house';

const KEY = 'SG.streng-geheim_2026.abcdefgh';

describe.each(testDatabases())('the account of a channel on %s', (kind) => {
  let house: House;
  let ids: EntryHouse['ids'];
  let rest: Rest;
  let admin: Person;
  let editor: Person;
  let count = 0;
  beforeAll(async () => {
    house = await bootHouse(kind, 'account');
    const furnished = await furnish(house);
    ids = furnished.ids;
    rest = openRest(house);
    [admin, editor] = [await logIn('first@example.org'), await logIn('editor@example.org')];
  });
  afterAll(async () => {
    setClock(undefined);
    setLogLevel('info');
    await house.stop();
  });

  const logIn = async (email: string): Promise<Person> => {
    const { body } = await rest('POST', '/users/login', { body: { email, password: 'sehr-geheim-2026' } });
    return { user: body.user as Person['user'], token: String(body.token), password: '' };
  };
  const data = (change: object = {}) => ({
    ...{ name: 'Newsletter', slug: `newsletter-${++count}`, kind: 'newsletter', via: 'sendgrid', organisation: ids.spk },
    ...{ language: 'de', quietFrom: '20:00', quietTo: '07:00', slotRhythm: 'weekly', slotWeekday: '4', slotTime: '09:00' },
    ...{ sender: 'Park <newsletter@example.org>', apiKey: KEY, ...change },
  });
  const make = (change: object = {}) => house.payload.create({ collection: 'channels', data: data(change) as never });
  const update = (id: string, change: object) => house.payload.update({ collection: 'channels', id, data: change });
  const keyOf = async (id: string): Promise<string | undefined> => {
    const account = await loadChannelAccount(house.payload, id);
    return account?.apiKey && openSecret(account.apiKey, account.owner);
  };

  it('keeps its key sealed, for its own channel and organisation alone', async () => {
    const [{ id, slug }, other] = [await make(), await make({ organisation: ids.htai })];
    expect(await keyOf(id)).toBe(KEY);
    const account = await loadChannelAccount(house.payload, id);
    const foreign = await loadChannelAccount(house.payload, other.id);
    expect(account).toMatchObject({ owner: `${ids.spk}/${slug}`, region: 'eu' });
    expect(openSecret(account?.apiKey ?? '', foreign?.owner ?? '')).toBeUndefined();
    const rows = await house.payload.db.find({ collection: 'channels', where: {}, limit: 0, pagination: false });
    expect(JSON.stringify(rows)).not.toContain('streng-geheim');
  });

  it('gives its key to nobody who asks, in whatever way', async () => {
    const created = await rest('POST', '/channels', { as: admin, body: data() });
    expect(created.status).toBe(201);
    const { id } = created.body.doc as { id: string };
    const { apiKey: sealed = '' } = (await loadChannelAccount(house.payload, id)) ?? {};
    const answers = [
      created,
      await rest('GET', `/channels/${id}`, { as: admin, query: { showHiddenFields: 'true', depth: '3', draft: 'true' } }),
      await rest('GET', '/channels', { as: editor, query: { 'select[sealedKey]': 'true', 'select[apiKey]': 'true' } }),
      await rest('PATCH', `/channels/${id}`, { as: admin, body: { name: 'Anders', apiKey: `${KEY}2` } }),
      await rest('GET', `/channels/${id}`, { as: admin }),
      await rest('GET', `/channels/versions`, { as: admin }),
      await rest('POST', `/channels/${id}/duplicate`, { as: admin }),
    ];
    for (const { text } of answers) {
      expect(text).not.toContain('streng-geheim');
      expect(text).not.toContain(sealed.split('.').at(-1));
      expect(text).not.toContain('sealedKey');
    }
    expect(await keyOf(id)).toBe(`${KEY}2`);
  });

  it('cannot be found out by searching or sorting', async () => {
    const { id } = await make();
    const { apiKey: sealed = '' } = (await loadChannelAccount(house.payload, id)) ?? {};
    const tries = [
      { 'where[sealedKey][like]': sealed.slice(0, 4) },
      { 'where[or][0][sealedKey][exists]': 'true' },
      { sort: 'sealedKey' },
      { sort: '-sealedKey' },
    ];
    for (const query of tries) expect((await rest('GET', '/channels', { as: admin, query })).status).toBeGreaterThanOrEqual(400);
  });

  it('cannot be put in sealed, by whoever copied it elsewhere', async () => {
    const [from, { id }] = [await make(), await make({ via: 'outbox', apiKey: undefined })];
    const { apiKey: sealed } = (await loadChannelAccount(house.payload, from.id)) ?? {};
    const body = { via: 'sendgrid', sealedKey: sealed, apiKeySince: '2026-11-01T08:00:00.000Z' };
    expect((await rest('PATCH', `/channels/${id}`, { as: admin, body })).status).toBe(400);
    expect(await keyOf(id)).toBeUndefined();
  });

  it('stays when nothing new is entered, and goes with its organisation or its way', async () => {
    const { id } = await make();
    await update(id, { name: 'Anders', apiKey: '' });
    expect(await keyOf(id)).toBe(KEY);
    expect(await faultsOf(update(id, { organisation: ids.htai }))).toHaveProperty('apiKey');
    await update(id, { organisation: ids.htai, apiKey: ` ${KEY}3 ` });
    expect(await keyOf(id)).toBe(`${KEY}3`);
    await update(id, { via: 'outbox' });
    expect((await loadChannelAccount(house.payload, id))?.apiKey).toBeUndefined();
  });

  it('is asked for in German, at its field, and nothing half is kept', async () => {
    expect(await faultsOf(make({ apiKey: undefined }))).toEqual({
      apiKey: 'Ohne API-Schlüssel kann SendGrid nichts übermitteln. Bitte einen eintragen oder als Weg „E-Mail“ wählen.',
    });
    const { id } = await make();
    expect(await faultsOf(update(id, { apiKey: 'geheim und falsch' }))).toEqual({
      apiKey: 'Das ist kein API-Schlüssel von SendGrid: Er beginnt mit „SG.“ und hat keine Leerzeichen.',
    });
    expect(await keyOf(id)).toBe(KEY);
  });

  it('keeps the key that signs its mails in the same way, and signs with it', async () => {
    const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    const ownMail = { via: 'outbox', apiKey: undefined };
    expect(await faultsOf(make({ ...ownMail, dkimSelector: 'park' }))).toHaveProperty('dkimKey');
    expect(await faultsOf(make({ ...ownMail, dkimSelector: 'park', dkimKey: 'kein Schlüssel' }))).toHaveProperty('dkimKey');
    expect(await faultsOf(make({ ...ownMail, dkimSelector: 'park._domainkey', dkimKey: pem }))).toHaveProperty('dkimSelector');
    const { id } = await make({ ...ownMail, dkimSelector: 'park', dkimKey: pem });
    const read = await rest('GET', `/channels/${id}`, { as: admin, query: { showHiddenFields: 'true' } });
    expect(read.text).not.toContain('PRIVATE KEY');
    expect(read.text).not.toContain('sealedDkim');
    const account = await loadChannelAccount(house.payload, id);
    const outbox = openChannels({ dataDir: house.dataDir })('outbox', account);
    await outbox.send(newsletter('anna@example.org'), 'signiert');
    const folder = join(house.dataDir, 'outbox');
    const file = `${nameFor('signiert', idOf('anna@example.org'))}.eml`;
    expect(readFileSync(join(folder, file), 'utf8')).toMatch(/^DKIM-Signature:.*\bd=nord\.example\.org;.*\bs=park;/s);
    await update(id, { dkimSelector: '' });
    expect((await loadChannelAccount(house.payload, id))?.dkim).toBeUndefined();
  });

  it('keeps the token of a page in the same way, and knows the page by its address', async () => {
    const token = 'AQX-streng-geheim_2026-0123456789';
    const page = { kind: 'linkedin', via: 'linkedin', apiKey: undefined, page: 'https://www.linkedin.com/company/4711/admin/' };
    expect(await faultsOf(make({ ...page, page: 'Science Park' }))).toEqual({
      page: 'Bitte die Nummer der Seite eintragen. Sie steht in der Adresse, wenn Sie die Seite verwalten: linkedin.com/company/Nummer/admin.',
      token:
        'Ohne Zugangsschlüssel kann Nordsüd dort nichts veröffentlichen. Bitte einen eintragen oder als Weg „von Hand“ wählen.',
    });
    expect(await faultsOf(make({ ...page, token: 'kurz' }))).toEqual({
      token: 'Das ist kein Zugangsschlüssel: Er ist lang und hat weder Leerzeichen noch Umlaute. Bitte vollständig einfügen.',
    });
    const { id } = await make({ ...page, token });
    expect([await keyOf(id), (await loadChannelAccount(house.payload, id))?.page]).toEqual([token, '4711']);
    const answers = [
      await rest('GET', `/channels/${id}`, { as: admin, query: { showHiddenFields: 'true', depth: '3' } }),
      await rest('PATCH', `/channels/${id}`, { as: admin, body: { name: 'Anders', token: `${token}2` } }),
    ];
    for (const { text } of answers)
      expect([text.includes('streng-geheim'), text.includes('sealedToken')]).toEqual([false, false]);
    expect(await keyOf(id)).toBe(`${token}2`);
    await update(id, { via: 'manual', ownerEmail: 'presse@example.org' });
    expect(await keyOf(id)).toBeUndefined();
  });

  it('keeps a page that was connected where the installation has no application of LinkedIn any more', async () => {
    const { id } = await make({
      kind: 'linkedin',
      via: 'linkedin',
      apiKey: undefined,
      page: '4711',
      token: 'AQX-streng-geheim_2026',
    });
    const connected = { connectedAt: '2026-11-23T09:00:00.000Z' };
    await house.payload.db.updateOne({ collection: 'channels', id, data: connected, options: { atomic: true } });
    const form = await rest('GET', `/channels/${id}`, { as: admin, query: { depth: '0' } });
    for (const body of [{ name: 'Anders' }, { ...form.body, name: 'Noch anders' }, { name: 'Wieder', page: '' }])
      expect((await rest('PATCH', `/channels/${id}`, { as: admin, body })).status).toBe(200);
    expect(await loadChannelAccount(house.payload, id)).toMatchObject({ page: '4711' });
  });

  it('keeps the four keys of an account on X in the same way, as one', async () => {
    const account = { kind: 'x', via: 'x', apiKey: undefined };
    expect(await faultsOf(make(account))).toEqual({
      token:
        'Ohne die vier Schlüssel kann Nordsüd auf X nichts veröffentlichen. Bitte alle eintragen oder als Weg „von Hand“ wählen.',
    });
    for (const token of ['streng-geheim-1\nstreng-geheim-2\nstreng-geheim-3', `API Key: ${X_SECRET}`, 'streng-geheim-0123456789'])
      expect(await faultsOf(make({ ...account, token }))).toEqual({
        token:
          'Das sind nicht die vier Schlüssel: Bitte API Key, API Key Secret, Access Token und Access Token Secret untereinander einfügen, jeden vollständig und ohne weitere Wörter.',
      });
    const { id } = await make({ ...account, token: ` ${X_SECRET.replaceAll('\n', '\r\n')} \n` });
    expect(readXSecret(await keyOf(id))).toEqual(X_KEYS);
    const { text } = await rest('GET', `/channels/${id}`, { as: admin, query: { showHiddenFields: 'true', depth: '3' } });
    expect([text.includes(X_KEYS.appSecret), text.includes('sealedToken')]).toEqual([false, false]);
    await update(id, { name: 'Anders' });
    expect(readXSecret(await keyOf(id))).toEqual(X_KEYS);
    await update(id, { via: 'manual', ownerEmail: 'presse@example.org' });
    expect(await keyOf(id)).toBeUndefined();
  });

  it('keeps the token of an account on Mastodon for its server alone, whose name it knows however it is pasted', async () => {
    const token = 'bX9-streng-geheim_2026-0123456789';
    const account = { kind: 'mastodon', via: 'mastodon', apiKey: undefined, token };
    const pasted = [
      'Social.Bund.de',
      'https://social.bund.de/@park',
      '@park@social.bund.de',
      // As one sees it who is logged in elsewhere.
      'https://mastodon.social/@park@social.bund.de',
      ' social.bund.de/ ',
      'grün.example.org',
    ];
    const names: unknown[] = [];
    for (const server of pasted) names.push((await make({ ...account, server })).server);
    expect(names).toEqual([...Array(5).fill('social.bund.de'), 'xn--grn-ioa.example.org']);
    for (const server of ['', 'Kassel', '127.0.0.1', '10.1', 'social.bund.de:8080', 'a b.de'])
      expect(await faultsOf(make({ ...account, server }))).toEqual({
        server: 'Bitte den Namen des Servers eintragen, auf dem das Konto ist, zum Beispiel social.bund.de.',
      });
    const { id, accessUntil } = await make({ ...account, server: 'social.bund.de' });
    expect([await keyOf(id), (await loadChannelAccount(house.payload, id))?.server]).toEqual([token, 'social.bund.de']);
    expect(accessUntil).toBeNull();
    await update(id, { name: 'Anders', server: 'https://social.bund.de' });
    expect(await keyOf(id)).toBe(token);
    // Its people may sign in there instead of pasting another one.
    await update(id, { server: 'social.example.org' });
    expect(await keyOf(id)).toBeUndefined();
    await update(id, { token: `${token}2` });
    expect(await keyOf(id)).toBe(`${token}2`);
  });

  it('knows an account on Bluesky by its name, and takes no password but one for apps', async () => {
    const [handle, token] = ['park.bsky.social', 'abcd-efgh-ijkl-mnop'];
    const account = { kind: 'bluesky', via: 'bluesky', apiKey: undefined, handle, token };
    for (const pasted of ['@Park.bsky.social', 'https://bsky.app/profile/park.bsky.social', ' park.bsky.social '])
      expect((await make({ ...account, handle: pasted })).handle).toBe(handle);
    expect(await faultsOf(make({ ...account, handle: 'park', server: 'kein Server', token: 'Sehr-geheim-2026!' }))).toEqual({
      handle: 'Bitte den ganzen Namen des Kontos eintragen, zum Beispiel name.bsky.social.',
      server:
        'Das ist kein Name eines Servers. Bitte lassen Sie das Feld leer, wenn das Konto bei bsky.social ist: Dort sind fast alle.',
      token:
        'Das ist kein App-Passwort: Es hat vier Gruppen aus vier kleinen Buchstaben oder Ziffern, dazwischen Bindestriche. Das Passwort des Kontos gehört nicht hierher.',
    });
    const { id } = await make(account);
    expect([await keyOf(id), await loadChannelAccount(house.payload, id)]).toMatchObject([token, { handle }]);
    expect(await faultsOf(update(id, { server: 'pds.example.org' }))).toHaveProperty('token');
    await update(id, { server: 'pds.example.org', token });
    expect((await loadChannelAccount(house.payload, id))?.server).toBe('pds.example.org');
  });

  it.each(['apiKey', 'token', 'dkimKey'])(
    'has a field to enter %s, which Payload would lock because it is kept nowhere',
    (name) => {
      const field = house.payload.collections.channels.config.flattenedFields.find((one) => one.name === name);
      expect(field && 'admin' in field && field.admin?.readOnly).toBe(false);
    },
  );

  it('is entered by the organisation’s own editors, and by no others', async () => {
    const [own, foreign] = [await make(), await make({ organisation: ids.htai })];
    expect((await rest('PATCH', `/channels/${own.id}`, { as: editor, body: { apiKey: `${KEY}4` } })).status).toBe(200);
    expect(await keyOf(own.id)).toBe(`${KEY}4`);
    expect((await rest('PATCH', `/channels/${foreign.id}`, { as: editor, body: { apiKey: `${KEY}5` } })).status).toBe(403);
    expect(await keyOf(foreign.id)).toBe(KEY);
  });
});
