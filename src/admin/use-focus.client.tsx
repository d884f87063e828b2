'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** For a form that took the place of the button that was pressed: its first field has the focus. */
export const useFocusInside = <Element extends HTMLElement>(): RefObject<Element | null> => {
  const inside = useRef<Element>(null);
  useEffect(() => {
    inside.current?.querySelector<HTMLElement>('textarea, input, button')?.focus();
  }, []);
  return inside;
};

/** For what shows buttons or, in their place, the form behind one of them: when `form` closes, its button has the focus again. */
export const useFocusBack = (form: string | undefined): RefObject<HTMLDivElement | null> => {
  const around = useRef<HTMLDivElement>(null);
  const opened = useRef(form);
  useEffect(() => {
    // Whoever is elsewhere already, because something was decided, stays there.
    if (form === undefined && opened.current && document.activeElement === document.body)
      around.current?.querySelector<HTMLElement>(`.decide-${opened.current}`)?.focus();
    opened.current = form;
  }, [form]);
  return around;
};

/** For what vanishes once it did its work: the heading of its section has the focus then. */
export const focusHeading = (around: HTMLElement | null): void => {
  const heading = around?.closest('section')?.querySelector<HTMLElement>('h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
};
