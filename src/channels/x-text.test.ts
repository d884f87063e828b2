import { expect, it } from 'vitest';
import { isSameText, type ReadPost, readText } from './x-text';

const link = (url: string, expanded_url: string) => ({ url, expanded_url });

it.each<[string, ReadPost]>([
  ['Grüße & Küsse <3', { text: 'Grüße &amp; Küsse &lt;3' }],
  ['Wörtlich &lt; gemeint', { text: 'Wörtlich &amp;lt; gemeint' }],
  [
    'Mehr: https://nord.example.org/a?b=1&c=2',
    { text: 'Mehr: https://t.co/a1', entities: { urls: [link('https://t.co/a1', 'https://nord.example.org/a?b=1&c=2')] } },
  ],
  [
    'Auf hessen.de steht mehr',
    { text: 'Auf https://t.co/a1 steht mehr', entities: { urls: [link('https://t.co/a1', 'http://hessen.de')] } },
  ],
  ['Auf hessen.de.', { text: 'Auf https://t.co/a1.', entities: { urls: [link('https://t.co/a1', 'http://hessen.de/')] } }],
  [
    'Mit Bild',
    {
      text: 'Mit Bild https://t.co/b1',
      entities: { urls: [{ url: 'https://t.co/b1', expanded_url: 'https://x.com/a/status/1/photo/1', media_key: '3_1' }] },
    },
  ],
  [
    'Zwei https://a.example.org/ und https://b.example.org',
    {
      text: 'Zwei https://t.co/a1 und https://t.co/a12',
      entities: { urls: [link('https://t.co/a1', 'https://a.example.org'), link('https://t.co/a12', 'https://b.example.org')] },
    },
  ],
  ['Zeile eins\n\nZeile zwei', { text: 'Zeile eins\n\nZeile zwei' }],
  ['Gru\u0308ße', { text: 'Grüße' }],
])('"%s" is known again as X gives it back', (text, read) => expect(isSameText(text, read)).toBe(true));

it('another text is another, also where only its address differs', () => {
  const read = { text: 'Mehr: https://t.co/a1', entities: { urls: [link('https://t.co/a1', 'https://nord.example.org/a')] } };
  expect(isSameText('Mehr: https://nord.example.org/b', read)).toBe(false);
  expect(isSameText('Mehr', read)).toBe(false);
});

it('an address that X does not spell out stays as it is', () => {
  expect(readText({ text: 'Mehr: https://t.co/a1' })).toBe('Mehr: https://t.co/a1');
});
