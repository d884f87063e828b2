import type {
  DateFieldValidation,
  EmailFieldValidation,
  NumberFieldSingleValidation,
  RelationshipFieldSingleValidation,
  SelectField,
  SelectFieldSingleValidation,
  TextFieldManyValidation,
  TextFieldSingleValidation,
} from 'payload';
import { date, email, number, relationship, select, text } from 'payload/shared';
import { type ChannelKind, type ChannelVia, isNewsletter, waysOf } from '#domain/channel';
import { isEmailAddress } from '#domain/email-address';
import { isSlug } from '#domain/slug';
import { isReversed } from '#domain/time';
import { isWebAddress } from '#domain/web-address';
import { type REFUSALS, refusal } from '#i18n/problems';
import { languageOf } from './refuse';

type Options = Parameters<TextFieldSingleValidation>[1];
type Code = keyof typeof REFUSALS;

/** First parts of addresses that are no organisation: `alle` is the feed of everything, the others are pages. */
const RESERVED: readonly string[] = [
  'abmelden',
  'admin',
  'alle',
  'api',
  'ausgaben',
  'barrierefreiheit',
  'bestaetigen',
  'datenschutz',
  'demo',
  'feeds',
  'health',
  'impressum',
  'kalender',
  'meldungen',
  'newsletter',
  'veranstaltungen',
  'verbinden',
];

/** Lower-case letters, digits and single hyphens, no word that is an address already. */
export const slugCheck: TextFieldSingleValidation = (value, options) => {
  if (value && !isSlug(value)) return say(options, 'slug');
  return value && RESERVED.includes(value) ? say(options, 'slugReserved') : text(value, options);
};

/** Empty or an absolute http(s) address. */
export const websiteCheck: TextFieldSingleValidation = (value, options) =>
  value && !isWebAddress(value) ? say(options, 'website') : text(value, options);

/** Letters and digits only, without the hash sign. */
export const hashtagCheck: TextFieldManyValidation = (value, options) =>
  value?.some((tag) => !isHashtag(tag)) ? refusal('hashtag', languageOf(options.req)) : true;

/** One hashtag, without the hash sign. */
export const hashtagOneCheck: TextFieldSingleValidation = (value, options) =>
  value && !isHashtag(value) ? say(options, 'hashtag') : text(value, options);

/** No body is part of itself. */
export const houseCheck: RelationshipFieldSingleValidation = (value, options) =>
  value && value === options.id ? refusal('ownHouse', languageOf(options.req)) : relationship(value, options);

/** A moment after the one it is valid from. */
export const validToCheck: DateFieldValidation = (value, options) =>
  isReversed(options.siblingData) ? refusal('endsBeforeStart', languageOf(options.req)) : date(value, options);

/** A wall time such as 07:30. */
export const wallTimeCheck: TextFieldSingleValidation = (value, options) =>
  value && !isWallTime(value) ? say(options, 'wallTime') : text(value, options);

/** A wall time, needed where the channel is a newsletter. */
export const slotTimeCheck: TextFieldSingleValidation = (value, options) => {
  if (!value && needsSlot(options.siblingData)) return say(options, 'neededForNewsletter');
  return wallTimeCheck(value, options);
};

/** A choice, needed where the channel is a newsletter. */
export const slotChoiceCheck: SelectFieldSingleValidation = (value, options) => {
  if (!value && needsSlot(options.siblingData)) return refusal('neededForNewsletter', languageOf(options.req));
  return select(value, options);
};

/** `Name <address>` on one line (it becomes a header of mails), needed where we send the newsletter. */
export const senderCheck: TextFieldSingleValidation = (value, options) => {
  if (!value && needsSlot(options.siblingData) && !isVia(options.siblingData, 'block'))
    return say(options, 'neededForNewsletter');
  const address = value && /^[^<>\p{Cc}]+ <([^<>\p{Cc}]+)>$/u.exec(value)?.[1];
  if (!value || (address && isEmailAddress(address))) return text(value, options);
  return say(options, address && hasUmlaut(address) ? 'addressUmlaut' : 'senderForm');
};

/** Empty or an address that mail servers take. */
export const emailCheck: EmailFieldValidation = (value, options) => {
  if (!value || isEmailAddress(value)) return email(value, options);
  return hasUmlaut(value) ? refusal('addressUmlaut', languageOf(options.req)) : options.req.t('validation:emailAddress');
};

/** An address, needed where a person posts by hand. */
export const ownerCheck: EmailFieldValidation = (value, options) =>
  !value && isVia(options.siblingData, 'manual') ? refusal('ownerNeeded', languageOf(options.req)) : emailCheck(value, options);

/** Of the ways those that fit the kind, all until one is chosen. */
export const fittingWays: NonNullable<SelectField['filterOptions']> = ({ options, siblingData }) => {
  const kind = kindOf(siblingData ?? {});
  return options.filter((option) => !kind || waysOf(kind).some((via) => typeof option === 'object' && option.value === via));
};

/** One of the ways that fit the kind. */
export const viaCheck: SelectFieldSingleValidation = (value, options) => {
  const kind = kindOf(options.siblingData);
  if (kind && typeof value === 'string' && !waysOf(kind).some((via) => via === value))
    return refusal('viaUnfit', languageOf(options.req));
  return select(value, options);
};

/** A whole number within these limits, or none. */
export const wholeCheck =
  ({ min, max }: { readonly min: number; readonly max: number }): NumberFieldSingleValidation =>
  (value, options) =>
    typeof value === 'number' && !(Number.isInteger(value) && value >= min && value <= max)
      ? refusal('wholeBetween', languageOf(options.req), { min, max })
      : number(value, options);

type ChannelData = { readonly kind?: ChannelKind };
const kindOf = (data: ChannelData): ChannelKind | undefined => data.kind;
const isVia = (data: object, via: ChannelVia): boolean => 'via' in data && data.via === via;
const needsSlot = (data: ChannelData): boolean => data.kind !== undefined && isNewsletter(data.kind);

/** Letters that mail servers take neither before nor behind the @ as they are. */
const hasUmlaut = (address: string): boolean => /[^\p{ASCII}]/u.test(address);

/** A longer one would take the place of what a short post has to say. */
const isHashtag = (value: string): boolean => /^[\p{L}\p{N}_]{1,50}$/u.test(value);
const isWallTime = (value: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

const say = ({ req }: Pick<Options, 'req'>, code: Code): string => refusal(code, languageOf(req));
