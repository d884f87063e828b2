'use client';

import { useId, useState } from 'react';
import type { Language } from '#domain/content';
import { EDITION_PAGE } from '#i18n/edition-page';
import { LANGUAGE_WORDS, type Words } from '#i18n/words';

type Readers = keyof typeof READERS;
type Shown = {
  readonly readers: Readers;
  readonly language: Language;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};
type Props = { readonly previews: readonly Shown[]; readonly language: Language };

/** What readers will see: those of each region, in each language, light and dark, wide and narrow, and as text. */
export const EditionPreview = ({ previews, language }: Props) => {
  const [readers, setReaders] = useState<Readers>('all');
  const [told, setTold] = useState(previews[0]?.language ?? language);
  const [look, setLook] = useState<keyof typeof LOOKS>('light');
  const [width, setWidth] = useState<keyof typeof WIDTHS>('wide');
  const shown = previews.find((one) => one.readers === readers && one.language === told) ?? previews[0];
  if (!shown) return null;
  const isOffered = (one: Readers): boolean => previews.some((preview) => preview.readers === one);
  return (
    <>
      <div className="edition-choices">
        {previews.some((one) => one.readers !== 'all') && (
          <Choice
            label={EDITION_PAGE.previewReaders}
            values={READERS}
            isOffered={isOffered}
            value={shown.readers}
            {...{ language }}
            choose={setReaders}
          />
        )}
        {previews.some((one) => one.language !== previews[0]?.language) && (
          <Choice label={EDITION_PAGE.previewLanguage} values={LANGUAGE_WORDS} value={told} {...{ language }} choose={setTold} />
        )}
        <Choice label={EDITION_PAGE.previewLook} values={LOOKS} value={look} {...{ language }} choose={setLook} />
        <Choice label={EDITION_PAGE.previewWidth} values={WIDTHS} value={width} {...{ language }} choose={setWidth} />
      </div>
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
};

const READERS = {
  all: EDITION_PAGE.previewAll,
  north: EDITION_PAGE.previewNorth,
  south: EDITION_PAGE.previewSouth,
} as const;
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
  readonly isOffered?: (value: Value) => boolean;
  readonly language: Language;
  readonly choose: (value: Value) => void;
};

const Choice = <Value extends string>({ label, values, value, language, choose, isOffered = () => true }: ChoiceProps<Value>) => {
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
        {keysOf(values)
          .filter(isOffered)
          .map((one) => (
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
