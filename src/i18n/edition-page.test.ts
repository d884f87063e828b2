import { expect, it } from 'vitest';
import { findingInWords } from './edition-page';

it('quotes what was found as it stands in the edition', () => {
  const link = "https://example.org/?a=$&b=$'$1";
  const { de, en } = findingInWords({ code: 'dead-link', level: 'yellow', detail: link });
  expect([de.includes(`ins Leere: ${link}.`), en.includes(`nowhere: ${link}.`)]).toEqual([true, true]);
});
