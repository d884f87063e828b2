import type { Decided } from '#domain/decided';
import type { NoLongerTrue } from '#domain/handover';
import type { Stop } from '#domain/stop';
import { NO_LONGER_TRUE } from './mail';
import { type Words, words } from './words';

/** Headings and labels of the page about one ledger row, and of the list of them. */
export const LEDGER_PAGE = {
  next: words('Wie es steht', 'How it stands'),
  facts: words('Worum es geht', 'What it is about'),
  textPlanned: words('So wird es erscheinen', 'How it will appear'),
  textSent: words('So ist es hinausgegangen', 'What was sent'),
  textAmended: words('So steht es jetzt beim Netzwerk', 'How it stands at the network now'),
  textLast: words('So stand es zuletzt beim Netzwerk', 'How it stood at the network last'),
  textHanded: words('Dieser Text wurde übergeben', 'This text was handed over'),
  textNever: words('So wäre es erschienen', 'How it would have appeared'),
  textNow: words('Text nach heutigem Stand', 'Text as of today'),
  textAgain: words('Text für einen neuen Versuch', 'Text for another try'),
  textHandedOver: words('Text zum Veröffentlichen', 'Text to publish'),
  history: words('Verlauf (Berliner Zeit)', 'History (Berlin time)'),
  technical: words('Technische Angaben', 'Technical details'),
  from: words('Von', 'From'),
  carrier: words('Getragen von', 'Carried by'),
  channel: words('Kanal', 'Channel'),
  purpose: words('Anlass', 'Purpose'),
  because: words('Weil', 'Because'),
  clause: words('Regel', 'Clause'),
  agreed: words('beschlossen', 'agreed'),
  proposal: words('Vorschlag, nicht beschlossen', 'proposal, not agreed'),
  alsoFulfils: words('Erfüllt auch', 'Also fulfils'),
  due: words('Geplant für', 'Planned for'),
  latest: words('Spätestens', 'At the latest'),
  approval: words('Freigabe', 'Approval'),
  content: words('Inhalt', 'Content'),
  post: words('Zu sehen unter', 'To be seen at'),
  postOnce: words('War zu sehen unter', 'Was to be seen at'),
  deleted: words('inzwischen gelöscht', 'deleted since'),
  see: words('Beitrag ansehen ↗', 'See the post ↗'),
  cost: words('Kosten', 'Cost'),
  edition: words('Ausgabe', 'Edition'),
  showEdition: words('Ausgabe ansehen', 'See the edition'),
  attempt: words('Versuch', 'Attempt'),
  noContent: words(
    'Der Inhalt ist nicht mehr veröffentlicht; es gibt keinen Text zu zeigen.',
    'The content is no longer published; there is no text to show.',
  ),
  newsletterHint: words('Eintrag im Newsletter, als reiner Text gezeigt.', 'Entry of the newsletter, shown as plain text.'),
  feedHint: words('Eintrag im Feed, als reiner Text gezeigt.', 'Entry of the feed, shown as plain text.'),
  ownTextUsed: words('Eigener Text des Akteurs.', 'Own text of the carrier.'),
  noHistory: words('Bisher ist nichts geschehen.', 'Nothing has happened so far.'),
  noticed: words('Um Freigabe gebeten', 'Approval was asked for'),
  silent: words('Schweigen galt als Ja', 'Silence counted as yes'),
  sent: words('Übermittelt', 'Transmitted'),
  by: words('von', 'by'),
  reason: words('Grund', 'Reason'),
  unpublished: words('nicht mehr veröffentlicht', 'no longer published'),
  copied: words('Kopiert.', 'Copied.'),
} as const;

/** What somebody decided; who it was follows. */
export const DECIDED_WORDS: Readonly<Record<Decided, Words>> = {
  approved: words('Freigegeben', 'Approved'),
  reworded: words('Eigener Text', 'Own text'),
  again: words('Erneut zum Senden freigegeben', 'Let leave once more'),
  declined: words('Abgelehnt', 'Declined'),
  withdrawn: words('Zurückgezogen', 'Withdrawn'),
  confirmed: words('Als veröffentlicht bestätigt', 'Confirmed as published'),
};

/** Moments named in the sentences below come with their zone. */
type Facts = { readonly carrier: string; readonly latest: string };

/** How a row stands that nobody was asked about yet; `ask` says when that happens. */
export const plannedSentence = ({ carrier }: Facts, ask: Words | undefined, way: Way): Words => {
  if (ask !== undefined)
    return words(
      `${carrier} entscheidet, ob das hinausgeht. Die Bitte um Freigabe folgt ${ask.de}.`,
      `${carrier} decides whether this leaves. Approval will be asked for ${ask.en}.`,
    );
  return way === 'block'
    ? words(
        'Die Ausspielung kommt in den Baustein, ohne Rückfrage.',
        'The delivery comes into the block, without asking anybody.',
      )
    : words(
        'Die Ausspielung geht zum geplanten Zeitpunkt hinaus, ohne Rückfrage.',
        'The delivery leaves at its time, without asking anybody.',
      );
};

