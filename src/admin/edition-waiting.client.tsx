'use client';

import { actInWords, EDITION_PAGE } from '#i18n/edition-page';
import { type EditionSeen, useEdition } from './use-edition.client';

/** An entry that waits for the next edition, and why; `canTakeIn` where a person put it off. */
export type WaitingLine = { readonly id: string; readonly title: string; readonly why: string; readonly canTakeIn: boolean };

/** What waits for the next edition, with the way back into this one. */
export const EditionWaiting = ({ seen, lines }: { readonly seen: EditionSeen; readonly lines: readonly WaitingLine[] }) => {
  const { decide, make } = useEdition(seen);
  const { language } = seen;
  return (
    <ul className="edition-waiting">
      {lines.map(({ id, title, why, canTakeIn }) => (
        <li key={id}>
          <p className="edition-title">{title}</p>
          <p className="ledger-small">{why}</p>
          {canTakeIn && (
            <div className="edition-buttons">
              <button
                type="button"
                aria-label={actInWords(EDITION_PAGE.takeIn, title)[language]}
                aria-disabled={decide.isBusy}
                onClick={() => make({ kind: 'take-in', row: id })}
              >
                {EDITION_PAGE.takeIn[language]}
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
};
