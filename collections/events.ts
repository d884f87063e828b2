import type { CollectionConfig } from 'payload';
import { COLLECTIONS } from '#i18n/admin';
import { flowFields } from './content-fields';
import { contentTabs } from './content-tabs';
import { contentCollection } from './contents';
import { eventDetails, eventEssentials, lastsUntilField } from './event-fields';

/** Events (UI: Veranstaltungen), entered once and promoted by the others. */
export const events: CollectionConfig = contentCollection({
  slug: 'events',
  labels: COLLECTIONS.events,
  columns: ['title', 'startsAt', 'organiser', '_status'],
  defaultSort: '-startsAt',
  searchable: ['title', 'town', 'venue', 'organiser.shortName', 'organiser.name'],
  fields: [contentTabs({ essentials: eventEssentials(), details: eventDetails() }), lastsUntilField, ...flowFields()],
});
