'use client';

import { type RefObject, useEffect } from 'react';

/** For what must not move its neighbours up: where `isKept`, it never gets lower than it has been. */
export const useKeptHeight = (around: RefObject<HTMLElement | null>, isKept: boolean): void => {
  useEffect(() => {
    const { current } = around;
    if (isKept && current) current.style.minHeight = `${current.offsetHeight}px`;
  });
};
