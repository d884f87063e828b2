'use client';

import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { EDITION_PAGE } from '#i18n/edition-page';
import { Frame } from './delivery-forms.client';
import { useDecision } from './use-decision.client';
import type { EditionSeen } from './use-edition.client';

type Props = {
  readonly seen: EditionSeen;
  /** What a yes would cover; undefined where nobody has to say yes, or somebody has. */
  readonly covers: readonly string[] | undefined;
  readonly canTest: boolean;
  /** Nothing of it is fixed yet, it is on its way, or there is nothing to stop. */
  readonly stop: 'skip' | 'stop' | undefined;
};

/** Say yes, send oneself a test, or stop it; nothing is stopped by one click alone. */
export const EditionActs = ({ seen: { id, version, language }, covers, canTest, stop }: Props) => {
  const [isAsking, setAsking] = useState(false);
  const decide = useDecision(`/api/editions/${id}`, language, () => setAsking(false));
  if (isAsking && stop)
    return (
      <Frame
        decide={decide}
        submit={() => decide.take('stop')}
        close={() => setAsking(false)}
        language={language}
        words={EDITION_PAGE.sure}
      >
        <p className="ledger-warning">{EDITION_PAGE[`${stop}Sure`][language]}</p>
      </Frame>
    );
  const common = { size: 'medium', margin: false, disabled: decide.isBusy } as const;
  return (
    <div className="ledger-buttons">
      {covers && (
        <Button {...common} id="edition-approve" onClick={() => decide.take('approve', { version, covers })}>
          {EDITION_PAGE.approve[language]}
        </Button>
      )}
      {canTest && (
        <Button {...common} id="edition-test" buttonStyle="secondary" onClick={() => decide.take('test')}>
          {EDITION_PAGE.test[language]}
        </Button>
      )}
      {stop && (
        <Button {...common} id="edition-stop" buttonStyle="secondary" onClick={() => setAsking(true)}>
          {EDITION_PAGE[stop][language]}
        </Button>
      )}
    </div>
  );
};