/** When approval is asked for: at a moment in words, or at once. */
export const askedAt = (moment: string | undefined): Words =>
  moment === undefined ? words('in Kürze', 'shortly') : words(`am ${moment}`, `on ${moment}`);

/** How a row stands that waits for a yes; `silence` says what happens without an answer. */
export const awaitingSentence = ({ carrier, latest }: Facts, silence: Words | undefined): Words => ({
  de: `${carrier} entscheidet, ob das hinausgeht. ${silence?.de ?? `Ohne Freigabe bis ${latest} erscheint nichts.`}`,
  en: `${carrier} decides whether this leaves. ${silence?.en ?? `Without approval by ${latest} nothing appears.`}`,
});

/** Silence counts as yes from then on. */
export const silenceSentence = (from: string): Words =>
  words(`Ohne Antwort gilt ab ${from} als Ja.`, `Without an answer it counts as yes from ${from} on.`);

/** Nobody was reached yet, so that silence means nothing. */
export const unreachedSentence = (hours: number): Words =>
  words(
    `Noch ist keine Benachrichtigung zugestellt. Erst danach laufen die ${hours} Stunden, nach denen Schweigen als Ja gilt.`,
    `No notice has been delivered yet. Only then the ${hours} hours begin after which silence counts as yes.`,
  );

/** What kind of channel a sentence speaks of: an entry appears, an edition leaves, a person copies a block, a post goes out. */
export type Way = 'feed' | 'newsletter' | 'block' | 'post';

/** How a row stands that only waits for its moment; `due` is undefined when that has come. */
export const readySentence = (due: string | undefined, way: Way): Words => {
  if (due === undefined) return DUE[way];
  switch (way) {
    case 'feed':
      return words(`Erscheint am ${due} im Feed.`, `Appears in the feed on ${due}.`);
    case 'newsletter':
      return words(`Steht für die Ausgabe vom ${due} bereit.`, `Is ready for the edition of ${due}.`);
    case 'block':
      return words(`Steht im Baustein für die Ausgabe vom ${due} bereit.`, `Is ready in the block for the edition of ${due}.`);
    case 'post':
      return words(`Geht am ${due} hinaus.`, `Leaves on ${due}.`);
  }
};

const LEAVES_SHORTLY = words('Geht in Kürze hinaus.', 'Leaves shortly.');

const DUE: Readonly<Record<Way, Words>> = {
  feed: LEAVES_SHORTLY,
  newsletter: LEAVES_SHORTLY,
  post: LEAVES_SHORTLY,
  block: words(
    'Wartet im Baustein, bis jemand es in den Newsletter übernimmt und das dort bestätigt.',
    'Waits in the block until somebody takes it over into the newsletter and confirms that there.',
  ),
};

/** What keeps a row from leaving as planned, whatever else is said of it. */
export const STOPS: Readonly<Record<Stop, Words>> = {
  channel: words(
    'Der Kanal ist angehalten. Was fällig ist, wartet und geht hinaus, sobald er wieder läuft.',
    'The channel is stopped. What is due waits and leaves as soon as it goes on.',
  ),
  'by-hand': words(
    'Der Kanal kann gerade nicht selbst veröffentlichen. Was fällig wird, bekommt die zuständige Person als fertigen Text per E-Mail.',
    'The channel cannot publish by itself at the moment. What becomes due goes to the person in charge as finished text by mail.',
  ),
  all: words(
    'Alles ist angehalten. Was fällig ist, wartet und geht hinaus, sobald es weitergeht.',
    'Everything is stopped. What is due waits and leaves as soon as things go on.',
  ),
};

/** An own text that fell away, what leaves instead, and where a new one is written. */
export const TEXT_LOST = {
  what: words(
    'Der eigene Text entfällt: Der Inhalt hat sich geändert, seit er geschrieben wurde. Hinaus geht der Text, der unten steht.',
    'The own text is dropped: the content has changed since it was written. What leaves is the text below.',
  ),
  here: words('Sie können ihn anpassen und wieder verwenden.', 'You can adapt it and use it again.'),
  inEdition: words('Einen neuen schreiben Sie in der Ausgabe.', 'You write a new one in the edition.'),
} as const;

/** How a row stands that went out; `at` in words. */
export const sentSentence = (at: string, way: Way): Words => {
  if (way === 'feed') return words(`Steht im Feed seit ${at}.`, `In the feed since ${at}.`);
  return way === 'block'
    ? words(`In den Newsletter übernommen am ${at}.`, `Taken over into the newsletter on ${at}.`)
    : words(`Hinausgegangen am ${at}.`, `Left on ${at}.`);
};

/** How a row stands whose text a person has to post. */
export const handedOverSentence = (askUntil: string | undefined): Words => ({
  de: `Die zuständige Person hat den fertigen Text per E-Mail erhalten. Bitte veröffentlichen Sie ihn von Hand und bestätigen Sie das hier${
    askUntil ? ` bis ${askUntil}. Danach gilt die Ausspielung als verpasst.` : '.'
  }`,
  en: `The person in charge received the finished text by mail. Please publish it by hand and confirm that here${
    askUntil ? ` by ${askUntil}. After that the delivery counts as missed.` : '.'
  }`,
});

