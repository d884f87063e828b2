import type { RightsRequestKind } from '#domain/rights-request';
import { type Words, words } from './words';

/** Field words of requests about somebody's own data. */
export const RIGHTS_REQUEST = {
  lead: words(
    'Tragen Sie ein, was per Brief, Telefon oder E-Mail kommt: Es ist binnen eines Monats zu beantworten (Art. 12 DSGVO). Wer den Link unter /newsletter/auskunft benutzt, bekommt Auskunft, Datei und Löschung sofort; das gehört nicht hierher.',
    'Enter what comes by post, phone or e-mail: it is to be answered within a month (Art. 12 GDPR). Whoever uses the link of /newsletter/auskunft gets access, file and erasure at once; that does not belong here.',
  ),
  kind: words('Worum geht es?', 'What is it about?'),
  reference: words('Zeichen', 'Reference'),
  referenceHint: words(
    'Unter welchem Zeichen Ihr Haus die Anfrage führt, zum Beispiel „DS 2027/3“. Bitte keine Namen oder Adressen.',
    'Under which sign your organisation keeps the request, for example “DS 2027/3”. Please no names or addresses.',
  ),
  receivedAt: words('Eingegangen (Berliner Zeit)', 'Received (Berlin time)'),
  extendedBecause: words('Warum um zwei Monate verlängert', 'Why extended by two months'),
  extendedHint: words(
    'Nur wenn die Anfrage schwierig ist oder sehr viele kommen. Wer fragt, muss die Gründe binnen des ersten Monats erfahren.',
    'Only where the request is complex or there are very many. Whoever asks must be told the reasons within the first month.',
  ),
  dueAt: words('Zu beantworten bis (Berliner Zeit)', 'To be answered by (Berlin time)'),
  answeredAt: words('Beantwortet (Berliner Zeit)', 'Answered (Berlin time)'),
  answeredHint: words(
    'Danach verschwindet die Anfrage von der Seite „Heute“.',
    'After that the request leaves the page “Today”.',
  ),
  today: words('Datenschutzanfragen', 'Data protection requests'),
} as const;

/** What somebody wants. */
export const RIGHTS_REQUEST_KIND_WORDS = {
  access: words('Auskunft (Art. 15)', 'Access (Art. 15)'),
  portability: words('Mitnahme der Daten (Art. 20)', 'Portability (Art. 20)'),
  erasure: words('Löschung (Art. 17)', 'Erasure (Art. 17)'),
  rectification: words('Berichtigung (Art. 16)', 'Rectification (Art. 16)'),
  restriction: words('Einschränkung der Verarbeitung (Art. 18)', 'Restriction of processing (Art. 18)'),
  objection: words('Widerspruch (Art. 21)', 'Objection (Art. 21)'),
} as const satisfies Record<RightsRequestKind, Words>;

/** Until when a request is to be answered, or that this is over; `day` in words. */
export const answerInWords = (day: Words, isOverdue: boolean): Words =>
  isOverdue
    ? words(
        `War zu beantworten bis ${day.de}: Bitte antworten Sie gleich.`,
        `Was to be answered by ${day.en}: please answer at once.`,
      )
    : words(`Zu beantworten bis ${day.de}`, `To be answered by ${day.en}`);
