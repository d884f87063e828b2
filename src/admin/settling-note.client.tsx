'use client';

import { useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { instant } from '#domain/time';
import { momentWithZone } from '#i18n/dates';
import { LOOK_OR_WITHDRAW, settlingInWords } from '#i18n/promotion-page';
import { settlesFrom } from './settles-from.client';

/** While the time to think runs: until when nothing of what was published leaves, and the way to take it back. */
export const SettlingNote = ({ minutes }: { readonly minutes: number }) => {
  const { collectionSlug, hasPublishedDoc, id } = useDocumentInfo();
  const { config } = useConfig();
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const until = useFormFields(([{ changedAt, startsAt, kind, deadline }]) =>
    settlesFrom(
      { changedAt: changedAt?.value, startsAt: startsAt?.value, kind: kind?.value, deadline: deadline?.value },
      hasPublishedDoc,
      minutes,
    )?.toString(),
  );
  const isRunning = useRunning(until);
  if (id === undefined || until === undefined || !isRunning) return null;
  return (
    <p role="status">
      {settlingInWords(momentWithZone(instant(until), language))[language]}{' '}
      <a href={`${config.routes.admin}/collections/${collectionSlug}/${id}/bewerbung`}>{LOOK_OR_WITHDRAW[language]}</a>
    </p>
  );
};

/** True until that moment has come. */
const useRunning = (until: string | undefined): boolean => {
  const [isRunning, setRunning] = useState(false);
  useEffect(() => {
    const left = until === undefined ? 0 : instant(until).epochMilliseconds - (performance.timeOrigin + performance.now());
    setRunning(left > 0);
    const timer = setTimeout(() => setRunning(false), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [until]);
  return isRunning;
};
