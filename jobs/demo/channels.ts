import type { Payload } from 'payload';
import { signupUrl } from '#domain/addresses';
import { openSignup, type SignupChoice } from '#domain/signup';
import type { Instant } from '#domain/time';
import { offersOf } from '#i18n/offers';
import { checksum, hashAddress } from '#runtime/address-hash';
import { readEnv } from '#runtime/env';
import { recordConsent } from '#store/consents';
import type { Channel as ChannelRow } from '#store/payload-types';
import { loadSettings } from '#store/settings';
import { COORDINATOR } from '../seed-organisations';
import type { Days } from './days';

/** Slugs of the channels whose people answer in a way of their own. */
export const HTAI_LINKEDIN = 'htai-linkedin';
export const IHK_LINKEDIN = 'ihk-linkedin';
export const RMNH_LINKEDIN = 'rmnh-linkedin';
export const MINISTRY_LINKEDIN = 'ministerium-linkedin';

/** Creates newsletters with subscribers, one that people fill with a block, preview channels and one that a person serves by hand. */
export const seedChannels = async (
  payload: Payload,
  organisations: ReadonlyMap<string, string>,
  days: Days,
  confirmedAt: Instant,
): Promise<void> => {
  const readers = new Map<string, readonly string[]>();
  for (const { organisation, subscribers = [], ...channel } of channelsOf(days)) {
    const data = { ...COMMON, ...channel, organisation: organisations.get(organisation) ?? '' };
    const { id } = await payload.create({ collection: 'channels', data, depth: 0 });
    readers.set(id, subscribers);
  }
  for (const offer of offersOf(await loadSettings(payload, confirmedAt)))
    for (const name of readers.get(offer.channel) ?? []) await subscribe(payload, offer, `${name}@example.org`, confirmedAt);
};

/** Somebody has asked for a newsletter and said yes; there is a proof of it as of everybody's. */
const subscribe = async (payload: Payload, choice: SignupChoice, email: string, at: Instant): Promise<void> => {
  const addressHash = hashAddress(email, 'signup');
  const request = openSignup({ email, choices: [choice], formUrl: signupUrl(readEnv().publicUrl), addressHash }, at);
  const proof = { addressHash: hashAddress(email, choice.channel), textHash: checksum(choice.text), language: 'de' } as const;
  await recordConsent(payload, { ...request, id: request.key }, choice, proof, at);
};

type DemoChannel = Pick<ChannelRow, 'slug' | 'name' | 'kind' | 'via'> &
  Partial<
    Pick<ChannelRow, 'language' | 'wantsApproval' | 'slotRhythm' | 'slotWeekday' | 'slotTime' | 'sender' | 'ownerEmail'>
  > & {
    readonly organisation: string;
    readonly subscribers?: readonly string[];
  };

const COMMON = {
  active: true,
  ownContent: true,
  wantsApproval: false,
  language: 'de',
  quietFrom: '20:00',
  quietTo: '07:00',
  quietSundays: false,
} as const;

const channelsOf = (days: Days): readonly DemoChannel[] => [
  {
    ...newsletter('newsletter-nordhessen', 'Newsletter Nordhessen', COORDINATOR, days.weeklyIn(3)),
    sender: 'Regionalmanagement Nordhessen <nordhessen@example.org>',
    subscribers: ['a.amann', 'b.brandt', 'c.celik', 'd.dietz'],
  },
  {
    ...newsletter('newsletter-htai', 'HTAI-Newsletter', 'hessen-trade-invest', days.weeklyIn(4)),
    sender: 'Hessen Trade & Invest <htai-newsletter@example.org>',
    subscribers: ['e.ebert', 'f.franke', 'g.guenther', 'h.horn', 'i.ivanova'],
  },
  {
    ...newsletter('gemeinsamer-newsletter', 'Gemeinsamer Newsletter Nord- und Südhessen', COORDINATOR, days.monthly()),
    kind: 'common-newsletter',
    slotRhythm: 'monthly',
    slotTime: '11:00',
    sender: 'Nord- und Südhessen gemeinsam <gemeinsam@example.org>',
    subscribers: ['b.brandt', 'j.jung', 'k.kaya'],
  },
  {
    ...newsletter('newsletter-science-park', 'Newsletter Science Park Kassel', 'science-park-kassel', days.weeklyIn(5)),
    via: 'block',
  },
  post(RMNH_LINKEDIN, 'LinkedIn Regionalmanagement Nordhessen', 'linkedin', COORDINATOR),
  post('spk-mastodon', 'Mastodon Science Park Kassel', 'mastodon', 'science-park-kassel'),
  post(IHK_LINKEDIN, 'LinkedIn IHK Hessen innovativ', 'linkedin', 'ihk-hessen-innovativ'),
  { ...post('een-linkedin', 'LinkedIn EEN Hessen', 'linkedin', 'een-hessen'), language: 'en' },
  { ...post(HTAI_LINKEDIN, 'LinkedIn HTAI', 'linkedin', 'hessen-trade-invest'), wantsApproval: true },
  post('ministerium-mastodon', 'Mastodon Ministerium', 'mastodon', 'wirtschaftsministerium-hessen'),
  {
    ...post(MINISTRY_LINKEDIN, 'LinkedIn Ministerium', 'linkedin', 'wirtschaftsministerium-hessen'),
    via: 'manual',
    ownerEmail: 'pressestelle@example.org',
  },
];

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

const newsletter = (slug: string, name: string, organisation: string, weekday: number) =>
  ({
    ...{ slug, name, organisation, kind: 'newsletter', via: 'outbox' },
    ...{ slotRhythm: 'weekly', slotWeekday: WEEKDAYS[weekday - 1] ?? '2', slotTime: '10:00' },
  }) satisfies DemoChannel;

const post = (slug: string, name: string, kind: 'linkedin' | 'mastodon', organisation: string) =>
  ({ slug, name, kind, via: 'preview', organisation }) satisfies DemoChannel;
