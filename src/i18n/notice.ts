import type { DaysLeft } from '#domain/access';
import type { ContentKind, Language } from '#domain/content';
import type { EndingVersion } from '#domain/interface-version';
import type { NoticeKind } from '#domain/notice';
import type { Purpose } from '#domain/purpose';
import { PURPOSE_WORDS, type Words } from './words';

/**
 * What a notice about one thing says. `unclear` is a message nobody knows the fate of, `partly` an edition that not everybody got
 * for sure, `no-editor` a request that nobody of the carrier can be reached for, `still-public` a content that was to be taken back.
 */
type NoticeTopic =
  | Exclude<NoticeKind, 'digest' | 'edition-ready' | 'edition-test'>
  | 'partly'
  | 'unclear'
  | 'still-public'
  | 'access-ended'
  | 'version-ended';

/** Headings of notices; the subject adds title and channel. */
export const NOTICE_HEADINGS = {
  approval: { de: 'Bitte freigeben', en: 'Please approve' },
  'no-editor': { de: 'Niemand kann freigeben', en: 'Nobody can approve' },
  declined: { de: 'Abgelehnt', en: 'Declined' },
  failed: { de: 'Fehlgeschlagen', en: 'Failed' },
  partly: { de: 'Nicht an alle übermittelt', en: 'Not transmitted to everybody' },
  unclear: { de: 'Ungeklärt – bitte prüfen', en: 'Unclear – please check' },
  'handover-due': { de: 'Bitte bestätigen', en: 'Please confirm' },
  unpublished: { de: 'Nicht veröffentlicht', en: 'Not published' },
  'still-public': { de: 'Noch öffentlich', en: 'Still public' },
  'channel-stopped': { de: 'Kanal angehalten', en: 'Channel stopped' },
  'access-ends': { de: 'Zugang endet bald', en: 'Access ends soon' },
  'access-ended': { de: 'Zugang ist abgelaufen', en: 'Access has ended' },
  'version-ends': { de: 'Nordsüd bald aktualisieren', en: 'Update Nordsüd soon' },
  'version-ended': { de: 'Nordsüd jetzt aktualisieren', en: 'Update Nordsüd now' },
} as const satisfies Record<NoticeTopic, Words>;

/** What the button of a notice does. */
export const NOTICE_BUTTONS = {
  approval: { de: 'Ansehen und entscheiden', en: 'Look and decide' },
  'no-editor': { de: 'Ansehen und entscheiden', en: 'Look and decide' },
  declined: { de: 'Im Nachweis ansehen', en: 'See the ledger' },
  failed: { de: 'Im Nachweis ansehen', en: 'See the ledger' },
  partly: { de: 'Im Nachweis ansehen', en: 'See the ledger' },
  unclear: { de: 'Im Nachweis klären', en: 'Settle in the ledger' },
  'handover-due': { de: 'Veröffentlichung bestätigen', en: 'Confirm publication' },
  unpublished: { de: 'Inhalt öffnen', en: 'Open the content' },
  'still-public': { de: 'Inhalt öffnen', en: 'Open the content' },
  'channel-stopped': { de: 'Zum Kanal', en: 'To the channel' },
  'access-ends': { de: 'Zum Kanal', en: 'To the channel' },
  'access-ended': { de: 'Zum Kanal', en: 'To the channel' },
  'version-ends': { de: 'Zu den Kanälen', en: 'To the channels' },
  'version-ended': { de: 'Zu den Kanälen', en: 'To the channels' },
} as const satisfies Record<NoticeTopic, Words>;

/** Labels inside notices. */
export const NOTICE_WORDS = {
  exactText: { de: 'So wird es erscheinen', en: 'This is how it will appear' },
  sentText: { de: 'Um diesen Text geht es', en: 'This is the text in question' },
  reason: { de: 'Begründung', en: 'Reason' },
  answer: { de: 'Warum', en: 'Why' },
  picture: { de: 'Dazu das Bild', en: 'With the picture' },
  clause: { de: 'Grundlage', en: 'Based on' },
  proposal: { de: 'Vorschlag, nicht beschlossen', en: 'proposal, not adopted' },
  ownChannel: { de: 'eigener Inhalt auf eigenem Kanal', en: 'own content on an own channel' },
  approvalHint: {
    de: 'Im Nachweis können Sie freigeben, einen eigenen Text hinterlegen oder mit Begründung ablehnen.',
    en: 'In the ledger you can approve, put a text of your own, or decline with a reason.',
  },
  why: {
    de: 'Sie erhalten diese Nachricht, weil Sie für Ihr Haus in Nordsüd eingetragen sind.',
    en: 'You receive this message because you are registered in Nordsüd for your organisation.',
  },
} as const satisfies Record<string, Words>;

