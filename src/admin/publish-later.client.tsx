'use client';

import { Button, DatePicker, toast, useDocumentInfo, useServerFunctions, useTranslation } from '@payloadcms/ui';
import { useCallback, useEffect, useId, useState } from 'react';
import { atWallTime } from '#domain/calendar';
import type { ContentCollection } from '#domain/content';
import { type Instant, instant, Temporal } from '#domain/time';
import { momentInWords } from '#i18n/dates';
import { PUBLISH_LATER } from '#i18n/publish-later';
import { MOMENT_PICKER } from '#i18n/typed-moment';
import { TypedMoment } from './typed-moment.client';

type Plan = { readonly id: number | string; readonly isPublish: boolean; readonly at: Instant };

/**
 * Publishes or takes back at a chosen Berlin time, by Payload's own schedule. Its own drawer reads `10.01.2027` as 1 October and
 * has English words, so this stands in the side bar instead. Shown to those who may publish, once there is a document.
 */
export const PublishLater = () => {
  const { collectionSlug, hasPublishPermission, id } = useDocumentInfo();
  const isContent = collectionSlug === 'events' || collectionSlug === 'news-items';
  if (!id || !isContent || !hasPublishPermission) return null;
  return <Box collection={collectionSlug} id={String(id)} />;
};

const Box = ({ collection, id }: { readonly collection: ContentCollection; readonly id: string }) => {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const headingId = useId();
  const [picked, setPicked] = useState<Date>();
  const { plans, add, remove } = usePlans(collection, id);
  const plan = async (type: 'publish' | 'unpublish') => {
    const at = picked && inBerlinAsPicked(picked);
    if (!at) return toast.error(PUBLISH_LATER.missing[language]);
    if (at.epochMilliseconds <= performance.timeOrigin + performance.now()) return toast.error(PUBLISH_LATER.past[language]);
    if (!(await add(type, at))) return toast.error(PUBLISH_LATER.failed[language]);
    return setPicked(undefined);
  };
  return (
    <div className="field-type publish-later">
      <p className="field-label" id={headingId}>
        {PUBLISH_LATER.heading[language]}
      </p>
      <div>
        <DatePicker
          {...MOMENT_PICKER}
          overrides={{ ...MOMENT_PICKER.overrides, ariaLabelledBy: headingId }}
          {...(picked ? { value: picked } : {})}
          onChange={(date) => setPicked(date ?? undefined)}
        />
        <TypedMoment onMoment={(meant) => setPicked(inBrowser(meant))} />
      </div>
      <p className="field-description">{PUBLISH_LATER.hint[language]}</p>
      <Button buttonStyle="secondary" size="small" onClick={() => void plan('publish')}>
        {PUBLISH_LATER.publish[language]}
      </Button>{' '}
      <Button buttonStyle="secondary" size="small" onClick={() => void plan('unpublish')}>
        {PUBLISH_LATER.unpublish[language]}
      </Button>
      {plans.map(({ at, id: planId, isPublish }) => (
        <p key={planId}>
          {PUBLISH_LATER[isPublish ? 'publishes' : 'unpublishes'][language]} <strong>{momentInWords(at, language)}</strong>{' '}
          <Button buttonStyle="none" size="small" onClick={() => void remove(planId)}>
            {PUBLISH_LATER.remove[language]}
          </Button>
        </p>
      ))}
    </div>
  );
};

/** What is planned for a document, and how to change that. */
const usePlans = (collection: ContentCollection, id: string) => {
  const { getUpcomingScheduledPublish, schedulePublish } = useServerFunctions();
  const [plans, setPlans] = useState<readonly Plan[]>([]);
  const load = useCallback(async () => {
    const found = await getUpcomingScheduledPublish({ collectionSlug: collection, id });
    setPlans(found.flatMap(readPlan));
  }, [collection, getUpcomingScheduledPublish, id]);
  useEffect(() => {
    void load();
  }, [load]);
  const add = async (type: 'publish' | 'unpublish', at: Instant): Promise<boolean> => {
    const answer = await schedulePublish({
      type,
      date: new Date(at.epochMilliseconds),
      doc: { relationTo: collection, value: id },
    });
    await load();
    return !(typeof answer === 'object' && answer !== null && 'error' in answer);
  };
  const remove = async (planId: number | string): Promise<void> => {
    await schedulePublish({ deleteID: planId });
    await load();
  };
  return { plans, add, remove };
};

type Upcoming = Awaited<ReturnType<ReturnType<typeof useServerFunctions>['getUpcomingScheduledPublish']>>[number];

const readPlan = ({ id, input, waitUntil }: Upcoming): readonly Plan[] =>
  waitUntil ? [{ id, isPublish: input?.type !== 'unpublish', at: instant(new Date(waitUntil).toISOString()) }] : [];

/** The picker speaks the browser's time; what people typed is meant in Berlin. */
const inBerlinAsPicked = (picked: Date): Instant => {
  const day = Temporal.PlainDate.from({ year: picked.getFullYear(), month: picked.getMonth() + 1, day: picked.getDate() });
  return atWallTime(day, `${pad(picked.getHours())}:${pad(picked.getMinutes())}`);
};

const inBrowser = ({ year, month, day, hour, minute }: Temporal.PlainDateTime): Date =>
  new Date(year, month - 1, day, hour, minute);

const pad = (value: number): string => String(value).padStart(2, '0');
