'use client';

import { useField, useTranslation } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';

/** Data of a record as plain text, to be read and never changed. */
export const RecordedField: JSONFieldClientComponent = ({ field, path }) => {
  const { i18n } = useTranslation();
  const { value } = useField({ path });
  return (
    <div className="field-type recorded">
      <p className="field-label">{labelOf(field.label, i18n.language)}</p>
      <pre>{JSON.stringify(value ?? null, null, 2)}</pre>
    </div>
  );
};

const labelOf = (label: unknown, language: string): string =>
  typeof label === 'string' ? label : String(Object(label)[language] ?? '');
