import type { CollectionBeforeChangeHook, FieldAccess, FieldHook } from 'payload';
import { agreementProblems } from '#domain/agreement-problems';
import { CLAUSE } from '#i18n/admin-agreements';
import { agreementProblemText } from '#i18n/agreement-problems';
import type { Agreement } from '#store/payload-types';
import { faulty, languageOf, refused } from './refuse';

/** What the form lets people change: nothing of a version that was adopted. Where one is saved all the same, `keepAdopted` says why not. */
export const untilAdopted: { readonly access: { readonly update: FieldAccess<Agreement> } } = {
  access: { update: ({ doc }) => doc?.state !== 'adopted' },
};

/** The ledger quotes adopted versions: nobody changes them any more. */
export const keepAdopted: CollectionBeforeChangeHook<Agreement> = ({ data, operation, originalDoc, req }) => {
  if (operation === 'update' && originalDoc?.state === 'adopted') throw refused(req, 'adopted', {}, 409);
  return data;
};

/** Refuses agreements that contradict themselves, with a message at each field. */
export const checkAgreement: CollectionBeforeChangeHook<Agreement> = ({ data, req }) => {
  const problems = agreementProblems(data);
  if (problems.length === 0) return data;
  const language = languageOf(req);
  const faults = problems.map((problem) => ({
    path: problem.path,
    message: agreementProblemText(problem, language),
    label: CLAUSE.singular[language],
  }));
  throw faulty(req, 'agreements', faults);
};

/** A copy is the next version. */
export const nextVersion: FieldHook<Agreement> = async ({ req }) => {
  const { docs } = await req.payload.find({
    collection: 'agreements',
    sort: '-version',
    limit: 1,
    depth: 0,
    select: { version: true },
  });
  return (docs[0]?.version ?? 0) + 1;
};
