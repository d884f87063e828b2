import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYWHERE } from '#domain/suppression';
import { toIso } from '#domain/time';
import { hashAddress } from '#runtime/address-hash';
import { type FlowSlug, findRows } from '#store/rows';
import { unsubscribe } from '#store/subscriptions';
import { suppress } from '#store/suppressions';
import { openRest, type Person, type Rest } from './access-doors';
import { logIn } from './access-world';
import { testDatabases } from './boot';
import { openWorld, type World } from './jobs-world';

const PASSWORD = 'geheim-genug-2026';
const PROOF = { text: 'Ja, ich möchte den Newsletter per E-Mail.', source: 'Liste vom Gründertag Fulda, Ordner 7' };
const HEAD = 'adresse;sprache;datum;wortlaut;herkunft\n';

describe.each(testDatabases())('taking subscriptions over on %s', (kind) => {
  let world: World;
  let rest: Rest;
  const people: Record<string, Person> = {};
  beforeAll(async () => {
    world = await openWorld(kind, 'import');
    rest = openRest(world.house);
    for (const [who, email, id] of [
      ['editor', 'redaktion@example.org', world.ids.editor],
      ['stranger', 'spk@example.org', world.ids.organisersEditor],
      ['coordinator', 'koordination@example.org', world.ids.coordinator],
    ] as const) {
      const user = await world.payload.findByID({ collection: 'users', id, depth: 0 });
      people[who] = { ...(await logIn(rest, email, PASSWORD)), user: { ...user, collection: 'users' } };
    }
  });
  afterAll(() => world?.stop());
  beforeEach(() => world.reset());

  const rows = <S extends FlowSlug>(slug: S) => findRows(world.payload, slug, {}, { sort: 'key' });
  type Row = { readonly line: number; readonly verdict: string; readonly words: string };
  const send = async (
    path: 'import' | 'import-check',
    csv: string,
    as: Person | undefined | 'nobody' = people.editor,
    change: object = {},
  ) => {
    const data = { channel: world.ids.newsletter, csv, ...PROOF, ...change };
    const { status, body } = await rest('POST', `/subscribers/${path}`, { as: as === 'nobody' ? undefined : as, body: data });
    return { status, body, rows: (body.rows ?? []) as readonly Row[] };
  };
  const verdicts = (answer: { readonly rows: readonly Row[] }) => answer.rows.map(({ line, verdict }) => [line, verdict]);

  it('says of every row what would become of it, and takes nothing over by that', async () => {
    await world.subscribe(2);
    const [, left] = await rows('subscribers');
    await unsubscribe(world.payload, left?.id ?? '', hashAddress, world.now(), 'link');
    const erased = { addressHash: hashAddress('weg@example.org', EVERYWHERE), scope: EVERYWHERE, reason: 'erased' } as const;
    await suppress(world.payload, erased, world.now());
    const table = [
      'Jörg+Nord@Müller-Straße.example;de;14.03.2025;;',
      'leser-0@EXAMPLE.org;de;14.03.2025;;',
      'leser-1@example.org;de;14.03.2025;;',
      'WEG@example.org;de;14.03.2025;;',
      'neu@example.org;en;2025-03-14;;',
      'NEU@example.org;en;2025-03-14;;',
      'kein Postfach;de;14.03.2025;;',
      '"a@example.org\nBcc: alle@example.org";de;14.03.2025;;',
      `${'x'.repeat(10_000)}@example.org;de;14.03.2025;;`,
      'b@example.org;fr;14.03.2025;;',
      'c@example.org;de;;;',
      'd@example.org;de;24.12.2026;;',
    ];
    const answer = await send('import-check', HEAD + table.join('\n'));
    expect([answer.status, verdicts(answer)]).toEqual([
      200,
      [
        [2, 'bad-address'],
        ...[
          [3, 'present'],
          [4, 'suppressed'],
          [5, 'suppressed'],
          [6, 'accepted'],
          [7, 'duplicate'],
          [8, 'bad-address'],
        ],
        ...[
          [10, 'bad-address'],
          [11, 'bad-address'],
          [12, 'bad-language'],
          [13, 'bad-date'],
          [14, 'bad-date'],
        ],
      ],
    ]);
    expect(answer.rows.map(({ words }) => words)).toContain('hat abbestellt oder ist gesperrt; bleibt draußen');
    expect([(await rows('subscribers')).length, await rows('consents')]).toEqual([2, []]);
  });

  it.each([
    [{ text: '' }, 'no-text'],
    [{ source: ' ' }, 'no-source'],
  ] as const)('takes nobody over without proof: %j', async (change, verdict) => {
    const csv = `${HEAD}a@example.org;de;14.03.2025;;`;
    expect(verdicts(await send('import-check', csv, people.editor, change))).toEqual([[2, verdict]]);
    expect((await send('import', csv, people.editor, change)).body).toEqual({ added: 0, remaining: 0 });
    expect(await rows('subscribers')).toEqual([]);
  });

  it('takes over who may be, with the proof of each, once', async () => {
    const csv = `${HEAD}anna@müller.example;;14.03.2025;;\nberta@example.org;en;1.7.2025;"Größe „A“; ja";Übergabeliste\n`;
    const answer = await send('import', csv);
    expect(answer.body).toEqual({ added: 2, remaining: 0 });
    expect(
      (await rows('subscribers')).map(({ email, language, status, confirmedAt }) => [email, language, status, confirmedAt]),
    ).toEqual([
      ['anna@xn--mller-kva.example', 'de', 'confirmed', '2025-03-13T23:00:00.000Z'],
      ['berta@example.org', 'en', 'confirmed', '2025-06-30T22:00:00.000Z'],
    ]);
    const proofs = await rows('consents');
    expect(proofs.map(({ text, source }) => [text, source]).sort()).toEqual([
      ['Größe „A“; ja', 'Übergabeliste'],
      [PROOF.text, PROOF.source],
    ]);
    for (const proof of proofs)
      expect(proof).toMatchObject({
        ...{ origin: 'import', importedBy: world.ids.editor, importedAt: toIso(world.now()), newsletter: 'htai-newsletter' },
      });
    expect(JSON.stringify(proofs)).not.toMatch(/anna|berta/);
    const again = await send('import', csv);
    expect([again.body.added, verdicts(await send('import-check', csv)), (await rows('consents')).length]).toEqual([
      0,
      [
        [2, 'present'],
        [3, 'present'],
      ],
      2,
    ]);
  });

  it('never brings back who left, also not after their address is gone', async () => {
    await world.subscribe(1);
    const [reader] = await rows('subscribers');
    await unsubscribe(world.payload, reader?.id ?? '', hashAddress, world.now(), 'link');
    const csv = `${HEAD}leser-0@example.org;de;14.03.2025;;`;
    expect((await send('import', csv)).body.added).toBe(0);
    world.pass(40 * 24 * 3600);
    await world.round();
    expect(await rows('subscribers')).toEqual([]);
    expect(verdicts(await send('import-check', csv))).toEqual([[2, 'suppressed']]);
    expect((await send('import', csv)).body.added).toBe(0);
    expect(await rows('subscribers')).toEqual([]);
  });

  it('adds everybody once when two do it at once', async () => {
    const csv = HEAD + Array.from({ length: 120 }, (_, i) => `n${i}@example.org;de;14.03.2025;;`).join('\n');
    const [a, b] = await Promise.all([send('import', csv), send('import', csv, people.coordinator)]);
    expect(Number(a.body.added) + Number(b.body.added)).toBe(120);
    expect([(await rows('subscribers')).length, (await rows('consents')).length]).toEqual([120, 120]);
  });

  it('is for editors of the newsletter’s own house and those above, in German', async () => {
    const csv = `${HEAD}a@example.org;de;14.03.2025;;`;
    for (const path of ['import-check', 'import'] as const) {
      expect((await send(path, csv, 'nobody')).status).toBe(401);
      const refused = await send(path, csv, people.stranger);
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([403, expect.stringContaining('die Redaktion des Hauses')]);
      expect((await send(path, csv, people.editor, { channel: world.ids.social })).status).toBe(403);
      expect((await send(path, csv, people.editor, { channel: 'x' })).status).toBe(403);
    }
    expect(await rows('subscribers')).toEqual([]);
    expect((await send('import', csv, people.coordinator)).body).toMatchObject({ added: 1 });
  });

  it('says what is wrong with a table as a whole', async () => {
    for (const [csv, words] of [
      ['', 'Bitte wählen Sie eine Datei aus'],
      ['a@example.org;de', 'Die erste Zeile muss die Spalten nennen'],
      [`${HEAD}"a@example.org;de`, 'nicht lesen'],
    ] as const) {
      const { status, body } = await send('import-check', csv);
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(words)]);
    }
  });

  it('shows editors in the lists their own house’s people and proofs alone', async () => {
    await send('import', `${HEAD}a@example.org;de;14.03.2025;;`);
    for (const slug of ['subscribers', 'consents']) {
      const seen = async (as: Person | undefined) => Number((await rest('GET', `/${slug}`, { as })).body.totalDocs ?? 0);
      expect([await seen(people.editor), await seen(people.stranger), await seen(people.coordinator)]).toEqual([1, 0, 1]);
    }
  });

  it('of 10,000 rows lets others through meanwhile', async () => {
    const csv = HEAD + Array.from({ length: 10_000 }, (_, i) => `reader${i}@example.org;de;14.03.2025;;`).join('\n');
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
    const begun = performance.now();
    const checked = await send('import-check', csv);
    const checking = performance.now() - begun;
    const answer = await send('import', csv);
    clearInterval(beat);
    const [check, all, wait] = [checking, performance.now() - begun, longest].map(Math.round);
    console.info(
      `10,000 rows: checked in ${check} ms, with the first 1,000 taken over ${all} ms, others waited ${wait} ms at most`,
    );
    expect([checked.rows.length, answer.body]).toEqual([10_000, { added: 1_000, remaining: 9_000 }]);
    expect(longest).toBeLessThan(3_000);
  });
});
