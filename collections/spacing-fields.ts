import type { CollapsibleField, DateField, NumberField, NumberFieldSingleValidation } from 'payload';
import { number } from 'payload/shared';
import { type ChannelKind, type ChannelVia, isNetwork } from '#domain/channel';
import { dearestPost, X_PRICES } from '#domain/spacing';
import { instant, isBefore } from '#domain/time';
import { refusal } from '#i18n/problems';
import { SPACING } from '#i18n/spacing';
import { now } from '#runtime/clock';
import { nobodyField } from './access';
import { wholeCheck } from './checks';
import { moment, row } from './fields';
import { OUT_OF_LISTS } from './flow';
import { languageOf } from './refuse';

type ChannelData = { readonly kind?: ChannelKind; readonly via?: ChannelVia };

/** Whose posts we publish ourselves. */
const posts = ({ kind, via }: ChannelData): boolean => kind !== undefined && isNetwork(kind) && via !== 'manual';

/** Only X takes money for posts. */
const costs = (data: ChannelData): boolean => posts(data) && data.kind === 'x';

const limit = (name: 'perDay' | 'gapMinutes', max: number): NumberField => ({
  ...{ name, type: 'number', label: SPACING[name], min: 1, max, validate: wholeCheck({ min: 1, max }) },
  admin: { ...OUT_OF_LISTS.admin, description: SPACING[`${name}Hint`], width: '50%' },
});

const MOST_CENTS = 100_000;
const DEAREST_POST = 1_000;

/** Fractions of a cent are prices, too. */
const priceCheck: NumberFieldSingleValidation = (value, options) =>
  typeof value === 'number' && !(value >= 0 && value <= DEAREST_POST)
    ? refusal('priceBetween', languageOf(options.req), { max: DEAREST_POST })
    : number(value, options);

/** What pays for no post at all would stop the channel for ever. */
const budgetCheck: NumberFieldSingleValidation = (value, options) => {
  const { siblingData, req } = options;
  const typed = 'linkPostCents' in siblingData ? siblingData.linkPostCents : undefined;
  const price = dearestPost({ ...X_PRICES, ...(typeof typed === 'number' ? { linkPost: typed } : {}) });
  return typeof value === 'number' && value >= 1 && value < price
    ? refusal('budgetSmall', languageOf(req), { price })
    : wholeCheck({ min: 1, max: MOST_CENTS })(value, options);
};

const price = (name: 'postCents' | 'linkPostCents'): NumberField => ({
  ...{ name, type: 'number', label: SPACING[name], min: 0, max: DEAREST_POST, validate: priceCheck },
  admin: { ...OUT_OF_LISTS.admin, description: SPACING[`${name}Hint`], width: '50%', step: 0.1, condition: costs },
});

/** How often a channel posts and what that may cost; empty means no limit. */
export const spacingFields: CollapsibleField = {
  type: 'collapsible',
  label: SPACING.group,
  admin: { condition: posts },
  fields: [
    row(limit('perDay', 100), limit('gapMinutes', 1_440)),
    {
      ...{ name: 'monthlyCents', type: 'number', label: SPACING.monthlyCents, min: 1, max: MOST_CENTS, validate: budgetCheck },
      admin: { ...OUT_OF_LISTS.admin, description: SPACING.monthlyCentsHint, condition: costs },
    },
    row(price('postCents'), price('linkPostCents')),
  ],
};

/** Until when the network takes nothing of the channel; written by whoever was told. */
export const restField: DateField = moment('restUntil', SPACING.restUntil, {
  access: { create: nobodyField, update: nobodyField },
  admin: {
    ...OUT_OF_LISTS.admin,
    position: 'sidebar',
    readOnly: true,
    description: SPACING.restHint,
    condition: (data) => typeof data.restUntil === 'string' && isBefore(now(), instant(data.restUntil)),
  },
});
