import type { ChannelSettings } from '#domain/channel';
import { type Content, type Language, ownersOf } from '#domain/content';
import type { Organisation } from '#domain/organisation';
import type { Purpose } from '#domain/purpose';
import { deadlineInWords } from '#i18n/dates';
import { CORRECTION_LEADS, lastCallLead, OWN_LEADS, OWNER_LABELS, othersLead, REMIND_LEAD, STATE_LEADS } from '#i18n/reader';
import type { Words } from '#i18n/words';
import { enumerate, isTakingPlace, type Organisations } from './content-words';

/** The first words of a post: on the title's own line (`Abgesagt: …`) or on one above it, and who organises where that is not said yet. */
export type PostLead = { readonly text: string; readonly sameLine: boolean; readonly owners?: string | undefined };

type LeadInput = {
  readonly delivery: { readonly purpose: Purpose };
  readonly content: Content;
  readonly organisations: Organisations;
  readonly channel: Pick<ChannelSettings, 'carrier' | 'language'>;
};

/** Lead words by purpose and state; `nameOf` decides how long names are. A cancelled event is never announced as if it took place. */
export const postLead = (input: LeadInput, nameOf: (organisation: Organisation) => string): PostLead => {
  const { content, channel, organisations, delivery } = input;
  const names = ownersOf(content)
    .flatMap((id) => organisations.get(id) ?? [])
    .map(nameOf);
  const isOwn = ownersOf(content).includes(channel.carrier);
  const label = OWNER_LABELS[content.kind][channel.language];
  const owners = isOwn && names.length < 2 ? undefined : `${label}: ${enumerate(names, channel.language)}`;
  const lead = correctionLead(content, delivery.purpose) ?? (delivery.purpose === 'remind' ? REMIND_LEAD : undefined);
  if (lead) return { text: `${lead[channel.language]}:`, sameLine: true, owners };
  if (delivery.purpose === 'last-call') return { text: `${lastCall(content, channel.language)}:`, sameLine: false, owners };
  if (isOwn) return { text: `${OWN_LEADS[content.kind][channel.language]}:`, sameLine: false, owners };
  const others = othersLead(content.kind, enumerate(names, channel.language), names.length > 1);
  return { text: `${others[channel.language]}:`, sameLine: false };
};

const correctionLead = (content: Content, purpose: Purpose): Words | undefined => {
  if (content.kind !== 'event') return purpose === 'update' || purpose === 'cancel' ? CORRECTION_LEADS[purpose] : undefined;
  if (!isTakingPlace(content)) return STATE_LEADS[content.event.status];
  if (purpose === 'cancel') return STATE_LEADS.cancelled;
  return purpose === 'update' ? (STATE_LEADS[content.event.status] ?? CORRECTION_LEADS.update) : undefined;
};

const lastCall = ({ kind, deadline }: Content, language: Language): string => {
  const until = deadline && { de: deadlineInWords(deadline, 'de'), en: deadlineInWords(deadline, 'en') };
  return lastCallLead(kind, until)[language];
};
