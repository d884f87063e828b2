import { expect, it } from 'vitest';
import { charactersLeft } from './characters-left';

it('says how much still fits, or how much is too much', () => {
  expect([300, 1, 0, -1].map((left) => charactersLeft(left).de)).toEqual([
    'Noch 300 Zeichen',
    'Noch 1 Zeichen',
    'Noch 0 Zeichen',
    '1 Zeichen zu viel',
  ]);
  expect([2, 1, -1, -2].map((left) => charactersLeft(left).en)).toEqual([
    '2 characters left',
    '1 character left',
    '1 character too many',
    '2 characters too many',
  ]);
});
