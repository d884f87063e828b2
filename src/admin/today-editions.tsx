import Link from 'next/link';
import type { Language } from '#domain/content';
import { EDITION_STATUS_WORDS } from '#i18n/admin-ledger';
import { shortMoment } from '#i18n/dates';
import { WAITS_SENTENCES } from '#i18n/edition-page';
import { TODAY } from '#i18n/today';
import type { Edition } from '#store/editions';
import { TodayCard } from './today-lists';

type Props = { readonly editions: readonly Edition[]; readonly admin: string; readonly language: Language };

/** The next edition of each newsletter, with the way to it; nothing where there is none. */
export const NextEditions = ({ editions, admin, language }: Props) => {
  const next = editions.filter(({ channelId }, at) => editions.findIndex((one) => one.channelId === channelId) === at);
  if (next.length === 0) return null;
  return (
    <TodayCard id="editions" title={TODAY.editions[language]}>
      <ul className="today-list">
        {next.map((edition) => (
          <li key={edition.id}>
            <Name edition={edition} admin={admin} />
            <p className="today-hint">
              {shortMoment(edition.slotAt, language)} · {EDITION_STATUS_WORDS[edition.status][language]}
            </p>
          </li>
        ))}
      </ul>
    </TodayCard>
  );
};

/** Editions that do not leave as they are, and what they wait for. */
export const WaitingEditions = ({ editions, admin, language }: Props) => {
  const waiting = editions.filter(({ waitsFor }) => waitsFor);
  if (waiting.length === 0) return null;
  return (
    <ul className="today-list">
      {waiting.map((edition) => (
        <li key={edition.id}>
          <Name edition={edition} admin={admin} />
          <p className="today-hint">{edition.waitsFor && WAITS_SENTENCES[edition.waitsFor][language]}</p>
        </li>
      ))}
    </ul>
  );
};

const Name = ({ edition, admin }: { readonly edition: Edition; readonly admin: string }) => (
  <p className="today-title">
    <Link href={`${admin}/ausgabe?id=${edition.id}`} prefetch={false}>
      {edition.channelName}
    </Link>
  </p>
);
