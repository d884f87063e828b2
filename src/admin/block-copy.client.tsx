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
  const rich = () => navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })]);
  return (
    <>
      <div className="ledger-buttons">
        <Button id="copy-rich" margin={false} size="medium" onClick={copy(rich)}>
          {BLOCK.copyRich[language]}
        </Button>
        <Button
          id="copy-html"
          margin={false}
          buttonStyle="secondary"
          size="medium"
          onClick={copy(() => navigator.clipboard.writeText(html))}
        >
          {BLOCK.copyHtml[language]}
        </Button>
        <Button
          id="copy-text"
          margin={false}
          buttonStyle="secondary"
          size="medium"
          onClick={copy(() => navigator.clipboard.writeText(text))}
        >
          {BLOCK.copyText[language]}
        </Button>
      </div>
      <p className="ledger-small">{BLOCK.copyHint[language]}</p>
    </>
  );
};
