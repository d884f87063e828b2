import type { DefaultServerCellComponentProps } from 'payload';
import { accessEnd, wholeDays } from '#domain/access';
import { connectionInWords, leftInWords } from '#i18n/connection';
import { now } from '#runtime/clock';
import { loadChannelAccess } from '#store/channel-access';
import { languageOf } from './viewer';

/** How the access of a channel stands, in the list: why it stopped by itself, else what the last check said, and for how long it is good. */
export const ConnectionCell = async ({ rowData, payload, i18n }: DefaultServerCellComponentProps) => {
  const access = await loadChannelAccess(payload, String(rowData.id));
  if (!access?.hasToken && !access?.trouble) return <span>–</span>;
  const [language, at] = [languageOf(i18n), now()];
  const end = accessEnd(access, at);
  const left = leftInWords({ days: end && wholeDays(end, at), isRenewed: access.renewal !== undefined });
  return <span>{connectionInWords(access.trouble, access.check?.kind, left)[language]}</span>;
};
