import { expect, it } from 'vitest';
import { DELIVERY_STATUSES } from './delivery';
import { isOurPost } from './posted-by';

it('a post is ours where we made it, may have or will, and nowhere else', () => {
  const ours = DELIVERY_STATUSES.filter((status) => isOurPost(status, undefined, 'us'));
  expect(ours).toEqual(['planned', 'awaiting-approval', 'ready', 'sending', 'sent', 'unconfirmed']);
  expect([isOurPost('sent', undefined, 'person'), isOurPost('sent', undefined, 'unknown')]).toEqual([false, true]);
  expect([isOurPost('ready', 'by-hand', undefined), isOurPost('ready', 'channel', undefined)]).toEqual([false, true]);
});
