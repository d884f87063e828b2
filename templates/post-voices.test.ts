import { describe, expect, it } from 'vitest';
import type { Content } from '#domain/content';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { PURPOSES, type Purpose } from '#domain/purpose';
import { channelOf } from '../test/fixtures/domain';
import { congressOf, PUBLIC_URL, practiceOf, readerBodies, rowOf } from '../test/fixtures/reader';
import { composePost } from './post';

const bodyOf = (id: string) => {
  const found = readerBodies.get(id);
  if (!found) throw new Error(`no body ${id}`);
  return found;
};

describe('the same event on the channels of several bodies', () => {
  const [first, ...others] = readerBodies.values();
  const seven = new Map(readerBodies).set('zzz', { ...bodyOf('spk'), id: 'zzz', slug: 'zzz', shortName: 'ZZZ', hashtags: [] });
  const plain = new Map([...seven].map(([id, body]) => [id, { ...body, hashtags: ['Hessen'] }]));
  const textOf = (content: Content, purpose: Purpose, carrier: string, network: 'linkedin' | 'mastodon' | 'bluesky' | 'x') =>
    composePost({
      delivery: rowOf(content, purpose, carrier),
      content,
      organisations: plain,
      channel: channelOf(carrier, network),
      publicUrl: PUBLIC_URL,
      limits: NETWORK_LIMITS[network],
    }).text;
  const contents = [
    congressOf(),
    congressOf({ coOrganisers: ['spk', 'zzz'], title: { de: 'Übermorgen '.repeat(37) } }),
    congressOf({ event: { status: 'cancelled' } }),
    congressOf({ event: { status: 'postponed' } }),
    practiceOf(),
    practiceOf({ kind: 'call', coOrganisers: [] }),
  ];

  it.each(['linkedin', 'mastodon', 'bluesky', 'x'] as const)('is told in other words by each on %s', (network) => {
    for (const content of contents)
      for (const purpose of PURPOSES) {
        const texts = [...plain.keys()].map((carrier) => textOf(content, purpose, carrier, network));
        expect(new Set(texts).size, texts.join('\n---\n')).toBe(plain.size);
      }
  });

  it('is passed on by name where the wordings are used up', () => {
    expect(textOf(congressOf(), 'announce', 'zzz', 'linkedin')).toContain('\nWeitergegeben durch: Science Park Kassel\n');
    expect([first, ...others].map((body) => textOf(congressOf(), 'announce', body?.id ?? '', 'linkedin')).join()).not.toContain(
      'Weitergegeben',
    );
  });
});

describe('an owner with accounts of its own', () => {
  const handles = { linkedin: '4711', mastodon: '@htai@social.example.org', bluesky: '@htai.example.org', x: '@htai' };
  const known = new Map(readerBodies).set('htai', { ...bodyOf('htai'), handles });
  const post = (
    network: 'linkedin' | 'mastodon' | 'bluesky' | 'x',
    change: Parameters<typeof congressOf>[0] = {},
    carrier = 'spk',
  ) =>
    composePost({
      delivery: rowOf(congressOf(change), 'announce', carrier),
      content: congressOf(change),
      organisations: known,
      channel: channelOf(carrier, network),
      publicUrl: PUBLIC_URL,
      limits: NETWORK_LIMITS[network],
    });

  it.each([
    ['mastodon', '@htai@social.example.org', 'htai@social.example.org'],
    ['bluesky', '@htai.example.org', 'htai.example.org'],
    ['x', '@htai', 'htai'],
    ['linkedin', 'Hessen Trade & Invest', '4711'],
  ] as const)('is mentioned by it on %s', (network, text, account) => {
    expect(post(network).text).toMatch(`Unsere Empfehlung – ${text} lädt ein:`);
    expect(post(network).mentions).toEqual([{ text, account }]);
  });

  it('never stands at the beginning, where X would take the post for an answer', () => {
    expect(post('x', {}, 'een').text).toMatch(/^Neu – @htai lädt ein:/);
  });

  it('does not mention itself', () => {
    const own = post('x', { coOrganisers: ['spk'] }, 'htai');
    expect(own.text).toContain('Veranstalter: Hessen Trade & Invest und Science Park Kassel');
    expect(own).not.toHaveProperty('mentions');
  });

  it('is the only one who is mentioned: an @ in a title or teaser names nobody', () => {
    const typed = { title: { de: 'Talk mit @kassel' }, teaser: { de: 'Fragen an @presse oder presse@example.org' } };
    expect(post('x', typed).text).toContain('Talk mit @\u2060kassel');
    expect(post('mastodon', typed).text).toContain('@\u2060presse oder presse@example.org');
    expect(post('linkedin', typed).text).toContain('Talk mit @kassel');
  });
});
