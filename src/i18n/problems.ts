import type { Language } from '#domain/content';
import type { Problem, ProblemCode } from '#domain/problems';
import { ACCOUNT_REFUSALS } from './account-refusals';
import type { Words } from './words';

/** What is wrong with a content and what to do, in one sentence for its field. */
export const problemText = (problem: Problem, language: Language): string =>
  fill(CONTENT_PROBLEMS[problem.code][language], problem.max);

/** Why something cannot be saved or deleted; `{…}` is filled in. */
export const REFUSALS = {
  failed: {
    de: 'Das hat nicht geklappt, der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal oder wenden Sie sich an Ihre Koordination.',
    en: 'That did not work, and the fault is ours. Please try again or ask your coordinator.',
  },
  liesAhead: {
    de: 'Dieser Zeitpunkt liegt in der Zukunft. Bitte prüfen Sie das Datum.',
    en: 'This moment lies in the future. Please check the date.',
  },
  locked: {
    de: 'Das bearbeitet gerade jemand anderes. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    en: 'Somebody else is editing this. Please try again in a few minutes.',
  },
  linkExpired: {
    de: 'Der Link gilt nicht mehr. Bitte fordern Sie einen neuen an.',
    en: 'The link is no longer valid. Please ask for a new one.',
  },
  authorPublishes: {
    de: 'Mit der Rolle Erfassung speichern Sie Entwürfe. Zum Veröffentlichen und zum Ändern von Veröffentlichtem wenden Sie sich bitte an Ihre Redaktion.',
    en: 'With the role Entry you save drafts. Please ask your editors to publish or to change what is published.',
  },
  wasPublished: {
    de: 'Dieser Inhalt war schon veröffentlicht und kann nicht endgültig gelöscht werden. Legen Sie ihn stattdessen in den Papierkorb.',
    en: 'This content was published before and cannot be deleted for good. Move it to the trash instead.',
  },
  inUse: {
    de: 'Das wird noch verwendet und kann deshalb nicht gelöscht werden: {what}.',
    en: 'This is still in use and therefore cannot be deleted: {what}.',
  },
  chosenGone: {
    de: 'Was hier ausgewählt ist, gibt es nicht mehr. Bitte wählen Sie etwas anderes.',
    en: 'What is chosen here is gone. Please choose something else.',
  },
  channelInUse: {
    de: 'Dieser Kanal wird noch gebraucht ({what}) und deshalb nicht gelöscht. Nehmen Sie stattdessen das Häkchen bei „Aktiv“ heraus.',
    en: 'This channel is still needed ({what}) and therefore not deleted. Take out the tick at “Active” instead.',
  },
  adopted: {
    de: 'Diese Fassung ist beschlossen und kann nicht mehr geändert werden. Legen Sie für Änderungen eine neue Fassung an, am einfachsten mit „Duplizieren“.',
    en: 'This version has been adopted and cannot be changed any more. Create a new version for changes, most easily with “Duplicate”.',
  },
  lastAdmin: {
    de: 'Das ist das letzte Konto der Administration, mit dem sich schon jemand angemeldet hat. Laden Sie zuerst eine weitere Person ein, und warten Sie, bis sie sich angemeldet hat.',
    en: 'This is the last administration account that anybody has logged in with. Invite another person first, and wait until that person has logged in.',
  },
  notYourself: {
    de: 'Ihr eigenes Benutzerkonto können Sie nicht inaktiv setzen. Bitten Sie eine andere Person der Administration darum.',
    en: 'You cannot make your own account inactive. Please ask another administrator to do it.',
  },
  hasHistory: {
    de: 'Dieses Benutzerkonto hat eine Geschichte ({what}) und wird deshalb nicht gelöscht. Setzen Sie es stattdessen auf inaktiv.',
    en: 'This account has a history ({what}) and is therefore not deleted. Make it inactive instead.',
  },
  invitationNotSent: {
    de: 'Die Einladung ließ sich nicht verschicken. Bitte prüfen Sie die E-Mail-Adresse und versuchen Sie es später noch einmal.',
    en: 'The invitation could not be sent. Please check the e-mail address and try again later.',
  },
  invitationClosed: {
    de: 'Diese Person hat sich schon angemeldet oder ist inaktiv. Über „Passwort vergessen“ bekommt sie ein neues Passwort.',
    en: 'This person has logged in already or is inactive. “Forgot password” gives a new password.',
  },
  notYours: {
    de: 'Dieses Benutzerkonto dürfen Sie nicht ändern.',
    en: 'You may not change this account.',
  },
  linkSpent: {
    de: 'Dieser Link gilt nicht mehr. Lassen Sie sich über „Passwort vergessen?“ auf der Anmeldeseite einen neuen schicken.',
    en: 'This link is no longer valid. Please have a new one sent by “Forgot password?” on the login page.',
  },
  firstCode: {
    de: 'Das ist nicht der Code, der beim letzten Start auf der Konsole stand.',
    en: 'That is not the code that the console showed at the last start.',
  },
  emailTaken: {
    de: 'Mit dieser E-Mail-Adresse gibt es schon ein Benutzerkonto. Sie finden es in der Liste der Benutzerkonten.',
    en: 'There is an account with this e-mail address already. You find it in the list of user accounts.',
  },
  roleTooHigh: {
    de: 'Die Koordination vergibt nur die Rollen Redaktion und Erfassung.',
    en: 'Coordinators can only assign the roles Editing and Entry.',
  },
  organisationMissing: {
    de: 'Bitte wählen Sie den Akteur, für den die Person arbeitet.',
    en: 'Please choose the organisation the person works for.',
  },
  passwordShort: {
    de: 'Das Passwort braucht mindestens {min} Zeichen.',
    en: 'The password needs at least {min} characters.',
  },
  pictureMissing: { de: 'Bitte wählen Sie ein Bild aus.', en: 'Please choose a picture.' },
  pictureKind: {
    de: 'Bitte laden Sie ein Bild im Format JPEG, PNG oder WebP hoch.',
    en: 'Please upload a picture as JPEG, PNG or WebP.',
  },
  pictureHuge: {
    de: 'Das Bild hat zu viele Bildpunkte. Erlaubt sind {max} Millionen, bitte verkleinern Sie es.',
    en: 'The picture has too many pixels. {max} million are allowed, please make it smaller.',
  },
  pictureBroken: {
    de: 'Das Bild lässt sich nicht lesen. Bitte speichern Sie es neu und laden Sie es noch einmal hoch.',
    en: 'The picture cannot be read. Please save it again and upload it once more.',
  },
  slug: {
    de: 'Nur Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche, zum Beispiel science-park-kassel.',
    en: 'Only lower-case letters a to z, digits and single hyphens, for example science-park-kassel.',
  },
  slugReserved: {
    de: 'Dieser Kurzname ist vergeben. Bitte wählen Sie einen anderen.',
    en: 'This short name is taken. Please choose another.',
  },
  website: {
    de: 'Bitte eine vollständige Adresse eintragen, zum Beispiel https://www.example.org.',
    en: 'Please enter a complete address, for example https://www.example.org.',
  },
  hashtag: {
    de: 'Hashtags bestehen nur aus Buchstaben und Ziffern, ohne Rautezeichen und Leerzeichen, höchstens 50 Zeichen.',
    en: 'Hashtags consist of letters and digits only, without hash sign and spaces, 50 characters at most.',
  },
  pdfMissing: { de: 'Bitte wählen Sie eine PDF-Datei aus.', en: 'Please choose a PDF file.' },
  pdfKind: {
    de: 'Diese Datei ist kein PDF. Bitte speichern Sie sie als PDF.',
    en: 'This file is no PDF. Please save it as PDF.',
  },
  pdfLarge: {
    de: 'Die Datei ist größer als {max} MB. Bitte verkleinern Sie sie.',
    en: 'The file is larger than {max} MB. Please make it smaller.',
  },
  pdfActive: {
    de: 'Die Datei enthält ein Programm oder einen Anhang. Bitte drucken Sie sie neu als PDF.',
    en: 'The file holds a program or an attachment. Please print it to PDF again.',
  },
  endsBeforeStart: {
    de: 'Das Ende muss nach dem Anfang liegen. Bitte ändern Sie eine der beiden Angaben.',
    en: 'The end must lie after the beginning. Please change one of them.',
  },
  ownHouse: { de: 'Ein Akteur kann nicht sein eigenes Haus sein.', en: 'An organisation cannot be its own house.' },
  wallTime: { de: 'Bitte eine Uhrzeit wie 07:30 eintragen.', en: 'Please enter a time such as 07:30.' },
  neededForNewsletter: { de: 'Ein Newsletter braucht diese Angabe.', en: 'A newsletter needs this.' },
  senderForm: {
    de: 'Bitte so eintragen: Name <adresse@example.org>',
    en: 'Please enter it like this: Name <address@example.org>',
  },
  addressUmlaut: {
    de: 'In E-Mail-Adressen gehen hier keine Umlaute und Sonderzeichen. Eine Domain mit Umlaut tragen Sie bitte in der Schreibweise ein, die mit „xn--“ beginnt; Ihre IT kennt sie.',
    en: 'E-mail addresses take no umlauts or special characters here. Please enter a domain with an umlaut in its spelling that begins with “xn--”; your IT knows it.',
  },
  ownerNeeded: {
    de: 'Bitte eintragen, wer den fertigen Text bekommt.',
    en: 'Please enter who receives the ready text.',
  },
  ...ACCOUNT_REFUSALS,
  viaUnfit: {
    de: 'Dieser Weg passt nicht zur Art des Kanals.',
    en: 'This way does not fit the kind of channel.',
  },
  wholeBetween: {
    de: 'Bitte eine ganze Zahl von {min} bis {max} eintragen.',
    en: 'Please enter a whole number from {min} to {max}.',
  },
  priceBetween: {
    de: 'Bitte einen Preis von 0 bis {max} Cent eintragen, zum Beispiel 1,5.',
    en: 'Please enter a price from 0 to {max} cents, for example 1.5.',
  },
  budgetSmall: {
    de: 'Das reicht nicht für einen Beitrag mit Link und beschriebenem Bild, der {price} Cent kostet. Bitte mehr eintragen oder leer lassen.',
    en: 'That does not pay for a post with a link and a described picture, which costs {price} cents. Please enter more or leave it empty.',
  },
  leadNeeded: {
    de: 'Wenn jemand die Ausgabe freigeben soll, braucht die Redaktion Zeit. Bitte mindestens 1 Stunde eintragen.',
    en: 'If somebody is to approve the edition, editors need time. Please enter at least 1 hour.',
  },
  colour: {
    de: 'Bitte eine Farbe wie #124e78 eintragen: ein #, dann sechs Ziffern oder Buchstaben von a bis f.',
    en: 'Please enter a colour such as #124e78: a #, then six digits or letters from a to f.',
  },
  colourPale: {
    de: 'Diese Farbe ist auf Weiß schlecht lesbar. Bitte eine dunklere wählen.',
    en: 'This colour is hard to read on white. Please choose a darker one.',
  },
} as const satisfies Record<string, Words>;

