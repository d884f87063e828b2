import Link from 'next/link';
import { isRefusedCheck } from '#domain/channel';
import type { Language } from '#domain/content';
import { connectInWords, meanwhileInWords, mendInWords, stopInWords, TO_CHANNEL, unconnectedInWords } from '#i18n/channel-stop';
import { checkedInWords, refusedCheckInWords } from '#i18n/connection';
import { dayInWords, momentWithZone, shortMoment } from '#i18n/dates';
import { accessInWords, versionInWords } from '#i18n/notice';
import type { Words } from '#i18n/words';
import type { StuckChannel, TodayLists } from './today-load';

type Place = { readonly admin: string; readonly language: Language };

/** Channels that their provider refuses, with the way to where that is put right. */
export const StoppedByItself = ({ stuck, ...place }: Place & Pick<TodayLists, 'stuck'>) =>
  stuck.map((channel) => {
    const { sentence, button } = mendInWords(channel);
    const said = [stopInWords(channel), meanwhileInWords(channel.isByHand), sentence].map((one) => one[place.language]);
    return (
      <ToChannel key={channel.id} id={channel.id} button={button} {...place}>
        {[...said, checkOf(channel, place.language)].filter(Boolean).join(' ')}
      </ToChannel>
    );
  });

/** A check that somebody made since says as much, and when. */
const checkOf = ({ check }: StuckChannel, language: Language): string =>
  check && isRefusedCheck(check.kind) ? checkedInWords(shortMoment(check.at, language), check.kind)[language] : '';

/** Channels that nobody has connected with their account yet, with the way to where that is done. */
export const UnconnectedChannels = ({ unconnected, ...place }: Place & Pick<TodayLists, 'unconnected'>) =>
  unconnected.map(({ id, name, via }) => (
    <ToChannel key={id} id={id} button={connectInWords(via, false)} {...place}>
      {unconnectedInWords(name)[place.language]}
    </ToChannel>
  ));

/** Channels whose access to their account ends soon, or has ended, with the way to where it is renewed. */
export const EndingAccess = ({ ending, ...place }: Place & Pick<TodayLists, 'ending'>) =>
  ending.map(({ id, name, until, days }) => (
    <ToChannel key={id} id={id} {...place}>
      {accessInWords(name, { de: momentWithZone(until, 'de'), en: momentWithZone(until, 'en') }, days)[place.language]}
    </ToChannel>
  ));

/** The version of LinkedIn's interface ends soon, or may have ended: nothing at a channel helps against that. */
export const EndingInterface = ({ version, language }: Pick<TodayLists, 'version'> & Pick<Place, 'language'>) =>
  version && (
    <p className="today-stopped" role="status">
      {versionInWords({ de: dayInWords(version.until, 'de'), en: dayInWords(version.until, 'en') }, version.days)[language]}
    </p>
  );

/** Channels that still run, though their account was not taken when somebody checked it last. */
export const RefusedChecks = ({ refused, ...place }: Place & Pick<TodayLists, 'refused'>) =>
  refused.map(({ id, name, at, kind }) => (
    <ToChannel key={id} id={id} {...place}>
      {refusedCheckInWords(name, shortMoment(at, place.language), kind)[place.language]}
    </ToChannel>
  ));

type ToChannelProps = Place & { readonly id: string; readonly button?: Words; readonly children: string };

const ToChannel = ({ id, button = TO_CHANNEL, admin, language, children }: ToChannelProps) => (
  <p className="today-stopped" role="status">
    {children}{' '}
    <Link href={`${admin}/collections/channels/${id}`} prefetch={false}>
      {button[language]}
    </Link>
  </p>
);
