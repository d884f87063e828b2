import nodemailer from 'nodemailer';
import { describe, expect, it } from 'vitest';
import type { EditionEntry } from '#domain/edition';
import type { FundingNotice } from '#domain/funding';
import { editionOf, entries, SAID_OF_THEM } from '../test/fixtures/edition';
import { congressOf, FUNDED, readerBodies, rowOf } from '../test/fixtures/reader';
import { composeEdition } from './newsletter';

const LONG = 'Übergänge gestalten: wie Größe, Förderung und Zusammenarbeit über Grenzen hinweg gelingen können. '
  .repeat(3)
  .slice(0, 300);

const many = (count: number, funding?: FundingNotice): readonly EditionEntry[] =>
  Array.from({ length: count }, (_, index) => {
    const content = congressOf({
      ref: { collection: 'events', id: `e${index}` },
      slug: `veranstaltung-mit-einem-langen-namen-${index}`,
      title: { de: `Veranstaltung Nummer ${index} über Fördermöglichkeiten für größere Vorhaben in Nord- und Südhessen` },
      teaser: { de: LONG },
      organiser: index % 2 ? 'spk' : 'hmwevw',
      coOrganisers: ['ihk', 'een'],
      funding,
    });
    return { content, delivery: rowOf(content, 'last-call', 'rmnh', { key: `k${index}` }) };
  });

/** The size of a mail with this HTML alone, as nodemailer encodes it. */
const encodedBytes = async (html: string): Promise<number> => {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({ from: 'a@example.org', to: 'b@example.org', html });
  return Buffer.isBuffer(message) ? message.length : Number.NaN;
};

