import { expect, it } from 'vitest';
import { askedPage, signupPage } from './signup-pages';

it('the form is sent by what it says it does', () => {
  const offers = [{ channel: 'c', newsletter: 'Nord', organisation: 'SPK', text: 'Ja.' }];
  const html = signupPage({ offers, stamp: 's', publicUrl: 'http://localhost:3000' });
  expect(html).toContain('<button type="submit">Newsletter bestellen</button>');
});

it('who sent the form reads what to do, and the rules of the mails only where none comes', () => {
  const html = askedPage();
  const [before = '', folded = ''] = html.split('<details>');
  expect(before).toContain('Erst mit Ihrem Klick darauf sind Sie angemeldet.');
  expect(before).not.toContain('höchstens');
  expect(folded).toContain('Es kommt keine E-Mail?');
  expect(folded).toContain('höchstens eine solche E-Mail am Tag');
  expect(folded).toContain('<a href="/newsletter/auskunft">Auskunft über Ihre Daten</a>');
  expect(html.replaceAll(/<[^>]*>/g, '')).not.toContain('/newsletter/');
});
