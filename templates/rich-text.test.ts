import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, markup, paragraphs } from './markup';
import { safeHtml } from './rich-text';

const safe = (html: string): string => safeHtml(html, 'https://nordsued.example.org').markup;

describe('markup', () => {
  it('escapes what it is given, and nothing twice', () => {
    const inner = markup`<b>${'Forschung & <Entwicklung>'}</b>`;
    expect(markup`<p title="${`"'`}">${inner}${undefined}${false}${3}${[inner, inner]}</p>`.markup).toBe(
      `<p title="&quot;&#39;"><b>Forschung &amp; &lt;Entwicklung&gt;</b>3<b>Forschung &amp; &lt;Entwicklung&gt;</b><b>Forschung &amp; &lt;Entwicklung&gt;</b></p>`,
    );
    expect(escapeHtml('a\u0000b')).toBe('ab');
  });

  it('makes paragraphs of lines', () => {
    expect(paragraphs('Eins\n\n Zwei \n').map((one) => one.markup)).toEqual(['<p>Eins</p>', '<p>Zwei</p>']);
  });
});

describe('rich text', () => {
  it('keeps structure and links, without classes', () => {
    expect(safe('<h1 class="x">A</h1><p>b <strong>c</strong><br/></p><ul><li value="1">d</li></ul>')).toBe(
      '<h2>A</h2><p>b <strong>c</strong><br></p><ul><li>d</li></ul>',
    );
    expect(safe('<p><a href="https://x.org/?a=1&amp;b=2" target="_blank" rel="noopener">x</a></p>')).toBe(
      '<p><a href="https://x.org/?a=1&amp;b=2">x</a></p>',
    );
  });

  it('makes own links absolute', () => {
    expect(safe('<a href="/veranstaltungen/a">a</a>')).toBe('<a href="https://nordsued.example.org/veranstaltungen/a">a</a>');
  });

  it.each([
    ['<script>alert(1)</script>x', 'x'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="java&#115;cript:alert(1)">x</a>', 'x'],
    ['<a href=" //evil.example">x</a>', 'x'],
    [`<a href='https://x.org/"onclick="alert(1)'>x</a>`, 'x'],
    [
      `<a href='mailto:a@x.org?subject="onclick="alert(1)'>x</a>`,
      '<a href="mailto:a@x.org?subject=%22onclick=%22alert(1)">x</a>',
    ],
    ['<a href="https://user:secret@x.org/">x</a>', 'x'],
    ['<p onclick="alert(1)">x</p>', '<p>x</p>'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['<svg><script>1</script></svg>x', 'x'],
    ['<iframe src="https://x.org"></iframe>', ''],
    ['<!-- <p> -->x', 'x'],
    ['1 < 2 & 3 &amp; 4', '1 &lt; 2 &amp; 3 &amp; 4'],
  ])('makes %s harmless', (html, expected) => {
    expect(safe(html)).toBe(expected);
  });

  it('closes what was left open and ignores what was never opened', () => {
    expect(safe('<p><strong>x</p></em>y')).toBe('<p><strong>x</strong></p>y');
    expect(safe('<ul><li>x')).toBe('<ul><li>x</li></ul>');
  });

  it('lets only listed tags through, whatever comes', () => {
    const bit = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      'a',
      'script',
      ' href=',
      'javascript:',
      '/',
      '<p>',
      '</p>',
      '<a href="https://x.org">',
      '&',
      '!--',
      'on',
      '=',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
        const html = safe(bits.join(''));
        const rest = html.replace(/<\/?(?:p|a|b|i|u|s|br|hr)>|<a href="(?:https?:\/\/|mailto:)[^"<>]*">/g, '');
        expect(rest).not.toMatch(/[<>]/);
        expect(safe(html)).toBe(html);
      }),
    );
  });
});
