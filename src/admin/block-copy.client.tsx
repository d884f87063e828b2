'use client';

import { Button, toast } from '@payloadcms/ui';
import type { Language } from '#domain/content';
import { BLOCK } from '#i18n/block-page';
import { REFUSED } from '#i18n/decisions';

type Props = { readonly html: string; readonly text: string; readonly language: Language };

/** The ways to take a block along: as it looks, as source, as plain text. */
export const BlockCopy = ({ html, text, language }: Props) => {
  const copy = (put: () => Promise<void>) => () => {
    put().then(
      () => toast.success(BLOCK.copied[language]),
      () => toast.error(REFUSED.failed[language]),
    );
  };
  const write = (one: string) => () => navigator.clipboard.writeText(one);
  const ways = [
    { id: 'copy-rich', words: BLOCK.copyRich, put: () => navigator.clipboard.write([formatted(html, text)]) },
    { id: 'copy-html', words: BLOCK.copyHtml, put: write(html) },
    { id: 'copy-text', words: BLOCK.copyText, put: write(text) },
  ];
  return (
    <>
      <div className="ledger-buttons">
        {ways.map(({ id, words, put }, at) => (
          <Button
            key={id}
            id={id}
            margin={false}
            buttonStyle={at === 0 ? 'primary' : 'secondary'}
            size="medium"
            onClick={copy(put)}
          >
            {words[language]}
          </Button>
        ))}
      </div>
      <p className="ledger-small">{BLOCK.copyHint[language]}</p>
    </>
  );
};

/** With its looks where it is pasted into an editor, as text elsewhere. */
const formatted = (html: string, text: string) => new ClipboardItem({ 'text/html': html, 'text/plain': text });
