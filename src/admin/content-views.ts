import type { Where } from 'payload';
import { atWallTime } from '#domain/calendar';
import type { ContentCollection } from '#domain/content';
import { isAbove } from '#domain/role';
import { type Instant, inBerlin, toIso } from '#domain/time';
import type { CONTENT_VIEWS } from '#i18n/lists';
import type { Viewer } from './viewer';

/** One way to look at the contents; the first of them is what a list opens with. */
export type ContentView = {
  readonly name: Exclude<keyof typeof CONTENT_VIEWS, 'label' | 'trash' | 'everywhere'>;
  /** None shows everything one may see. One question each about one field: Payload's filters show and keep no others. */
  readonly conditions: readonly Where[];
  readonly sort: string;
};

/** The views of a list: those who belong to a body begin with their own. */
export const contentViews = (collection: ContentCollection, viewer: Viewer, now: Instant): readonly ContentView[] => {
  const own = isAbove(viewer) || !viewer.organisation ? undefined : { organiser: { equals: viewer.organisation } };
  return collection === 'events' ? eventViews(now, own) : newsViews(own);
};

const eventViews = (now: Instant, own: Where | undefined): readonly ContentView[] => {
  const today = toIso(atWallTime(inBerlin(now).toPlainDate(), '00:00'));
  const upcoming: Where = { lastsUntil: { greater_than_equal: today } };
  const past: Where = { lastsUntil: { less_than: today } };
  const others: readonly ContentView[] = [
    { name: 'upcoming', conditions: [upcoming], sort: 'startsAt' },
    { name: 'all', conditions: [], sort: '-startsAt' },
  ];
  if (!own)
    return [
      ...others,
      { name: 'past', conditions: [past], sort: '-startsAt' },
      { name: 'drafts', conditions: [DRAFT], sort: '-updatedAt' },
    ];
  return [
    { name: 'myUpcoming', conditions: [own, upcoming], sort: 'startsAt' },
    { name: 'myDrafts', conditions: [own, DRAFT], sort: '-updatedAt' },
    { name: 'myPast', conditions: [own, past], sort: '-startsAt' },
    ...others,
  ];
};

const newsViews = (own: Where | undefined): readonly ContentView[] => {
  const all: ContentView = { name: 'all', conditions: [], sort: '-updatedAt' };
  if (!own) return [all, { name: 'drafts', conditions: [DRAFT], sort: '-updatedAt' }];
  return [
    { name: 'mine', conditions: [own], sort: '-updatedAt' },
    { name: 'myDrafts', conditions: [own, DRAFT], sort: '-updatedAt' },
    all,
  ];
};

const DRAFT: Where = { _status: { equals: 'draft' } };
