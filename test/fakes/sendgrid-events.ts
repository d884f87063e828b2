// SendGrid's Event Webhook: events about accepted batches, signed as SendGrid signs them, in whatever order and as often as a test wants.
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AcceptedBatch } from './sendgrid';

export type SendgridEvent = {
  readonly event: string;
  readonly sg_event_id: string;
  readonly email: string;
  /** Epoch seconds. */
  readonly timestamp: number;
  readonly [more: string]: unknown;
};

/** A key pair of an account: the public half as SendGrid shows it. */
export const newEventKey = (): { readonly publicKey: string; readonly privateKey: KeyObject } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), privateKey };
};

/** One event about everybody of a batch (or those named); the same call gives the same events. */
export const eventsOf = (
  { mail }: Pick<AcceptedBatch, 'mail'>,
  event: string,
  seconds: number,
  { more = {}, only }: { readonly more?: object; readonly only?: readonly string[] } = {},
): readonly SendgridEvent[] =>
  mail.personalizations
    .filter(({ to }) => !only || only.includes(to[0]?.email ?? ''))
    .map(({ to, custom_args }) => ({
      event,
      email: to[0]?.email ?? '',
      timestamp: seconds,
      sg_event_id: Buffer.from(`${event} ${custom_args?.dispatch_key} ${custom_args?.subscriber_id} ${seconds}`).toString(
        'base64url',
      ),
      sg_message_id: 'made-up.filter0001',
      ...custom_args,
      ...more,
    }));

/** POSTs events; `timestamp` in epoch seconds. `tamper` changes the body after it was signed. Gives the status. */
export const emit = async (
  url: string,
  events: readonly SendgridEvent[],
  privateKey: KeyObject,
  { timestamp, tamper = (body) => body }: { readonly timestamp: number; readonly tamper?: (body: string) => string },
): Promise<number> => {
  // SendGrid separates its events by line breaks: whoever parses and writes them anew signs something else.
  const body = `[${events.map((event) => JSON.stringify(event)).join(',\r\n')}]\r\n`;
  const signature = createSign('sha256').update(`${timestamp}${body}`).sign(privateKey, 'base64');
  const headers = {
    'content-type': 'application/json',
    'x-twilio-email-event-webhook-signature': signature,
    'x-twilio-email-event-webhook-timestamp': String(timestamp),
  };
  return (await fetch(url, { method: 'POST', headers, body: tamper(body) })).status;
};
