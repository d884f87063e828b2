import type { Language } from '#domain/content';
import { quoted } from './notice';
import type { Words } from './words';

/** How long the links last; also what the mails say. */
export const RESET_HOURS = 1;
export const INVITATION_DAYS = 7;

/** A mail about somebody's own account. `link` is absolute and leads to the page for an own password. */
export type AccountMail = { readonly name: string; readonly language: Language } & (
  | { readonly kind: 'password'; readonly link: string }
  | {
      readonly kind: 'invitation';
      readonly link: string;
      readonly inviter: string;
      readonly organisation?: string | undefined;
    }
  | { readonly kind: 'address'; readonly from: string; readonly to: string }
);

/** Turns one into what is sent; given to whoever sends, so that words and looks stay out of there. */
export type ComposeAccountMail = (mail: AccountMail) => Promise<{ subject: string; html: string; text: string }>;

/** What stands in such a mail, in the language of its reader. */
export type AccountMailLines = {
  readonly subject: string;
  readonly kicker: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly action?: { readonly label: string; readonly link: string };
  readonly hint: string;
};

/** The mail in words. */
export const accountMailLines = (mail: AccountMail): AccountMailLines => {
  const { language } = mail;
  const words = { ...HEADS[mail.kind], sentences: sentencesOf(mail) };
  return {
    subject: words.subject[language],
    kicker: words.kicker[language],
    heading: words.heading[language],
    sentences: [`${language === 'en' ? 'Hello' : 'Guten Tag'} ${mail.name},`, ...words.sentences.map((one) => one[language])],
    ...('link' in mail ? { action: { label: ACTION[mail.kind][language], link: mail.link } } : {}),
    hint: words.hint[language],
  };
};

/** Stands above the link in full, for mail programs without buttons. */
export const LINK_WORDS: Words = {
  de: 'Wenn sich die Seite nicht öffnet, kopieren Sie diese Adresse in Ihren Browser:',
  en: 'If the page does not open, copy this address into your browser:',
};

const HEADS: Readonly<Record<AccountMail['kind'], Readonly<Record<'subject' | 'kicker' | 'heading' | 'hint', Words>>>> = {
  password: {
    subject: { de: 'Ihr neues Passwort für Nordsüd', en: 'Your new password for Nordsüd' },
    kicker: { de: 'Ihr Benutzerkonto', en: 'Your account' },
    heading: { de: 'Neues Passwort festlegen', en: 'Set a new password' },
    hint: {
      de: 'Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
      en: 'If you did not ask for it, you need not do anything: your password stays as it is.',
    },
  },
  invitation: {
    subject: { de: 'Einladung zu Nordsüd', en: 'Invitation to Nordsüd' },
    kicker: { de: 'Einladung', en: 'Invitation' },
    heading: { de: 'Willkommen bei Nordsüd', en: 'Welcome to Nordsüd' },
    hint: {
      de: 'Wenn Sie mit der Einladung nichts anfangen können, brauchen Sie nichts zu tun: Ohne Ihr Passwort kann niemand das Benutzerkonto verwenden.',
      en: 'If the invitation means nothing to you, you need not do anything: nobody can use the account without your password.',
    },
  },
  address: {
    subject: { de: 'Ihre E-Mail-Adresse bei Nordsüd wurde geändert', en: 'Your e-mail address at Nordsüd was changed' },
    kicker: { de: 'Ihr Benutzerkonto', en: 'Your account' },
    heading: { de: 'E-Mail-Adresse geändert', en: 'E-mail address changed' },
    hint: {
      de: 'Falls Sie das nicht waren und niemanden darum gebeten haben, wenden Sie sich bitte gleich an Ihre Koordination.',
      en: 'If that was not you and you asked nobody to do it, please turn to your coordinators at once.',
    },
  },
};

const ACTION: Readonly<Record<'password' | 'invitation', Words>> = {
  password: { de: 'Neues Passwort festlegen', en: 'Set a new password' },
  invitation: { de: 'Passwort festlegen und anmelden', en: 'Set a password and log in' },
};

const sentencesOf = (mail: AccountMail): readonly Words[] => {
  switch (mail.kind) {
    case 'password':
      return [
        {
          de: 'Sie haben Ihr Passwort vergessen? Mit diesem Link legen Sie ein neues fest. Er gilt eine Stunde und nur einmal.',
          en: 'You forgot your password? Use this link to set a new one. It is good for one hour and works once.',
        },
      ];
    case 'invitation':
      return [invitationSentence(mail.inviter, mail.organisation), INVITATION_LINK];
    case 'address':
      return [
        {
          de: `die E-Mail-Adresse Ihres Benutzerkontos bei Nordsüd war ${mail.from} und ist jetzt ${mail.to}. Ab sofort melden Sie sich mit der neuen Adresse an, Ihr Passwort bleibt dasselbe.`,
          en: `the e-mail address of your account at Nordsüd was ${mail.from} and is now ${mail.to}. From now on you log in with the new address, your password stays the same.`,
        },
      ];
  }
};

const invitationSentence = (inviter: string, organisation: string | undefined): Words => ({
  de: `${inviter} hat für Sie ein Benutzerkonto bei Nordsüd angelegt${organisation ? `; Sie arbeiten dort für ${quoted(organisation).de}` : ''}. In Nordsüd tragen Akteure aus Nord- und Südhessen ihre Veranstaltungen und Meldungen ein und bewerben sie füreinander.`,
  en: `${inviter} has made an account at Nordsüd for you${organisation ? `, where you work for ${quoted(organisation).en}` : ''}. In Nordsüd bodies of North and South Hesse enter their events and news and promote them for each other.`,
});

const INVITATION_LINK: Words = {
  de: `Mit diesem Link legen Sie Ihr eigenes Passwort fest. Er gilt ${INVITATION_DAYS} Tage und nur einmal.`,
  en: `Use this link to set your own password. It is good for ${INVITATION_DAYS} days and works once.`,
};
