import { type Content, type Language, ownersOf } from '#domain/content';
import type { Organisation } from '#domain/organisation';
import { PURPOSES, type Purpose } from '#domain/purpose';
import { deadlineInWords } from '#i18n/dates';
import {
  INSTEAD_OF_NOTHING,
  LAST_CALL_LEADS,
  OPENINGS,
  OTHERS_VERBS,
  OWN_LEADS,
  REMIND_LEADS,
  TURNS,
  type Variants,
} from '#i18n/post-leads';
import { LINE_WORDS, OWNER_LABELS } from '#i18n/reader';
import { enumerate, isTakingPlace, type Organisations } from './content-words';

/** The first words of a post: on the title's own line (`Abgesagt: …`) or on one above it, and who organises where that is not said yet. */
export type PostLead = {
  readonly text: string;
  /** The same without names and last moments, where there is no room for them. */
  readonly bare: string;
  readonly sameLine: boolean;
  readonly owners?: string | undefined;
  /** Who passes it on, where no wording is left that is nobody else's. */
  readonly passedOn?: string | undefined;
};

type LeadInput = {
  readonly delivery: { readonly purpose: Purpose };
  readonly content: Content;
  readonly organisations: Organisations;
  readonly channel: { readonly carrier: string; readonly language: Language };
};

/**
 * Lead words by purpose and state; `nameOf` decides what owners are called. A cancelled event is never announced as if it took place. Two
 * carriers never begin alike, and one always begins the same way: whose wording is whose follows from the order of the bodies' slugs.
 */
export const postLead = (input: LeadInput, nameOf: (organisation: Organisation) => string): PostLead => {
  const { content, channel, organisations, delivery } = input;
  const { language, carrier } = channel;
  const names = ownersOf(content)
    .flatMap((id) => organisations.get(id) ?? [])
    .map(nameOf);
  const { variant, round } = turnOf(organisations, carrier, delivery.purpose);
  const say = (variants: Variants): string => variants[variant % variants.length]?.[language] ?? '';
  const isOwn = ownersOf(content).includes(carrier);
  const label = OWNER_LABELS[content.kind][language];
  const owners = isOwn && names.length < 2 ? undefined : `${label}: ${enumerate(names, language)}`;
  const passer = round > 0 ? organisations.get(carrier) : undefined;
  const passedOn = passer && `${LINE_WORDS.passedOn[language]}: ${nameOf(passer)}`;
  const turn = turned(content, delivery.purpose) ?? (delivery.purpose === 'remind' ? REMIND_LEADS : undefined);
  if (turn) return { ...only(say(turn)), sameLine: true, owners, passedOn };
  if (delivery.purpose === 'last-call') {
    const call = say(LAST_CALL_LEADS[content.kind === 'event' ? 'register' : 'submit']);
    return { text: `${call}${untilOf(content, language)}:`, bare: `${call}:`, sameLine: false, owners, passedOn };
  }
  if (isOwn) return { ...only(say(OWN_LEADS[content.kind])), sameLine: false, owners, passedOn };
  const verb = OTHERS_VERBS[content.kind][names.length > 1 ? 'many' : 'one'][language];
  const others = `${enumerate(names, language)} ${verb}`;
  const opening = say(OPENINGS[content.kind]);
  const bare = opening || INSTEAD_OF_NOTHING[language];
  const first = others.startsWith('@') ? bare : opening;
  return { text: `${[first, others].filter(Boolean).join(' – ')}:`, bare: `${bare}:`, sameLine: false, passedOn };
};

const only = (words: string) => ({ text: `${words}:`, bare: `${words}:` });

/** Which wording is a carrier's; `round` counts how often the wordings had to begin anew before it. */
const turnOf = (organisations: Organisations, carrier: string, purpose: Purpose) => {
  const slugs = [...organisations.values()].map(({ slug }) => slug).sort();
  const rank = Math.max(0, slugs.indexOf(organisations.get(carrier)?.slug ?? ''));
  return { variant: rank + PURPOSES.indexOf(purpose), round: Math.floor(rank / REMIND_LEADS.length) };
};

const turned = (content: Content, purpose: Purpose): Variants | undefined => {
  if (content.kind !== 'event') return purpose === 'update' || purpose === 'cancel' ? TURNS[purpose] : undefined;
  const { status } = content.event;
  if (!isTakingPlace(content)) return status === 'postponed' ? TURNS.postponed : TURNS.cancelled;
  if (purpose === 'cancel') return TURNS.cancelled;
  if (purpose !== 'update') return undefined;
  return status === 'moved' ? TURNS.moved : TURNS.update;
};

const untilOf = ({ deadline }: Content, language: Language): string =>
  deadline ? ` ${LINE_WORDS.until[language]} ${deadlineInWords(deadline, language)}` : '';
