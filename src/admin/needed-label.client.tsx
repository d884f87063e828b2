'use client';

import { FieldLabel, useFormFields } from '@payloadcms/ui';
import type { TextFieldClient } from 'payload';

type Props = {
  readonly field: Pick<TextFieldClient, 'label'>;
  readonly path: string;
  /** For which ways of taking part the field is needed. */
  readonly attendance: readonly string[];
};

/** The label of a field that is needed for some events only: its star comes and goes with the way of taking part. */
export const NeededLabel = ({ attendance, field: { label }, path }: Props) => {
  const chosen = useFormFields(([fields]) => fields.attendance?.value);
  return <FieldLabel {...(label ? { label } : {})} path={path} required={attendance.some((one) => one === chosen)} />;
};
