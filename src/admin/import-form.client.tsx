'use client';

import { Button } from '@payloadcms/ui';
import { type ChangeEvent, useState } from 'react';
import type { Language } from '#domain/language';
import { REFUSED } from '#i18n/decisions';
import { IMPORT, IMPORT_REFUSED, takenWords } from '#i18n/subscriber-import';
import { ImportReport, type ReportRow } from './import-report.client';
import { textOfTable } from './table-text.client';

type Props = {
  readonly newsletters: readonly { readonly id: string; readonly name: string }[];
  /** Of the collection: `/api/subscribers`. */
  readonly url: string;
  readonly language: Language;
};

type Entered = Readonly<Record<'channel' | 'csv' | 'text' | 'source', string>>;
type Said = { readonly problem?: string; readonly rows?: readonly ReportRow[]; readonly message?: string } & {
  readonly added?: number;
  readonly remaining?: number;
};

/** Checks a table first and takes it over on a second click; whatever is changed wants to be checked again. */
export const ImportForm = ({ newsletters, url, language }: Props) => {
  const { entered, enter, said, busy, check, take } = useImport(newsletters[0]?.id ?? '', url, language);
  const isReady = said.message === undefined && said.rows?.some(({ verdict }) => verdict === 'accepted') === true;
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <ImportFields newsletters={newsletters} entered={entered} enter={enter} language={language} />
      {said.problem !== undefined && (
        <p className="import-problem" role="alert">
          {said.problem}
        </p>
      )}
      <Button type="submit" buttonStyle={isReady ? 'secondary' : 'primary'} disabled={busy !== undefined}>
        {(busy === 'check' ? IMPORT.checking : IMPORT.check)[language]}
      </Button>
      <div aria-live="polite">
        {said.message !== undefined && <p className="import-done">{said.message}</p>}
        {said.rows && said.rows.length > 0 && <ImportReport rows={said.rows} language={language} />}
        {isReady && (
          <Button type="button" id="import-take" disabled={busy !== undefined} onClick={() => void take()}>
            {(busy === 'take' ? IMPORT.taking : IMPORT.take)[language]}
          </Button>
        )}
      </div>
    </form>
  );
};

/** What is typed, and what the server said of it. */
const useImport = (channel: string, url: string, language: Language) => {
  const [entered, setEntered] = useState<Entered>({ channel, csv: '', text: '', source: '' });
  const [said, setSaid] = useState<Said>({});
  const [busy, setBusy] = useState<'check' | 'take'>();
  const enter = (name: keyof Entered, value: string): void => {
    setEntered((before) => ({ ...before, [name]: value }));
    setSaid({});
  };
  const check = async (): Promise<void> => {
    setBusy('check');
    setSaid(await post(`${url}/import-check`, entered, language));
    setBusy(undefined);
  };
  const take = async (): Promise<void> => {
    setBusy('take');
    const rest = said.rows?.filter(({ verdict }) => verdict !== 'accepted') ?? [];
    let added = 0;
    for (let remaining = 1; remaining > 0; ) {
      const answer = await post(`${url}/import`, entered, language);
      added += answer.added ?? 0;
      // Where nobody was added the next request would add nobody either.
      remaining = answer.added ? (answer.remaining ?? 0) : 0;
      setSaid({ ...answer, message: takenWords(added)[language], rows: rest });
    }
    setBusy(undefined);
  };
  return { entered, enter, said, busy, check, take };
};

type FieldProps = Pick<Props, 'newsletters' | 'language'> & {
  readonly entered: Entered;
  readonly enter: (name: keyof Entered, value: string) => void;
};

const ImportFields = ({ newsletters, entered, enter, language }: FieldProps) => (
  <>
    <label htmlFor="import-channel">{IMPORT.newsletter[language]}</label>
    <select id="import-channel" value={entered.channel} onChange={({ target }) => enter('channel', target.value)}>
      {newsletters.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
    <FileChoice label={IMPORT.file[language]} take={(csv) => enter('csv', csv)} />
    {AREAS.map(([name, rows]) => (
      <div key={name}>
        <label htmlFor={`import-${name}`}>{IMPORT[name][language]}</label>
        <p className="import-hint" id={`import-${name}-hint`}>
          {IMPORT[`${name}Hint`][language]}
        </p>
        <textarea
          id={`import-${name}`}
          rows={rows}
          value={entered[name]}
          aria-describedby={`import-${name}-hint`}
          onChange={({ target }) => enter(name, target.value)}
        />
      </div>
    ))}
  </>
);

/** A button for a file; what a browser writes beside its own button is in the browser's language. */
const FileChoice = ({ label, take }: { readonly label: string; readonly take: (text: string) => void }) => {
  const [name, setName] = useState('');
  const read = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [chosen] = target.files ?? [];
    if (!chosen) return;
    setName(chosen.name);
    const text = textOfTable(await chosen.arrayBuffer());
    // So that the same file can be chosen again once it was corrected.
    target.value = '';
    take(text);
  };
  return (
    <>
      <label className="import-file">
        <input type="file" accept=".csv,text/csv,text/plain" onChange={read} />
        {label}
      </label>
      {name !== '' && <p>{name}</p>}
    </>
  );
};

const AREAS = [
  ['csv', 8],
  ['text', 3],
  ['source', 2],
] as const;

const post = async (url: string, entered: Entered, language: Language): Promise<Said> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(entered),
    });
    if (response.status === 413) return { problem: IMPORT_REFUSED.tooLarge[language] };
    if (response.status >= 500) return { problem: REFUSED.failed[language] };
    const answer: Said & { readonly errors?: readonly { readonly message: string }[] } = await response.json();
    const problem = response.ok ? undefined : (answer.errors?.[0]?.message ?? REFUSED.failed[language]);
    return problem === undefined ? answer : { problem };
  } catch {
    return { problem: REFUSED.failed[language] };
  }
};
