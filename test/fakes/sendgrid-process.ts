// SendGrid's stand-in as a process of its own that takes everything and keeps nothing:
//
//   node --import tsx test/fakes/sendgrid-process.ts
//     prints `listening http://127.0.0.1:<port>`, then `took <people>` per request; ends on SIGTERM
import { startSendgrid } from './sendgrid';

const standIn = await startSendgrid({ count: (people) => console.log(`took ${people}`) });
console.log(`listening ${standIn.url}`);
process.once('SIGTERM', () => void standIn.close());