type Both = Record<Language, string>;

/** „…“ or “…”. */
export const quoted = (text: string): Words => ({ de: `„${text}“`, en: `“${text}”` });

/** What is asked of the carrying body. */
export const askSentence = (channel: string, kind: ContentKind, purpose: Purpose, owners: string): Words => ({
  de: `Ihr Kanal ${quoted(channel).de} soll ${TASKS[purpose].de(kind)} (${owners}).`,
  en: `Your channel ${quoted(channel).en} is to ${TASKS[purpose].en(kind)} (${owners}).`,
});

/** The same to those above, where nobody of the carrier could be asked by mail. */
export const noEditorSentence = (
  carrier: string,
  channel: string,
  kind: ContentKind,
  purpose: Purpose,
  owners: string,
): Words => ({
  de: `Der Kanal ${quoted(channel).de} soll ${TASKS[purpose].de(kind)} (${owners}). Für ${carrier} ist aber niemand mit der Rolle Redaktion eingetragen, der E-Mails zu Freigaben erhält. Bitte tragen Sie jemanden ein, oder entscheiden Sie im Nachweis.`,
  en: `The channel ${quoted(channel).en} is to ${TASKS[purpose].en(kind)} (${owners}). But nobody with the role Editor who gets mails about approvals is registered for ${carrier}. Please register somebody, or decide in the ledger.`,
});

/** When it leaves at the earliest: day, hour and zone; a newsletter leaves as an edition. */
export const leavesSentence = (day: Both, time: Both, medium: Medium): Words => ({
  de: `${MEDIUM[medium].de} geht frühestens am ${day.de}, um ${time.de} (Berliner Zeit) hinaus.`,
  en: `${MEDIUM[medium].en} leaves on ${day.en} at ${time.en} (Berlin time) at the earliest.`,
});

/** Its moment has come, so that it waits for a yes alone; silence may count as one. */
export const dueSentence = (medium: Medium, isSilenceYes: boolean): Words => {
  const [de, en] = isSilenceYes
    ? ['sobald Sie freigeben oder Ihr Schweigen als Freigabe gilt', 'as soon as you approve, or your silence counts as approval']
    : ['sobald Sie freigeben', 'as soon as you approve'];
  return medium === 'edition'
    ? { de: `Der Beitrag steht in der nächsten Ausgabe, ${de}.`, en: `It stands in the next edition ${en}.` }
    : { de: `${MEDIUM[medium].de} geht hinaus, ${de}.`, en: `${MEDIUM[medium].en} leaves ${en}.` };
};

/** What leaves. */
export type Medium = 'post' | 'edition' | 'feed';

/** What happens when nobody answers, by the approval rule. */
export const silenceSentence = (hours: number, clause: string | undefined): Words => ({
  de: `Wenn wir innerhalb von ${hours} Stunden nach Zustellung dieser Nachricht nichts von Ihnen hören, gilt das${clause ? ` nach Regel ${clause}` : ''} als Freigabe.`,
  en: `If we do not hear from you within ${hours} hours after this message was delivered, that counts as approval${clause ? ` under clause ${clause}` : ''}.`,
});

/** Without a rule of silence nothing leaves on its own. */
export const noSilenceSentence = (until: Both): Words => ({
  de: `Ohne Ihre Freigabe geht nichts hinaus. Entscheiden können Sie bis ${until.de}.`,
  en: `Without your approval nothing leaves. You can decide until ${until.en}.`,
});

/** Somebody said no. */
export const declinedSentence = (carrier: string, channel: string, purpose: Purpose): Words => ({
  de: `${carrier} hat die ${NOUN[purpose].de} auf dem Kanal ${quoted(channel).de} abgelehnt. Dort erscheint nichts.`,
  en: `${carrier} declined the ${NOUN[purpose].en} on the channel ${quoted(channel).en}. Nothing appears there.`,
});

