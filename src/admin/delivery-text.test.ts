import { expect, it } from 'vitest';
import type { Post } from '#domain/message';
import { instant } from '#domain/time';
import type { Attempt } from '#store/attempts';
import { channelOf, organisations } from '../../test/fixtures/domain';
import { textOf } from './delivery-text';

const post: Post = { kind: 'post', language: 'de', text: 'Am 10. Dezember' } as const;
const attempt = (message: Attempt['message']): Attempt => ({
  ...{ id: 'a', dispatchId: 'd', number: 1, stage: 'accepted', owner: 'one' },
  ...{ startedAt: instant('2026-12-01T09:00:00Z'), leaseUntil: instant('2026-12-01T09:02:00Z'), message },
});

it('the text of a post that was put right is the one that stands at its network now', () => {
  const delivery = { status: 'sent', ownTextStale: false } as Parameters<typeof textOf>[0]['delivery'];
  const env = { dataDir: '/nowhere', smtpUrl: undefined, publicUrl: 'http://localhost:3000' };
  const input = { delivery, content: undefined, channel: channelOf('htai', 'mastodon'), organisations, env };
  const sent = attempt(post);
  const amended = attempt({ kind: 'amendment', providerId: '1', post: { ...post, text: 'Am 12. Dezember' } });
  expect(textOf({ ...input, attempts: [sent] })).toMatchObject({ text: 'Am 10. Dezember', wasSent: true, isAmended: false });
  expect(textOf({ ...input, attempts: [sent, amended] })).toMatchObject({ text: 'Am 12. Dezember', isAmended: true });
});
