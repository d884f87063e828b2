import { caniemail } from 'caniemail';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_EDITS } from '#domain/edition-edit';
import { PLAIN_NEWSLETTER } from '#domain/newsletter';
import { editionOf } from '../test/fixtures/edition';
import { composeEdition } from './newsletter';

// Clients of which the data knows everything we use; it breaks off at others (1.0.5: overflow-wrap on Thunderbird).
const CLIENTS = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'aol.*', 'samsung-email.*', 'protonmail.*'] as const;

/** What may be missing in a program: everything is readable and usable without it. */
const DISPENSABLE: readonly string[] = [
  // The style sheet: dark colours, phone sizes and the focus ring; all else stands at the elements.
  ...['<style> element', '@media', 'Type selector', 'Class selector', ':focus', 'outline', 'outline-offset'],
  // The preheader stays away by its size as well.
  ...['display:none', 'opacity', 'overflow'],
  // Looks: square corners, default lines, long words that run over.
  ...['border-radius', 'text-decoration', 'text-decoration-line', 'overflow-wrap', 'height property'],
  // Room for the description of a logo that is not shown; what it says of its funder stands below it as well.
  'aspect-ratio',
  // Roles are taken away with the tables they name; the body with the text it holds left in place.
  ...['role attribute', 'aria-hidden attribute', '<body> element', 'target attribute'],
];

describe('an edition in the mail programs of readers (caniemail.com)', () => {
  let html: string;
  beforeAll(async () => {
    const { channel, ...rest } = editionOf();
    const logo = { path: '/media/logo.png', alt: { de: 'Logo' }, width: 400, height: 100 };
    const newsletter = { ...PLAIN_NEWSLETTER, colour: '#7a1f5c', logo };
    const edition = { ...rest.edition, edits: { ...NO_EDITS, intro: { de: 'Guten Tag!\n\nSchön, dass Sie lesen.' } } };
    html = (await composeEdition({ ...rest, edition, channel: { ...channel, newsletter } })).html;
  });

  it('uses nothing that a program lacks and a reader would miss', () => {
    const { errors } = caniemail({ clients: [...CLIENTS], html }).issues;
    const lacking = [...errors].flatMap(([client, list]) => list.map(({ title }) => `${client}: ${title}`));
    expect(errors.size).toBeGreaterThan(10);
    expect(lacking.filter((one) => !DISPENSABLE.some((title) => one.endsWith(`: ${title}`)))).toEqual([]);
  });

  it('would be found out if it did', () => {
    const { errors } = caniemail({ clients: [...CLIENTS], html: '<div style="display:grid;position:absolute">x</div>' }).issues;
    expect([...(errors.get('outlook.windows') ?? [])].map(({ title }) => title)).toContain('display:grid');
  });
});
