import { type Instant, instant, toIso } from '#domain/time';

/** The instant as documents keep it, null (which clears the field) for none. */
export const toIsoOrNull = (at: Instant | undefined): string | null => (at ? toIso(at) : null);

/** Reads an instant from a document; undefined where none is kept. Throws RangeError on anything that is no instant. */
export const fromIso = (value: string | null | undefined): Instant | undefined => (value ? instant(value) : undefined);

/** Reads an instant that must be there; `what` names it in the error. */
export const fromIsoRequired = (value: string | null | undefined, what: string): Instant => {
  const at = fromIso(value);
  if (!at) throw new TypeError(`${what} is missing`);
  return at;
};
