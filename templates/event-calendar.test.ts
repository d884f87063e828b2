import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time';
import { congressOf, FUNDED, PUBLIC_URL, readerBodies } from '../test/fixtures/reader';
import { renderCalendar } from './event-calendar';

const now = instant('2026-11-25T09:00:00Z');

const calendarOf = (change: Parameters<typeof congressOf>[0] = {}, at = now) =>
  renderCalendar({ content: congressOf(change), organisations: readerBodies, publicUrl: PUBLIC_URL, now: at });

const read = (ics: string) => {
  const event = new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  const text = (name: string): string => String(event.getFirstPropertyValue(name));
  return { text, event: new ICAL.Event(event) };
};

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

describe('the calendar file of an event', () => {
  it('is read by calendars with everything a person needs', () => {
    const { text, event } = read(calendarOf().ics);
    expect(event.summary).toBe('Hessischer Innovationskongress 2026');
    expect(event.location).toBe('Kongress Palais Kassel, Holger-Börner-Platz 1, 34119 Kassel');
    expect([text('dtstart'), text('dtend')]).toEqual(['2026-12-10T08:00:00Z', '2026-12-10T16:00:00Z']);
    expect(text('url')).toBe(`${PUBLIC_URL}/veranstaltungen/hessischer-innovationskongress-2026`);
    expect(event.description).toContain('Donnerstag, 10. Dezember 2026, 09:00 bis 17:00 Uhr\n');
    expect(event.description).toContain('Veranstalter: Hessen Trade & Invest\nAnmeldung bis Montag, 7. Dezember 2026\n');
    expect([text('status'), text('sequence')]).toEqual(['CONFIRMED', '0']);
  });

  it('names the event for ever, whatever its title and address become, and counts its changes', () => {
    const moved = read(calendarOf({ slug: 'neu', title: { de: 'Neu' }, sequence: 3, event: { status: 'moved' } }).ics);
    expect(moved.event.uid).toBe(read(calendarOf().ics).event.uid);
    expect(moved.event.uid).toBe('urn:nordsued:events:kongress');
    expect([moved.text('sequence'), moved.text('status'), moved.event.summary]).toEqual(['3', 'CONFIRMED', 'Neuer Termin: Neu']);
  });

  it('says that an event is cancelled, or that its date is open', () => {
    const cancelled = read(calendarOf({ sequence: 1, event: { status: 'cancelled' } }).ics);
    expect([cancelled.text('status'), cancelled.event.summary]).toEqual([
      'CANCELLED',
      'Abgesagt: Hessischer Innovationskongress 2026',
    ]);
    const postponed = read(calendarOf({ event: { status: 'postponed' } }).ics);
    expect(postponed.text('status')).toBe('TENTATIVE');
    expect(postponed.event.description).toContain('Neuer Termin noch offen');
  });

  it('means the hours and days of Berlin, wherever it is written', () => {
    const days = { allDay: true, startsAt: instant('2027-03-26T23:00:00Z'), endsAt: instant('2027-03-28T21:00:00Z') };
    for (const TZ of ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland']) {
      process.env.TZ = TZ;
      expect(read(calendarOf().ics).text('dtstart')).toBe('2026-12-10T08:00:00Z');
      const { ics } = calendarOf({ event: days });
      expect([read(ics).text('dtstart'), read(ics).text('dtend')]).toEqual(['2027-03-27', '2027-03-29']);
      expect(ics).toContain('DTSTART;VALUE=DATE:20270327\r\n');
    }
  });

  it('keeps to the letter of RFC 5545 whatever editors type', () => {
    const { ics } = calendarOf({
      title: { de: 'Größe\u000b; Wachstum, \\ \u0007 und\r\nBEGIN:VALARM' },
      teaser: { de: `Zeile\n${'Übergänge 👩‍👩‍👧‍👦 '.repeat(40)}` },
    });
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(ics).toMatch(/\r\nMETHOD:PUBLISH\r\n/);
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const name of ['DTSTAMP', 'CREATED', 'LAST-MODIFIED']) expect(ics).toMatch(new RegExp(`\r\n${name}:\\d{8}T\\d{6}Z\r\n`));
    expect(ics).not.toMatch(/TZID|TIMEZONE-ID|ATTENDEE|\r\nBEGIN:VALARM/);
    expect(read(ics).event.summary).toBe('Größe ; Wachstum, \\ und BEGIN:VALARM');
  });

  it('has no end where nobody knows it', () => {
    expect(calendarOf({ event: { endsAt: congressOf().event.startsAt } }).ics).not.toContain('DTEND');
  });

  it('carries the funding notice while it holds', () => {
    expect(read(calendarOf({ funding: FUNDED }).ics).event.description).toContain('Kofinanziert von der\nEuropäischen Union');
    expect(calendarOf({ funding: FUNDED }, instant('2027-01-01T00:00:00Z')).ics).not.toContain('Kofinanziert');
  });

  it('is the same for the same event, at whatever time it is asked for', () => {
    expect(calendarOf({}, now.add({ hours: 48 }))).toEqual(calendarOf());
    expect(calendarOf({ event: { town: 'Fulda' } }).etag).not.toBe(calendarOf().etag);
  });
});
