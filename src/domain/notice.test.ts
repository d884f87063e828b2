import { describe, expect, it } from 'vitest';
import { MAIL_SWITCHES, NOTICE_KINDS, takesNotice } from './notice';

describe('the switches for mails', () => {
  it('stop each notice by exactly one of them, save what somebody asked for', () => {
    expect(takesNotice([], 'edition-test')).toBe(true);
    for (const kind of NOTICE_KINDS.filter((one) => one !== 'edition-test'))
      expect(MAIL_SWITCHES.filter((one) => takesNotice([one], kind))).toHaveLength(1);
  });

  it.each([
    ['no-editor', 'approval'],
    ['unpublished', 'failed'],
    ['handover-due', 'handover'],
    ['edition-ready', 'approval'],
  ] as const)('count %s as %s', (kind, name) => {
    expect(takesNotice([name], kind)).toBe(true);
    expect(
      takesNotice(
        MAIL_SWITCHES.filter((one) => one !== name),
        kind,
      ),
    ).toBe(false);
  });
});
