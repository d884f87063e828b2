import { describe, expect, it } from 'vitest';
import type { ChannelSettings } from '#domain/channel';
import type { Delivery } from '#domain/delivery';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { instant } from '#domain/time';
import { channelOf } from '../test/fixtures/domain';
import { congressOf, PUBLIC_URL, readerBodies, rowOf } from '../test/fixtures/reader';
import { composeNotice } from './notice';
import type { NoticeInput } from './notice-lines';
import { composePost } from './post';
import { composePublicationNotice } from './publication-notice';

const limits = NETWORK_LIMITS.linkedin;

const inputOf = (
  about: NoticeInput['about'],
  row: Partial<Delivery> = {},
  channel: Partial<ChannelSettings> = {},
): NoticeInput => {
  const content = congressOf();
  return {
    delivery: rowOf(content, 'announce', 'spk', row),
    content,
    organisations: readerBodies,
    channel: { ...channelOf('spk', 'linkedin', { name: 'LinkedIn Science Park' }), ...channel },
    publicUrl: PUBLIC_URL,
    limits,
    language: 'de',
    now: instant('2026-11-20T09:00:00Z'),
    about,
  };
};

describe('a notice that asks for approval', () => {
  it('says what, when, and what silence means', async () => {
    const { subject, text } = await composeNotice(inputOf({ kind: 'approval' }));
    expect(subject).toBe('Bitte freigeben: Hessischer Innovationskongress 2026 (LinkedIn Science Park, Ankündigung)');
    expect(text).toContain(
      'Ihr Kanal „LinkedIn Science Park“ soll diese Veranstaltung ankündigen (Veranstalter: Hessen Trade & Invest).',
    );
    expect(text).toContain('Der Beitrag geht frühestens am Freitag, 27. November 2026, um 09:00 Uhr (Berliner Zeit) hinaus.');
    expect(text).toContain(
      'Wenn wir innerhalb von 72 Stunden nach Zustellung dieser Nachricht nichts von Ihnen hören, gilt das nach Regel S-N-1 als Freigabe.',
    );
    expect(text).toContain('Grundlage: Regel S-N-1, „Gegenseitige Bewerbung');
    expect(text).toContain(`${PUBLIC_URL}/admin/collections/deliveries/row-kongress-announce`);
  });

  it('says that nothing leaves without a yes where silence means nothing', async () => {
    const { text } = await composeNotice(inputOf({ kind: 'approval' }, { approval: { kind: 'carrier' } }));
    expect(text).toContain(
      'Ohne Ihre Freigabe geht nichts hinaus. Entscheiden können Sie bis Donnerstag, 10. Dezember 2026, 09:00 Uhr (Berliner Zeit).',
    );
    expect(text).not.toContain('Stunden');
  });

  it.each([
    ['linkedin', 'carrier', 'approval', 'Der Beitrag geht hinaus, sobald Sie freigeben.'],
    ['linkedin', 'silence', 'no-editor', 'Der Beitrag geht hinaus, sobald Sie freigeben.'],
    [
      ...(['linkedin', 'silence', 'approval'] as const),
      'Der Beitrag geht hinaus, sobald Sie freigeben oder Ihr Schweigen als Freigabe gilt.',
    ],
    ['newsletter', 'carrier', 'approval', 'Der Beitrag steht in der nächsten Ausgabe, sobald Sie freigeben.'],
  ] as const)('names no moment that is over, on %s with %s for %s', async (kind, rule, about, sentence) => {
    const row = rule === 'carrier' ? { approval: { kind: rule } } : {};
    const input = inputOf({ kind: about }, row, { kind });
    for (const now of [input.delivery.dueAt, input.delivery.dueAt.add({ hours: 30 })]) {
      const { text } = await composeNotice({ ...input, now });
      expect(text).toContain(sentence);
      expect(text).not.toContain('27. November');
    }
  });

  it('shows the exact text of the post', async () => {
    const input = inputOf({ kind: 'approval' });
    const { text, html } = await composeNotice(input);
    const post = composePost(input);
    expect(text).toContain(`\n${post.text}\n`);
    for (const line of post.text.split('\n').filter(Boolean)) expect(html.replaceAll('&amp;', '&')).toContain(line);
  });

  it('shows an entry of a newsletter as its readers will see it', async () => {
    const { text } = await composeNotice(inputOf({ kind: 'approval' }, {}, { kind: 'newsletter', name: 'Rundbrief' }));
    expect(text).toContain('Die Ausgabe geht frühestens am Freitag, 27. November 2026,');
    expect(text).toContain('Hessischer Innovationskongress 2026\nDonnerstag, 10. Dezember 2026, 09:00 bis 17:00 Uhr\n');
    expect(text).not.toContain('Dazu das Bild');
  });

  it('marks a proposal as one', async () => {
    const because = { kind: 'clause', agreementId: 'a', code: 'V-1', text: 'Newsletter', agreed: false } as const;
    const { text } = await composeNotice(inputOf({ kind: 'approval' }, { because }));
    expect(text).toContain('Regel V-1, „Newsletter“ (Vorschlag, nicht beschlossen)');
  });
});

