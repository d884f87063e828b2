// What `npm run bench newsletter` is measured against: a bare loop over @sendgrid/mail that sends the same mail to as many people, without
// a database, without claims, without anything to know afterwards.   <url> <people>
import { Client } from '@sendgrid/client';
import { MailService } from '@sendgrid/mail';
import { memoryOf } from './measure';

const [url = '', people = '0'] = process.argv.slice(2);
const client = new Client();
client.setApiKey('SG.schluessel-eins');
client.setDefaultRequest('baseUrl', `${url}/`);
const service = new MailService();
service.setClient(client);
const html = `<p>${'Ein Abend für alle, die gründen. '.repeat(300)}</p><a href="{{unsubscribe}}">Abmelden</a>`;
for (let first = 0; first < Number(people); first += 1_000)
  await service.send({
    from: { email: 'newsletter@example.org', name: 'Park' },
    subject: 'Newsletter',
    content: [
      { type: 'text/plain', value: 'Ein Abend für alle, die gründen. {{unsubscribe}}' },
      { type: 'text/html', value: html },
    ],
    substitutionWrappers: ['{{', '}}'],
    personalizations: Array.from({ length: Math.min(1_000, Number(people) - first) }, (_, index) => {
      const link = `http://localhost:3000/abmelden/${'x'.repeat(90)}${first + index}`;
      return {
        to: { email: `leser-${first + index}@example.org` },
        headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        substitutions: { unsubscribe: link, preferences: link },
        customArgs: { dispatch_key: 'edition/1/0', attempt_number: '1', subscriber_id: String(first + index) },
      };
    }),
  });
console.log(`peak ${memoryOf(process.pid).peak}`);
