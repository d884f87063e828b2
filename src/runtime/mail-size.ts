import MailComposer from 'nodemailer/lib/mail-composer';

/** The size in bytes that this HTML has as a mail of its own, encoded as it travels. */
export const encodedSize = async (html: string): Promise<number> =>
  (await new MailComposer({ html, disableFileAccess: true, disableUrlAccess: true, newline: 'win' }).compile().build()).length;
