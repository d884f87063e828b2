'use client';

import { useField, useTranslation } from '@payloadcms/ui';
import { countGraphemes } from '#domain/text';
import { charactersLeft } from '#i18n/characters-left';

/** Below a text that may not be long: how much still fits. Read aloud only when it gets tight, not at every letter. */
export const CharactersLeft = ({ max, path }: { readonly max: number; readonly path: string }) => {
  const { i18n } = useTranslation();
  const { value } = useField<string>({ path });
  const left = max - countGraphemes(value ?? '');
  const words = charactersLeft(left)[i18n.language === 'en' ? 'en' : 'de'];
  return (
    <>
      <p className={left < 0 ? 'characters-left characters-left--none' : 'characters-left'} aria-hidden={left <= TIGHT}>
        {words}
      </p>
      <p className="characters-left-aloud" aria-live="polite">
        {left <= TIGHT ? words : ''}
      </p>
    </>
  );
};

const TIGHT = 20;
