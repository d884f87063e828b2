'use client';

import { useId, useState } from 'react';
import type { Language } from '#domain/content';
import type { Preferences } from '#domain/segment';
import { EDITION_PAGE, othersInWords, readersInWords } from '#i18n/edition-page';
import { LANGUAGE_WORDS, type Words } from '#i18n/words';

type Shown = Readonly<Record<'subject' | 'html' | 'text', string>> & { readonly isWhole: boolean; readonly language: Language };
type Line = Preferences & { readonly people: number; readonly preview: number | undefined };
type Props = {
  readonly previews: readonly Shown[];
  /** Who reads it; missing of what has left. */
  readonly readers: { readonly lines: readonly Line[]; readonly others: number } | undefined;
  readonly language: Language;
};

/** What readers will see: all of it, or what those get who chose something, in each language, light and dark, wide and narrow, and as text. */
export const EditionPreview = ({ previews, readers, language }: Props) => {
  const [chosen, setChosen] = useState(ALL);
  const [told, setTold] = useState(previews[0]?.language ?? language);
  const [look, setLook] = useState<keyof typeof LOOKS>('light');
  const [width, setWidth] = useState<keyof typeof WIDTHS>('wide');
  const whole = previews.filter(({ isWhole }) => isWhole);
  const line = readers?.lines.find((one) => nameOf(one) === chosen);
  const shown = line ? previews[line.preview ?? -1] : (whole.find((one) => one.language === told) ?? whole[0]);
  return (
    <>
      <div className="edition-choices">
        {readers && readers.lines.length > 0 && (
          <Choice
            label={EDITION_PAGE.previewReaders}
            values={choicesOf(readers.lines, whole.length > 1)}
            value={line ? chosen : ALL}
            {...{ language }}
            choose={setChosen}
          />
        )}
        {!line && whole.length > 1 && (
          <Choice label={EDITION_PAGE.previewLanguage} values={LANGUAGE_WORDS} value={told} {...{ language }} choose={setTold} />
        )}
        <Choice label={EDITION_PAGE.previewLook} values={LOOKS} value={look} {...{ language }} choose={setLook} />
        <Choice label={EDITION_PAGE.previewWidth} values={WIDTHS} value={width} {...{ language }} choose={setWidth} />
      </div>
      {readers && readers.others > 0 && <p className="ledger-small">{othersInWords(readers.others)[language]}</p>}
      {shown ? <Mail shown={shown} look={look} width={width} language={language} /> : <p>{EDITION_PAGE.previewNone[language]}</p>}
    </>
  );
};

type MailProps = {
  readonly shown: Shown;
  readonly look: keyof typeof LOOKS;
  readonly width: keyof typeof WIDTHS;
  readonly language: Language;
};

const Mail = ({ shown, look, width, language }: MailProps) => (
  <>
    <p className="edition-subject">
      <b>{EDITION_PAGE.subject[language]}:</b> {shown.subject}
    </p>
    {width === 'text' ? (
      <pre className="ledger-text">{shown.text}</pre>
    ) : (
      <iframe
        className={`edition-frame edition-frame--${width}`}
        title={EDITION_PAGE.preview[language]}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcDoc={inLook(shown.html, look)}
      />
    )}
  </>
);

const ALL = 'all';

/** Stays the same when the page is made anew, also where the list has another order then. */
const nameOf = ({ language, region, topics }: Preferences): string => ['of', language, region, ...topics].join(' ');

const choicesOf = (lines: readonly Line[], isInBoth: boolean): Readonly<Record<string, Words>> => ({
  [ALL]: EDITION_PAGE.previewAll,
  ...Object.fromEntries(lines.map((line) => [nameOf(line), readersInWords(line, isInBoth)])),
});

const LOOKS = { light: EDITION_PAGE.light, dark: EDITION_PAGE.dark } as const;
const WIDTHS = { wide: EDITION_PAGE.wide, narrow: EDITION_PAGE.narrow, text: EDITION_PAGE.asText } as const;

/** As on a device that is light or dark, whatever this one is; links open beside the admin. */
const inLook = (html: string, look: keyof typeof LOOKS): string =>
  html
    .replaceAll('@media (prefers-color-scheme:dark)', look === 'dark' ? '@media all' : '@media not all')
    .replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);

type ChoiceProps<Value extends string> = {
  readonly label: Words;
  readonly values: Readonly<Record<Value, Words>>;
  readonly value: Value;
  readonly language: Language;
  readonly choose: (value: Value) => void;
};

const Choice = <Value extends string>({ label, values, value, language, choose }: ChoiceProps<Value>) => {
  const id = useId();
  return (
    <label htmlFor={id}>
      {label[language]}
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = keysOf(values).find((one) => one === event.target.value);
          if (chosen) choose(chosen);
        }}
      >
        {keysOf(values).map((one) => (
          <option key={one} value={one}>
            {values[one][language]}
          </option>
        ))}
      </select>
    </label>
  );
};

const keysOf = <Value extends string>(values: Readonly<Record<Value, Words>>): readonly Value[] => {
  const keys: Value[] = [];
  for (const key in values) keys.push(key);
  return keys;
};
