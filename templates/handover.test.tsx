import { describe, expect, it } from 'vitest';
import type { Reason } from '#domain/delivery';
import { NETWORK_LIMITS } from '#domain/post-limits';
import type { Purpose } from '#domain/purpose';
import { instant } from '#domain/time';
import { channelOf } from '../test/fixtures/domain';
import { congressOf, PUBLIC_URL, readerBodies, rowOf } from '../test/fixtures/reader';
import { composeHandover } from './handover';

const handover = (
  change: Parameters<typeof congressOf>[0] = {},
  purpose: Purpose = 'announce',
  reason?: Reason,
  isUnsure = false,
) => {
  const content = congressOf(change);
  return composeHandover({
    delivery: { ...rowOf(content, purpose, 'spk'), reason },
    isUnsure,
    content,
    organisations: readerBodies,
    channel: channelOf('spk', 'linkedin', { name: 'LinkedIn-Seite Science Park' }),
    publicUrl: PUBLIC_URL,
    limits: NETWORK_LIMITS.linkedin,
    confirmUrl: `${PUBLIC_URL}/bestaetigen/abc.def`,
    askUntil: instant('2026-12-01T08:00:00Z'),
  });
};

describe('the mail that hands a post to a person', () => {
  it('says for which channel, and until when we ask', async () => {
    const { subject, text } = await handover();
    expect(subject).toBe(
      'Bitte veröffentlichen (Ankündigung): Hessischer Innovationskongress 2026 (LinkedIn-Seite Science Park)',
    );
    expect(text).toContain('Bitte bestätigen Sie bis Dienstag, 1. Dezember 2026, 09:00 Uhr (Berliner Zeit).');
  });

  it('names its purpose, and says of a correction that an older text is not to be posted any more', async () => {
    const { subject, text } = await handover({}, 'cancel');
    expect(subject).toMatch(/^Bitte veröffentlichen \(Absage\): /);
    expect(text).toContain('Liegt ein älterer Text zu diesem Termin noch bei Ihnen, veröffentlichen Sie ihn bitte nicht mehr.');
    expect((await handover()).text).not.toContain('älterer Text');
  });

  it('brings text, picture and way to confirm in both versions', async () => {
    const { html, text, post } = await handover();
    expect(text).toContain(`\n${post.text}\n`);
    for (const line of post.text.split('\n').filter(Boolean)) expect(html.replaceAll('&amp;', '&')).toContain(line);
    for (const version of [html, text]) {
      expect(version).toContain(`${PUBLIC_URL}/media/kongress-1200x630.jpg`);
      expect(version).toContain('Bildbeschreibung: Voller Saal mit Bühne beim Innovationskongress');
      expect(version).toContain(`${PUBLIC_URL}/bestaetigen/abc.def`);
      expect(version).toContain('Ich habe es veröffentlicht');
    }
  });

  it.each([
    ['by-hand-for-now', 'Nordsüd kann den Beitrag gerade nicht selbst veröffentlichen'],
    ['no-place', 'Der Takt der Beiträge, der am Kanal eingestellt ist, lässt rechtzeitig keinen Platz mehr'],
  ] as const)('says why a person is to post on a channel that posts by itself: %s', async (reason, words) => {
    const { html, text } = await handover({}, 'announce', reason);
    expect(text).toContain(words);
    expect(html).toContain(words);
    expect((await handover()).text).not.toContain('Nordsüd veröffentlicht');
  });

  it('asks to look first where an earlier try may have left', async () => {
    const words = 'Vielleicht steht er dort schon: Ein früherer Versuch endete ohne Antwort. Bitte sehen Sie zuerst nach.';
    expect((await handover({}, 'announce', 'by-hand-for-now', true)).text).toContain(words);
    expect((await handover()).text).not.toContain('Vielleicht');
  });

  it('speaks of no picture where there is none', async () => {
    const { html, text } = await handover({ picture: undefined });
    expect(html + text).not.toContain('Bild');
  });

  it('shows what editors type as text', async () => {
    const { html } = await handover({ title: { de: '<img src=x onerror=alert(1)>' } });
    expect(html).not.toContain('<img');
  });
});
