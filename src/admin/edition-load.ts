import type { Payload } from 'payload';
import { type EditionDay, editionUrl } from '#domain/addresses';
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
import { loadNumberOfDay, loadSentMail } from '#store/archive';
import { loadEditionEntries } from '#store/edition-entries';
import { countTold } from '#store/edition-stop';
import { type Edition, loadEdition } from '#store/editions';
import { loadSettings, type Settings } from '#store/settings';
import { countReaders } from '#store/subscribers';
import { factsOf, linksIn } from '#templates/edition-facts';
import { type EditionReaders, type Preview, previewsOf } from './edition-previews';
import type { PageRequest } from './page-frame';
import type { Viewer } from './viewer';

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
  readonly previews: readonly Preview[];
  readonly readers: EditionReaders;
  /** The subject that is made where nobody writes one. */
  readonly madeSubject: string;
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
  const numbered = { ...edition, ofDay: await loadNumberOfDay(payload, edition) };
  return {
    ...{ edition, channel, settings },
    people: edition.recipients ?? (await countReaders(payload, channel.id)),
    told: edition.recipients === undefined ? 0 : await countTold(payload, id),
    mayWork: mayWork(viewer, channel),
    work: isInTheMaking(edition) ? await loadWork(payload, settings, numbered, channel, isCheckingLinks(request)) : undefined,
    sent: edition.recipients === undefined ? undefined : await loadSent(payload, id, channel.language),
    webUrl: editionUrl(channel.slug, numbered, readEnv().publicUrl),
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
  edition: Edition & EditionDay,
  channel: ChannelSettings,
  withLinks: boolean,
): Promise<EditionWork> => {
  const { organisations } = settings;
  const entries = await loadEditionEntries(payload, settings, edition, now());
  const made = makeEdition(entries, organisations, edition.edits, newsletterOf(channel));
  const { publicUrl, checkLinks } = readEnv();
  const { previews, readers } = await previewsOf(payload, settings, { edition, channel, sections: made.sections });
  const whole = await Promise.all(
    previews.filter(({ isWhole }) => isWhole).map(async (one) => ({ ...one, bytes: await encodedSize(one.html) })),
  );
  const rows = made.sections.flatMap((section) => section.entries.map(({ delivery }) => delivery));
  const links = whole.flatMap(({ html }) => linksIn(html)).filter((link) => !link.startsWith(publicUrl));
  const deadLinks = withLinks ? await findDeadLinks([...new Set(links)]) : [];
  const findings = whole.flatMap((one) => lintEdition({ ...factsOf(one, channel, { organisations, publicUrl }), deadLinks }));
  return {
    ...{ made, previews, readers },
    madeSubject: whole[0]?.subject ?? '',
    bytes: Math.max(0, ...whole.map(({ bytes }) => bytes)),
    findings: rows.length === 0 ? [] : onceEach(findings),
    canCheckLinks: checkLinks && !withLinks,
    nextSlotAt: channel.slot ? nextSlot(channel.slot, edition.slotAt.add({ milliseconds: 1 })) : edition.slotAt,
    covers: rows.map(coverOf),
    isApproved: isCovered(edition.approval, edition.version, rows),
  };
};

const loadSent = async (payload: Payload, id: string, language: Language): Promise<Preview | undefined> => {
  const mail = await loadSentMail(payload, id);
  return mail && { isWhole: true, language, subject: mail.subject, html: mail.html, text: mail.text };
};

/** The same is found in every language. */
const onceEach = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((one) => [`${one.code} ${one.detail}`, one])).values(),
];
