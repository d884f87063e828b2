'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Language } from '#domain/content';
import { durationInWords, STILL } from '#i18n/ledger-page';

/** How long something still runs; counts down by itself and reloads the page's data when it is over. */
export const Countdown = ({ minutes, language }: { readonly minutes: number; readonly language: Language }) => {
  const [left, setLeft] = useState(minutes);
  const router = useRouter();
  useEffect(() => {
    // The browser's clock may be wrong; how long it has been showing this page it knows.
    const began = performance.now();
    const timer = setInterval(() => setLeft(minutes - (performance.now() - began) / 60_000), 15_000);
    return () => clearInterval(timer);
  }, [minutes]);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) router.refresh();
  }, [isOver, router]);
  return (
    <strong className="ledger-countdown">
      ({STILL[language]} {durationInWords(left)[language]})
    </strong>
  );
};
