import type { DefaultServerCellComponentProps } from 'payload';
import { accessEnd, wholeDays } from '#domain/access';
import { CHECK_WORDS, leftInWords } from '#i18n/connection';
import { now } from '#runtime/clock';
import { loadChannelAccess } from '#store/channel-access';
import { languageOf } from './viewer';

/** How the access of a channel stands, in the list: what the last check said, and for how long it is good. */
export const ConnectionCell = async ({ rowData, payload, i18n }: DefaultServerCellComponentProps) => {
  const access = await loadChannelAccess(payload, String(rowData.id));
  if (!access?.hasToken) return <span>–</span>;
  const [language, at] = [languageOf(i18n), now()];
  const end = accessEnd(access, at);
  const left = leftInWords({ days: end && wholeDays(end, at), isRenewed: access.renewal !== undefined });
  const parts = [access.check && CHECK_WORDS[access.check.kind][language], left?.[language]];
  return <span>{parts.filter(Boolean).join(', ') || '–'}</span>;
};
