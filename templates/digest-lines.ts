import { blockUrl, contentUrl, ledgerUrl, rightsRequestUrl } from '#domain/addresses';
import type { ContentRef, Language } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import type { Digest } from '#domain/digest';
import type { RightsRequest } from '#domain/rights-request';
import { cutText, oneLine } from '#domain/text';
import { type Instant, isBefore } from '#domain/time';
import { AMENDMENT } from '#i18n/amendment';
import { waitingInWords } from '#i18n/block-page';
import { dateInWords, dayInWords, shortMoment } from '#i18n/dates';
import { DIGEST_LISTS, DIGEST_WORDS, type DigestList, digestSubject } from '#i18n/digest';
import { answerInWords, RIGHTS_REQUEST_KIND_WORDS } from '#i18n/rights-requests';
import { dueInWords, TODAY, whereInWords } from '#i18n/today';
import { PURPOSE_WORDS, REASON_WORDS, STATUS_WORDS, type Words } from '#i18n/words';

/** A list of a digest, as far as it was read, and how many there are. */
type Few<T> = { readonly rows: readonly T[]; readonly total: number };

type DigestRow = {
  readonly row: Pick<Delivery, 'id' | 'approval' | 'dueAt' | 'status' | 'purpose' | 'reason'>;
  readonly names: Parameters<typeof whereInWords>[0] & { readonly content: string };
};

type DigestDraft = ContentRef & { readonly title: string | undefined; readonly savedAt: Instant | undefined };

type DigestBlock = { readonly channelId: string; readonly channelName: string; readonly count: number; readonly until: Instant };

/** What a digest is made of. `ofAll`: the reader stands above all organisations. `stopped`: what people stopped, if anything. */
export type DigestInput = {
  readonly lists: Readonly<Record<Exclude<DigestList, 'drafts' | 'blocks' | 'rights'>, Few<DigestRow>>> & {
    readonly drafts: Few<DigestDraft>;
    readonly blocks: Few<DigestBlock>;
    readonly rights: Few<RightsRequest>;
  };
  readonly digest: Digest;
  readonly at: Instant;
  readonly language: Language;
  readonly ofAll: boolean;
  readonly stopped: { readonly isAll: boolean; readonly words: Words } | undefined;
  readonly publicUrl: string;
};

/** One thing: what it is, where to act on it, and the facts in a line or two. */
type DigestLine = { readonly title: string; readonly url: string; readonly facts: readonly string[] };

/** One list in the words of the reader; `more` is what is not shown. */
export type DigestSection = {
  readonly list: DigestList;
  readonly heading: string;
  readonly lines: readonly DigestLine[];
  readonly more: number;
};

/** Lines that each list shows. */
const SHOWN = 5;

/** The subject, with the day and what there is of each. */
export const subjectOf = ({ lists, at, ofAll, stopped, language }: DigestInput): string => {
  const counts = {
    awaiting: lists.awaiting.total,
    blocks: lists.blocks.rows.reduce((sum, { count }) => sum + count, 0),
    troubles: lists.troubles.total,
    rights: lists.rights.total,
    upcoming: lists.upcoming.total,
    drafts: lists.drafts.total,
  };
  const stand = { ofAll, allStopped: stopped?.isAll === true };
  return digestSubject({ de: dayInWords(at, 'de'), en: dayInWords(at, 'en') }, counts, stand)[language];
};

/** The lists that hold something. */
export const sectionsOf = (input: DigestInput): readonly DigestSection[] =>
  DIGEST_LISTS.map((list) => {
    const { total } = input.lists[list];
    const lines = linesOf(input, list);
    return { list, lines, heading: headingOf(list, input)[input.language], more: total - lines.length };
  }).filter(({ lines }) => lines.length > 0);

const headingOf = (list: DigestList, { ofAll, stopped, digest }: DigestInput): Words => {
  if (list === 'awaiting' && ofAll) return DIGEST_WORDS.awaitingAll;
  if (list === 'upcoming' && stopped?.isAll) return DIGEST_WORDS.upcomingStopped;
  return list === 'upcoming' && digest.isWeekly ? DIGEST_WORDS.upcomingWeek : DIGEST_WORDS[list];
};

const linesOf = (input: DigestInput, list: DigestList): readonly DigestLine[] => {
  const { lists } = input;
  if (list === 'drafts') return lists.drafts.rows.slice(0, SHOWN).map((draft) => draftLine(input, draft));
  if (list === 'blocks') return lists.blocks.rows.slice(0, SHOWN).map((block) => blockLine(input, block));
  if (list === 'rights') return lists.rights.rows.slice(0, SHOWN).map((request) => requestLine(input, request));
  return lists[list].rows.slice(0, SHOWN).map((row) => rowLine(input, list, row));
};

const blockLine = ({ language, publicUrl }: DigestInput, { channelId, channelName, count, until }: DigestBlock): DigestLine => ({
  title: titled(channelName),
  url: blockUrl(channelId, publicUrl),
  facts: [waitingInWords(count, shortMoment(until, language))[language]],
});

const requestLine = ({ at, language, publicUrl }: DigestInput, { id, kind, reference, dueAt }: RightsRequest): DigestLine => ({
  title: titled(reference),
  url: rightsRequestUrl(id, publicUrl),
  facts: [
    RIGHTS_REQUEST_KIND_WORDS[kind][language],
    answerInWords({ de: dateInWords(dueAt, 'de'), en: dateInWords(dueAt, 'en') }, isBefore(dueAt, at))[language],
  ],
});

const rowLine = ({ at, language, publicUrl }: DigestInput, list: DigestList, { row, names }: DigestRow): DigestLine => {
  const why = list === 'troubles' ? troubleOf(row, language) : reasonOf(row, language);
  return {
    title: titled(names.content),
    url: ledgerUrl(row.id, publicUrl),
    facts: [
      `${dueInWords(row, names.carrier, at, language)} · ${standOf(row, list)[language]}`,
      `${PURPOSE_WORDS[row.purpose][language]}: ${oneLine(whereInWords(names)[language])}`,
      ...(why ? [why] : []),
    ],
  };
};

/** What was sent and is trouble all the same is to be looked at. */
const standOf = ({ status }: DigestRow['row'], list: DigestList): Words =>
  list === 'troubles' && status === 'sent' ? AMENDMENT.toSeeTo : STATUS_WORDS[status];

/** What is wrong with a row that nobody could be asked about, that leaves without its own text, or whose post tells what is true no longer. */
const troubleOf = (row: DigestRow['row'], language: Language): string | undefined => {
  if (row.status === 'awaiting-approval') return DIGEST_WORDS.unasked[language];
  if (row.status === 'planned' || row.status === 'ready') return TODAY.textLost[language];
  return row.status === 'sent' ? AMENDMENT.today[language] : reasonOf(row, language);
};

const reasonOf = ({ reason }: DigestRow['row'], language: Language): string | undefined =>
  reason && `${REASON_WORDS[reason][language]}.`;

const draftLine = ({ language, publicUrl }: DigestInput, { title, savedAt, ...ref }: DigestDraft): DigestLine => ({
  title: title ? titled(title) : TODAY.untitled[language],
  url: contentUrl(ref, publicUrl),
  facts: savedAt ? [`${TODAY.saved[language]}: ${shortMoment(savedAt, language)}`] : [],
});

const titled = (title: string): string => cutText(oneLine(title), 120);
