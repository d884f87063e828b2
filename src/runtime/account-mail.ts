import type { EmailAdapter, SendEmailOptions } from 'payload';
import type { SendOutcome } from '#domain/dispatch';
import { openChannels } from './channels';
import { nowIso } from './clock';
import type { Env } from './env';
import { log } from './log';

/** Mails about accounts (`payload.sendEmail`) leave like all others: through the outbox, by SMTP or as file. Opens nothing before the first. */
export const accountMail =
  (env: Pick<Env, 'dataDir' | 'smtpUrl' | 'previewBaseUrl' | 'mailFrom'>): EmailAdapter<SendOutcome> =>
  () => ({
    name: 'outbox',
    defaultFromAddress: env.mailFrom,
    defaultFromName: '',
    sendEmail: async (message) => {
      const address = addressOf(message.to);
      const key = `account/${address}/${nowIso()}`;
      const outcome = await openChannels(env)('outbox').send(
        {
          kind: 'mail',
          from: env.mailFrom,
          subject: message.subject ?? '',
          html: textOf(message.html),
          text: textOf(message.text),
          isSecret: true,
          recipients: [{ id: address, address, replace: {} }],
        },
        key,
      );
      log('account-mail.handed', { outcome: outcome.kind }, outcome.kind === 'accepted' ? 'info' : 'warn');
      return outcome;
    },
  });

const addressOf = (to: SendEmailOptions['to']): string => {
  const first = Array.isArray(to) ? to[0] : to;
  if (typeof first === 'object' && 'address' in first) return first.address ?? '';
  return typeof first === 'string' ? first : '';
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
