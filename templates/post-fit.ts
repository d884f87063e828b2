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
  readonly deadline: string;
  readonly teaser: string;
  readonly hashtags: readonly string[];
};

/**
 * The parts as one text within the limit. What goes, in this order: the teaser, hashtags (never the funder's), the deadline, the hall within the
 * venue, the title's end, names that people know, the organiser's line, the date before, a lead's last moment, the title; the place's end only where lead,
 * date, place and link alone are too long.
 */
export const fitText = (parts: PostParts, limits: TextLimits): string => {
  for (const candidate of shrinking(parts, limits)) {
    const text = textOf(candidate);
    if (fitsIn(text, limits)) return text;
  }
  return fitAround([parts.date, parts.shortPlace].filter(Boolean).join('\n'), parts, limits);
};

/** The carrier's own words, cut only if they must be, and always with link and funder's hashtag. */
export const fitOwnText = (text: string, fixed: FixedParts, limits: TextLimits): string => {
  const whole = completeOwnText(text, fixed);
  if (fitsIn(whole, limits)) return whole;
  return fitAround(withoutWhole(text, [fixed.link, fixed.fundingTag]), fixed, limits);
};

/** Below these a teaser or title says too little to be worth its line. */
export const SHORTEST_TEASER = 40;
const SHORTEST_TITLE = 30;

function* shrinking(parts: PostParts, limits: TextLimits): Generator<PostParts> {
  yield parts;
  yield withCut(parts, 'teaser', SHORTEST_TEASER, limits);
  let left: PostParts = { ...parts, teaser: '' };
  for (let keep = parts.hashtags.length; keep >= 0; keep--) {
    left = { ...left, hashtags: parts.hashtags.slice(0, keep) };
    yield left;
  }
  left = { ...left, deadline: '' };
  yield left;
  // Without its title nobody knows what a post is about: all else that only helps goes before.
  for (const without of LESSER) {
    left = without(left);
    yield left;
    const cut = withCut(left, 'title', SHORTEST_TITLE, limits);
    if (cut.title) yield cut;
  }
  yield withCut(left, 'title', 1, limits);
  left = { ...left, title: '' };
  // The lead says what became of it, so it outlives even the end of the place.
  yield withCut(left, 'place', 1, limits);
}

/** What else goes, each beside all before. */
const LESSER: readonly ((parts: PostParts) => PostParts)[] = [
  (parts) => ({ ...parts, place: parts.shortPlace }),
  // Followers seldom know what a body is called for short.
  (parts) => ({ ...parts, lead: parts.shortLead }),
  (parts) => ({ ...parts, lead: { ...parts.lead, owners: undefined } }),
  (parts) => ({ ...parts, previously: '' }),
  (parts) => ({ ...parts, lead: { ...parts.lead, text: parts.lead.barest ?? parts.lead.text } }),
];

const withCut = (parts: PostParts, field: 'teaser' | 'title' | 'place', shortest: number, limits: TextLimits): PostParts => {
  const cut = cutToFit(parts[field], (shorter) => fitsIn(textOf({ ...parts, [field]: shorter }), limits));
  return { ...parts, [field]: cut !== parts[field] && countGraphemes(cut) < shortest ? '' : cut };
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
