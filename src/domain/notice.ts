/** The kinds of mails an editor can switch off one by one. */
export const MAIL_SWITCHES = ['approval', 'declined', 'failed', 'handover', 'digest'] as const;

export type MailSwitch = (typeof MAIL_SWITCHES)[number];

/** What a notice is raised for. */
export const NOTICE_KINDS = [
  'approval',
  'no-editor',
  'declined',
  'failed',
  'handover-due',
  'unpublished',
  'channel-stopped',
  'access-ends',
  'version-ends',
  'digest',
  'edition-ready',
  'edition-test',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Which switch stops notices of a kind; none stops what somebody asked for. */
const SWITCH_OF: Readonly<Record<Exclude<NoticeKind, 'edition-test'>, MailSwitch>> = {
  approval: 'approval',
  'no-editor': 'approval',
  declined: 'declined',
  failed: 'failed',
  'handover-due': 'handover',
  unpublished: 'failed',
  'channel-stopped': 'failed',
  'access-ends': 'failed',
  'version-ends': 'failed',
  digest: 'digest',
  'edition-ready': 'approval',
};

/** True when somebody who left these switches on gets notices of that kind. */
export const takesNotice = (switchedOn: readonly MailSwitch[], kind: NoticeKind): boolean =>
  kind === 'edition-test' || switchedOn.includes(SWITCH_OF[kind]);
