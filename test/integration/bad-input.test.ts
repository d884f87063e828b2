// What people type where newsletters are made and ordered: far too much, second lines, and umlauts everywhere.
import type { CollectionSlug } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { READER_TOKEN } from '#domain/addresses';
import { instant } from '#domain/time';
import { signToken } from '#runtime/secrets';
import { type FlowSlug, findRows, insertOnce } from '#store/rows';
import { BLUESKY_PASSWORD } from '../fakes/bluesky';
import { LINKEDIN_TOKEN } from '../fakes/linkedin';
import { openRest, type Person, type Rest } from './access-doors';
import { logIn } from './access-world';
import { testDatabases } from './boot';
import { faultsOf } from './entry-house';
import { adopt, openWorld, type World } from './jobs-world';
import { sendDue } from './left-mails';
import { readerForms } from './reader-forms';
import { openPublicSite, type Site } from './site';

const SLOT = instant('2026-11-26T08:00:00Z');
const LONG = 'ä'.repeat(10_000);
/** The longest name there may be, nearly all of it signs that a header must encode. */
const LONGEST = 'Größe „Ü“ 🌱 '.repeat(15).trim();
const SMUGGLED = 'Neues\r\nBcc: alle@example.org';

const TOO_LONG = 'Zu lang: erlaubt sind 200 Zeichen.';
const NO_ADDRESS = 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.org.';
const NO_UMLAUT =
  'In E-Mail-Adressen gehen hier keine Umlaute und Sonderzeichen. Eine Domain mit Umlaut tragen Sie bitte in der Schreibweise ein, die mit „xn--“ beginnt; Ihre IT kennt sie.';
const NO_CHOICE = 'Diese Auswahl geht hier nicht. Bitte wählen Sie neu.';
const NO_TIME = 'Bitte eine Uhrzeit wie 07:30 eintragen.';

const WAYS: readonly (readonly [string, object])[] = [
  ['outbox', { via: 'outbox' }],
  ['sendgrid', { via: 'sendgrid', apiKey: 'SG.schluessel' }],
];