/** How a row stands whose text was handed to a person and is no longer right. */
export const overtakenSentence = (why: NoLongerTrue, askUntil: string | undefined): Words => ({
  de: `${NO_LONGER_TRUE[why].de} Haben Sie den übergebenen Text schon veröffentlicht? Dann bestätigen Sie das bitte${
    askUntil ? ` bis ${askUntil}` : ''
  }; sonst ist nichts zu tun.`,
  en: `${NO_LONGER_TRUE[why].en} Have you published the text already? Then please confirm that${
    askUntil ? ` by ${askUntil}` : ''
  }; otherwise there is nothing to do.`,
});

/** How all other rows stand. */
export const STANDS = {
  sending: words(
    'Wird gerade übermittelt. Laden Sie die Seite in einer Minute neu, um das Ergebnis zu sehen.',
    'Is being transmitted. Reload the page in a minute to see the result.',
  ),
  unconfirmed: words(
    'Es kam keine eindeutige Antwort. Ob das erschienen ist, lässt sich nur auf dem Kanal sehen: Bitte sehen Sie dort nach und antworten Sie hier.',
    'No clear answer came. Whether this appeared can only be seen on the channel: please look there and answer here.',
  ),
  failed: words('Die Übermittlung ist fehlgeschlagen, es ist nichts erschienen.', 'The transmission failed, nothing appeared.'),
  declined: words('Diese Ausspielung wurde abgelehnt und geht nicht hinaus.', 'This delivery was declined and will not leave.'),
  missed: words('Diese Ausspielung ist nicht hinausgegangen.', 'This delivery did not leave.'),
  withdrawn: words(
    'Diese Ausspielung wurde zurückgezogen und geht nicht hinaus.',
    'This delivery was withdrawn and will not leave.',
  ),
} as const;

/** Why something failed, and what helps where its network has the same text already. */
export const FAILED = {
  why: words('Warum', 'Why'),
  reword: words('Mit einem eigenen Text versucht Nordsüd es noch einmal.', 'With a text of your own Nordsüd tries once more.'),
} as const;

/** Who decides, for those who may not. */
export const deciders = (carrier: string): Words =>
  words(
    `Entscheiden kann die Redaktion dieses Akteurs: ${carrier}. Außerdem die Koordination und die Administration.`,
    `The editors of this organisation decide: ${carrier}. So do coordination and administration.`,
  );

/** Tabs above the ledger's list. */
export const LEDGER_TABS = {
  label: words('Ausspielungen nach Stand', 'Deliveries by status'),
  all: words('Alle', 'All'),
  awaiting: words('Freigabe nötig', 'Approval needed'),
  byHand: words('Von Hand bestätigen', 'Confirm by hand'),
  unclear: words('Ungeklärt', 'Unclear'),
  failed: words('Fehlgeschlagen', 'Failed'),
  upcoming: words('Geplant', 'Upcoming'),
  sent: words('Übermittelt', 'Transmitted'),
} as const;

/** What the ledger is, above its list. */
export const LEDGER_HINT = words(
  'Jede Zeile ist eine Ausspielung: welcher Inhalt wann auf welchem Kanal erscheint und welche Regel der Vereinbarung das verlangt. Zeilen entstehen von selbst, sobald ein Inhalt veröffentlicht ist.',
  'Every row is a delivery: which content appears when on which channel, and which clause of the agreement asks for it. Rows come into being by themselves as soon as a content is published.',
);

/** `2 Tage 3 Stunden`, `5 Stunden`, `12 Minuten`; whole units, minutes rounded up. */
export const durationInWords = (minutes: number): Words => {
  const whole = Math.max(1, Math.ceil(minutes));
  const [days, hours] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60)];
  if (days > 0) return joined([counted(days, DAY), counted(hours, HOUR)]);
  return hours > 0 ? joined([counted(hours, HOUR), counted(whole % 60, MINUTE)]) : counted(whole, MINUTE);
};

/** What stands before a running countdown. */
export const STILL = words('noch', 'still');

type Unit = readonly [one: Words, many: Words];
const DAY: Unit = [words('Tag', 'day'), words('Tage', 'days')];
const HOUR: Unit = [words('Stunde', 'hour'), words('Stunden', 'hours')];
const MINUTE: Unit = [words('Minute', 'minute'), words('Minuten', 'minutes')];

const counted = (count: number, [one, many]: Unit): Words => {
  const unit = count === 1 ? one : many;
  return count === 0 ? words('', '') : words(`${count} ${unit.de}`, `${count} ${unit.en}`);
};

const joined = (parts: readonly Words[]): Words => ({
  de: parts
    .map(({ de }) => de)
    .filter(Boolean)
    .join(' '),
  en: parts
    .map(({ en }) => en)
    .filter(Boolean)
    .join(' '),
});
