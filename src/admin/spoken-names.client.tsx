'use client';

import { useTranslation } from '@payloadcms/ui';
import { type ReactNode, useEffect } from 'react';
import type { Language } from '#domain/content';
import { SIGNS, SPOKEN, spokenFor } from '#i18n/spoken';

/** Around the whole admin: gives what Payload names in English only, after a field of its code or not at all, a name to be read out. */
export const SpokenNames = ({ children }: { readonly children: ReactNode }) => {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  useEffect(() => {
    nameAll(document.body, language);
    const observer = new MutationObserver((changes) => {
      for (const { type, addedNodes, target } of changes)
        for (const node of type === 'attributes' ? [target] : addedNodes) if (node instanceof Element) nameAll(node, language);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: [...READ_OUT, 'title'] });
    return () => observer.disconnect();
  }, [language]);
  return children;
};

const READ_OUT = ['aria-label', 'aria-roledescription'] as const;
const NAMED = [...READ_OUT, 'title'].map((name) => `[${name}]`).join();

/** Where people type or choose, and Payload's label points elsewhere. */
const UNLABELLED = '.rs__input, .react-datepicker__input-container input, .ContentEditable__root';
const SIGN_NAMES = Object.entries(SIGNS).map(([name, words]) => ({ selector: `.${name}`, words }));
const SIGN = SIGN_NAMES.map(({ selector }) => selector).join();

const nameAll = (root: Element, language: Language): void => {
  nameSilent(root, language);
  for (const element of [root, ...root.querySelectorAll(NAMED)]) {
    if (element instanceof HTMLInputElement && element.type === 'checkbox') nameCheckbox(element, language);
    for (const name of READ_OUT) {
      const text = element.getAttribute(name);
      const spoken = text && spokenFor(text, language, element.closest('th')?.textContent);
      if (spoken) element.setAttribute(name, spoken);
    }
  }
};

/** Signs after what they do, and inputs after the label that people see. */
const nameSilent = (root: Element, language: Language): void => {
  for (const button of [root, ...root.querySelectorAll(SIGN)]) {
    const sign = SIGN_NAMES.find(({ selector }) => button.matches(selector));
    if (sign && isSilent(button) && !button.ariaLabel) button.ariaLabel = sign.words[language];
  }
  for (const input of [root, ...root.querySelectorAll(UNLABELLED)]) {
    const label = input.matches(UNLABELLED) && input.closest('.field-type')?.querySelector('.field-label');
    if (label && !input.ariaLabel) input.ariaLabel = (label.textContent ?? '').replace(/\s*\*$/, '');
  }
};

/** Options are not the name of what they are chosen in, and a tooltip is there for the mouse alone. */
const isSilent = (element: Element): boolean =>
  element instanceof HTMLSelectElement ||
  [...element.childNodes].every((node) => !node.textContent || (node instanceof Element && node.matches('.tooltip')));

/** Payload's checkboxes show the name of their field as a hint, and those of lists have no name at all. */
const nameCheckbox = (box: HTMLInputElement, language: Language): void => {
  if (box.title === box.name) box.removeAttribute('title');
  const name = box.closest('.select-row__checkbox') ? SPOKEN.selectRow : box.id === 'select-all' ? SPOKEN.selectAll : undefined;
  if (!name || box.getAttribute('aria-label') === name[language]) return;
  // It points nowhere, yet comes before the name.
  box.removeAttribute('aria-labelledby');
  box.setAttribute('aria-label', name[language]);
};
