import { completeOwnText, type FixedParts, withoutWhole } from '#domain/own-text';
import { fitsIn } from '#domain/post-length';
import type { TextLimits } from '#domain/post-limits';
import { countGraphemes, cutToFit } from '#domain/text';
import type { PostLead } from './post-lead';

/** The lines of a post before they are fitted. */
export type PostParts = FixedParts & {
  readonly lead: PostLead;
  /** The same lead with short names. */
  readonly shortLead: PostLead;
  readonly title: string;
  readonly date: string;
  /** The date it was to be on before. */
  readonly previously: string;
  readonly place: string;
  /** The same without what a venue says behind its name (`Rathaus, Saal 2`). */
  readonly shortPlace: string;
  /** The town alone, or what stands for one. */
  readonly town: string;
  readonly deadline: string;
  readonly teaser: string;
  readonly hashtags: readonly string[];
};

/**
 * The parts as one text within the limit, as `STEPS` say. Date, town, link and the funder's hashtag are never cut: only where even these and the
 * first words do not fit together, the end above the link goes.
 */
export const fitText = (parts: PostParts, limits: TextLimits): string => {
  let left = parts;
  for (const { goes, titleKeeps } of STEPS) {
    left = goes(left, limits);
    const title = begun(left, 'title', titleKeeps, limits);
    if (title !== undefined) return textOf({ ...left, title });
  }
  return fitAround([left.lead.text, left.date, left.place].filter(Boolean).join('\n'), parts, limits);
};

/** The carrier's own words, cut only if they must be, and always with link and funder's hashtag. */
export const fitOwnText = (text: string, fixed: FixedParts, limits: TextLimits): string => {
  const whole = completeOwnText(text, fixed);
  if (fitsIn(whole, limits)) return whole;
  return fitAround(withoutWhole(text, [fixed.link, fixed.fundingTag]), fixed, limits);
};

type Step = {
  readonly goes: (parts: PostParts, limits: TextLimits) => PostParts;
  /** How many graphemes of the title must be left beside it. */
  readonly titleKeeps: number;
};

/** Below these a teaser or title says too little to be worth its line; the title's first word is better than none. */
export const SHORTEST_TEASER = 40;
const SHORTEST_TITLE = 30;
const FIRST_WORD = 8;
const WHOLE = Infinity;

/** What goes until a post fits, in this order, each beside all before. */
const STEPS: readonly Step[] = [
  { titleKeeps: WHOLE, goes: (parts) => parts },
  {
    titleKeeps: WHOLE,
    goes: (parts, limits) => ({ ...parts, teaser: begun(parts, 'teaser', SHORTEST_TEASER, limits) ?? '' }),
  },
  { titleKeeps: WHOLE, goes: (parts, limits) => ({ ...parts, hashtags: fittingHashtags(parts, limits) }) },
  { titleKeeps: WHOLE, goes: (parts) => ({ ...parts, deadline: '' }) },
  // Without its title nobody knows what a post is about: all else that only helps goes before.
  { titleKeeps: SHORTEST_TITLE, goes: (parts) => ({ ...parts, place: parts.shortPlace }) },
  // Followers seldom know what a body is called for short.
  { titleKeeps: SHORTEST_TITLE, goes: (parts) => ({ ...parts, lead: parts.shortLead }) },
  { titleKeeps: SHORTEST_TITLE, goes: (parts) => ({ ...parts, lead: { ...parts.lead, owners: undefined } }) },
  { titleKeeps: SHORTEST_TITLE, goes: (parts) => ({ ...parts, previously: '' }) },
  { titleKeeps: SHORTEST_TITLE, goes: (parts) => ({ ...parts, place: parts.town }) },
  { titleKeeps: SHORTEST_TITLE, goes: (parts) => ({ ...parts, lead: { ...parts.lead, text: parts.lead.bare } }) },
  { titleKeeps: FIRST_WORD, goes: (parts) => parts },
  // The lead says what became of it, so it outlives the title.
  { titleKeeps: WHOLE, goes: (parts) => ({ ...parts, title: '' }) },
];

/** As much of a part as fits with the rest; undefined where that is less than it must keep and not all of it. */
const begun = (parts: PostParts, part: 'teaser' | 'title', keeps: number, limits: TextLimits): string | undefined => {
  const fits = (shorter: string): boolean => fitsIn(textOf({ ...parts, [part]: shorter }), limits);
  if (fits(parts[part])) return parts[part];
  const cut = cutToFit(parts[part], fits);
  return countGraphemes(cut) < keeps ? undefined : cut;
};

const fittingHashtags = (parts: PostParts, limits: TextLimits): readonly string[] => {
  const fitting = parts.hashtags.findLastIndex((_, at, all) =>
    fitsIn(textOf({ ...parts, hashtags: all.slice(0, at + 1) }), limits),
  );
  return parts.hashtags.slice(0, fitting + 1);
};

const textOf = (parts: PostParts): string => {
  const { lead, title, date, previously, place, deadline, teaser, link, fundingTag, hashtags } = parts;
  const head = [lead.text, title].filter(Boolean).join(lead.sameLine ? ' ' : '\n');
  const facts = [date, previously, place, deadline, lead.owners ?? '', lead.passedOn ?? ''].filter(Boolean).join('\n');
  const tags = [...new Set([...hashtags, fundingTag])].filter(Boolean).join(' ');
  return [head, facts, teaser, link, tags].filter(Boolean).join('\n\n');
};

const fitAround = (text: string, { link, fundingTag }: FixedParts, limits: TextLimits): string => {
  const end = [link, fundingTag].filter(Boolean).join('\n\n');
  const above = (words: string): string => [words, end].filter(Boolean).join('\n\n');
  return above(cutToFit(text, (shorter) => fitsIn(above(shorter), limits)));
};
