import type { FormState } from 'payload';

/** What of the form's fields was typed since a save last left or came back, and which of these the next answer would overwrite. */
type Followed = {
  readonly isAnswered: boolean;
  readonly typed: ReadonlySet<string>;
  readonly unguarded: FormState;
};

/**
 * The form takes an autosave's answer for every field without the mark `isModified`, and each change takes that mark from all
 * other fields. Whoever goes from field to field while a save is under way would lose all but the last: the mark is put back.
 */
export const followTyping = (typed: ReadonlySet<string>, before: FormState, now: FormState): Followed => {
  const isAnswered = before.updatedAt?.value !== now.updatedAt?.value;
  if (isAnswered) return { isAnswered, typed: new Set(), unguarded: {} };
  const changed = Object.entries(now).flatMap(([path, { isModified, value }]) =>
    isModified && value !== before[path]?.value ? [path] : [],
  );
  const all = new Set([...typed, ...changed]);
  return { isAnswered, typed: all, unguarded: withMarks(all, now) };
};

const withMarks = (typed: ReadonlySet<string>, now: FormState): FormState =>
  Object.fromEntries(
    Object.entries(now).flatMap(([path, field]) =>
      typed.has(path) && !field.isModified ? [[path, { ...field, isModified: true }]] : [],
    ),
  );
