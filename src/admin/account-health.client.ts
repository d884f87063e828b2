import type { FormState } from 'payload';
import { accessEnd, wholeDays } from '#domain/access';
import {
  CHANNEL_TROUBLES,
  CHANNEL_VIAS,
  CHECK_KINDS,
  type ChannelKind,
  type ChannelTrouble,
  type ChannelVia,
  type CheckKind,
} from '#domain/channel';
import type { Language } from '#domain/content';
import { type Instant, instant } from '#domain/time';
import {
  CONNECTING,
  checkedInWords,
  connectedInWords,
  type Health,
  mendedInWords,
  pastedInWords,
  stuckInWords,
} from '#i18n/connection';
import { shortMoment } from '#i18n/dates';
import { CHANNEL_WORDS, type Words } from '#i18n/words';

/** What the form of a channel knows of its account, as it is saved. */
export type AccountHealth = {
  readonly via: ChannelVia | undefined;
  readonly kind: ChannelKind | undefined;
  /** Since when there is a token, pasted or given. */
  readonly tokenSince: Instant | undefined;
  /** Why the channel stopped by itself. */
  readonly trouble: ChannelTrouble | undefined;
  readonly health: Health;
  readonly checked: Checked | undefined;
};

/** The last check. */
export type Checked = { readonly at: Instant; readonly kind: CheckKind };

/** Reads it from the fields of the form. */
export const healthIn = (fields: FormState, now: Instant): AccountHealth => {
  const text = (name: string): string | undefined => {
    const value: unknown = fields[name]?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const moment = (name: string): Instant | undefined => {
    const value = text(name);
    return value === undefined ? undefined : instant(value);
  };
  const via = CHANNEL_VIAS.find((one) => one === text('via'));
  const isRenewed = text('refreshSince') !== undefined;
  const renewal = isRenewed ? { until: moment('refreshUntil') } : undefined;
  const end = via && accessEnd({ via, accessUntil: moment('accessUntil'), renewal }, now);
  const [at, kind] = [moment('checkedAt'), CHECK_KINDS.find((one) => one === text('checkedAs'))];
  return {
    ...{ via, kind: kindIn(text('kind')), tokenSince: moment('tokenSince') },
    trouble: CHANNEL_TROUBLES.find((one) => one === text('trouble')),
    health: { name: text('accountName'), days: end && wholeDays(end, now), isRenewed },
    checked: at && kind ? { at, kind } : undefined,
  };
};

/** What a check on this page said; `mayGoOn`: it was fine although the channel had stopped by itself. */
export type Said = { readonly checked?: Checked | undefined; readonly mayGoOn?: boolean };

/** How the account stands, and what its last check said; a good one from before the channel stopped says nothing any more. */
export const standingSentences = (account: AccountHealth, { checked, mayGoOn = false }: Said): readonly Words[] => {
  const last = checked ?? account.checked;
  const isOvertaken = account.trouble !== undefined && !mayGoOn && last?.kind === 'fine';
  return [standingOf(account, mayGoOn), ...(last && !isOvertaken ? [checkedAt(last)] : [])];
};

/** Connecting is what to do next. */
export const needsConnecting = ({ tokenSince, trouble }: AccountHealth, { mayGoOn }: Said): boolean =>
  !tokenSince || (trouble === 'account-refused' && !mayGoOn);

const standingOf = ({ tokenSince, trouble, via, health }: AccountHealth, isMended: boolean): Words => {
  if (trouble) return isMended ? mendedInWords(trouble) : stuckInWords(trouble, via);
  if (!tokenSince) return CONNECTING.none;
  if (health.name) return connectedInWords(health);
  return spoken((language) => pastedInWords(shortMoment(tokenSince, language), health)[language]);
};

const checkedAt = ({ at, kind }: Checked): Words =>
  spoken((language) => checkedInWords(shortMoment(at, language), kind)[language]);

const spoken = (say: (language: Language) => string): Words => ({ de: say('de'), en: say('en') });

const kindIn = (value: string | undefined): ChannelKind | undefined => (value !== undefined && isKind(value) ? value : undefined);

const isKind = (value: string): value is ChannelKind => value in CHANNEL_WORDS;