describe('an edition', () => {
  it('names what comes first, the newsletter and the month in its subject', async () => {
    const { subject } = await composeEdition(editionOf());
    expect(subject).toBe(
      'Scale-up-Abend Nordhessen: Wachstum finanzieren und 5 weitere Themen – Gemeinsamer Newsletter Nord- und Südhessen, Dezember 2026',
    );
  });

  it('shows corrections first, then North and South, in both versions', async () => {
    const { html, text } = await composeEdition(editionOf());
    for (const version of [html, text.toLowerCase()]) {
      const headings = ['Geänderte und abgesagte Termine', 'Aus Nordhessen', 'Aus Südhessen'];
      const places = headings.map((heading) => version.indexOf(version === html ? heading : heading.toLowerCase()));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places.every((at) => at > 0)).toBe(true);
    }
  });

  it('says for every entry when, where, who and until when, in both versions', async () => {
    const edition = await composeEdition(editionOf());
    for (const version of [edition.html.replaceAll('&amp;', '&'), edition.text]) {
      for (const said of SAID_OF_THEM) expect(version).toContain(said);
      expect(version).toContain('Vertreten durch: Erika Mustermann');
      expect(version).toContain('weil Sie ihn mit dieser E-Mail-Adresse abonniert haben');
      expect(version).toContain('Alle Uhrzeiten in Berliner Zeit.');
    }
  });

  it('offers nobody to register for what is cancelled', async () => {
    const cancelled = entries.filter(({ delivery }) => delivery.purpose === 'cancel');
    const { html, text } = await composeEdition(editionOf(cancelled));
    expect(html + text).not.toContain('Zur Anmeldung');
    expect(text).toContain('Abgesagt: Gründungsfrühstück im Advent');
  });

  it('leaves one place for the link of each person in either version', async () => {
    const { html, text } = await composeEdition(editionOf());
    expect(html.match(/href="\{\{unsubscribe\}\}"/g)).toHaveLength(1);
    expect(text.match(/\{\{unsubscribe\}\}/g)).toHaveLength(1);
  });

  it('leads everybody to their choice and to what is done with their data, in both versions', async () => {
    const { html, text } = await composeEdition(editionOf());
    const privacy = `${editionOf().publicUrl}/datenschutz`;
    expect([html.includes('href="{{preferences}}"'), html.includes(`href="${privacy}"`)]).toEqual([true, true]);
    expect([text.includes('{{preferences}}'), text.includes(privacy)]).toEqual([true, true]);
  });

  it('is built for screen readers, phones and programs without pictures', async () => {
    const { html } = await composeEdition(editionOf());
    expect(html).toMatch(/<html[^>]* lang="de"/);
    expect(html).toContain('name="viewport"');
    expect(html).toContain('name="color-scheme"');
    expect(html).toMatch(/<title>Scale-up-Abend/);
    expect(html.match(/<table /g)?.length).toBe(html.match(/<table [^>]*role="presentation"/g)?.length);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const levels = Array.from(html.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const [image] of html.matchAll(/<img [^>]*>/g))
      expect(image).toMatch(/alt="[^"]+".*(width="\d+".*height|height="\d+".*width)/);
    for (const [, size] of html.matchAll(/font-size:(\d+)px/g))
      if (Number(size) !== 1) expect(Number(size)).toBeGreaterThanOrEqual(14);
  });

  it('has absolute links only', async () => {
    const { html } = await composeEdition(editionOf());
    for (const [, target] of html.matchAll(/(?:href|src)="([^"]*)"/g))
      expect(target).toMatch(/^(https:\/\/|\{\{(?:unsubscribe|preferences)\}\}$)/);
  });

  it('shows what editors type as text, never as markup', async () => {
    const content = congressOf({ title: { de: '<script>alert(1)</script> & Söhne' }, link: 'javascript:alert(1)' });
    const { html, text } = await composeEdition(editionOf([{ content, delivery: rowOf(content, 'announce', 'rmnh') }]));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
    expect(text).toContain('<script>alert(1)</script> & Söhne');
  });

  it('lets the carrier speak in its own words unless they are stale', async () => {
    const content = congressOf();
    const own = { ownText: 'Wir fahren mit dem Bus hin.' };
    const fresh = await composeEdition(editionOf([{ content, delivery: rowOf(content, 'announce', 'rmnh', own) }]));
    expect(fresh.text).toContain('Wir fahren mit dem Bus hin.');
    const stale = await composeEdition(
      editionOf([{ content, delivery: rowOf(content, 'announce', 'rmnh', { ...own, ownTextStale: true }) }]),
    );
    expect(stale.text).not.toContain('Bus');
    expect(stale.text).toContain('1.300 Gäste');
  });

  it('speaks English in an English newsletter', async () => {
    const { html, text, subject } = await composeEdition(editionOf(entries, 'en'));
    expect(html).toContain('lang="en"');
    expect(html).toContain('alt="A full hall with a stage"');
    expect(text).toContain('FROM SOUTH HESSE');
    expect(subject).toContain('December 2026');
    expect(text).toContain('Hessian Innovation Congress 2026');
  });

  it('shows the funding notice of an entry with its logo, in both versions and languages', async () => {
    const funded = congressOf({ funding: FUNDED });
    const list = [{ content: funded, delivery: rowOf(funded, 'announce', 'rmnh') }];
    const german = await composeEdition(editionOf(list));
    expect(german.text).toContain('Kofinanziert von der\nEuropäischen Union\n#EFREHessen');
    expect(german.html).toMatch(/Kofinanziert von der<br\/?>Europäischen Union<br\/?>#EFREHessen/);
    expect(german.html).toMatch(/<img[^>]*alt="Flagge der Europäischen Union"[^>]*height="40"[^>]*width="60"/);
    expect((await composeEdition(editionOf(list, 'en'))).text).toContain('Co-funded by the European Union');
    expect((await composeEdition(editionOf())).html).not.toContain('Kofinanziert');
  });

  it('carries a date instead of a month when it appears more often', async () => {
    const edition = editionOf();
    const { subject } = await composeEdition({
      ...edition,
      channel: { ...edition.channel, slot: { rhythm: 'weekly', weekday: 2, time: '09:00' } },
    });
    expect(subject).toMatch(/, 1\. Dezember 2026$/);
  });

  it('names newsletter and date on top, whatever subject people give it', async () => {
    const edition = editionOf();
    const edits = { ...edition.edition.edits, subject: { de: 'Schnell noch anmelden' } };
    const { subject, html, text } = await composeEdition({ ...edition, edition: { ...edition.edition, edits } });
    expect(subject).toBe('Schnell noch anmelden');
    const head = html.slice(html.indexOf('<h1'), html.indexOf('</h1>'));
    expect([head.includes(edition.edition.channelName), html.includes('>Dezember 2026<')]).toEqual([true, true]);
    expect(text.startsWith(`${edition.edition.channelName} – Dezember 2026`.toUpperCase())).toBe(true);
  });

  it('with 20 long entries stays below 85 KB encoded, with a funding notice at each below 90', async () => {
    const bytes = async (list: readonly EditionEntry[]) => encodedBytes((await composeEdition(editionOf(list))).html);
    expect(await bytes(many(20))).toBeLessThan(85 * 1024);
    expect(await bytes(many(20, FUNDED))).toBeLessThan(90 * 1024);
  });

  it('appears without an imprint under its publisher’s name', async () => {
    const edition = editionOf();
    const bare = new Map(readerBodies);
    const carrier = bare.get('rmnh');
    if (carrier) bare.set('rmnh', { ...carrier, imprint: undefined });
    const { text } = await composeEdition({ ...edition, organisations: bare });
    expect(text).toContain('Impressum\nRegionalmanagement Nordhessen GmbH\nhttps://www.rmnh.example.org');
  });
});
