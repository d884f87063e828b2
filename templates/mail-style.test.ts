import { describe, expect, it } from 'vitest';
import { contrast } from '#domain/contrast';
import { MAIL_CSS, PAINT, STYLE } from './mail-style';

/** The colour a class has in the dark, as `color` or `background-color`. */
const dark = (name: string, property: string): string => {
  const rules = MAIL_CSS.slice(MAIL_CSS.indexOf('dark){')).matchAll(/([^{}]+)\{([^{}]+)\}/g);
  const rule = Array.from(rules).find(
    ([, selectors = '', body = '']) => selectors.includes(`.${name}`) && body.includes(property),
  );
  return new RegExp(`(?:^|;)${property}:(#[0-9a-f]{6})`).exec(rule?.[2] ?? '')?.[1] ?? '';
};

describe('colours of mails', () => {
  it.each(['ink', 'muted', 'north', 'south', 'alert'] as const)('%s can be read on card and tint', (name) => {
    expect(contrast(PAINT[name], PAINT.card)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(PAINT[name], PAINT.tint)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['ink', 'muted', 'north', 'south', 'alert', 'button'])('%s can be read in the dark', (name) => {
    for (const ground of ['card', 'tint'])
      expect(contrast(dark(name, 'color'), dark(ground, 'background-color'))).toBeGreaterThanOrEqual(4.5);
  });

  it('has no letters below 14 px', () => {
    for (const style of Object.values(STYLE)) if ('fontSize' in style) expect(style.fontSize).toBeGreaterThanOrEqual(14);
  });
});
