import type { Field } from 'payload';
import { type Attendance, EVENT_STATUSES, PLACE_REGIONS } from '#domain/content';
import { EVENT } from '#i18n/admin-contents';
import { ATTENDANCE_WORDS, EVENT_STATUS_WORDS, PLACE_WORDS } from '#i18n/words';
import { loggedInField, nobodyField } from './access';
import { attachmentsField, contactFields, headFields, languageField, organiserField, pictureField } from './content-fields';
import { choices, flag, moment, row } from './fields';
import { fromOrganisation } from './organisation-defaults';

/** What an event cannot do without; how it stands comes first once it is published. */
export const eventEssentials = (): Field[] => [...standFields(), ...headFields(), ...whenAndWhere(), organiserField()];

/**
 * When an event is over: its end, else its start. Kept so that lists ask one plain question about it, which the filters above them
 * can show and add to; reckoned anew at each save.
 */
export const lastsUntilField: Field = moment('lastsUntil', EVENT.lastsUntil, {
  index: true,
  access: { create: nobodyField, update: nobodyField, read: loggedInField },
  hooks: { beforeChange: [({ data }) => data?.endsAt ?? data?.startsAt ?? null] },
  admin: { hidden: true, disableListColumn: true },
});

/** What readers like to know besides. */
export const eventDetails = (): Field[] => [
  row(
    moment('endsAt', EVENT.endsAt, { ...forgottenByCopy, admin: { width: '50%' } }),
    moment('deadline', EVENT.deadline, { ...forgottenByCopy, admin: { width: '50%', description: EVENT.deadlineHint } }),
  ),
  flag('allDay', EVENT.allDay),
  row(placeLine('venue'), placeLine('street'), placeLine('postalCode')),
  { name: 'description', type: 'richText', label: EVENT.description, localized: true },
  row(
    { name: 'cost', type: 'text', label: EVENT.cost, admin: { description: EVENT.costHint, width: '50%' } },
    { name: 'audience', type: 'text', label: EVENT.audience, localized: true, admin: { width: '50%' } },
  ),
  pictureField(),
  attachmentsField(),
  contactFields(),
  languageField(),
];

const placeLine = (name: 'venue' | 'street' | 'postalCode'): Field => ({
  name,
  type: 'text',
  label: EVENT[name],
  defaultValue: fromOrganisation(name),
  admin: { condition: takesPlaceSomewhere },
});

/** How a published event stands: planned, moved, called off, fully booked. Before anybody was told there is nothing to say. */
const standFields = (): Field[] => [
  row(
    {
      name: 'status',
      type: 'select',
      label: EVENT.status,
      defaultValue: 'planned',
      // A clone is a new event: nobody was told anything of it.
      hooks: { beforeDuplicate: [() => 'planned'] },
      options: choices(EVENT_STATUSES, EVENT_STATUS_WORDS),
      admin: { isClearable: false, condition: isToldOrChanged, width: '50%' },
    },
    moment('previousStartsAt', EVENT.previousStartsAt, {
      hooks: { beforeDuplicate: [() => null] },
      admin: { condition: (data) => data.status === 'moved', description: EVENT.previousHint, width: '50%' },
    }),
  ),
  flag('soldOut', EVENT.soldOut, {
    hooks: { beforeDuplicate: [() => false] },
    admin: { condition: isToldOrChanged, description: EVENT.soldOutHint },
  }),
];

const whenAndWhere = (): Field[] => [
  row(moment('startsAt', EVENT.startsAt, { required: true, index: true, ...forgottenByCopy, admin: { width: '50%' } }), {
    name: 'attendance',
    type: 'select',
    label: EVENT.attendance,
    required: true,
    defaultValue: 'on-site',
    options: choices(['on-site', 'online', 'hybrid'], ATTENDANCE_WORDS),
    admin: { isClearable: false, width: '50%' },
  }),
  row(
    {
      name: 'town',
      type: 'text',
      label: EVENT.town,
      defaultValue: fromOrganisation('town'),
      admin: { ...neededFor('on-site', 'hybrid'), condition: takesPlaceSomewhere, width: '50%' },
    },
    {
      name: 'placeRegion',
      type: 'select',
      label: EVENT.placeRegion,
      required: true,
      defaultValue: fromOrganisation('placeRegion'),
      options: choices(PLACE_REGIONS, PLACE_WORDS),
      admin: { description: EVENT.placeRegionHint, width: '50%' },
    },
  ),
  { name: 'link', type: 'text', label: EVENT.link, admin: { ...neededFor('online'), description: EVENT.linkHint } },
];

/** A star while people take part in one of these ways; whether it is filled is checked when the event is published. */
const neededFor = (...attendance: readonly Attendance[]) => ({
  components: { Label: { path: '/src/admin/needed-label.client.tsx#NeededLabel', clientProps: { attendance } } },
});

type Seen = { readonly publishedAt?: unknown; readonly soldOut?: unknown; readonly status?: unknown };

const isToldOrChanged = ({ publishedAt, soldOut, status }: Seen): boolean =>
  Boolean(publishedAt) || soldOut === true || (status !== undefined && status !== 'planned');

/** A copy takes place at another time. */
const forgottenByCopy = { hooks: { beforeDuplicate: [() => null] } };

const takesPlaceSomewhere = (data: { attendance?: unknown }): boolean => data.attendance !== 'online';