/** What a refusal is about. */
export type RefusalCode = keyof typeof REFUSALS;

/** A refusal in words, its `{…}` replaced. */
export const refusal = (code: RefusalCode, language: Language, facts: Readonly<Record<string, string | number>> = {}): string =>
  Object.entries(facts).reduce<string>(
    (text, [name, value]) => text.replace(`{${name}}`, typeof value === 'number' ? numberIn(value, language) : value),
    REFUSALS[code][language],
  );

const numberIn = (value: number, language: Language): string =>
  language === 'de' ? String(value).replace('.', ',') : String(value);

const fill = (text: string, max: number | undefined): string => text.replace('{max}', String(max));

const CONTENT_PROBLEMS: Readonly<Record<ProblemCode, Words>> = {
  missing: {
    de: 'Bitte ausfüllen, das wird zum Veröffentlichen gebraucht.',
    en: 'Please fill in, this is needed for publishing.',
  },
  'german-missing': {
    de: 'Die deutsche Fassung fehlt noch. Bitte oben auf Deutsch umschalten und dort ausfüllen.',
    en: 'The German version is missing. Please switch to German at the top and fill it in there.',
  },
  'bad-date': {
    de: 'Bitte Datum und Uhrzeit so eintragen: 10.01.2027 18:00.',
    en: 'Please enter date and time like this: 10.01.2027 18:00.',
  },
  'too-long': { de: 'Zu lang: erlaubt sind {max} Zeichen.', en: 'Too long: {max} characters are allowed.' },
  'no-web-address': {
    de: 'Bitte eine vollständige Adresse eintragen, zum Beispiel https://www.example.org/anmeldung.',
    en: 'Please enter a complete address, for example https://www.example.org/register.',
  },
  over: {
    de: 'Der Beginn liegt in der Vergangenheit. Bitte den Termin prüfen: Was vorbei ist, wird nicht mehr beworben.',
    en: 'The start lies in the past. Please check the date: what is over is not promoted any more.',
  },
  'no-email': {
    de: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.org.',
    en: 'Please enter an e-mail address, for example name@example.org.',
  },
  'end-before-start': {
    de: 'Das Ende liegt vor dem Beginn. Bitte eine der beiden Angaben ändern.',
    en: 'The end lies before the start. Please change one of them.',
  },
  'deadline-after-start': {
    de: 'Der Anmeldeschluss liegt nach dem Beginn. Bitte einen früheren Zeitpunkt eintragen.',
    en: 'The deadline lies after the start. Please enter an earlier time.',
  },
  'embargo-after-start': {
    de: 'Die Sperrfrist endet erst nach dem Beginn. Bitte einen früheren Zeitpunkt eintragen.',
    en: 'The embargo ends after the start. Please enter an earlier time.',
  },
  'previous-missing': {
    de: 'Bitte den bisherigen Beginn eintragen, damit alle sehen, was sich ändert.',
    en: 'Please enter the previous start so that everybody sees what changes.',
  },
  'previous-same': {
    de: 'Der bisherige Beginn ist derselbe wie der neue. Bitte einen der beiden ändern.',
    en: 'The previous start equals the new one. Please change one of them.',
  },
  'place-not-online': {
    de: 'Die Veranstaltung findet vor Ort statt. Bitte die Region des Orts wählen.',
    en: 'The event takes place on site. Please choose the region of the place.',
  },
  'link-missing': {
    de: 'Bitte den Link eintragen, der zur Anmeldung oder zur Teilnahme führt: Einen Ort gibt es nicht.',
    en: 'Please enter the link that leads to registering or taking part: there is no place.',
  },
  'reason-missing': {
    de: 'Bitte kurz angeben, warum der Inhalt nicht beworben werden soll.',
    en: 'Please say briefly why the content should not be promoted.',
  },
};
