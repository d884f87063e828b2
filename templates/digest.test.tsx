import { describe, expect, it } from 'vitest';
import { digestAt } from '#domain/digest';
import { instant } from '#domain/time';
import { stoppedInWords } from '#i18n/today';
import { PUBLIC_URL } from '../test/fixtures/reader';
import { composeDigest } from './digest';
import type { DigestInput } from './digest-lines';

type Row = DigestInput['lists']['awaiting']['rows'][number];

const rowOf = (id: string, row: Partial<Row['row']> = {}, content = 'Gründertag'): Row => ({
  row: {
    ...{ id, dueAt: instant('2026-11-26T08:00:00Z'), status: 'awaiting-approval', purpose: 'announce', reason: undefined },
    approval: { kind: 'carrier' },
    ...row,
  },
  names: { content, organiser: 'SPK', channel: 'LinkedIn HTAI', carrier: 'HTAI' },
});

const few = <T,>(...rows: readonly T[]) => ({ rows, total: rows.length });
const NONE = {
  awaiting: few<Row>(),
  blocks: few<never>(),
  troubles: few<Row>(),
  rights: few<never>(),
  upcoming: few<Row>(),
  drafts: few<never>(),
};

const inputOf = (lists: Partial<DigestInput['lists']>, change: Partial<DigestInput> = {}): DigestInput => {
  const at = change.at ?? instant('2026-11-24T06:30:00Z');
  const digest = digestAt(at);
  if (!digest) throw new Error('no digest then');
  return {
    digest,
    at,
    language: 'de',
    ofAll: false,
    stopped: undefined,
    publicUrl: PUBLIC_URL,
    ...change,
    lists: { ...NONE, ...lists },
  };
};

