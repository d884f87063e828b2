import { expect, it } from 'vitest';
import { isAbove, ROLES } from './role';

it('says who stands above the organisations', () => {
  expect(ROLES.filter((role) => isAbove({ role }))).toEqual(['admin', 'coordinator']);
  expect(isAbove(undefined)).toBe(false);
});