describe.each(testDatabases())('what people type on %s', (kind) => {
  let world: World;
  let site: Site;
  let rest: Rest;
  beforeAll(async () => {
    world = await openWorld(kind, 'bad-input');
    rest = openRest(world.house);
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['newsletter'] }]);
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    await world.reset();
    site = await openPublicSite(world.payload);
  });
  afterEach(() => site.close());

  const { post, fillIn } = readerForms(() => ({ world, site }));
  const change = (collection: CollectionSlug, id: string, data: object) =>
    world.payload.update({ collection, id, data: data as never, depth: 0 });
  const rows = <S extends FlowSlug>(slug: S) => findRows(world.payload, slug, {}, { sort: 'key' });
  const editor = async (): Promise<Person> => {
    const user = await world.payload.findByID({ collection: 'users', id: world.ids.editor, depth: 0 });
    return { ...(await logIn(rest, user.email, 'geheim-genug-2026')), user: { ...user, collection: 'users' } };
  };
  const subscribe = async (email: string): Promise<string> => {
    const channel = world.ids.newsletter;
    const data = { email, channel, key: `${channel}/${email}`, language: 'de', status: 'confirmed' } as const;
    return (await insertOnce(world.payload, 'subscribers', data))?.id ?? '';
  };

  describe('as a name of 10,000 characters', () => {
    it.each([
      ['channels', 'newsletter', 'name', LONG],
      ['channels', 'newsletter', 'sender', `${LONG} <newsletter@example.org>`],
      ['organisations', 'carrier', 'name', LONG],
      ['organisations', 'carrier', 'shortName', LONG],
      ['users', 'editor', 'name', LONG],
    ] as const)('is refused at its field: %s, %s, %s', async (collection, whose, field, typed) => {
      expect(await faultsOf(change(collection, world.ids[whose], { [field]: typed }))).toEqual({ [field]: TOO_LONG });
    });

    it('is refused for topics, short names and events too', async () => {
      const topic = { title: LONG, slug: 'a'.repeat(10_000) };
      expect(await faultsOf(world.payload.create({ collection: 'topics', data: topic }))).toEqual({
        ...{ title: TOO_LONG, slug: 'Zu lang: erlaubt sind 60 Zeichen.' },
      });
      expect(await faultsOf(world.publish({ title: LONG }))).toEqual({ title: TOO_LONG });
    });

    it('is nobody’s address', async () => {
      const address = `${'a'.repeat(10_000)}@example.org`;
      for (const [collection, id, field] of [
        ['channels', world.ids.newsletter, 'replyTo'],
        ['channels', world.ids.byHand, 'ownerEmail'],
        ['organisations', world.ids.carrier, 'contactEmail'],
        ['users', world.ids.editor, 'email'],
      ] as const)
        expect(await faultsOf(change(collection, id, { [field]: address }))).toEqual({ [field]: NO_ADDRESS });
    });
  });

  describe.each(WAYS)('and leaves by the way of %s', (_way, way) => {
    /** One edition to one person, whose newsletter, body, event and own subject are named so. */
    const sendNamed = async (name: string, sender: string) => {
      await change('organisations', world.ids.carrier, { name });
      await world.setNewsletter({ ...way, name, sender, paused: false });
      await world.subscribe(1);
      await world.publish({ title: name });
      await world.round();
      const [edition] = await world.editions();
      const body = { version: edition?.version, decisions: [{ kind: 'subject', language: 'de', text: name.slice(0, 150) }] };
      expect((await rest('POST', `/editions/${edition?.id}/decide`, { as: await editor(), body })).status).toBe(200);
      world.at(SLOT);
      const [mail] = await sendDue(world);
      if (!mail) throw new Error('nothing left');
      return mail;
    };

    it('is taken at its longest, in headers that mail servers take', async () => {
      const { headers, html, text } = await sendNamed(LONGEST, `${LONGEST.slice(0, 160)} <newsletter@example.org>`);
      expect(await world.editions()).toMatchObject([{ status: 'sent', accepted: 1 }]);
      expect(headers).toMatch(/^List-ID: .* <htai-newsletter\.localhost>$/im);
      expect(headers).toMatch(/^From: .*<newsletter@example\.org>$/m);
      for (const body of [html, text]) expect(body).toContain(LONGEST);
    });

    it('never becomes a header of its own', async () => {
      const { headers } = await sendNamed(SMUGGLED, `Nord\r\nBcc: x <newsletter@example.org>`);
      expect(headers).toMatch(/^Subject: Neues Bcc: alle@example\.org$/m);
      expect(headers).not.toMatch(/^Bcc:/im);
      expect(await faultsOf(world.setNewsletter({ replyTo: `post@example.org\r\nBcc: alle@example.org` }))).toEqual({
        replyTo: NO_ADDRESS,
      });
    });
  });

  describe('with an umlaut', () => {
    /** What becomes of it in each field of a newsletter in which one can type or choose: taken, or these words at the field. */
    const SETTINGS: readonly (readonly [field: string, typed: string, refused?: string])[] = [
      ['name', 'Grüße aus Süd'],
      ['sender', 'Größe <newsletter@example.org>'],
      ['sender', 'Größe <größe@example.org>', NO_UMLAUT],
      ['sender', 'Größe <newsletter@größe.example>', NO_UMLAUT],
      ['sender', 'Größe', 'Bitte so eintragen: Name <adresse@example.org>'],
      ['replyTo', 'größe@example.org', NO_UMLAUT],
      ['ownerEmail', 'größe@example.org', NO_UMLAUT],
      ['slotTime', 'fünf', NO_TIME],
      ['quietFrom', 'fünf', NO_TIME],
      ['quietTo', 'fünf', NO_TIME],
      ['perDay', 'fünf', 'Bitte eine ganze Zahl von 1 bis 100 eintragen.'],
      ['gapMinutes', 'fünf', 'Bitte eine ganze Zahl von 1 bis 1440 eintragen.'],
      ['monthlyCents', 'fünf', 'Bitte eine ganze Zahl von 1 bis 100000 eintragen.'],
      ['postCents', 'fünf', 'Bitte einen Preis von 0 bis 1000 Cent eintragen, zum Beispiel 1,5.'],
      ['linkPostCents', 'fünf', 'Bitte einen Preis von 0 bis 1000 Cent eintragen, zum Beispiel 1,5.'],
      ['minimumItems', 'fünf', 'Bitte eine ganze Zahl von 1 bis 50 eintragen.'],
      ['othersShare', 'fünf', 'Bitte eine ganze Zahl von 0 bis 90 eintragen.'],
      ['leadHours', 'fünf', 'Bitte eine ganze Zahl von 0 bis 168 eintragen.'],
      ['colour', 'grün', 'Bitte eine Farbe wie #124e78 eintragen: ein #, dann sechs Ziffern oder Buchstaben von a bis f.'],
      ['kind', 'ü', NO_CHOICE],
      ['via', 'ü', 'Dieser Weg passt nicht zur Art des Kanals.'],
      ['language', 'ü', NO_CHOICE],
      ['slotRhythm', 'wöchentlich', NO_CHOICE],
      ['slotWeekday', 'ü', NO_CHOICE],
      ['release', 'ü', NO_CHOICE],
      ['region', 'ü', NO_CHOICE],
      ['apiKey', 'SG.schlüssel-eins', 'Das ist kein API-Schlüssel von SendGrid: Er beginnt mit „SG.“ und hat keine Leerzeichen.'],
      [
        'eventKey',
        'schlüssel',
        'Das ist kein öffentlicher Schlüssel von SendGrid. Bitte vollständig und in einer Zeile einfügen.',
      ],
      [
        'page',
        'größe',
        'Bitte die Nummer der Seite eintragen. Sie steht in der Adresse, wenn Sie die Seite verwalten: linkedin.com/company/Nummer/admin.',
      ],
      ['handle', 'größe', 'Bitte den ganzen Namen des Kontos eintragen, zum Beispiel name.bsky.social.'],
      ['server', 'größe', 'Bitte den Namen des Servers eintragen, auf dem das Konto ist, zum Beispiel social.bund.de.'],
      [
        'token',
        'schlüssel',
        'Das ist kein Zugangsschlüssel: Er ist lang und hat weder Leerzeichen noch Umlaute. Bitte vollständig einfügen.',
      ],
      ['dkimSelector', 'größe', 'Bitte den Selektor eintragen: nur Buchstaben, Ziffern und Bindestriche, zum Beispiel nordsued.'],
      [
        'dkimKey',
        'schlüssel',
        'Das ist kein privater RSA-Schlüssel mit mindestens 1024 Bit. Bitte vollständig einfügen, mit der ersten und der letzten Zeile.',
      ],
    ];
    const SENDGRID = { via: 'sendgrid', apiKey: 'SG.schluessel-eins' };
    /** With what else a field is asked for. */
    const BESIDE: Readonly<Record<string, object>> = {
      ...{ apiKey: SENDGRID, region: SENDGRID, eventKey: SENDGRID, dkimKey: { dkimSelector: 'nordsued' } },
      ...Object.fromEntries(
        ['perDay', 'gapMinutes', 'monthlyCents', 'postCents', 'linkPostCents'].map((field) => [
          field,
          { kind: 'x', via: 'preview' },
        ]),
      ),
      ...{ page: { via: 'linkedin', token: LINKEDIN_TOKEN }, token: { via: 'linkedin', page: '4711' } },
      handle: { kind: 'bluesky', via: 'bluesky', token: BLUESKY_PASSWORD },
      server: { kind: 'mastodon', via: 'mastodon', token: LINKEDIN_TOKEN },
    };
    /** Written by ourselves, or once for good: a short name is refused where it is given. */
    const NOT_TYPED = [
      ...['slug', 'trouble', 'sealedKey', 'sealedToken', 'sealedRefresh', 'sealedDkim', 'eventUrl'],
      ...['accountName', 'textLength', 'checkedAs', 'renewTries'],
    ];
    const OF_POSTS = [
      ...['ownerEmail', 'page', 'handle', 'server', 'token'],
      ...['perDay', 'gapMinutes', 'monthlyCents', 'postCents', 'linkPostCents'],
    ];

    const settle = async (field: string, typed: string): Promise<(typeof SETTINGS)[number]> => {
      const [id, way] = OF_POSTS.includes(field) ? [world.ids.byHand, {}] : [world.ids.newsletter, { via: 'outbox' }];
      const saving = change('channels', id, { ...way, ...BESIDE[field], [field]: typed });
      const saved: Readonly<Record<string, unknown>> | undefined = await saving.then(Object, () => undefined);
      if (!saved) return [field, typed, (await faultsOf(saving))[field] ?? ''];
      return saved[field] === typed ? [field, typed] : [field, typed, 'became something else'];
    };

    it('is taken as it is in the settings of a channel, or refused in German at its field', async () => {
      const fields = world.payload.collections.channels.config.flattenedFields;
      const typed = fields.filter(({ type }) => ['text', 'textarea', 'email', 'number', 'select'].includes(type));
      const names = typed.map(({ name }) => name).filter((name) => !NOT_TYPED.includes(name) && !name.endsWith('_tz'));
      expect(names.filter((name) => !SETTINGS.some(([field]) => field === name))).toEqual([]);
      const said: (typeof SETTINGS)[number][] = [];
      for (const [field, text] of SETTINGS) said.push(await settle(field, text));
      expect(said).toEqual(SETTINGS);
      const topic = world.payload.create({ collection: 'topics', data: { title: 'Grün', slug: 'grün' } });
      expect(Object.keys(await faultsOf(topic))).toEqual(['slug']);
    });

    it.each([
      ['adresse', 'jörg@example.org', 'Adresse nicht lesbar; bitte berichtigen'],
      ['adresse', 'anna@müller.example', 'wird übernommen'],
      ['sprache', 'türkisch', 'Sprache nicht lesbar; bitte de oder en angeben'],
      ['datum', '14. März 2025', 'Nachweis fehlt: Tag der Einwilligung, zum Beispiel 14.03.2025'],
      ['wortlaut', 'Ja, gern: „Grüße“', 'wird übernommen'],
      ['herkunft', 'Übergabe in Gießen', 'wird übernommen'],
      ['größe', 'ü', 'wird übernommen'],
    ])('is taken over from the column %s of a table, or refused: %s', async (column, typed, words) => {
      const row = { adresse: 'a@example.org', sprache: 'de', datum: '14.03.2025', wortlaut: 'Ja.', herkunft: 'Liste', größe: '' };
      const table = { ...row, [column]: typed };
      const csv = [Object.keys(table), Object.values(table)].map((cells) => cells.join(';')).join('\n');
      const as = await editor();
      const body = { channel: world.ids.newsletter, csv };
      const checked = await rest('POST', '/subscribers/import-check', { as, body });
      expect(JSON.stringify(checked.body)).toContain(words);
      await rest('POST', '/subscribers/import', { as, body });
      const proofs = (await rows('consents')).map(({ text, source }) => [text, source]);
      expect(proofs).toEqual(words === 'wird übernommen' ? [[table.wortlaut, table.herkunft]] : []);
    });

    it.each([
      ['/newsletter', 'email', 'jörg@example.org', 422, 'Umlaute und Sonderzeichen vor dem @'],
      ['/newsletter', 'email', 'anna@müller.example', 200, 'Bitte sehen Sie in Ihr Postfach'],
      ['/newsletter', 'liste', 'Süd', 422, 'Bitte wählen Sie mindestens einen Newsletter.'],
      ['/newsletter', 'stempel', 'ü', 422, 'Die Seite war zu lange offen'],
      ['/newsletter', 'website', 'ü', 200, 'Bitte sehen Sie in Ihr Postfach'],
      ['/newsletter/auskunft', 'email', 'jörg@example.org', 422, 'Umlaute und Sonderzeichen vor dem @'],
      ['/newsletter/auskunft', 'email', 'anna@müller.example', 200, 'Bitte sehen Sie in Ihr Postfach'],
      ['/newsletter/auskunft', 'stempel', 'ü', 422, 'Die Seite war zu lange offen'],
      ['/newsletter/auskunft', 'website', 'ü', 200, 'Bitte sehen Sie in Ihr Postfach'],
    ])('is answered in German by %s, in its field %s: %s', async (path, field, typed, status, words) => {
      const answer = await fillIn(path, { email: 'anna@example.org', liste: world.ids.newsletter, [field]: typed });
      expect([answer.status, answer.text.includes(words)]).toEqual([status, true]);
      const isWanted = status === 200 && field !== 'website';
      expect((await rows('signups')).map(({ email }) => email)).toEqual(isWanted ? ['anna@xn--mller-kva.example'] : []);
    });

    it.each([
      ['aktion', 422],
      ['liste', 422],
      ['region', 200],
      ['thema', 200],
      ['sprache', 200],
    ] as const)('chooses nothing in the field %s of the preferences', async (field, status) => {
      const id = await subscribe('anna@example.org');
      const path = `/einstellungen/${signToken({ purpose: READER_TOKEN, subject: id })}`;
      const before = await rows('subscribers');
      const response = await post(path, { aktion: 'speichern', liste: world.ids.newsletter, [field]: 'Süd' });
      const html = await response.text();
      expect([response.status, html.includes('Bitte prüfen Sie Ihre Auswahl')]).toEqual([status, status === 422]);
      const plain = ({ region, topics, language, status: is }: (typeof before)[number]) => [
        region ?? '',
        topics ?? '',
        language,
        is,
      ];
      expect((await rows('subscribers')).map(plain)).toEqual(before.map(plain));
    });
  });
});
