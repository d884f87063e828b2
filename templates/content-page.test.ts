import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { congressOf, FUNDED, PUBLIC_URL, practiceOf, readerBodies } from '../test/fixtures/reader';
import { contentPage } from './pages';

const now = instant('2026-11-25T09:00:00Z');
const context = { organisations: readerBodies, publicUrl: PUBLIC_URL, now };

const eventPage = (change: Parameters<typeof congressOf>[0] = {}, description?: string, at = now) =>
  contentPage({ ...context, content: congressOf(change), now: at, description });

const jsonLd = (html: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}');

const fullPage = () =>
  contentPage({
    ...context,
    content: congressOf({ funding: FUNDED }),
    contact: { name: 'Erika Beispiel', email: 'erika@example.org', phone: '+49 (0)561 / 12 34' },
    attachments: [{ title: 'Programm', path: '/api/documents/file/programm-1.pdf', bytes: 1_234_000 }],
  });

describe('the page of an event', () => {
  it('says when, where, how, who, what it costs and until when', () => {
    const html = eventPage();
    for (const words of [
      'Donnerstag, 10. Dezember 2026, 09:00 bis 17:00 Uhr',
      'Kongress Palais Kassel, Holger-Börner-Platz 1, 34119 Kassel',
      '<dd>vor Ort</dd>',
      `<a href="${PUBLIC_URL}/htai">Hessen Trade &amp; Invest GmbH</a>`,
      `<a href="${PUBLIC_URL}/veranstaltungen/hessischer-innovationskongress-2026.ics">In den Kalender übernehmen</a>`,
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

  it('says that no place is left, to search engines too, and asks nobody to register', () => {
    const html = eventPage({ event: { soldOut: true } });
    expect(html).toContain('<p class="banner">Ausgebucht: Es sind keine Plätze mehr frei.</p>');
    expect(html).not.toMatch(/Zur Anmeldung|Anmeldeschluss/);
    expect(jsonLd(html)).toMatchObject({
      eventStatus: 'https://schema.org/EventScheduled',
      offers: { '@type': 'Offer', availability: 'https://schema.org/SoldOut' },
    });
    expect(jsonLd(eventPage())).not.toHaveProperty('offers');
    const off = eventPage({ event: { soldOut: true, status: 'cancelled' } });
    expect(off).not.toContain('Ausgebucht');
  });

  it('names who answers questions, links files with kind and size, shows the funding notice', () => {
    const html = fullPage();
    for (const words of [
      'Erika Beispiel<br><a href="mailto:erika@example.org">erika@example.org</a><br><a href="tel:+495611234">+49 (0)561 / 12 34</a>',
      `<a href="${PUBLIC_URL}/api/documents/file/programm-1.pdf" type="application/pdf">Programm (PDF, 1,2 MB)</a>`,
      `<img src="${PUBLIC_URL}/api/media/file/eu.png" alt="Flagge der Europäischen Union"`,
      '<p>Kofinanziert von der<br>Europäischen Union<br>#EFREHessen</p>',
    ])
      expect(html).toContain(words);
    for (const words of ['Kontakt', 'Unterlagen', 'Förderhinweis']) expect(eventPage()).not.toContain(words);
    expect(eventPage({ funding: FUNDED }, undefined, instant('2027-01-01T00:00:00Z'))).not.toContain('Kofinanziert');
  });

  it('offers no calendar file for what is over or does not take place', () => {
    const offer = '>In den Kalender übernehmen</a>';
    expect(eventPage({ event: { status: 'moved' } })).toContain(offer);
    expect(eventPage({ event: { status: 'postponed' } })).not.toContain(offer);
    expect(eventPage({}, undefined, instant('2026-12-10T16:00:01Z'))).not.toContain(offer);
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
      ...context,
      content: practiceOf(),
      parts: [{ heading: 'Ausgangslage', text: 'Zu wenig Zeit.\nZu wenig Geld.' }],
    });
    expect(html).toContain('<h2>Ausgangslage</h2><p>Zu wenig Zeit.</p><p>Zu wenig Geld.</p>');
    expect(html).toContain(`Science Park Kassel GmbH</a> und <a href="${PUBLIC_URL}/een">Enterprise Europe Network Hessen</a>`);
    expect(html).toContain('<dt>Veröffentlicht</dt><dd>Montag, 23. November 2026</dd>');
  });
});
