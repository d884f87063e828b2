import type { AgreementProblem, AgreementProblemCode } from '#domain/agreement-problems';
import type { Language } from '#domain/content';
import { REFUSALS } from './problems';
import type { Words } from './words';

/** What is wrong with an agreement and what to do, in one sentence for its field. */
export const agreementProblemText = (problem: AgreementProblem, language: Language): string =>
  AGREEMENT_PROBLEMS[problem.code][language];

const AGREEMENT_PROBLEMS: Readonly<Record<AgreementProblemCode, Words>> = {
  'clauses-missing': {
    de: 'Eine beschlossene Fassung braucht mindestens eine Regel.',
    en: 'An adopted version needs at least one clause.',
  },
  'date-missing': {
    de: 'Bitte angeben, ab wann die beschlossene Fassung gilt.',
    en: 'Please say from when the adopted version is in force.',
  },
  'code-form': {
    de: 'Das Kürzel besteht aus Großbuchstaben, Ziffern und Bindestrichen, zum Beispiel N-S-1.',
    en: 'The code consists of capital letters, digits and hyphens, for example N-S-1.',
  },
  'code-twice': {
    de: 'Dieses Kürzel gibt es schon. Bitte ein anderes wählen.',
    en: 'This code exists already. Please choose another.',
  },
  'quote-missing': {
    de: 'Bitte den beschlossenen Satz der Vereinbarung im Wortlaut eintragen.',
    en: 'Please quote the agreed sentence of the agreement.',
  },
  'hours-missing': {
    de: 'Bitte angeben, nach wie vielen Stunden Schweigen als Zustimmung gilt.',
    en: 'Please say after how many hours silence counts as yes.',
  },
  'per-year-missing': {
    de: 'Bitte angeben, wie viele Treffen im Jahr zugesagt sind.',
    en: 'Please say how many meetings a year are promised.',
  },
  'not-whole': { de: 'Bitte eine ganze Zahl ab 0 eintragen.', en: 'Please enter a whole number from 0.' },
  'remind-before-announce': {
    de: 'Die Erinnerung läge vor der Ankündigung. Bitte weniger Tage eintragen.',
    en: 'The reminder would come before the announcement. Please enter fewer days.',
  },
  'ends-before-start': REFUSALS.endsBeforeStart,
};
