import { describe, expect, it } from 'vitest';
import { judgeAccount } from './judge';
import { MANNERS } from './mastodon-line';

describe('an answer to a question about an account', () => {
  const said = (status: number) =>
    judgeAccount({ kind: 'answered', status, headers: {}, body: '{"accessJwt":"neu-und-geheim"}' }, MANNERS);

  it('is told in the words of the network where it says no', () => {
    expect(said(500)).toEqual({ kind: 'unknown', detail: 'HTTP 500 {"accessJwt":"neu-und-geheim"}' });
  });

  it('is not told where it says yes in a way that cannot be read, for it may hold what lets somebody in', () => {
    expect(said(200)).toEqual({ kind: 'unknown', detail: 'HTTP 200' });
  });
});
