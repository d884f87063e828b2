import { APIError, type CollectionSlug, type FlattenedField, type PayloadRequest, ValidationError } from 'payload';
import type { Language } from '#domain/content';
import { type REFUSALS, refusal } from '#i18n/problems';

/** One message at one field; `label` is how people know the field. */
export type FieldFault = { readonly path: string; readonly message: string; readonly label?: string | undefined };

/** How people know a field; undefined where it has no words of ours. */
export const labelOf = (field: FlattenedField, language: Language): string | undefined => {
  const label = 'label' in field ? field.label : undefined;
  return typeof label === 'object' && label !== null && !Array.isArray(label) ? label[language] : undefined;
};

/** The language of the person who asks: German unless the admin is set to English. */
export const languageOf = (req: Pick<PayloadRequest, 'i18n'>): Language => (req.i18n?.language === 'en' ? 'en' : 'de');

/** An error the admin shows as it is; 403 unless said otherwise. Throw it. */
export const refused = (
  req: PayloadRequest,
  code: keyof typeof REFUSALS,
  facts: Readonly<Record<string, string | number>> = {},
  status = 403,
): APIError => new APIError(refusal(code, languageOf(req), facts), status, null, true);

/** An error with a message at each field. Throw it. */
export const faulty = (req: PayloadRequest, collection: CollectionSlug, faults: readonly FieldFault[]): ValidationError =>
  new ValidationError(
    { collection, errors: faults.map(({ path, message, label }) => ({ path, message, ...(label ? { label } : {}) })) },
    req.t,
  );
