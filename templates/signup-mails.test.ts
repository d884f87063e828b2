import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { composeConfirmation, composeDataLink } from './signup-mails';

const PUBLIC_URL = 'https://nordsued.example';
const URL = `${PUBLIC_URL}/newsletter/bestaetigen/abc.def`;
const signup = {
  choices: [{ channel: 'n', newsletter: 'Übersicht „Süd“', organisation: 'Größe & Söhne', text: 'Ja.' }],
  expiresAt: instant('2026-12-01T08:00:00Z'),
};

describe('the mails that answer a form', () => {
  it('hold one link, until when it is good, who answers for it, and nothing that advertises', async () => {
    for (const compose of [composeConfirmation, composeDataLink]) {
      const { html, text } = await compose({ signup, url: URL, publicUrl: PUBLIC_URL });
      const links = new Set(Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href));
      expect([...links]).toEqual([URL, `${PUBLIC_URL}/impressum`]);
      expect(text.match(/https?:\S+/g)).toEqual([URL, `${PUBLIC_URL}/impressum`]);
      expect(html).not.toMatch(/<img|background=|url\(/i);
      for (const said of ['1. Dezember 2026, 09:00 Uhr (Berliner Zeit)', 'brauchen Sie nichts zu tun'])
        expect([text, html]).toEqual([expect.stringContaining(said), expect.stringContaining(said)]);
    }
  });

  it('name what was asked for and who publishes it', async () => {
    const { html, text } = await composeConfirmation({ signup, url: URL, publicUrl: PUBLIC_URL });
    expect(text).toContain('- Übersicht „Süd“ (Größe & Söhne)');
    expect(html).toContain('Übersicht „Süd“ (Größe &amp; Söhne)');
  });
});
