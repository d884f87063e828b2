import DKIM from 'nodemailer/lib/dkim';

/** With what a channel signs its mails (RFC 6376): the domain's DNS names the public key at `<selector>._domainkey.<domain>`. */
export type DkimKey = { readonly selector: string; readonly privateKey: string };

/** Everything a mail server or reader goes by; List-Unsubscribe-Post must be among it for one click to count (RFC 8058 §4). */
const SIGNED_HEADERS = [
  'from',
  'reply-to',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'auto-submitted',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
];

/** The message with a signature of the sender's domain in front. */
export const signMail = async (raw: Buffer, domain: string, { selector, privateKey }: DkimKey): Promise<Buffer> => {
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey, headerFieldNames: SIGNED_HEADERS.join(':') });
  const chunks: Buffer[] = [];
  for await (const chunk of signer.sign(raw)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};