describe('a notice to those above a carrier without editors', () => {
  it('says that nobody there can approve, what to do, and that nothing leaves without a yes', async () => {
    const { subject, text, html } = await composeNotice(inputOf({ kind: 'no-editor' }));
    expect(subject).toBe('Niemand kann freigeben: Hessischer Innovationskongress 2026 (LinkedIn Science Park, Ankündigung)');
    expect(text).toContain('Für Science Park Kassel ist aber niemand mit der Rolle Redaktion eingetragen');
    expect(text).toContain('Ohne Ihre Freigabe geht nichts hinaus.');
    expect(text).not.toContain('72 Stunden');
    expect(html).toContain('So wird es erscheinen');
  });
});

describe('a notice about a publication that failed', () => {
  it.each([
    ['de', 'publish', 'Nicht veröffentlicht: Mein Abend', 'Inhalt öffnen: https://example.org/admin/collections/events/1'],
    ['en', 'publish', 'Not published: Mein Abend', 'Open the content: https://example.org/admin/collections/events/1'],
    ['de', 'unpublish', 'Noch öffentlich: Mein Abend', 'wählen Sie „Veröffentlichung aufheben“'],
    ['en', 'unpublish', 'Still public: Mein Abend', 'choose “Unpublish”'],
  ] as const)('says in %s what to do where it was to %s', async (language, step, subject, words) => {
    const url = 'https://example.org/admin/collections/events/1';
    const mail = await composePublicationNotice({ step, title: 'Mein\nAbend', url, language });
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(words);
    expect(mail.html).toContain(`lang="${language}"`);
  });
});

describe('other notices', () => {
  it('tell the organiser who declined and why', async () => {
    const { subject, text } = await composeNotice(inputOf({ kind: 'declined', reason: 'Passt nicht\nzu unseren Themen.' }));
    expect(subject).toMatch(/^Abgelehnt: /);
    expect(text).toContain(
      'Science Park Kassel hat die Ankündigung auf dem Kanal „LinkedIn Science Park“ abgelehnt. Dort erscheint nichts.',
    );
    expect(text).toContain('Begründung: Passt nicht\nzu unseren Themen.');
  });

  it('tell what the provider answered', async () => {
    const { text, html } = await composeNotice(inputOf({ kind: 'failed', answer: '403 <forbidden>' }));
    expect(text).toContain('Warum: 403 <forbidden>');
    expect(html).toContain('403 &lt;forbidden&gt;');
  });

  it('say how many did not get an edition for sure', async () => {
    const { subject, text } = await composeNotice(inputOf({ kind: 'partly', people: 1, answer: '550: voll' }));
    expect(subject).toMatch(/^Nicht an alle übermittelt: /);
    expect(text).toContain('Bei 1 Abonnement hat der Anbieter');
    expect(text).toContain('Warum: 550: voll');
  });

  it.each([
    ['nothing', 'Von selbst wird nichts noch einmal gesendet.', 'Nordsüd sieht'],
    ['looks', 'Findet sich der Beitrag, gilt er als übermittelt. Von selbst wird er nicht noch einmal gesendet.', 'solange'],
    ['repeats', 'sendet Nordsüd ihn noch einmal, solange er dabei nicht zweimal erscheinen kann.', 'wird er nicht'],
  ] as const)('ask a person to look where nobody knows, and say what we do ourselves: %s', async (after, said, unsaid) => {
    const { subject, text } = await composeNotice(inputOf({ kind: 'unclear', after }));
    expect(subject).toMatch(/^Ungeklärt – bitte prüfen: /);
    expect(text).toContain('Wir wissen nicht, ob der Beitrag erschienen ist');
    expect(text).toContain(said);
    expect(text).not.toContain(unsaid);
  });

  it('remind of a handover with its page', async () => {
    const confirmUrl = `${PUBLIC_URL}/bestaetigen/abc`;
    const { text } = await composeNotice(
      inputOf({ kind: 'handover-due', confirmUrl, askUntil: instant('2026-12-01T08:00:00Z') }),
    );
    expect(text).toContain(`Veröffentlichung bestätigen: ${confirmUrl}`);
    expect(text).toContain('bis Dienstag, 1. Dezember 2026, 09:00 Uhr (Berliner Zeit)');
  });

  it('speak English to those who read English', async () => {
    const { text, html } = await composeNotice({ ...inputOf({ kind: 'approval' }), language: 'en' });
    expect(html).toContain('lang="en"');
    expect(text).toContain(
      'Your channel “LinkedIn Science Park” is to announce this event (Organised by: Hessen Trade & Invest).',
    );
  });
});
