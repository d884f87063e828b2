import { expect, it } from 'vitest';
import { RULE_WORDS } from './spacing';

it('one minute between two posts is no minutes', () => {
  expect([1, 90].map((limit) => RULE_WORDS.gapMinutes(limit).de)).toEqual([
    'mindestens 1 Minute zwischen zwei Beiträgen',
    'mindestens 90 Minuten zwischen zwei Beiträgen',
  ]);
});