/** The provider refused, or it was tried too often. */
export const failedSentence = (channel: string): Words => ({
  de: `Die Übermittlung an den Kanal ${quoted(channel).de} ist fehlgeschlagen. Dort ist nichts erschienen. Im Nachweis können Sie es noch einmal versuchen oder die Ausspielung zurückziehen.`,
  en: `The transmission to the channel ${quoted(channel).en} failed. Nothing appeared there. In the ledger you can try once more or withdraw the delivery.`,
});

/** Some batches of an edition were refused or have an unknown fate, others were accepted. */
export const partlySentence = (channel: string, people: number): Words => ({
  de: `Eine Ausgabe des Kanals ${quoted(channel).de} wurde übermittelt, aber nicht an alle: Bei ${people} ${people === 1 ? 'Abonnement' : 'Abonnements'} hat der Anbieter sie abgewiesen oder nicht geantwortet. Wir senden sie dorthin nicht noch einmal. Bitte sehen Sie beim Anbieter nach, woran es lag.`,
  en: `An edition of the channel ${quoted(channel).en} was transmitted, but not to everybody: for ${people} ${people === 1 ? 'subscription' : 'subscriptions'} the provider refused it or did not answer. We do not send it there again. Please look with the provider for the cause.`,
});

/** No answer that says anything: a person has to look. `AFTER_SILENCE` says what we do ourselves. */
export const unclearSentence = (channel: string): Words => ({
  de: `Bei der Übermittlung an den Kanal ${quoted(channel).de} kam keine eindeutige Antwort. Wir wissen nicht, ob der Beitrag erschienen ist. Bitte sehen Sie auf dem Kanal nach und halten Sie im Nachweis fest, was Sie dort finden.`,
  en: `The transmission to the channel ${quoted(channel).en} got no clear answer. We do not know whether the post appeared. Please look at the channel and note in the ledger what you find there.`,
});

/** The ready text lies with a person who has not confirmed yet. */
export const handoverDueSentence = (channel: string, purpose: Purpose, until: Both): Words => ({
  de: `Sie haben von uns einen fertigen Text (${PURPOSE_WORDS[purpose].de}) für den Kanal ${quoted(channel).de} erhalten. Haben Sie ihn veröffentlicht? Bitte bestätigen Sie das bis ${until.de}; danach vermerken wir den Beitrag als verpasst.`,
  en: `We sent you a finished text (${PURPOSE_WORDS[purpose].en}) for the channel ${quoted(channel).en}. Have you published it? Please confirm by ${until.en}; after that we note the post as missed.`,
});

/** A scheduled publication did not happen. */
export const unpublishedSentence = (title: string): Words => ({
  de: `${quoted(title).de} konnte zum geplanten Zeitpunkt nicht veröffentlicht werden. Meist fehlen Angaben, oder sie stimmen nicht mehr. Bitte öffnen Sie den Inhalt und wählen Sie „Änderungen veröffentlichen“: Dann steht an jedem Feld, was noch fehlt.`,
  en: `${quoted(title).en} could not be published at the planned time. Mostly details are missing or no longer right. Please open the content and choose “Publish changes”: then each field says what is missing.`,
});

/** A content was to be taken back at a planned time, which did not happen. */
export const stillPublicSentence = (title: string): Words => ({
  de: `${quoted(title).de} sollte ab dem geplanten Zeitpunkt nicht mehr öffentlich sein. Das hat nicht geklappt, der Inhalt ist weiterhin für alle zu sehen. Bitte öffnen Sie ihn und wählen Sie „Veröffentlichung aufheben“.`,
  en: `${quoted(title).en} was no longer to be public from the planned time on. That did not work, and everybody can still see the content. Please open it and choose “Unpublish”.`,
});

/** A channel's access to its account ends soon, or has ended. */
export const accessInWords = (channel: string, until: Both, days: DaysLeft): Words =>
  days === 0
    ? {
        de: `Der Zugang des Kanals ${quoted(channel).de} galt bis ${until.de}. Seither nimmt der Anbieter dort vermutlich nichts mehr an. Bitte verbinden Sie den Kanal neu oder tragen Sie dort einen neuen Zugangsschlüssel ein. Was dann noch wartet, geht hinaus, sobald der Kanal läuft und soweit es noch rechtzeitig ist.`,
        en: `The access of the channel ${quoted(channel).en} was good until ${until.en}. Since then the provider takes nothing more there, probably. Please connect the channel anew or enter a new access token there. What still waits then leaves once the channel runs, as far as it still is in time.`,
      }
    : {
        de: `Der Zugang des Kanals ${quoted(channel).de} gilt nur noch bis ${until.de}. Danach nimmt der Anbieter dort nichts mehr an. Bitte verbinden Sie den Kanal vorher neu oder tragen Sie dort einen neuen Zugangsschlüssel ein.`,
        en: `The access of the channel ${quoted(channel).en} is good until ${until.en} only. After that the provider takes nothing more there. Please connect the channel anew before, or enter a new access token there.`,
      };

