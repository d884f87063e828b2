import type { Language } from '#domain/content';
import type { WaitsFor } from '#domain/edition-edit';
import type { Release } from '#domain/newsletter';
import { oneLine } from '#domain/text';
import type { Instant } from '#domain/time';
import { momentWithZone } from '#i18n/dates';
import { EDITION_NOTICE, editionReadySentence } from '#i18n/edition-notice';
import { WAITS_SENTENCES } from '#i18n/edition-page';
import { composeShortNotice } from './short-notice';

/** What the mail names: the newsletter, when its edition leaves and with how much, whether somebody must say yes, what it waits for already, where to look. */
type EditionNotice = {
  readonly newsletter: string;
  readonly slotAt: Instant;
  readonly entries: number;
  readonly release: Release;
  readonly waitsFor?: WaitsFor | undefined;
  readonly url: string;
  readonly language: Language;
};

/** A mail to an editor: an edition is ready to be looked at, or waits for somebody. */
export const composeEditionNotice = ({
  newsletter,
  slotAt,
  entries,
  release,
  waitsFor,
  url,
  language,
}: EditionNotice): Promise<{ subject: string; html: string; text: string }> => {
  const title = oneLine(newsletter);
  const moment = { de: momentWithZone(slotAt, 'de'), en: momentWithZone(slotAt, 'en') };
  return composeShortNotice({
    ...{ title, url, language },
    heading: EDITION_NOTICE[waitsFor ?? 'heading'][language],
    sentence: (waitsFor ? WAITS_SENTENCES[waitsFor] : editionReadySentence(title, entries, moment, release))[language],
    button: EDITION_NOTICE.button[language],
  });
};
