'use client';

import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import type { Language } from '#domain/content';
import { REMOVAL } from '#i18n/removal';
import { SureForm } from './delivery-forms.client';
import { useDecision } from './use-decision.client';
import { focusHeading, useFocusBack } from './use-focus.client';

/** The button that has a row's post taken away at its network, and what is asked before. `url`: of the row. */
export const RemovePost = ({ url, language }: { readonly url: string; readonly language: Language }) => {
  const [isAsking, setAsking] = useState(false);
  const around = useFocusBack(isAsking ? 'remove' : undefined);
  const decide = useDecision(url, language, () => focusHeading(around.current));
  const close = () => {
    decide.forget();
    setAsking(false);
  };
  return (
    <div ref={around} className="ledger-actions">
      {isAsking ? (
        <SureForm decide={decide} close={close} language={language} what="remove" submit={() => decide.take('remove')} />
      ) : (
        <Button buttonStyle="secondary" className="decide-remove" size="medium" margin={false} onClick={() => setAsking(true)}>
          {REMOVAL.button[language]}
        </Button>
      )}
    </div>
  );
};