/** The version of LinkedIn's interface that we speak ends soon, or may have ended. */
export const versionInWords = (until: Both, days: EndingVersion['days']): Words =>
  days === 0
    ? {
        de: `LinkedIn hat die Fassung seiner Schnittstelle, die Nordsüd spricht, bis ${until.de} zugesagt und kann sie jetzt jederzeit abschalten. Dann geht auf LinkedIn nichts mehr von selbst hinaus. Bitte sorgen Sie dafür, dass die Person, die Nordsüd betreibt, es jetzt aktualisiert oder eine neuere Fassung einstellt (LINKEDIN_VERSION).`,
        en: `LinkedIn promised the version of its interface that Nordsüd speaks until ${until.en} and may switch it off at any time now. Then nothing leaves for LinkedIn by itself any more. Please see to it that whoever runs Nordsüd updates it now or sets a newer version (LINKEDIN_VERSION).`,
      }
    : {
        de: `LinkedIn sagt die Fassung seiner Schnittstelle, die Nordsüd spricht, nur noch bis ${until.de} zu. Danach kann auf allen Kanälen von LinkedIn nichts mehr von selbst hinausgehen. Bitte sorgen Sie dafür, dass die Person, die Nordsüd betreibt, es vorher aktualisiert oder eine neuere Fassung einstellt (LINKEDIN_VERSION).`,
        en: `LinkedIn promises the version of its interface that Nordsüd speaks until ${until.en} only. After that nothing may leave by itself on any channel of LinkedIn. Please see to it that whoever runs Nordsüd updates it before, or sets a newer version (LINKEDIN_VERSION).`,
      };

const MEDIUM = {
  post: { de: 'Der Beitrag', en: 'The post' },
  edition: { de: 'Die Ausgabe', en: 'The edition' },
  feed: { de: 'Der Eintrag', en: 'The entry' },
} as const satisfies Record<Medium, Words>;

/** In German with its accusative and its nominative. */
const THINGS = {
  event: { whom: 'diese Veranstaltung', who: 'diese Veranstaltung', en: 'this event' },
  news: { whom: 'diese Meldung', who: 'diese Meldung', en: 'this news item' },
  'best-practice': { whom: 'dieses Praxisbeispiel', who: 'dieses Praxisbeispiel', en: 'this good practice' },
  call: { whom: 'diesen Aufruf', who: 'dieser Aufruf', en: 'this call' },
} as const satisfies Record<ContentKind, unknown>;

type Task = Record<Language, (kind: ContentKind) => string>;

const TASKS: Readonly<Record<Purpose, Task>> = {
  announce: { de: (kind) => `${THINGS[kind].whom} ankündigen`, en: (kind) => `announce ${THINGS[kind].en}` },
  remind: { de: (kind) => `an ${THINGS[kind].whom} erinnern`, en: (kind) => `remind of ${THINGS[kind].en}` },
  'last-call': {
    de: (kind) => `${THINGS[kind].whom} kurz vor Ablauf der Frist noch einmal nennen`,
    en: (kind) => `mention ${THINGS[kind].en} once more before its deadline`,
  },
  update: {
    de: (kind) => `melden, dass sich ${THINGS[kind].who} geändert hat`,
    en: (kind) => `report that ${THINGS[kind].en} has changed`,
  },
  cancel: {
    de: (kind) => `melden, dass ${THINGS[kind].who} ${kind === 'event' ? 'nicht stattfindet' : 'zurückgezogen wurde'}`,
    en: (kind) => `report that ${THINGS[kind].en} ${kind === 'event' ? 'does not take place' : 'was withdrawn'}`,
  },
};

const NOUN = {
  announce: { de: 'Ankündigung', en: 'announcement' },
  remind: { de: 'Erinnerung', en: 'reminder' },
  'last-call': { de: 'Erinnerung an die Frist', en: 'last call' },
  update: { de: 'Änderungsmeldung', en: 'correction' },
  cancel: { de: 'Absagemeldung', en: 'cancellation' },
} as const satisfies Record<Purpose, Words>;
