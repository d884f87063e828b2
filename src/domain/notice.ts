/** The kinds of mails an editor can switch off one by one. */
export const MAIL_SWITCHES = ['approval', 'declined', 'failed', 'handover', 'digest'] as const;

export type MailSwitch = (typeof MAIL_SWITCHES)[number];
