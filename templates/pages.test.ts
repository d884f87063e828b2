import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contrast } from '#domain/contrast';
import type { Organisation, Region } from '#domain/organisation';
import { instant } from '#domain/time';
import { entries } from '../test/fixtures/edition';
import { congressOf, FUNDED, PUBLIC_URL, practiceOf, readerBodies } from '../test/fixtures/reader';
import { PAGE_STYLE } from './page-style';
import {
  confirmPage,
  contentPage,
  donePage,
  expiredPage,
  homePage,
  notFoundPage,
  organisationPage,
  PAGE_STYLE_HASH,
  regionAsked,
  siteTextPage,
  unsubscribePage,
} from './pages';

const now = instant('2026-11-25T09:00:00Z');

const confirm = (change = {}) =>
  confirmPage({
    contentTitle: 'Innovationskongress',
    channelName: 'LinkedIn Science Park',
    text: 'Zeile eins\n\nZeile <zwei>',
    action: '/bestaetigen/abc',
    askUntil: instant('2026-12-01T08:00:00Z'),
    ...change,
  });

const contents = entries.map(({ content }) => content);
const context = { organisations: readerBodies, publicUrl: PUBLIC_URL, now };

const home = (region?: Region) => homePage({ ...context, contents, region });

const bodyPage = (id: string, change: Partial<Organisation> = {}) => {
  const found = readerBodies.get(id);
  if (!found) throw new Error(`no body ${id}`);
  return organisationPage({ ...context, contents, organisation: { ...found, ...change } });
};

const all = (): string[] => [
  contentPage({ ...context, content: congressOf({ funding: FUNDED }) }),
  contentPage({ ...context, content: practiceOf() }),
  home(),
  home('north'),
  bodyPage('spk'),
  bodyPage('een'),
  siteTextPage('imprint', '/impressum', PUBLIC_URL, undefined),
  siteTextPage('privacy', '/datenschutz', PUBLIC_URL, '<h1>Wer</h1><p>Wir</p>'),
  confirm(),
  unsubscribePage({ newsletter: 'Gemeinsamer Newsletter', action: '/abmelden/abc' }),
  donePage('confirmed', 'LinkedIn Science Park'),
  donePage('unsubscribed', 'Gemeinsamer Newsletter'),
  expiredPage(),
  notFoundPage(),
];

