import { MIN_PASSWORD } from '#domain/password';
import { PROMOTION } from './promotion-page';
import type { Words } from './words';

/** What a wrong password, an unknown address and a locked account all get to read: nobody learns which accounts there are. */
const LOGIN_REFUSED: Words = {
  de: 'E-Mail-Adresse oder Passwort stimmen nicht. Nach fünf falschen Versuchen ist ein Benutzerkonto zehn Minuten lang gesperrt.',
  en: 'The e-mail address or the password is wrong. After five wrong tries an account is locked for ten minutes.',
};

/** Says how long it must be before it is refused. */
const NEW_PASSWORD: Words = {
  de: `Neues Passwort (mindestens ${MIN_PASSWORD} Zeichen)`,
  en: `New password (at least ${MIN_PASSWORD} characters)`,
};

/** Words of ours under keys of ours, by language: labels of tabs beside a form may only be keys. */
export const OUR_KEYS = {
  de: { tabs: { promotion: PROMOTION.title.de } },
  en: { tabs: { promotion: PROMOTION.title.en } },
} as const;

/** Of a button's collection Payload reads out both languages at once, as `[object Object]`: what it does says enough. */
const ADD_NEW = { de: 'Neu anlegen', en: 'Add new' } as const;
const EDIT = { de: 'Bearbeiten', en: 'Edit' } as const;

/** Words of ours in Payload's English. */
export const PAYLOAD_ENGLISH = {
  authentication: { newPassword: NEW_PASSWORD.en },
  fields: { addNewLabel: ADD_NEW.en },
  general: { editLabel: EDIT.en },
  error: { emailOrPasswordIncorrect: LOGIN_REFUSED.en, userLocked: LOGIN_REFUSED.en },
};

