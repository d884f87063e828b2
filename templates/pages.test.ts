import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { contrast } from '../test/fixtures/contrast';
import { entries } from '../test/fixtures/edition';
import { congressOf, PUBLIC_URL, practiceOf, readerBodies } from '../test/fixtures/reader';
import { PAGE_STYLE } from './page-style';
import {
  confirmPage,
  contentPage,
  donePage,
  expiredPage,
  homePage,
  notFoundPage,
  PAGE_STYLE_HASH,
  unsubscribePage,
} from './pages';

const now = instant('2026-11-25T09:00:00Z');

const eventPage = (change: Parameters<typeof congressOf>[0] = {}, description?: string, at = now) =>
  contentPage({ content: congressOf(change), organisations: readerBodies, publicUrl: PUBLIC_URL, now: at, description });

const jsonLd = (html: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}');

const confirm = (change = {}) =>
  confirmPage({
    contentTitle: 'Innovationskongress',
    channelName: 'LinkedIn Science Park',
    text: 'Zeile eins\n\nZeile <zwei>',
    action: '/bestaetigen/abc',
    askUntil: instant('2026-12-01T08:00:00Z'),
    ...change,
  });

const home = () =>
  homePage({ contents: entries.map(({ content }) => content), organisations: readerBodies, publicUrl: PUBLIC_URL, now });

const all = (): string[] => [
  eventPage(),
  contentPage({ content: practiceOf(), organisations: readerBodies, publicUrl: PUBLIC_URL, now }),
  home(),
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

describe('the page of an event', () => {
  it('says when, where, how, who, what it costs and until when', () => {
    const html = eventPage();
    for (const words of [
      'Donnerstag, 10. Dezember 2026, 09:00 bis 17:00 Uhr',
      'Kongress Palais Kassel, Holger-Börner-Platz 1, 34119 Kassel',
      '<dd>vor Ort</dd>',
      '<a href="https://www.htai.example.org">Hessen Trade &amp; Invest GmbH</a>',
      'kostenfrei',
      '<dt>Anmeldeschluss</dt><dd>Montag, 7. Dezember 2026</dd>',
      'alt="Voller Saal mit Bühne beim Innovationskongress"',
      'Bild: HTAI / Beispiel',
      '<a class="button" href="https://anmeldung.example.org/innovationskongress?lang=de&amp;quelle=nordsued">Zur Anmeldung</a>',
      `<link rel="canonical" href="${PUBLIC_URL}/veranstaltungen/hessischer-innovationskongress-2026">`,
      `href="${PUBLIC_URL}/feeds/alle.xml"`,
      `href="${PUBLIC_URL}/feeds/htai.xml"`,
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('class="banner"');
  });

  it('says first what became of it, and invites to nothing that does not take place', () => {
    expect(eventPage({ event: { status: 'cancelled' } })).toContain('Abgesagt: Diese Veranstaltung findet nicht statt.');
    expect(eventPage({ event: { status: 'cancelled' } })).not.toMatch(/Zur Anmeldung|Anmeldeschluss/);
    expect(eventPage({ event: { status: 'postponed' } })).toContain('Der neue Termin steht noch nicht fest.');
    const moved = eventPage({ event: { status: 'moved', previousStartsAt: instant('2026-12-03T08:00:00Z') } });
    expect(moved).toContain('Neuer Termin: ');
    expect(moved).toContain('Bisher: Donnerstag, 3. Dezember 2026, 09:00 Uhr');
    expect(eventPage({}, undefined, instant('2026-12-10T16:00:01Z'))).toContain('Diese Veranstaltung ist vorbei.');
  });

  it('tells search engines the same', () => {
    expect(jsonLd(eventPage({ event: { attendance: 'hybrid' } }))).toMatchObject({
      '@type': 'Event',
      name: 'Hessischer Innovationskongress 2026',
      startDate: '2026-12-10T09:00+01:00',
      endDate: '2026-12-10T17:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'Kongress Palais Kassel' }, { '@type': 'VirtualLocation' }],
      organizer: [{ name: 'Hessen Trade & Invest GmbH' }],
    });
    const moved = { status: 'moved', previousStartsAt: instant('2026-12-03T08:00:00Z') } as const;
    expect(jsonLd(eventPage({ event: moved }))).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2026-12-03T09:00+01:00',
    });
    const days = { allDay: true, startsAt: instant('2026-12-09T23:00:00Z'), endsAt: instant('2026-12-10T23:00:00Z') };
    expect(jsonLd(eventPage({ event: days }))).toMatchObject({ startDate: '2026-12-10', endDate: '2026-12-11' });
    expect(eventPage({ event: days }, undefined, instant('2026-12-11T22:59:00Z'))).not.toContain('ist vorbei');
    expect(eventPage({ event: days }, undefined, instant('2026-12-11T23:00:00Z'))).toContain('ist vorbei');
  });

  it('shows what editors type as text, also inside the data for search engines', () => {
    const html = eventPage({ title: { de: '</script><script>alert(1)</script>' } }, '<p>Ja<img src=x onerror=alert(1)></p>');
    expect(html).not.toMatch(/<script>|<img src=x/);
    expect(jsonLd(html)).toMatchObject({ name: '</script><script>alert(1)</script>' });
  });
});

describe('the page of a news item', () => {
  it('shows its parts', () => {
    const html = contentPage({
      content: practiceOf(),
      organisations: readerBodies,
      publicUrl: PUBLIC_URL,
      now,
      parts: [{ heading: 'Ausgangslage', text: 'Zu wenig Zeit.\nZu wenig Geld.' }],
    });
    expect(html).toContain('<h2>Ausgangslage</h2><p>Zu wenig Zeit.</p><p>Zu wenig Geld.</p>');
    expect(html).toContain(
      'Science Park Kassel GmbH</a> und <a href="https://www.een.example.org">Enterprise Europe Network Hessen</a>',
    );
    expect(html).toContain('<dt>Veröffentlicht</dt><dd>Montag, 23. November 2026</dd>');
  });
});

describe('the home page', () => {
  it('shows coming events by region and leaves out what is over', () => {
    const html = home();
    expect(html.indexOf('Scale-up-Abend')).toBeLessThan(html.indexOf('Termine aus Südhessen'));
    expect(html.indexOf('Fördermittel für')).toBeGreaterThan(html.indexOf('Termine aus Südhessen'));
    const later = homePage({
      contents: entries.map(({ content }) => content),
      organisations: readerBodies,
      publicUrl: PUBLIC_URL,
      now: instant('2027-01-01T00:00:00Z'),
    });
    expect(later).not.toContain('Scale-up-Abend');
    expect(later).toContain('Zurzeit ist hier kein Termin eingetragen.');
    expect(later).toContain('Innovation Accelerator');
  });

  it('links the feed of every body', () => {
    for (const slug of ['alle', ...readerBodies.keys()]) expect(home()).toContain(`href="${PUBLIC_URL}/feeds/${slug}.xml"`);
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
