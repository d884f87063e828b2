import { describe, expect, it } from 'vitest';
import { editionOf } from '../test/fixtures/edition';
import { PUBLIC_URL } from '../test/fixtures/reader';
import { composeEdition } from './newsletter';
import { webVersion } from './web-version';

describe('the web version of an edition', () => {
  it('says what the mail says, without anything that belongs to one person', async () => {
    const { html } = await composeEdition(editionOf());
    const web = webVersion(html, 'gemeinsam', PUBLIC_URL);
    expect(html).toContain('{{unsubscribe}}');
    expect(web).not.toMatch(/\{\{|abbestellen|Im Browser ansehen|weil Sie ihn/);
    for (const said of ['Aus Nordhessen', 'Clustertreffen Mobilität', 'Impressum', 'Alle Uhrzeiten in Berliner Zeit']) {
      expect(html).toContain(said);
      expect(web).toContain(said);
    }
  });

  it('is all in one main part, and says of its German links that they are German', async () => {
    const edition = editionOf();
    const { html } = await composeEdition({ ...edition, channel: { ...edition.channel, language: 'en' } });
    const web = webVersion(html, 'gemeinsam', PUBLIC_URL);
    expect(web).toMatch(/^.*<html[^>]* lang="en".*<body[^>]*><main>.*<\/main><\/body>/s);
    expect(web.match(/<p [^>]*lang="de"[^>]*>.*?<\/p>/s)?.[0]).toContain('Newsletter bestellen');
  });

  it('leads to the other editions and to signing up, once', async () => {
    const { html } = await composeEdition(editionOf());
    const web = webVersion(html, 'gemeinsam', PUBLIC_URL);
    expect(web.split(`href="${PUBLIC_URL}/ausgaben/gemeinsam"`)).toHaveLength(2);
    expect(web.split(`href="${PUBLIC_URL}/newsletter"`)).toHaveLength(2);
  });
});
