'use client';

import { useId, useState } from 'react';
import type { Language } from '#domain/content';
import { EDITION_PAGE } from '#i18n/edition-page';
import { LANGUAGE_WORDS, type Words } from '#i18n/words';

type Shown = { readonly subject: string; readonly html: string; readonly text: string };
type Props = {
  readonly previews: Readonly<Partial<Record<Language, Shown>>>;
  /** The language it leaves in. */
  readonly first: Language;
  readonly language: Language;
};

/** What readers will see: in each language, light and dark, wide and narrow, and as text. */
export const EditionPreview = ({ previews, first, language }: Props) => {
  const [told, setTold] = useState<Language>(first);
  const [look, setLook] = useState<keyof typeof LOOKS>('light');
  const [width, setWidth] = useState<keyof typeof WIDTHS>('wide');
  const shown = previews[told];
  if (!shown) return null;
  return (
    <>
      <div className="edition-choices">
        {Object.keys(previews).length > 1 && (
          <Choice label={EDITION_PAGE.previewLanguage} values={LANGUAGE_WORDS} value={told} {...{ language }} choose={setTold} />
        )}
        <Choice label={EDITION_PAGE.previewLook} values={LOOKS} value={look} {...{ language }} choose={setLook} />
        <Choice label={EDITION_PAGE.previewWidth} values={WIDTHS} value={width} {...{ language }} choose={setWidth} />
      </div>
      <p className="edition-subject">
        <b>{EDITION_PAGE.subject[language]}:</b> {shown.subject}
      </p>
      {width === 'text' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
        <pre className="ledger-text edition-text" tabIndex={0}>
          {shown.text}
        </pre>
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
