import Link from 'next/link';
import type { Language } from '#domain/content';
import { momentWithZone } from '#i18n/dates';
import { accessInWords } from '#i18n/notice';
import { TODAY } from '#i18n/today';
import type { TodayLists } from './today-load';

type Props = Pick<TodayLists, 'ending'> & { readonly admin: string; readonly language: Language };

/** Channels whose access to their account ends soon, or has ended, with the way to where it is renewed. */
export const EndingAccess = ({ ending, admin, language }: Props) =>
  ending.map(({ id, name, until, days }) => (
    <p key={id} className="today-stopped" role="status">
      {accessInWords(name, { de: momentWithZone(until, 'de'), en: momentWithZone(until, 'en') }, days)[language]}{' '}
      <Link href={`${admin}/collections/channels/${id}`} prefetch={false}>
        {TODAY.toChannel[language]}
      </Link>
    </p>
  ));
