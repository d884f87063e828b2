// Mails as they left, by whatever way: what a gateway or a mail program finds in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChannels } from '#runtime/channels';
import { listMails, readMail } from '#runtime/mailbox';
import { type AcceptedBatch, startSendgrid } from '../fakes/sendgrid';
import type { World } from './jobs-world';

/** A mail of one person: header lines unfolded, both bodies decoded and filled in. */
export type LeftMail = { readonly to: string; readonly headers: string; readonly html: string; readonly text: string };

/** The link of the header by which one leaves with one click (RFC 8058); undefined on mails of no list. */
export const oneClickOf = ({ headers }: LeftMail): string | undefined => /^List-Unsubscribe: <([^>]+)>$/m.exec(headers)?.[1];

/** All addresses in a mail, once: of its header, of links, buttons and pictures, and those that stand in its text. */
export const linksIn = (mail: LeftMail): readonly string[] => {
  const inHtml = [...mail.html.matchAll(/\s(?:href|src|action|background|srcset|poster)="(https?:[^"]*)"/gi)];
  const inText = [...mail.text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)];
  const found = [...inHtml.map(([, url = '']) => url.replaceAll('&amp;', '&')), ...inText.map(([url]) => url)];
  const leaving = oneClickOf(mail);
  return [...new Set([...(leaving ? [leaving] : []), ...found.map((url) => url.replace(/[.,]$/, ''))])];
};

/** The mails that left into the outbox folder, newest first, without those that were `known` by their names. */
export const mailsIn = async (dataDir: string, known: readonly string[] = []): Promise<readonly LeftMail[]> => {
  const names = (await namesIn(dataDir)).filter((name) => !known.includes(name));
  return Promise.all(
    names.map(async (name) => {
      const stored = await readMail(dataDir, name, 'all');
      const raw = readFileSync(join(dataDir, 'outbox', `${name}.eml`), 'utf8').replaceAll('\r\n', '\n');
      const headers = raw.slice(0, raw.indexOf('\n\n')).replaceAll(/\n[ \t]+/g, ' ');
      return { to: stored?.to ?? '', headers, html: stored?.html ?? '', text: stored?.text ?? '' };
    }),
  );
};

const namesIn = async (dataDir: string): Promise<readonly string[]> => (await listMails(dataDir, 'all')).map(({ name }) => name);

/** What is due leaves by the way that the newsletter has: its mails, in the order of their addresses. */
export const sendDue = async (world: World): Promise<readonly LeftMail[]> => {
  const { dataDir } = world.house;
  const known = await namesIn(dataDir);
  const sendgrid = await startSendgrid();
  await world.round({ channel: openChannels({ dataDir, sendgridBaseUrl: sendgrid.url }) });
  await sendgrid.close();
  return [...(await mailsIn(dataDir, known)), ...sendgrid.accepted.flatMap(asSendgridMails)].sort((a, b) =>
    a.to < b.to ? -1 : 1,
  );
};

/** As SendGrid makes mails of a request: the headers of all and of each, the substitutions in both bodies. */
const asSendgridMails = ({ mail }: AcceptedBatch): readonly LeftMail[] =>
  mail.personalizations.map(({ to, headers = {}, substitutions = {} }) => {
    const all = { From: `${mail.from.name} <${mail.from.email}>`, Subject: mail.subject, ...mail.headers, ...headers };
    const filled = (type: string): string =>
      Object.entries(substitutions).reduce(
        (text, [mark, value]) => text.replaceAll(mark, value),
        mail.content.find((one) => one.type === type)?.value ?? '',
      );
    return {
      to: to[0]?.email ?? '',
      headers: Object.entries(all)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      html: filled('text/html'),
      text: filled('text/plain'),
    };
  });
