import type { DefaultServerCellComponentProps } from 'payload';
import { instant } from '#domain/time';
import { shortMoment } from '#i18n/dates';
import { languageOf } from './viewer';

/** A moment in a list, in Berlin time wherever the browser stands. */
export const MomentCell = ({ cellData, i18n }: DefaultServerCellComponentProps) =>
  typeof cellData === 'string' ? (
    <time dateTime={cellData} style={{ whiteSpace: 'nowrap' }}>
      {shortMoment(instant(cellData), languageOf(i18n))}
    </time>
  ) : null;
