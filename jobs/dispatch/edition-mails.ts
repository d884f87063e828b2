import { editionWorkUrl, signupUrl } from '#domain/addresses';
import { type ChannelSettings, sendsEditions } from '#domain/channel';
import type { Section } from '#domain/edition';
import { makeEdition } from '#domain/edition-making';
import { newsletterOf } from '#domain/newsletter';
import { testSubject } from '#i18n/edition-notice';
import { loadEditionEntries } from '#store/edition-entries';
import { type Edition, loadEdition } from '#store/editions';
import { type Notice, occasionOf, subjectOf } from '#store/notices';
import type { Person } from '#store/people';
import type { Settings } from '#store/settings';
import { composeEditionNotice } from '#templates/edition-notice';
import { PREFERENCES, UNSUBSCRIBE } from '#templates/edition-text';
import type { JobContext } from '../context';
import { type Composed, composeEditionMail, guarded, toPerson } from './compose';

/** A mail to one person about the edition that a notice names. */
type EditionMail = (ctx: JobContext, notice: Notice, person: Person, settings: Settings) => Promise<Composed | undefined>;

/** The mail that an edition is ready to be looked at, or does not leave as it is; undefined when it left or fell out meanwhile. */
export const editionReadyMail: EditionMail = async (ctx, notice, person, settings) => {
  const subject = await loadSubject(ctx, settings, notice);
  if (!subject || subject.edition.recipients !== undefined) return undefined;
  const { edition, channel, sections } = subject;
  // It waits for something else by now, of which people are told as well, or for nothing any more.
  if (occasionOf(notice) !== (edition.waitsFor ?? '')) return undefined;
  return guarded(async () => {
    const words = await composeEditionNotice({
      newsletter: channel.name,
      slotAt: edition.slotAt,
      entries: sections.reduce((sum, { entries }) => sum + entries.length, 0),
      release: newsletterOf(channel).release,
      waitsFor: edition.waitsFor,
      url: editionWorkUrl(edition.id, ctx.publicUrl),
      language: person.language,
    });
    return toPerson(person, { from: ctx.mailFrom, ...words });
  });
};

/** An edition as it would be sent now, marked as a test, for the one person who asked for it. */
export const editionTestMail: EditionMail = async (ctx, notice, person, settings) => {
  const subject = await loadSubject(ctx, settings, notice);
  if (!subject) return undefined;
  const composed = await composeEditionMail(ctx, { ...subject, organisations: settings.organisations });
  if (composed.kind === 'refusal' || composed.message.kind !== 'mail') return composed;
  const { listId: _listId, ...mail } = composed.message;
  // Nobody can leave a newsletter or choose by a test: its links show where people sign up.
  const url = signupUrl(ctx.publicUrl);
  const replace = { [UNSUBSCRIBE]: url, [PREFERENCES]: url };
  return toPerson(person, { ...mail, subject: testSubject(mail.subject) }, replace);
};

type Subject = { readonly edition: Edition; readonly channel: ChannelSettings; readonly sections: readonly Section[] };

const loadSubject = async (ctx: JobContext, settings: Settings, notice: Notice): Promise<Subject | undefined> => {
  const edition = await loadEdition(ctx.payload, subjectOf(notice));
  const channel = settings.channels.find(({ id }) => id === edition?.channelId);
  if (!edition || !sendsEditions(channel) || (edition.status !== 'open' && edition.status !== 'closed')) return undefined;
  const entries = await loadEditionEntries(ctx.payload, settings, edition, ctx.now);
  const { sections } = makeEdition(entries, settings.organisations, edition.edits, newsletterOf(channel));
  return sections.length > 0 ? { edition, channel, sections } : undefined;
};
