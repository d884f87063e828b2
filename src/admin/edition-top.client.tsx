'use client';

import { Button } from '@payloadcms/ui';
import { type FormEvent, Fragment, useState } from 'react';
import type { Language } from '#domain/content';
import type { EditionDecision, InLanguages } from '#domain/edition-edit';
import { EDITION_PAGE, subjectHint } from '#i18n/edition-page';
import { LANGUAGE_WORDS } from '#i18n/words';
import { Field } from './delivery-forms.client';
import { type EditionSeen, useEdition } from './use-edition.client';

type Props = {
  readonly seen: EditionSeen;
  /** The languages the newsletter leaves in. */
  readonly written: readonly Language[];
  readonly subject: InLanguages;
  readonly intro: InLanguages;
  /** What stands there without an own subject. */
  readonly madeSubject: string;
};

/** Subject and introduction, in the newsletter's own language first. */
export const EditionTop = ({ seen, written, subject, intro, madeSubject }: Props) => {
  const { language } = seen;
  const [texts, setTexts] = useState({ subject, intro });
  const { decide, make } = useEdition(seen);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    make(...changesOf({ subject, intro }, texts));
  };
  const fields = (of: Language) => (
    <TextFields
      {...{ language, madeSubject }}
      subject={texts.subject[of] ?? ''}
      intro={texts.intro[of] ?? ''}
      change={(what, text) => setTexts({ ...texts, [what]: { ...texts[what], [of]: text } })}
    />
  );
  return (
    <form className="ledger-form" onSubmit={onSubmit} noValidate>
      {written.map((of) =>
        written.length === 1 ? (
          <Fragment key={of}>{fields(of)}</Fragment>
        ) : (
          <fieldset key={of}>
            <legend>{LANGUAGE_WORDS[of][language]}</legend>
            {fields(of)}
          </fieldset>
        ),
      )}
      {decide.problem && (
        <p className="ledger-problem" role="alert">
          {decide.problem}
        </p>
      )}
      <Button
        id="edition-save"
        type="submit"
        size="medium"
        buttonStyle="secondary"
        margin={false}
        disabled={decide.isBusy || changesOf({ subject, intro }, texts).length === 0}
      >
        {EDITION_PAGE.save[language]}
      </Button>
    </form>
  );
};

type Texts = { readonly subject: InLanguages; readonly intro: InLanguages };

const changesOf = (before: Texts, after: Texts): readonly EditionDecision[] =>
  (['subject', 'intro'] as const).flatMap((kind) =>
    (['de', 'en'] as const).flatMap((language) => {
      const text = (after[kind][language] ?? '').trim();
      return text === (before[kind][language] ?? '') ? [] : [{ kind, language, text }];
    }),
  );

type FieldsProps = {
  readonly language: Language;
  readonly madeSubject: string;
  readonly subject: string;
  readonly intro: string;
  readonly change: (what: keyof Texts, text: string) => void;
};

const TextFields = ({ language, madeSubject, subject, intro, change }: FieldsProps) => (
  <>
    <Field label={EDITION_PAGE.subject[language]} hint={subjectHint(madeSubject)[language]}>
      {(id, hint) => (
        <input
          id={id}
          aria-describedby={hint}
          type="text"
          maxLength={150}
          value={subject}
          onChange={(event) => change('subject', event.target.value)}
        />
      )}
    </Field>
    <Field label={EDITION_PAGE.intro[language]} hint={EDITION_PAGE.introHint[language]}>
      {(id, hint) => (
        <textarea
          id={id}
          aria-describedby={hint}
          rows={6}
          maxLength={5_000}
          value={intro}
          onChange={(event) => change('intro', event.target.value)}
        />
      )}
    </Field>
  </>
);
