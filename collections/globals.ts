import type { GlobalConfig } from 'payload';
import { GLOBALS, GROUPS } from '#i18n/admin';
import { OPERATIONS, SITE_TEXTS } from '#i18n/admin-settings';
import { aboveOnly, everybody, loggedIn } from './access';
import { stopFields } from './stopping';

/** How the house runs (UI: Betrieb): the time to think before anything leaves, and the switch that stops everything. */
const operations: GlobalConfig = {
  slug: 'operations',
  label: GLOBALS.operations,
  access: { read: loggedIn, update: aboveOnly },
  admin: { group: GROUPS.system, hideAPIURL: true },
  fields: [
    ...stopFields(OPERATIONS.paused, { description: OPERATIONS.pausedHint }),
    {
      name: 'coolOffMinutes',
      type: 'number',
      label: OPERATIONS.coolOffMinutes,
      required: true,
      defaultValue: 15,
      min: 0,
      max: 1440,
      admin: { description: OPERATIONS.coolOffHint },
    },
  ],
};

/** Texts of the public pages that only people can write (UI: Rechtliche Texte). */
const siteTexts: GlobalConfig = {
  slug: 'site-texts',
  label: GLOBALS.siteTexts,
  access: { read: everybody, update: aboveOnly },
  admin: { group: GROUPS.system, hideAPIURL: true },
  fields: [
    {
      name: 'imprint',
      type: 'richText',
      label: SITE_TEXTS.imprint,
      localized: true,
      admin: { description: SITE_TEXTS.imprintHint },
    },
    {
      name: 'privacy',
      type: 'richText',
      label: SITE_TEXTS.privacy,
      localized: true,
      admin: { description: SITE_TEXTS.privacyHint },
    },
    {
      // Directive (EU) 2016/2102, Art. 7(1); the model is that of the Implementing Decision (EU) 2018/1523.
      name: 'accessibility',
      type: 'richText',
      label: SITE_TEXTS.accessibility,
      localized: true,
      admin: { description: SITE_TEXTS.accessibilityHint },
    },
  ],
};

/** Settings of which there is one each. */
export const allGlobals: GlobalConfig[] = [operations, siteTexts];
