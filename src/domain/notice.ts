/** The kinds of mails an editor can switch off one by one. */
export const MAIL_SWITCHES = ['approval', 'declined', 'failed', 'handover', 'digest'] as const;

export type MailSwitch = (typeof MAIL_SWITCHES)[number];

/** What a notice is raised for. */
export const NOTICE_KINDS = ['approval', 'no-editor', 'declined', 'failed', 'handover-due', 'unpublished', 'digest'] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Which switch stops notices of a kind. */
const SWITCH_OF: Readonly<Record<NoticeKind, MailSwitch>> = {
  approval: 'approval',
  'no-editor': 'approval',
  declined: 'declined',
  failed: 'failed',
  'handover-due': 'handover',
  unpublished: 'failed',
  digest: 'digest',
};

/** True when somebody who left these switches on gets notices of that kind. */
export const takesNotice = (switchedOn: readonly MailSwitch[], kind: NoticeKind): boolean => switchedOn.includes(SWITCH_OF[kind]);
