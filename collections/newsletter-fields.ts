import type { CollapsibleField, NumberFieldSingleValidation, TextFieldSingleValidation } from 'payload';
import { text } from 'payload/shared';
import { contrast, isColour, READABLE } from '#domain/contrast';
import { PLAIN_NEWSLETTER, RELEASES } from '#domain/newsletter';
import { NEWSLETTER, RELEASE_WORDS } from '#i18n/newsletter';
import { refusal } from '#i18n/problems';
import { emailCheck, wholeCheck } from './checks';
import { choices, flag, row } from './fields';
import { languageOf } from './refuse';

/** How the editions of a newsletter are made and look; shown by `isShown` only, where we send them. */
export const newsletterFields = (isShown: (data: object) => boolean): CollapsibleField => ({
  type: 'collapsible',
  label: NEWSLETTER.group,
  admin: { condition: isShown },
  fields: [
    {
      name: 'replyTo',
      type: 'email',
      label: NEWSLETTER.replyTo,
      validate: emailCheck,
      admin: { description: NEWSLETTER.replyToHint },
    },
    row(
      whole('minimumItems', { min: 1, max: 50 }, PLAIN_NEWSLETTER.minimumItems),
      whole('othersShare', { min: 0, max: 90 }, PLAIN_NEWSLETTER.othersShare),
    ),
    row(
      {
        name: 'release',
        type: 'select',
        label: NEWSLETTER.release,
        options: choices(RELEASES, RELEASE_WORDS),
        defaultValue: PLAIN_NEWSLETTER.release,
        admin: { isClearable: false, width: '50%' },
      },
      { ...whole('leadHours', { min: 0, max: 168 }, PLAIN_NEWSLETTER.leadHours), validate: leadCheck },
    ),
    row(
      {
        name: 'colour',
        type: 'text',
        label: NEWSLETTER.colour,
        validate: colourCheck,
        admin: { description: NEWSLETTER.colourHint, width: '50%' },
      },
      {
        name: 'logo',
        type: 'upload',
        relationTo: 'media',
        label: NEWSLETTER.logo,
        admin: { description: NEWSLETTER.logoHint, width: '50%' },
      },
    ),
    flag('archiveHidden', NEWSLETTER.archiveHidden),
  ],
});

const whole = (
  name: 'minimumItems' | 'othersShare' | 'leadHours',
  limits: { readonly min: number; readonly max: number },
  defaultValue: number,
) => ({
  name,
  type: 'number' as const,
  label: NEWSLETTER[name],
  defaultValue,
  ...limits,
  validate: wholeCheck(limits),
  admin: { description: NEWSLETTER[`${name}Hint`], width: '50%' },
});

/** Nobody can say yes to an edition that is never closed before it leaves. */
const leadCheck: NumberFieldSingleValidation = (value, options) => {
  const { siblingData } = options;
  const isAsked = 'release' in siblingData && siblingData.release === 'approval';
  return isAsked && !value ? refusal('leadNeeded', languageOf(options.req)) : wholeCheck({ min: 0, max: 168 })(value, options);
};

/** `#rrggbb`, dark enough to be read on white (WCAG 2.1, 1.4.3). */
const colourCheck: TextFieldSingleValidation = (value, options) => {
  if (value && !isColour(value)) return refusal('colour', languageOf(options.req));
  if (value && contrast(value, '#ffffff') < READABLE) return refusal('colourPale', languageOf(options.req));
  return text(value, options);
};
