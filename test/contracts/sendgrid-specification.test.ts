// What we send to SendGrid, held against its own specification by Prism.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSendgrid } from '#channels/sendgrid';
import type { Mail } from '#domain/message';
import { now } from '#runtime/clock';
import { watchConnections } from './loopback-guard';
import { newsletter, notice } from './messages';
import { startPrism } from './prism';

let baseUrl = '';
let stop = () => {};
beforeAll(async () => {
  ({ baseUrl, stop } = await startPrism('sendgrid-mail-v3.json'));
});
afterAll(() => stop());

const send = (mail: Mail) => openSendgrid({ apiKey: 'SG.test', region: 'eu', baseUrl, now }).send(mail, 'edition/1/0', 2);

const many = (count: number): Mail => newsletter(...Array.from({ length: count }, (_, index) => `leser-${index}@example.org`));

describe('SendGrid by its specification', () => {
  it.each([
    ['a newsletter to one person', newsletter('anna@example.org')],
    ['a newsletter to a thousand', many(1_000)],
    ['a newsletter without anybody to reply to', { ...newsletter('anna@example.org'), replyTo: undefined }],
    ['a notice', notice('anna@example.org')],
  ])('takes %s', async (_name, mail) => {
    const guard = watchConnections();
    expect(await send(mail)).toMatchObject({ kind: 'accepted', accepted: mail.recipients.length });
    guard.stop();
    expect(guard.foreign).toEqual([]);
  });

  it.each([
    ['an address that is none', newsletter('keine-adresse')],
    ['no subject', { ...newsletter('anna@example.org'), subject: '' }],
    ['an empty text', { ...newsletter('anna@example.org'), text: '' }],
    ['a sender that is none', { ...newsletter('anna@example.org'), from: 'Niemand <niemand>' }],
  ])('refuses %s, and we say so', async (_name, mail) => {
    expect(await send(mail)).toMatchObject({ kind: 'rejected', code: 'http-400' });
  });

  it('takes a thousand people and refuses one more, whom we never hand to it', async () => {
    const status = async (count: number): Promise<number> => {
      const personalizations = many(count).recipients.map(({ address }) => ({ to: [{ email: address }] }));
      const content = [{ type: 'text/plain', value: 'Guten Tag' }];
      const body = JSON.stringify({ personalizations, from: { email: 'a@example.org' }, subject: 'Betreff', content });
      const headers = { authorization: 'Bearer SG.test', 'content-type': 'application/json' };
      return (await fetch(`${baseUrl}/v3/mail/send`, { method: 'POST', headers, body })).status;
    };
    expect([await status(1_000), await status(1_001)]).toEqual([202, 400]);
    await expect(send(many(1_001))).rejects.toThrow(RangeError);
  });
});
