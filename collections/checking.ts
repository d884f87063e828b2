import type {
  CollectionBeforeChangeHook,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
  TextareaFieldValidation,
  TextFieldSingleValidation,
} from 'payload';
import { text, textarea } from 'payload/shared';
import { type ContentInput, formatProblems, overProblems, type Problem, publishProblems } from '#domain/problems';
import { problemText } from '#i18n/problems';
import { now } from '#runtime/clock';
import { type ContentDoc, contentCollectionOf, idOf, isLive } from './content-doc';
import { savesDraft } from './draft-context';
import { germanTexts } from './german';
import { faulty, labelOf, languageOf } from './refuse';

/** Refuses nonsense dates, which drafts may not hold either; to run before `markContent`, which reckons with them. */
export const checkDates: CollectionBeforeChangeHook<ContentDoc> = ({ collection, data, req }) => {
  refuse(formatProblems(inputOf(collection, data)), collection, req);
  return data;
};

/** Refuses to publish what is incomplete, with a message at each field; drafts may be unfinished. */
export const checkContent: CollectionBeforeChangeHook<ContentDoc> = async ({ collection, context, data, originalDoc, req }) => {
  if (isLive(data) && !savesDraft(context, data))
    refuse(await problemsOnPublish(collection, originalDoc, data, req), collection, req);
  return data;
};

/** Throws an error with a message at each field where there is a problem. */
const refuse = (problems: readonly Problem[], collection: SanitizedCollectionConfig, req: PayloadRequest): void => {
  if (problems.length === 0) return;
  const language = languageOf(req);
  const faults = problems.map((problem) => {
    const field = fieldAt(collection.flattenedFields, problem.path.split('.'));
    return { path: problem.path, message: problemText(problem, language), label: field && labelOf(field, language) };
  });
  throw faulty(req, contentCollectionOf(collection.slug), faults);
};

/** A German title is needed; what is empty in English falls back to it. */
export const titleInGerman: TextFieldSingleValidation = (value, options) => options.req.locale === 'en' || text(value, options);

/** A German teaser is needed; what is empty in English falls back to it. */
export const teaserInGerman: TextareaFieldValidation = (value, options) =>
  options.req.locale === 'en' || textarea(value, options);

const problemsOnPublish = async (
  collection: SanitizedCollectionConfig,
  before: ContentDoc | undefined,
  data: Partial<ContentDoc>,
  req: PayloadRequest,
): Promise<readonly Problem[]> => {
  const input = {
    ...inputOf(collection, data),
    ...(await germanTexts(req, contentCollectionOf(collection.slug), before?.id, data)),
  };
  // What was published before may be put right for ever.
  const problems = [...publishProblems(input), ...(before?.publishedAt ? [] : overProblems(input, now()))];
  return req.locale === 'en' ? problems.map(inGerman) : problems;
};

/** A German text that is missing cannot be filled in at the English field. */
const inGerman = (problem: Problem): Problem =>
  problem.code === 'missing' && (problem.path === 'title' || problem.path === 'teaser')
    ? { ...problem, code: 'german-missing' }
    : problem;

const inputOf = (collection: SanitizedCollectionConfig, data: Partial<ContentDoc>): ContentInput => {
  const common = { ...data, organiser: idOf(data.organiser) };
  return contentCollectionOf(collection.slug) === 'events'
    ? { ...common, kind: 'event' }
    : { ...common, kind: data.kind ?? 'news' };
};

const fieldAt = (fields: readonly FlattenedField[], [name, ...rest]: readonly string[]): FlattenedField | undefined => {
  const field = fields.find((one) => one.name === name);
  return rest.length > 0 && field?.type === 'group' ? fieldAt(field.flattenedFields, rest) : field;
};
