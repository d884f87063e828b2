import { describe, expect, it } from 'vitest';
import { editionOf, SAID_OF_THEM } from '../test/fixtures/edition';
import { congressOf, FUNDED, rowOf } from '../test/fixtures/reader';
import { composeBlock } from './block';

const funded = congressOf({ funding: FUNDED });
const spoilt = congressOf({ title: { de: 'Licht & <b>Schatten</b>' }, teaser: { de: '"Größe" <script>x</script>' } });
const blockOf = (...contents: readonly (typeof funded)[]) =>
  composeBlock(editionOf(contents.map((content) => ({ content, delivery: rowOf(content, 'announce', 'rmnh') }))));

describe('a block', () => {
  const block = composeBlock(editionOf());

  it('says for every entry when, where, who and until when, in both versions', () => {
    for (const version of [block.html, block.text]) {
      for (const said of SAID_OF_THEM) expect(version).toContain(said);
    }
  });

  it('has corrections first, then North and South', () => {
    const headings = [...block.html.matchAll(/<h2[^>]*>([^<]+)/g)].map(([, heading]) => heading);
    expect(headings).toEqual(['Geänderte und abgesagte Termine', 'Aus Nordhessen', 'Aus Südhessen']);
  });

  it('is made of what editors keep: headings, paragraphs, links and pictures, with styles inline and whole addresses', () => {
    const { html } = blockOf(funded);
    const tags = new Set([...`${block.html}${html}`.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(['a', 'br', 'h2', 'h3', 'img', 'p']);
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g)) expect(address).toMatch(/^https?:\/\//);
    expect(`${block.html}${html}`).not.toMatch(/class=|<style|undefined/);
  });

  it('carries the funding notice with its logo', () => {
    const { html, text } = blockOf(funded);
    for (const line of FUNDED.text?.de?.split('\n') ?? ['?']) expect([html, text].every((one) => one.includes(line))).toBe(true);
    expect(html).toContain(`alt="${FUNDED.logo?.alt.de}"`);
  });

  it('shows what people typed as they typed it', () => {
    const { html, text } = blockOf(spoilt);
    expect(html).toContain('Licht &amp; &lt;b&gt;Schatten&lt;/b&gt;');
    expect(html).not.toContain('<script');
    expect(text).toContain('"Größe" <script>x</script>');
  });

  it('is nothing where nothing is due', () => {
    expect(composeBlock(editionOf([]))).toEqual({ html: '', text: '' });
  });
});
