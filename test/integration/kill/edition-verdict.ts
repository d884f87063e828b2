import type { DispatchStatus } from '#domain/dispatch';

/** What the provider took and what is written down of an edition, once nothing moves any more. */
export type EditionEvidence = {
  /** Id of every person the provider took a mail for, once per mail. */
  readonly accepted: readonly string[];
  /** Everybody who was to get it. */
  readonly people: readonly string[];
  /** Its batches as the database has them. */
  readonly batches: readonly { readonly status: DispatchStatus; readonly people: readonly string[] }[];
};

/** What is wrong, one line per fault: nobody gets two, and nobody gets none without standing as unclear. */
export const judgeEdition = ({ accepted, people, batches }: EditionEvidence): readonly string[] => {
  const times = new Map<string, number>();
  for (const person of accepted) times.set(person, (times.get(person) ?? 0) + 1);
  const standing = new Map(batches.flatMap((batch) => batch.people.map((person) => [person, batch.status] as const)));
  const faults = batches.some(({ status }) => status === 'due' || status === 'sending') ? ['not over'] : [];
  for (const [person, count] of times) if (count > 1) faults.push(`${count} mails: ${person}`);
  for (const person of new Set([...people, ...times.keys()])) {
    const [isOut, status] = [times.has(person), standing.get(person)];
    if (!status) faults.push(`in no batch: ${person}`);
    else if (!isOut && status !== 'unconfirmed') faults.push(`lost as ${status}: ${person}`);
    else if (isOut && status !== 'accepted' && status !== 'unconfirmed') faults.push(`got it, recorded as ${status}: ${person}`);
  }
  return faults;
};
