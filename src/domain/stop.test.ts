import { expect, it } from 'vitest';
import type { DeliveryStatus } from './delivery';
import { type Stopped, stopOf } from './stop';

const linkedin = { id: 'linkedin', name: 'LinkedIn', carrier: 'htai' };

it.each<[DeliveryStatus, Stopped, ReturnType<typeof stopOf>]>([
  ['ready', [], undefined],
  ['ready', [linkedin], 'channel'],
  ['planned', [{ ...linkedin, id: 'other' }], undefined],
  ['awaiting-approval', 'all', 'all'],
  ['sent', 'all', undefined],
  ['sending', [linkedin], undefined],
])('a row that is %s waits for whatever is stopped', (status, stopped, stop) => {
  expect(stopOf({ status, channelId: 'linkedin' }, stopped)).toBe(stop);
});