/** Payload's German says du and builds „das Veranstaltung“; these words replace it in the admin. `{{…}}` is Payload's. */
export const PAYLOAD_GERMAN = {
  authentication: {
    beginCreateFirstUser: 'Legen Sie das erste Benutzerkonto an. Es bekommt die Rolle Administration.',
    checkYourEmailForPasswordReset:
      'Wenn es zu dieser Adresse ein Benutzerkonto gibt, erhalten Sie in Kürze eine E-Mail mit einem Link. Bitte sehen Sie auch im Spam-Ordner nach.',
    emailSent: 'Bitte sehen Sie in Ihr Postfach',
    failedToUnlock: 'Das Benutzerkonto ließ sich nicht freischalten. Bitte versuchen Sie es noch einmal.',
    forceUnlock: 'Sperre nach falschen Passwörtern aufheben',
    forgotPasswordEmailInstructions:
      'Bitte geben Sie Ihre E-Mail-Adresse ein. Sie erhalten einen Link, mit dem Sie ein neues Passwort setzen.',
    forgotPasswordUsernameInstructions:
      'Bitte geben Sie Ihren Benutzernamen ein. Sie erhalten einen Link, mit dem Sie ein neues Passwort setzen.',
    generatingNewAPIKeyWillInvalidate: 'Ein neuer Schlüssel macht den bisherigen <1>ungültig</1>. Möchten Sie fortfahren?',
    loggedIn: 'Um sich mit einem anderen Benutzerkonto anzumelden, <0>melden Sie sich bitte zuerst ab</0>.',
    loggedInChangePassword: 'Ihr Passwort ändern Sie in Ihrem <0>Benutzerkonto</0>.',
    loggedOutInactivity: 'Sie wurden abgemeldet, weil Sie länger nichts getan haben.',
    loggedOutSuccessfully: 'Sie sind abgemeldet.',
    loginWithAnotherUser: 'Um sich mit einem anderen Benutzerkonto anzumelden, <0>melden Sie sich bitte zuerst ab</0>.',
    newAccountCreated:
      'Für Sie gibt es ein neues Benutzerkonto auf <a href="{{serverURL}}">{{serverURL}}</a>. Bitte bestätigen Sie Ihre E-Mail-Adresse mit diesem Link: <a href="{{verificationURL}}">{{verificationURL}}</a>',
    newPassword: NEW_PASSWORD.de,
    passwordResetSuccessfully: 'Ihr Passwort ist festgelegt, und Sie sind angemeldet.',
    successfullyUnlocked: 'Das Benutzerkonto ist wieder frei.',
    resetPassword: 'Eigenes Passwort festlegen',
    resetYourPassword: 'Ihr Passwort zurücksetzen',
    verifyYourEmail: 'Ihre E-Mail-Adresse bestätigen',
    youAreInactive:
      'Sie haben länger nichts getan und werden zu Ihrer Sicherheit bald abgemeldet. Möchten Sie angemeldet bleiben?',
    youAreReceivingResetPassword:
      'Sie erhalten diese E-Mail, weil jemand für Ihr Benutzerkonto ein neues Passwort angefordert hat. Mit diesem Link setzen Sie es:',
    youDidNotRequestPassword:
      'Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
  },
  dashboard: {
    discardMessage: 'Die Anordnung Ihrer Startseite ist noch nicht gespeichert. Möchten Sie die Änderungen verwerfen?',
    editDashboard: 'Startseite anpassen',
    editingDashboard: 'Startseite anpassen',
    noItems: 'Auf Ihrer Startseite ist noch nichts. Über das Menü „Startseite“ oben fügen Sie etwas hinzu.',
    searchWidgets: 'Widgets suchen',
  },
  error: {
    emailOrPasswordIncorrect: LOGIN_REFUSED.de,
    correctInvalidFields: 'Bitte prüfen Sie die rot markierten Felder.',
    deletingTitle: '„{{title}}“ ließ sich nicht löschen. Bitte versuchen Sie es noch einmal.',
    documentNotFound: 'Zur Kennung {{id}} gibt es nichts, oder Sie dürfen es nicht sehen.',
    insufficientClipboardPermissions: 'Der Browser erlaubt den Zugriff auf die Zwischenablage nicht.',
    invalidFileType: 'Dieses Dateiformat geht nicht. Bitte laden Sie ein Bild im Format JPEG, PNG oder WebP hoch.',
    missingIDOfVersion: 'Welche Fassung gemeint ist, fehlt.',
    notAllowedToAccessPage: 'Diese Seite dürfen Sie nicht öffnen.',
    notAllowedToPerformAction: 'Das dürfen Sie mit Ihrer Rolle nicht. Bitte wenden Sie sich an Ihre Koordination.',
    restoringTitle: '„{{title}}“ ließ sich nicht wiederherstellen. Bitte versuchen Sie es noch einmal.',
    unauthorized: 'Bitte melden Sie sich an.',
    unauthorizedAdmin: 'Dieses Benutzerkonto darf die Verwaltung nicht öffnen.',
    unverifiedEmail: 'Bitte bestätigen Sie Ihre E-Mail-Adresse, bevor Sie sich anmelden.',
    userLocked: LOGIN_REFUSED.de,
    valueMustBeUnique: 'Das gibt es schon. Bitte wählen Sie einen anderen Wert.',
  },
  fields: {
    addNewLabel: ADD_NEW.de,
    chooseBetweenCustomTextOrDocument: 'Geben Sie eine Adresse ein oder verlinken Sie einen vorhandenen Inhalt.',
    chooseDocumentToLink: 'Was möchten Sie verlinken?',
    toggleBlock: 'Auf- oder zuklappen',
  },
  folder: {
    folderTypeDescription: 'Welche Inhalte dürfen in diesem Ordner liegen?',
    moveItemsToFolderConfirmation: 'Möchten Sie <1>{{count}} {{label}}</1> nach <2>{{toFolder}}</2> verschieben?',
    moveItemsToRootConfirmation: 'Möchten Sie <1>{{count}} {{label}}</1> in den obersten Ordner verschieben?',
    moveItemToFolderConfirmation: 'Möchten Sie <1>{{title}}</1> nach <2>{{toFolder}}</2> verschieben?',
    moveItemToRootConfirmation: 'Möchten Sie <1>{{title}}</1> in den obersten Ordner verschieben?',
  },
  general: {
    aboutToDelete: 'Möchten Sie „<1>{{title}}</1>“ löschen ({{label}})?',
    aboutToDeleteCount_many: 'Möchten Sie {{count}} {{label}} löschen?',
    aboutToDeleteCount_one: 'Möchten Sie {{count}} {{label}} löschen?',
    aboutToDeleteCount_other: 'Möchten Sie {{count}} {{label}} löschen?',
    aboutToPermanentlyDelete: 'Möchten Sie „<1>{{title}}</1>“ endgültig löschen ({{label}})?',
    aboutToPermanentlyDeleteTrash: 'Möchten Sie <0>{{count}}</0> <1>{{label}}</1> endgültig aus dem Papierkorb löschen?',
    aboutToRestore: 'Möchten Sie „<1>{{title}}</1>“ wiederherstellen ({{label}})?',
    aboutToRestoreAsDraft: 'Möchten Sie „<1>{{title}}</1>“ als Entwurf wiederherstellen ({{label}})?',
    aboutToRestoreAsDraftCount: 'Möchten Sie {{count}} {{label}} als Entwurf wiederherstellen?',
    aboutToRestoreCount: 'Möchten Sie {{count}} {{label}} wiederherstellen?',
    aboutToTrash: 'Möchten Sie „<1>{{title}}</1>“ in den Papierkorb legen ({{label}})?',
    aboutToTrashCount: 'Möchten Sie {{count}} {{label}} in den Papierkorb legen?',
    adminTheme: 'Darstellung',
    allCollections: 'Alles',
    changesNotSaved: 'Ihre Änderungen sind noch nicht gespeichert und gehen verloren, wenn Sie die Seite verlassen.',
    copyWarning: 'Möchten Sie {{to}} mit {{from}} überschreiben ({{label}} {{title}})?',
    creating: 'Wird angelegt',
    creatingNewLabel: '{{label}} anlegen',
    currentlyEditing:
      'bearbeitet das gerade. Wenn Sie übernehmen, kann die Person nicht weiterarbeiten, und was sie nicht gespeichert hat, geht verloren.',
    dashboard: 'Startseite',
    documentOutOfDate:
      'Jemand anderes hat das inzwischen geändert, Sie sehen einen älteren Stand. Bitte laden Sie die Seite neu.',
    duplicate: 'Duplizieren',
    editLabel: EDIT.de,
    email: 'E-Mail-Adresse',
    enterAValue: 'Bitte einen Wert eintragen',
    false: 'nein',
    leaveAnyway: 'Trotzdem verlassen',
    moveConfirm: 'Möchten Sie {{count}} {{label}} nach <1>{{destination}}</1> verschieben?',
    newLabel: '{{label}} anlegen',
    noLabel: '–',
    noResults: 'Hier gibt es noch nichts, oder die Filter schließen alles aus.',
    noResultsDescription: 'Es gibt noch keine Einträge, oder die gewählten Filter schließen alle aus.',
    noResultsFound: 'Hier ist nichts',
    noTrashResults: 'Im Papierkorb liegt nichts.',
    noUpcomingEventsScheduled: 'Es ist nichts geplant.',
    payloadSettings: 'Einstellungen',
    restoreAsPublished: 'Gleich wieder veröffentlichen',
    searchBy: 'Suchen nach {{label}}',
    sorryNotFound: 'Dazu haben wir leider nichts gefunden.',
    submissionSuccessful: 'Gespeichert.',
    successfullyCreated: 'Gespeichert: {{label}}.',
    titleTrashed: '„{{title}}“ liegt im Papierkorb.',
    true: 'ja',
    trashedCountSuccessfully: 'In den Papierkorb gelegt: {{count}} {{label}}.',
    unsavedChanges: 'Ihre Änderungen sind noch nicht gespeichert. Bitte speichern oder verwerfen Sie sie zuerst.',
    unsavedChangesDuplicate: 'Ihre Änderungen sind noch nicht gespeichert. Möchten Sie trotzdem duplizieren?',
    upcomingEvents: 'Geplante Veröffentlichungen',
  },
  localization: {
    cannotCopySameLocale: 'Bitte wählen Sie zwei verschiedene Sprachen.',
    copyToLocale: 'In andere Sprache kopieren',
    selectedLocales: 'in gewählten Sprachen',
  },
  upload: {
    cropToolDescription: 'Ziehen Sie die Ecken des Ausschnitts oder ändern Sie die Werte unten.',
    dragAndDrop: 'hierher ziehen',
    focalPoint: 'Bildmittelpunkt',
    focalPointDescription: 'Setzen Sie den wichtigsten Punkt des Bildes; er bleibt in jedem Ausschnitt sichtbar.',
    setFocalPoint: 'Bildmittelpunkt setzen',
  },
  validation: {
    emailAddress: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.org.',
    enterNumber: 'Bitte geben Sie eine Zahl ein.',
    greaterThanMax: '{{value}} ist zu groß, höchstens {{max}} ist erlaubt.',
    invalidInput: 'Dieser Wert geht hier nicht. Bitte prüfen Sie die Eingabe.',
    invalidSelection: 'Diese Auswahl geht hier nicht. Bitte wählen Sie neu.',
    lessThanMin: '{{value}} ist zu klein, mindestens {{min}} ist nötig.',
    longerThanMin: 'Zu kurz: nötig sind mindestens {{minLength}} Zeichen.',
    notValidDate: 'Bitte Datum und Uhrzeit so eintragen: 10.01.2027 18:00.',
    required: 'Bitte ausfüllen.',
    shorterThanMax: 'Zu lang: erlaubt sind {{maxLength}} Zeichen.',
    username: 'Bitte nur Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche eintragen.',
  },
  version: {
    aboutToPublishSelection: 'Möchten Sie die ausgewählten {{label}} veröffentlichen?',
    aboutToRestore: 'Möchten Sie den Stand vom {{versionDate}} zurückholen ({{label}})?',
    aboutToRestoreGlobal: 'Möchten Sie den Stand vom {{versionDate}} zurückholen ({{label}})?',
    aboutToRevertToPublished: 'Möchten Sie Ihren Entwurf verwerfen und zum veröffentlichten Stand zurückkehren?',
    aboutToUnpublish: 'Möchten Sie die Veröffentlichung aufheben? Was noch nicht hinausging, wird zurückgezogen.',
    aboutToUnpublishIn: 'Möchten Sie die Veröffentlichung auf {{locale}} aufheben?',
    aboutToUnpublishSelection: 'Möchten Sie die Veröffentlichung der ausgewählten {{label}} aufheben?',
    autosavedVersion: 'Von selbst gespeicherte Fassung',
    compareVersion: 'Vergleichen mit:',
    compareVersions: 'Fassungen vergleichen',
    confirmVersionRestoration: 'Fassung zurückholen',
    currentDocumentStatus: 'Stand: {{docStatus}}',
    currentPublishedVersion: 'Veröffentlichte Fassung',
    draftHasPublishedVersion: 'Entwurf (eine ältere Fassung ist veröffentlicht)',
    moreVersions: 'Weitere Fassungen …',
    noFurtherVersionsFound: 'Weitere Fassungen gibt es nicht.',
    previousVersion: 'Frühere Fassung',
    problemRestoringVersion: 'Die Fassung ließ sich nicht zurückholen. Bitte versuchen Sie es noch einmal.',
    publishChanges: 'Veröffentlichen',
    restoreThisVersion: 'Diese Fassung zurückholen',
    revertToPublished: 'Zur veröffentlichten Fassung zurückkehren',
    revertUnsuccessful: 'Es gibt keine veröffentlichte Fassung, zu der man zurückkehren könnte.',
    schedulePublish: 'Veröffentlichung planen',
    selectVersionToCompare: 'Fassung zum Vergleichen wählen',
    showingVersionsFor: 'Fassungen von:',
    specificVersion: 'Bestimmte Fassung',
    status: 'Stand',
    unpublished: 'Nicht veröffentlicht',
    unpublishedSuccessfully: 'Die Veröffentlichung ist aufgehoben.',
    version: 'Fassung',
    versionCount_many: '{{count}} Fassungen',
    versionCount_none: 'Noch keine Fassung',
    versionCount_one: '{{count}} Fassung',
    versionCount_other: '{{count}} Fassungen',
    versionID: 'Kennung der Fassung',
    versions: 'Fassungen',
    viewingVersion: 'Fassung von {{documentTitle}} ({{entityLabel}})',
    viewingVersionGlobal: 'Fassung von {{entityLabel}}',
    viewingVersions: 'Fassungen von {{documentTitle}} ({{entityLabel}})',
    viewingVersionsGlobal: 'Fassungen von {{entityLabel}}',
  },
} as const;
