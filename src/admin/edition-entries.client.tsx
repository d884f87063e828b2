'use client';

import { useEffect, useRef, useState } from 'react';
import { actInWords, EDITION_PAGE } from '#i18n/edition-page';
import type { Words } from '#i18n/words';
import { DropForm, type EntryLine, TeaserForm } from './edition-forms.client';
import { type EditionSeen, useEdition } from './use-edition.client';

type Props = {
  readonly seen: EditionSeen;
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly lines: readonly EntryLine[] }[];
};

/** The entries of an edition in reading order, each with what people can do about it. */
export const EditionEntries = ({ seen, sections }: Props) => {
  const [form, setForm] = useState<OpenForm>();
  const edition = useEdition(seen, () => setForm(undefined));
  const pressed = useKeptFocus(seen.version);
  return (
    <div className="edition-sections">
      {sections.map(({ id, heading, lines }) => (
        <section key={id} aria-labelledby={`edition-${id}`}>
          <h3 id={`edition-${id}`}>{heading}</h3>
          <ol>
            {lines.map((line, at) => (
              <li key={line.id} id={`entry-${line.id}`}>
                <p className="edition-title">{line.title}</p>
                <p className="ledger-small">{line.facts}</p>
                {line.isTeaserStale && <p className="ledger-warning">{EDITION_PAGE.teaserStale[seen.language]}</p>}
                {form?.row === line.id ? (
                  <EntryForm seen={seen} line={line} form={form.kind} edition={edition} close={() => setForm(undefined)} />
                ) : (
                  <EntryButtons
                    {...{ seen, line, edition, pressed, at }}
                    rows={lines.map((one) => one.id)}
                    open={(kind) => setForm({ row: line.id, kind })}
                  />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
};

type FormKind = 'putOff' | 'decline' | 'teaser';
type OpenForm = { readonly row: string; readonly kind: FormKind };
type Edition = ReturnType<typeof useEdition>;

type ButtonsProps = {
  readonly seen: EditionSeen;
  readonly line: EntryLine;
  readonly rows: readonly string[];
  readonly at: number;
  readonly edition: Edition;
  readonly pressed: (button: string) => void;
  readonly open: (form: FormKind) => void;
};

const EntryButtons = ({ seen: { language }, line, rows, at, edition, pressed, open }: ButtonsProps) => {
  const move = (to: number) => {
    const others = rows.filter((row) => row !== line.id);
    edition.make({ kind: 'order', rows: [...others.slice(0, to), line.id, ...others.slice(to)] });
  };
  const buttons: readonly (readonly [string, Words, boolean, () => void])[] = [
    ['up', EDITION_PAGE.up, at > 0, () => move(at - 1)],
    ['down', EDITION_PAGE.down, at < rows.length - 1, () => move(at + 1)],
    ['pin', line.isPinned ? EDITION_PAGE.unpin : EDITION_PAGE.pin, line.canPin, () => edition.make(pinning(line))],
    ['teaser', EDITION_PAGE.teaser, true, () => open('teaser')],
    ['put-off', EDITION_PAGE.putOff, true, () => open('putOff')],
    ['decline', EDITION_PAGE.decline, true, () => open('decline')],
  ];
  return (
    <div className="edition-buttons">
      {buttons.map(([name, words, isPossible, press]) => (
        <button
          key={name}
          type="button"
          id={`${name}-${line.id}`}
          aria-label={actInWords(words, line.title)[language]}
          aria-disabled={!isPossible || edition.decide.isBusy}
          onClick={() => {
            if (!isPossible || edition.decide.isBusy) return;
            pressed(`${name}-${line.id}`);
            press();
          }}
        >
          {words[language]}
        </button>
      ))}
    </div>
  );
};

const pinning = ({ id, isPinned }: EntryLine) => ({ kind: isPinned ? 'unpin' : 'pin', row: id }) as const;

type EntryFormProps = {
  readonly seen: EditionSeen;
  readonly line: EntryLine;
  readonly form: FormKind;
  readonly edition: Edition;
  readonly close: () => void;
};

const EntryForm = ({ seen, line, form, edition, close }: EntryFormProps) => {
  const { language } = seen;
  if (form === 'teaser') return <TeaserForm {...{ line, edition, close, language }} />;
  return <DropForm {...{ line, edition, close, language }} isForGood={form === 'decline'} />;
};

/** Whoever works by keyboard stays at the button that was pressed, wherever its entry went. */
const useKeptFocus = (version: number): ((button: string) => void) => {
  const pressed = useRef<{ readonly button: string; readonly version: number }>(undefined);
  useEffect(() => {
    // A new version is the moment at which entries have moved.
    if (!pressed.current || pressed.current.version === version) return;
    document.getElementById(pressed.current.button)?.focus();
    pressed.current = undefined;
  }, [version]);
  return (button) => {
    pressed.current = { button, version };
  };
};