describe('the digest', () => {
  it('says in its subject what there is and nothing of what there is not', async () => {
    const lists = {
      awaiting: few(rowOf('a')),
      troubles: few(rowOf('b', { status: 'failed' }), rowOf('c', { status: 'failed' })),
    };
    const { subject, text } = await composeDigest(inputOf(lists));
    expect(subject).toBe('Nordsüd am Dienstag, 24. November 2026: 1 wartet auf Sie, 2 Probleme');
    expect(text).not.toContain('GEHT BIS ZUM');
    expect(text).not.toContain('ENTWÜRFE');
  });

  it('names of each thing what it is, when and where it leaves, and leads there', async () => {
    const { text, html } = await composeDigest(inputOf({ awaiting: few(rowOf('a')) }));
    expect(text).toContain(
      [
        'WARTET AUF IHRE FREIGABE ODER BESTÄTIGUNG',
        '- Gründertag',
        '  26.11.2026 09:00 · wartet auf Freigabe',
        '  Ankündigung: SPK auf „LinkedIn HTAI“ (HTAI)',
        `  ${PUBLIC_URL}/admin/collections/deliveries/a`,
      ].join('\n'),
    );
    expect(html).toContain(`href="${PUBLIC_URL}/admin/collections/deliveries/a"`);
    expect(html).toContain(`href="${PUBLIC_URL}/admin"`);
    expect(text).toContain(`${PUBLIC_URL}/admin/account`);
  });

  it('names no moment that is over of what waits for a yes, and what is to be looked at as just that', async () => {
    const lists = {
      awaiting: few(rowOf('a', { dueAt: instant('2026-11-23T08:00:00Z') })),
      troubles: few(rowOf('b', { status: 'sent' })),
    };
    const { text } = await composeDigest(inputOf(lists));
    expect(text).toContain('  sobald HTAI freigibt · wartet auf Freigabe\n');
    expect(text).toContain('  26.11.2026 09:00 · bitte nachsehen\n');
    expect(text).toContain('Um diesen Beitrag beim Netzwerk muss sich jemand kümmern');
    expect(text).not.toContain('übermittelt');
  });

  it('says by when a request about data is to be answered, or that this is over, and leads there', async () => {
    const asked = (id: string, dueAt: string) => ({ id, kind: 'access' as const, reference: `DS ${id}`, dueAt: instant(dueAt) });
    const rights = few(asked('1', '2026-11-23T22:59:59Z'), asked('2', '2026-11-30T22:59:59Z'));
    const { subject, text } = await composeDigest(inputOf({ rights }));
    expect(subject).toContain(': 2 Datenschutzanfragen');
    expect(text).toContain(
      [
        'DATENSCHUTZANFRAGEN',
        '- DS 1',
        '  Auskunft (Art. 15)',
        '  War zu beantworten bis 23. November 2026: Bitte antworten Sie gleich.',
        `  ${PUBLIC_URL}/admin/collections/rights-requests/1`,
        '- DS 2',
        '  Auskunft (Art. 15)',
        '  Zu beantworten bis 30. November 2026',
      ].join('\n'),
    );
  });

  it('says how much waits to be copied into the own newsletter, until when, and leads there', async () => {
    const until = instant('2026-11-27T09:00:00Z');
    const blocks = few({ channelId: 'n1', channelName: 'Newsletter Science Park', count: 4, until });
    const { subject, text } = await composeDigest(inputOf({ blocks }));
    expect(subject).toContain('4 für Ihren Newsletter');
    expect(text).toContain(
      [
        'FÜR IHREN NEWSLETTER ZUM KOPIEREN',
        '- Newsletter Science Park',
        '  4 Beiträge bis 27.11.2026 10:00',
        `  ${PUBLIC_URL}/admin/baustein?kanal=n1`,
      ].join('\n'),
    );
  });

  it('shows the first few and counts the others', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => rowOf(`row-${at}`, { status: 'ready' }, `Abend ${at}`));
    const { subject, text, html } = await composeDigest(inputOf({ upcoming: { rows, total: 12 } }));
    expect(subject).toContain('12 gehen hinaus');
    expect(text.match(/^- Abend/gm)).toHaveLength(5);
    expect(text).toContain('und 7 weitere');
    expect(html).toContain('und 7 weitere');
  });

  it('says why something is a problem', async () => {
    const troubles = few(rowOf('a', { status: 'failed', reason: 'too-late' }), rowOf('b'));
    const { text } = await composeDigest(inputOf({ troubles }, { ofAll: true }));
    expect(text).toContain(
      'fehlgeschlagen\n  Ankündigung: SPK auf „LinkedIn HTAI“ (HTAI)\n  Zu spät eingetragen oder bereits vorbei.',
    );
    expect(text).toContain('Niemand ist per E-Mail erreichbar, der das freigeben kann.');
  });

  it('promises nothing while everything is stopped, and names the channels that are', async () => {
    const upcoming = few(rowOf('a', { status: 'ready' }));
    const all = { isAll: true, words: stoppedInWords('all') };
    const { subject, text, html } = await composeDigest(inputOf({ upcoming }, { stopped: all }));
    expect(subject).toMatch(/: 1 angehalten$/);
    expect(text).not.toContain('GEHT BIS ZUM');
    for (const body of [text, html]) expect(body).toContain('Alles ist angehalten: Es geht nichts hinaus');
    const some = { isAll: false, words: { de: 'Angehalten: LinkedIn HTAI.', en: 'Stopped: LinkedIn HTAI.' } };
    const other = await composeDigest(inputOf({ upcoming }, { stopped: some }));
    expect(other.text).toMatch(/November 2026\n\nAngehalten: LinkedIn HTAI\.\n\nGEHT BIS ZUM/);
    expect(other.subject).toMatch(/: 1 geht hinaus$/);
  });

  it('tells of the week and of old drafts on a Monday', async () => {
    const drafts = few({ collection: 'events' as const, id: '7', title: undefined, savedAt: instant('2026-11-01T09:00:00Z') });
    const lists = { upcoming: few(rowOf('a', { status: 'ready' })), drafts };
    const { text } = await composeDigest(inputOf(lists, { at: instant('2026-11-23T06:30:00Z') }));
    expect(text).toContain('GEHT IN DIESER WOCHE HINAUS');
    expect(text).toContain('- Noch ohne Titel\n  Gespeichert: 01.11.2026 10:00');
    expect(text).toContain(`${PUBLIC_URL}/admin/collections/events/7`);
  });

  it('keeps titles from breaking out of their line or into the markup', async () => {
    const { text, html } = await composeDigest(inputOf({ awaiting: few(rowOf('a', {}, 'Mein\n<b>Abend</b>')) }));
    expect(text).toContain('- Mein <b>Abend</b>');
    expect(html).toContain('Mein &lt;b&gt;Abend&lt;/b&gt;');
  });

  it('speaks English to those who read English', async () => {
    const { subject, text, html } = await composeDigest(inputOf({ awaiting: few(rowOf('a')) }, { language: 'en', ofAll: true }));
    expect(subject).toBe('Nordsüd on Tuesday, 24 November 2026: 1 waiting for an organisation');
    expect(text).toContain('Announcement: SPK on “LinkedIn HTAI” (HTAI)');
    expect(html).toContain('lang="en"');
  });
});
