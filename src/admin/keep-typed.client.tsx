'use client';

import { useAllFormFields, useForm, useFormBackgroundProcessing, useFormProcessing } from '@payloadcms/ui';
import { useLayoutEffect, useRef } from 'react';
import { followTyping } from './typed.client';

/**
 * Shows nothing. Keeps what is typed while the draft is being saved, in whichever fields, and has it saved next. An answer to
 * a click on save or publish is taken as it comes: nobody can type meanwhile.
 */
export const KeepTyped = () => {
  const [fields, dispatchFields] = useAllFormFields();
  const { setModified } = useForm();
  const isAutosaving = useFormBackgroundProcessing();
  const isSaving = useFormProcessing();
  const before = useRef(fields);
  const typed = useRef<ReadonlySet<string>>(new Set());
  // Before the browser paints, so that no answer comes between a change and its mark.
  useLayoutEffect(() => {
    // What was typed until now leaves with this save.
    if (isAutosaving || isSaving) typed.current = new Set();
  }, [isAutosaving, isSaving]);
  useLayoutEffect(() => {
    const { isAnswered, typed: followed, unguarded } = followTyping(typed.current, before.current, fields);
    // The form calls itself saved with every answer, whatever was typed during a save that followed another at once.
    if (isAnswered && typed.current.size > 0) setModified(true);
    if (Object.keys(unguarded).length > 0) dispatchFields({ type: 'UPDATE_MANY', formState: unguarded });
    before.current = fields;
    typed.current = followed;
  }, [fields, dispatchFields, setModified]);
  return null;
};