describe('every page', () => {
  it('is German, has one heading of the first level, a title and a way past the head', () => {
    for (const html of all()) {
      expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="de">/);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]+ – [^<]+<\/title>/);
      expect(html).toContain('<a class="skip" href="#inhalt">');
      const levels = Array.from(html.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  it('that is not there leads on', () => {
    expect(notFoundPage()).toContain('<a href="/">Zur Übersicht der Veranstaltungen</a>');
  });

  it('needs no script and no style but the one whose hash we publish', () => {
    for (const html of all()) {
      expect(html.replace(/<script type="application\/ld\+json">/g, '')).not.toContain('<script');
      expect(html).not.toMatch(/ (style|on\w+)=/);
      const styles = Array.from(html.matchAll(/<style>([\s\S]*?)<\/style>/g), ([, css = '']) => css);
      expect(styles).toHaveLength(1);
      expect(
        `'sha256-${createHash('sha256')
          .update(styles[0] ?? '')
          .digest('base64')}'`,
      ).toBe(PAGE_STYLE_HASH);
    }
  });

  it('can be read in the light and in the dark', () => {
    const palettes = Array.from(PAGE_STYLE.matchAll(/:root\{([^}]*)\}/g), ([, body = '']) =>
      Object.fromEntries(Array.from(body.matchAll(/--(\w+):(#[0-9a-f]+)/g), ([, name = '', hex = '']) => [name, long(hex)])),
    );
    expect(palettes).toHaveLength(2);
    for (const { paper = '', card = '', on = '', ...texts } of palettes) {
      for (const name of ['ink', 'muted', 'north', 'south', 'alert'])
        for (const ground of [paper, card]) expect(contrast(texts[name] ?? '', ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on, texts.north ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });
});

const long = (hex: string): string => (hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex);

describe('the home page', () => {
  it('shows coming events, the next one first, and leaves out what is over', () => {
    const html = home();
    const places = ['Hessischer Innovationskongress', 'Fördermittel für', 'Scale-up-Abend'].map((title) => html.indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const later = homePage({ ...context, contents, now: instant('2027-01-01T00:00:00Z') });
    expect(later).not.toContain('Scale-up-Abend');
    expect(later).toContain('Zurzeit ist hier kein Termin eingetragen.');
    expect(later).toContain('Innovation Accelerator');
  });

  it('can be asked for what the bodies of one region have, together with others too', () => {
    expect(['nord', 'sued', 'north', '', undefined, ['nord']].map(regionAsked)).toEqual(['north', 'south', ...Array(4)]);
    const shown = (html: string) =>
      ['Scale-up-Abend', 'Fördermittel für', 'Innovation Accelerator'].filter((one) => html.includes(one));
    expect(shown(home('north'))).toEqual(['Scale-up-Abend', 'Innovation Accelerator']);
    expect(shown(home('south'))).toEqual(['Fördermittel für', 'Innovation Accelerator']);
    expect(home('north')).toContain('<a href="/?region=nord" aria-current="true">Akteure aus Nordhessen</a>');
    expect(home()).toContain('<a href="/" aria-current="true">Alle</a>');
  });

  it('links the page and the feed of every body that takes part', () => {
    for (const slug of readerBodies.keys())
      for (const address of [`${PUBLIC_URL}/${slug}`, `${PUBLIC_URL}/feeds/${slug}.xml`])
        expect(home()).toContain(`href="${address}"`);
    const organisations = new Map([...readerBodies].map(([id, body]) => [id, { ...body, active: id !== 'een' }]));
    expect(homePage({ ...context, contents, organisations })).not.toContain(`href="${PUBLIC_URL}/een"`);
  });
});

describe('the page of a body', () => {
  it('says who it is, where it stands, and how to follow it', () => {
    const html = bodyPage('htai', {
      logo: { path: '/api/media/file/logo.png', alt: { de: 'Logo HTAI' }, width: 600, height: 200 },
    });
    for (const words of [
      '<h1>Hessen Trade &amp; Invest GmbH</h1>',
      'Südhessen (wirkt landesweit)',
      '<a href="https://www.htai.example.org">www.htai.example.org</a>',
      `<a href="${PUBLIC_URL}/feeds/htai.xml">`,
      `<img class="logo" src="${PUBLIC_URL}/api/media/file/logo.png" alt="Logo HTAI"`,
    ])
      expect(html).toContain(words);
  });

  it('keeps its own apart from what it passes on', () => {
    const html = bodyPage('spk');
    const [own = '', promoted = ''] = html.split('Weitergegeben: Inhalte anderer Akteure');
    expect(own).toMatch(/Scale-up-Abend[\s\S]*Innovation Accelerator/);
    expect(own).not.toContain('Fördermittel für');
    expect(promoted).toContain('Fördermittel für');
    expect(promoted).not.toContain('Scale-up-Abend');
  });
});

describe('a page of legal text', () => {
  it('shows what people wrote, cleaned', () => {
    const html = siteTextPage(
      'imprint',
      '/impressum',
      PUBLIC_URL,
      '<h1>Anbieter</h1><p onclick="x()">Wir<script>alert(1)</script></p>',
    );
    expect(html).toContain('<h1>Impressum</h1>');
    expect(html).toContain('<h2>Anbieter</h2><p>Wir</p>');
  });

  it('says who can write it while nobody has', () => {
    const html = siteTextPage('privacy', '/datenschutz', PUBLIC_URL, undefined);
    expect(html).toContain('Datenschutzerklärung; sie ist noch nicht eingetragen.');
    expect(html).toContain('Eintragen können den Text die Administration und die Koordination');
  });
});

describe('pages behind a link', () => {
  it('ask by a form that works without scripts and stay out of search engines', () => {
    for (const html of [confirm(), unsubscribePage({ newsletter: 'Rundbrief', action: '/abmelden/abc' })]) {
      expect(html).toContain('<form method="post" action="/');
      expect(html).toContain('content="noindex"');
      expect(html).toContain('content="no-referrer"');
    }
  });

  it('show the text that was handed over, word for word', () => {
    expect(confirm()).not.toContain('class="banner"');
    expect(confirm({ noLongerTrue: 'cancelled' })).toContain(
      '<p class="banner">Die Veranstaltung wurde inzwischen abgesagt: Bitte veröffentlichen Sie diesen Text nicht mehr.</p>',
    );
    expect(confirm()).toContain('<pre tabindex="0">Zeile eins\n\nZeile &lt;zwei&gt;</pre>');
    expect(confirm()).toContain('Bitte bestätigen Sie bis Dienstag, 1. Dezember 2026, 09:00 Uhr (Berliner Zeit).');
  });

  it('say at the field what is wrong with an address, and keep it', () => {
    const html = confirm({ refusedUrl: 'linkedin"' });
    expect(html).toContain('value="linkedin&quot;" aria-invalid="true"');
    expect(html).toContain('mit https:// beginnt');
    expect(confirm()).not.toContain('aria-invalid');
  });
});
