import type { Payload } from 'payload';
import { editionUrl } from '#domain/addresses';
import { nextSlot } from '#domain/calendar';
import type { ChannelSettings } from '#domain/channel';
import type { Language } from '#domain/content';
import { coverOf } from '#domain/edition-edit';
import { type Finding, lintEdition } from '#domain/edition-lint';
import { isCovered, type MadeEdition, makeEdition } from '#domain/edition-making';
import { newsletterOf } from '#domain/newsletter';
import { isAbove } from '#domain/role';
import type { Instant } from '#domain/time';
import { now } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { findDeadLinks } from '#runtime/link-check';
import { encodedSize } from '#runtime/mail-size';
import { loadSentMail } from '#store/archive';
import { loadEditionEntries } from '#store/edition-entries';
import { countTold } from '#store/edition-stop';
import { type Edition, loadEdition } from '#store/editions';
import { loadSettings, type Settings } from '#store/settings';
import { countReaders } from '#store/subscribers';
import { factsOf, linksIn } from '#templates/edition-facts';
import { composeEdition } from '#templates/newsletter.tsx';
import type { PageRequest } from './page-frame';
import type { Viewer } from './viewer';

/** One language of an edition, ready to be looked at. */
export type Preview = { readonly subject: string; readonly html: string; readonly text: string };

/** Everything the page about one edition shows. */
export type EditionPage = {
  readonly edition: Edition;
  readonly channel: ChannelSettings;
  readonly settings: Settings;
  /** How many people it goes to, or went to, and how many of them have it. */
  readonly people: number;
  readonly told: number;
  /** This person may change it. */
  readonly mayWork: boolean;
  readonly work: EditionWork | undefined;
  /** As it was sent; undefined as long as nothing left. */
  readonly sent: Preview | undefined;
  readonly webUrl: string;
};

/** What people work on, as long as nothing of the edition is fixed. */
export type EditionWork = {
  readonly made: MadeEdition;
  readonly previews: Readonly<Record<Language, Preview>>;
  readonly bytes: number;
  readonly findings: readonly Finding[];
  /** Nobody has followed its links yet, and the house allows it. */
  readonly canCheckLinks: boolean;
  readonly nextSlotAt: Instant;
  /** What a yes to what is shown would cover. */
  readonly covers: readonly string[];
  readonly isApproved: boolean;
};

type Asking = Pick<PageRequest, 'payload' | 'viewer' | 'searchParams'>;

/** The edition asked for; `elsewhere` where another organisation makes it, undefined where there is none. */
export const loadEditionPage = async (request: Asking, id: string): Promise<EditionPage | 'elsewhere' | undefined> => {
  const { payload, viewer } = request;
  const edition = await loadEdition(payload, id);
  if (!edition) return undefined;
  const settings = await loadSettings(payload, now());
  const channel = settings.channels.find((one) => one.id === edition.channelId);
  if (!channel) return undefined;
  if (!isAbove(viewer) && viewer.organisation !== channel.carrier) return 'elsewhere';
  return {
    ...{ edition, channel, settings },
    people: edition.recipients ?? (await countReaders(payload, channel.id)),
    told: edition.recipients === undefined ? 0 : await countTold(payload, id),
    mayWork: mayWork(viewer, channel),
    work: isInTheMaking(edition) ? await loadWork(payload, settings, edition, channel, isCheckingLinks(request)) : undefined,
    sent: edition.recipients === undefined ? undefined : await loadSentMail(payload, id),
    webUrl: editionUrl(channel.slug, edition.slotAt, readEnv().publicUrl),
  };
};

const isCheckingLinks = ({ searchParams }: Asking): boolean => searchParams.links === '1' && readEnv().checkLinks;

const mayWork = (viewer: Viewer, { carrier }: ChannelSettings): boolean =>
  isAbove(viewer) || (viewer.role === 'editor' && viewer.organisation === carrier);

const isInTheMaking = ({ status, recipients }: Edition): boolean =>
  recipients === undefined && (status === 'open' || status === 'closed');

const loadWork = async (
  payload: Payload,
  settings: Settings,
  edition: Edition,
  channel: ChannelSettings,
  withLinks: boolean,
): Promise<EditionWork> => {
  const { organisations } = settings;
  const entries = await loadEditionEntries(payload, settings, edition, now());
  const made = makeEdition(entries, organisations, edition.edits, newsletterOf(channel));
  const { publicUrl, checkLinks } = readEnv();
  const compose = (language: Language) =>
    composeEdition({ edition, sections: made.sections, organisations, channel: { ...channel, language }, publicUrl });
  const previews = { de: await compose('de'), en: await compose('en') };
  const shown = previews[channel.language];
  const bytes = await encodedSize(shown.html);
  const rows = made.sections.flatMap((section) => section.entries.map(({ delivery }) => delivery));
  const deadLinks = withLinks ? await findDeadLinks(linksIn(shown.html).filter((link) => !link.startsWith(publicUrl))) : [];
  const facts = { ...factsOf({ ...shown, bytes }, channel, organisations), deadLinks };
  return {
    ...{ made, previews, bytes },
    findings: rows.length === 0 ? [] : lintEdition(facts),
    canCheckLinks: checkLinks && !withLinks,
    nextSlotAt: channel.slot ? nextSlot(channel.slot, edition.slotAt.add({ milliseconds: 1 })) : edition.slotAt,
    covers: rows.map(coverOf),
    isApproved: isCovered(edition.approval, edition.version, rows),
  };
};
