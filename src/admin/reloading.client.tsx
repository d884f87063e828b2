'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const SECONDS = 3;

/** Loads anew, every few seconds while it is shown, what the server says on this page. */
export const Reloading = () => {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), SECONDS * 1000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
};
