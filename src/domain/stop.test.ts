import { expect, it } from 'vitest';
import type { DeliveryStatus } from './delivery';
import { type Stopped, stopOf, stoppedFor } from './stop';

const linkedin = {
  id: 'linkedin',
  name: 'LinkedIn',
  kind: 'linkedin',
  carrier: 'htai',
  ownerEmail: 'presse@example.org',
} as const;

it.each<[DeliveryStatus, Stopped, ReturnType<typeof stopOf>]>([
  ['ready', [], undefined],
  ['ready', [linkedin], 'channel'],
  ['planned', [{ ...linkedin, id: 'other' }], undefined],
  ['awaiting-approval', 'all', 'all'],
  ['sent', 'all', undefined],
  ['sending', [linkedin], undefined],
  ['ready', [{ ...linkedin, trouble: 'account-refused' }], 'by-hand'],
  ['ready', [{ ...linkedin, trouble: 'account-refused', ownerEmail: undefined }], 'channel'],
  ['ready', [{ ...linkedin, kind: 'newsletter', trouble: 'account-refused' }], 'channel'],
])('a row that is %s waits for whatever is stopped', (status, stopped, stop) => {
  expect(stopOf({ status, channelId: 'linkedin' }, stopped)).toBe(stop);
});

it('tells the people of a body only of their own channels, those above of all, and everybody when everything is stopped', () => {
  const other = { ...linkedin, id: 'mastodon', name: 'Mastodon', carrier: 'spk' };
  expect(stoppedFor([linkedin, other], 'spk')).toEqual([other]);
  expect(stoppedFor([linkedin, other], undefined)).toEqual([linkedin, other]);
  expect(stoppedFor('all', 'spk')).toBe('all');
});
