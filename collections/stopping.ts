import type { DateField, Field, FieldHook } from 'payload';
import { toIso } from '#domain/time';
import { COMMON } from '#i18n/admin';
import type { Words } from '#i18n/words';
import { now } from '#runtime/clock';
import { nobodyField } from './access';
import { flag } from './fields';
import { OUT_OF_SIGHT } from './flow';

/** The switch that stops a channel, or everything, and the moment it was set: what came later is nothing for feeds. */
export const stopFields = (label: Words, admin: { description: Words; position?: 'sidebar' }): Field[] => [
  flag('paused', label, { admin }),
  pausedAt,
];

/** Whoever saves while it is stopped does not move the moment. */
const keepMoment: FieldHook = ({ data, originalDoc }) => {
  const isPaused = data?.paused ?? originalDoc?.paused;
  return isPaused ? (originalDoc?.pausedAt ?? toIso(now())) : null;
};

const pausedAt: DateField = {
  name: 'pausedAt',
  type: 'date',
  label: COMMON.pausedAt,
  access: { create: nobodyField, update: nobodyField },
  hooks: { beforeChange: [keepMoment] },
  ...OUT_OF_SIGHT,
};
