// The admin's mailbox page sees the outbox folder through this door; channels are nobody else's to import.
export { listMails, type MailScope, type MailSummary, readMail } from '#channels/mailbox';
