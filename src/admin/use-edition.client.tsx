'use client';

import { useState } from 'react';
import type { Language } from '#domain/content';
import type { EditionDecision } from '#domain/edition-edit';
import { type Decide, useDecision } from './use-decision.client';

/** Which edition people look at, in which version. */
export type EditionSeen = { readonly id: string; readonly version: number; readonly language: Language };

/** Decides about an edition in the version that is shown; busy until the page shows what became of it. */
export const useEdition = (
  { id, version, language }: EditionSeen,
  onDone?: () => void,
): { readonly decide: Decide; readonly make: (...decisions: readonly EditionDecision[]) => void } => {
  const [decided, setDecided] = useState<number>();
  const decide = useDecision(`/api/editions/${id}`, language, () => {
    setDecided(version);
    onDone?.();
  });
  const isBusy = decide.isBusy || decided === version;
  return {
    decide: { ...decide, isBusy },
    make: (...decisions) => {
      // Whoever is quicker than the page would decide about what they do not see.
      if (!isBusy) decide.take('decide', { version, decisions });
    },
  };
};
