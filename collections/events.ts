import type { CollectionConfig } from 'payload';
import { EVENT_STATUSES, PLACE_REGIONS } from '#domain/content';
import { COLLECTIONS } from '#i18n/admin';
import { EVENT } from '#i18n/admin-contents';
import { ATTENDANCE_WORDS, EVENT_STATUS_WORDS, PLACE_WORDS } from '#i18n/words';
import { attachmentsField, contactFields, flowFields, headFields, ownerFields, reachFields } from './content-fields';
import { contentCollection } from './contents';
import { choices, flag, moment, row } from './fields';
import { fundingFields } from './funding';
import { fromOrganisation } from './organisation-defaults';

const takesPlaceSomewhere = (data: { attendance?: unknown }): boolean => data.attendance !== 'online';

/** Events (UI: Veranstaltungen), entered once and promoted by the others. */
export const events: CollectionConfig = contentCollection({
  slug: 'events',
  labels: COLLECTIONS.events,
  columns: ['title', 'startsAt', 'organiser', 'status', '_status'],
  defaultSort: '-startsAt',
  fields: [
    ...headFields(),
    row(moment('startsAt', EVENT.startsAt, { required: true, index: true }), moment('endsAt', EVENT.endsAt)),
    flag('allDay', EVENT.allDay),
    {
      name: 'attendance',
      type: 'select',
      label: EVENT.attendance,
      required: true,
      defaultValue: 'on-site',
      options: choices(['on-site', 'online', 'hybrid'], ATTENDANCE_WORDS),
      admin: { isClearable: false },
    },
    {
      name: 'venue',
      type: 'text',
      label: EVENT.venue,
      defaultValue: fromOrganisation('venue'),
      admin: { condition: takesPlaceSomewhere },
    },
    {
      name: 'street',
      type: 'text',
      label: EVENT.street,
      defaultValue: fromOrganisation('street'),
      admin: { condition: takesPlaceSomewhere },
    },
    row(
      {
        name: 'postalCode',
        type: 'text',
        label: EVENT.postalCode,
        defaultValue: fromOrganisation('postalCode'),
        admin: { condition: takesPlaceSomewhere },
      },
      {
        name: 'town',
        type: 'text',
        label: EVENT.town,
        defaultValue: fromOrganisation('town'),
        admin: { condition: takesPlaceSomewhere },
      },
    ),
    {
      name: 'placeRegion',
      type: 'select',
      label: EVENT.placeRegion,
      required: true,
      defaultValue: fromOrganisation('placeRegion'),
      options: choices(PLACE_REGIONS, PLACE_WORDS),
      admin: { description: EVENT.placeRegionHint },
    },
    row({ name: 'link', type: 'text', label: EVENT.link }, moment('deadline', EVENT.deadline)),
    { name: 'description', type: 'richText', label: EVENT.description, localized: true },
    row(
      { name: 'cost', type: 'text', label: EVENT.cost, admin: { description: EVENT.costHint } },
      { name: 'audience', type: 'text', label: EVENT.audience, localized: true },
    ),
    {
      name: 'status',
      type: 'select',
      label: EVENT.status,
      defaultValue: 'planned',
      // A clone is a new event: nobody was told anything of it.
      hooks: { beforeDuplicate: [() => 'planned'] },
      options: choices(EVENT_STATUSES, EVENT_STATUS_WORDS),
      admin: { position: 'sidebar', isClearable: false },
    },
    moment('previousStartsAt', EVENT.previousStartsAt, {
      hooks: { beforeDuplicate: [() => null] },
      admin: { position: 'sidebar', condition: (data) => data.status === 'moved', description: EVENT.previousHint },
    }),
    flag('soldOut', EVENT.soldOut, {
      hooks: { beforeDuplicate: [() => false] },
      admin: { position: 'sidebar', description: EVENT.soldOutHint },
    }),
    ...ownerFields(),
    ...reachFields(),
    contactFields(),
    attachmentsField(),
    fundingFields(),
    ...flowFields(),
  ],
});
